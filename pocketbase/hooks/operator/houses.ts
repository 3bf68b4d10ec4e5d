import type { Role } from '$lib/ledger/kind';
import { readRows } from '../ledger/sql';
import { Complaint } from './complaint';
import { hasDemoAccounts } from './demo-accounts';
import { nameFrom } from './typed';

/** A house as an operator sees it. */
interface House {
  id: string;
  name: string;
}

/** Makes a house. Two of one name could not be told apart on a screen. */
export function addHouse(app: CoreApp, typed: string): House {
  const name = nameFrom(typed);
  if (hasDemoAccounts(app)) {
    throw new Complaint(
      'Thư mục dữ liệu này có tài khoản dùng thử, ai cũng biết mật khẩu. Hãy lập nhà thật trong một thư mục khác: --data <thư mục>',
      'This data folder holds demo accounts, whose password everybody knows. Make real houses in another folder: --data <folder>',
    );
  }
  if (listHouses(app).some((house) => house.name === name)) {
    throw new Complaint(
      `Đã có nhà tên «${name}». Hãy thêm tên phường hoặc xã để phân biệt.`,
      `There is a house called «${name}» already. Add the ward to tell them apart.`,
    );
  }
  const record = new Record(app.findCollectionByNameOrId('houses'));
  record.load({ name, seq: 0 });
  app.save(record);
  return { id: record.id, name };
}

/** Somebody who works in a house, once per role. */
interface Worker {
  username: string;
  name: string;
  role: Role;
}

/** Every house with who works there, in the order in which they came. */
export function listHouses(app: CoreApp): (House & { staff: Worker[] })[] {
  return readRows(
    app.db(),
    `SELECT json_object('id', h.id, 'name', h.name, 'staff', (
       SELECT json_group_array(json_object('username', s.username, 'name', s.name, 'role', m.role)
         ORDER BY m.created, s.username, m.role)
       FROM memberships m JOIN staff s ON s.id = m.staff WHERE m.house = h.id AND m.ended = '')) AS row
     FROM houses h ORDER BY h.created, h.id`,
    {},
  );
}

/** The house with this id; complains where there is none. */
export function houseWith(app: CoreApp, id: string): House {
  const [house] = readRows<House>(
    app.db(),
    `SELECT json_object('id', id, 'name', name) AS row FROM houses WHERE id = {:id}`,
    { id },
  );
  if (house) return house;
  throw new Complaint(
    `Không có nhà nào mang mã «${id}». Xem các mã bằng lệnh list-houses.`,
    `No house has the id «${id}». The command list-houses shows them.`,
  );
}
