import type { Role } from '$lib/ledger/kind';
import { demoId } from './ids';

/** The password of every demo account; said aloud on the terminal, and of no use from another machine. */
export const demoPassword = 'luyen-tap-2026';

/** A made-up house. */
export interface DemoHouse {
  number: number;
  id: string;
  name: string;
  /** The tablet that the trainer wrote the demo's past on, and the kiosk that learners stood at. */
  tablet: string;
  kiosk: string;
}

/** The two made-up houses. */
export function demoHouses(): DemoHouse[] {
  return [1, 2].map((number) => ({
    number,
    id: demoId('house', number),
    name: `Nhà văn hóa Khu phố Mẫu ${number}`,
    tablet: demoId('tablet', number),
    kiosk: demoId('kiosk', number),
  }));
}

/** One account per role, and a trainer for the second house. */
export const demoStaff: { username: string; name: string; role: Role; houses: number[] }[] = [
  { username: 'tap-huan', name: 'Tập huấn viên Mẫu', role: 'trainer', houses: [1] },
  { username: 'bien-tap', name: 'Biên tập viên Mẫu', role: 'editor', houses: [1] },
  { username: 'duyet', name: 'Người duyệt Mẫu', role: 'approver', houses: [1] },
  { username: 'dieu-phoi', name: 'Điều phối viên Mẫu', role: 'coordinator', houses: [1, 2] },
  { username: 'lap-dat', name: 'Người lắp đặt Mẫu', role: 'installer', houses: [1] },
  { username: 'tap-huan-2', name: 'Tập huấn viên Mẫu 2', role: 'trainer', houses: [2] },
];

/** The id of a demo account. */
function demoStaffId(username: string): string {
  return demoId('staff', username);
}

/** The trainer of a demo house. */
export function demoTrainer(house: number): string {
  return demoStaffId(house === 1 ? 'tap-huan' : 'tap-huan-2');
}

/**
 * Creates houses, accounts and kiosks where nothing is there yet. Answers whether this is a demo: data of
 * real houses is left alone.
 */
export function buildHouses(app: CoreApp): boolean {
  const existing = app.countRecords('houses');
  if (existing === 0) create(app);
  return existing === 0 || app.countRecords('staff', $dbx.hashExp({ demo: true })) > 0;
}

function create(app: CoreApp): void {
  app.runInTransaction((tx) => {
    for (const { id, name, kiosk } of demoHouses()) {
      save(tx, 'houses', { id, name, seq: 0 });
      save(tx, 'devices', { id: kiosk, house: id, kind: 'kiosk', password: $security.randomString(30) });
    }
    for (const { username, name, role, houses } of demoStaff) {
      const staff = demoStaffId(username);
      save(tx, 'staff', { id: staff, username, name, password: demoPassword, demo: true });
      for (const number of houses) {
        const house = demoId('house', number);
        save(tx, 'memberships', { id: demoId('member', username, number), staff, house, role });
      }
    }
  });
}

function save(app: CoreApp, collection: string, fields: { [name: string]: unknown }): void {
  const record = new Record(app.findCollectionByNameOrId(collection));
  record.load(fields);
  app.save(record);
}
