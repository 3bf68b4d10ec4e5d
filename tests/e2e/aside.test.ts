import { expect, test, type Page } from '@playwright/test';
import { push, signIn as signInAt } from '../server/api';
import { Tablet } from '../server/tablet';
import { create, superuserOf } from '../server/world';
import { Device, untilOffline } from '../support/browser';
import { pressAgain } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { demoPassword, signIn, signOut, unsentOf, untilSent } from '../support/trainer';

let server: Server;
let office: Device;
/** The first house of the demo, and its name. */
let house: { id: string; name: string };

test.beforeEach(async () => {
  server = await startServer({ demo: true });
  house = (JSON.parse(await server.command('demo')) as { houses: (typeof house)[] }).houses[0] ?? house;
});
test.afterEach(async () => {
  await office.discard();
  await server.stop();
});

/** The trainer of the other house writes for this one, where they have no role; answers what they wrote. */
async function pushFromElsewhere() {
  const { token, staff } = await signInAt(server.url, 'tap-huan-2', demoPassword);
  const tablet = new Tablet(house.id, staff.id);
  const foreign = tablet.register(77, 'Trần Thị Sang Chơi');
  await push(server.url, token, tablet.id, [foreign]);
  const own = await signInAt(server.url, 'tap-huan', demoPassword);
  const mine = new Tablet(house.id, own.staff.id);
  const before = mine.register(78, 'Lê Văn Trước');
  const after = { ...mine.register(78, 'Lê Văn Sau'), id: before.id };
  const odd = mine.write('future.thing', { anything: 1 });
  await push(server.url, own.token, mine.id, [before, after, odd, { nothing: 'sound' }]);
  return { foreign, twice: before.id, odd };
}

/** A member of staff is a trainer of the house from now on. */
async function giveRole(staff: string): Promise<void> {
  const superuser = await superuserOf(server);
  await create(server.url, superuser, 'memberships', { staff, house: house.id, role: 'trainer' });
}

/** A coordinator comes to the desk by the way there is from the devices. */
async function comeToDesk(page: Page): Promise<void> {
  await signIn(page, server.url, 'dieu-phoi');
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
  await page.goto(`${server.url}/device`);
  const way = page.locator('[data-waiting]').filter({ hasText: house.name });
  await expect(way).toContainText('4 chờ xem');
  await expect(page.locator('[data-backup]')).toHaveCount(1); // the server's, and not each house's
  await way.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc để riêng' })).toBeVisible();
}

const rowOf = (page: Page, event: string) => page.locator(`li[data-aside="${event}"]`);
const outcome = (page: Page, which: string) => page.locator(`[data-outcome="${which}"]`);
const look = (page: Page, what: string, name: string) => expectSound(page, what, { name, least: { px: 48 } });

for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  const name = `${size.width}×${size.height}`;
  test(`a coordinator sees why, leaves it out with a reason, takes it back, and tries again: ${name}`, async () => {
    const { foreign, twice, odd } = await pushFromElsewhere();
    office = await Device.create(size);
    const { page } = office;
    await comeToDesk(page);

    const row = rowOf(page, foreign.id);
    const group = page.locator('.group[data-why="wrong_house"]');
    await expect(group.getByRole('heading', { level: 3 })).toHaveText(
      'Người gửi không thuộc nhà văn hóa này',
    );
    await expect(row).toContainText('Thêm người vào danh sách');
    await expect(row).toContainText('Tập huấn viên Mẫu 2');
    await row.getByText('Xem nội dung').click();
    await expect(row.getByRole('definition').filter({ hasText: 'Trần Thị Sang Chơi' })).toBeVisible();
    const both = rowOf(page, twice);
    await both.getByText('Xem nội dung').click();
    await expect(both.locator('[data-version="first"]')).toContainText('Lê Văn Trước');
    await expect(both.locator('[data-version="second"]')).toContainText('Lê Văn Sau');
    await expect(both.getByRole('button')).toHaveText(['Giữ bản đầu']);
    await expect(rowOf(page, odd.id).locator('[data-act="vouch"]')).toHaveCount(0);
    await look(page, 'the desk', name);

    await row.locator('[data-act="retry"]').click();
    await expect(outcome(page, 'still')).toBeVisible();

    // Without a reason nothing is left out.
    const dialog = page.getByRole('dialog');
    await row.locator('[data-act="discard"]').click();
    await dialog.locator('[data-confirm]').click();
    await expect(dialog.getByText('Hãy ghi lý do', { exact: false })).toBeVisible();
    await look(page, 'asked for a reason', name);
    await dialog.locator('input[name="reason"]').fill('Ghi nhầm nhà văn hóa');
    await pressAgain(dialog.locator('[data-confirm]'));
    await expect(outcome(page, 'discarded')).toBeVisible();
    await expect(row).toHaveCount(0);
    await expect(page.getByRole('tab', { name: /Chờ xem/ })).toContainText('3');

    await page.locator('[data-act="undo"]').click();
    await expect(outcome(page, 'reopened')).toBeVisible();
    await page.getByRole('tab', { name: /Đã bỏ ra/ }).click();
    await expect(page.getByText('Chưa có việc nào bị bỏ ra.')).toBeVisible();
    await look(page, 'nothing left out', name);
    await page.getByRole('tab', { name: /Chờ xem/ }).click();
    await expect(row).toContainText('Lý do: Ghi nhầm nhà văn hóa');

    await giveRole(foreign.author);
    await row.locator('[data-act="retry"]').click();
    await expect(outcome(page, 'taken')).toBeVisible();
    await expect(row).toHaveCount(0);
    await page.getByRole('tab', { name: /Đã nhận/ }).click();
    await expect(row).toHaveAttribute('data-state', 'taken');
    await expect(row.getByRole('listitem')).toHaveCount(4);
    await expect(row.getByRole('button')).toHaveCount(0);
    await look(page, 'taken', name);

    // It is on the roll of the house from now on.
    await page.goto(`${server.url}/house/person/${foreign.person}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Trần Thị Sang Chơi' })).toBeVisible({
      timeout: 60_000,
    });
  });
}

test('without a network the desk says so and loses nothing; a trainer is told whose it is', async () => {
  const { foreign } = await pushFromElsewhere();
  office = await Device.create({ width: 1280, height: 800 });
  const { page } = office;
  await comeToDesk(page);
  const row = rowOf(page, foreign.id);
  await expect(row).toBeVisible();
  await page.context().setOffline(true);
  await row.locator('[data-act="retry"]').click();
  await expect(page.getByText('chưa quyết định được', { exact: false })).toBeVisible();
  await expect(row).toBeVisible();
  await page.getByRole('tab', { name: /Đã nhận/ }).click();
  await expect(page.getByText('chưa xem được phần này', { exact: false })).toBeVisible();
  await look(page, 'without a network', '1280×800');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Xem lại' }).click();
  await expect(page.getByText('Chưa có việc nào được nhận lại.')).toBeVisible();

  await page.goto(`${server.url}/house`);
  await signOut(page);
  await signIn(page, server.url, 'tap-huan');
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
  await expect(page.locator('[data-waiting]')).toHaveCount(0);
  await page.goto(`${server.url}/house/aside`);
  await expect(page.getByText('dành cho người điều phối', { exact: false })).toBeVisible();
  await expect(page.getByText('Máy này không có việc nào để riêng.')).toBeVisible();
  await look(page, 'as a trainer sees it', '1280×800');
});

/** Makes everything that this device wrote as if it had failed alone three times. */
function stickAll(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('nha-so');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database'));
    });
    const writing = database.transaction(['events', 'outbox'], 'readwrite');
    const done = new Promise((resolve) => (writing.oncomplete = resolve));
    const request = writing.objectStore('events').index('own').openCursor(IDBKeyRange.only(1));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      cursor.update({ ...(cursor.value as object), sent: 'stuck', seq: null });
      cursor.continue();
    };
    writing.objectStore('outbox').clear();
    await done;
    database.close();
  });
}

test('what would not go through on this device is left out with a reason, taken back and sent', async () => {
  office = await Device.create({ width: 360, height: 740 });
  const { page } = office;
  await signIn(page, server.url, 'dieu-phoi');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await untilOffline(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Mở lớp', exact: true }).first().click();
  await expect(page.getByRole('tab', { name: /Điểm danh/ })).toBeVisible();
  const opened = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(() => unsentOf(page), 'it is written').toBeGreaterThan(0);
  await stickAll(page);
  await page.context().setOffline(false);
  await page.goto(`${server.url}/house/class/${opened}`);
  await page.locator('button[data-unsent]').click();
  await page.getByRole('link', { name: 'Xem việc để riêng' }).click();

  const here = page.locator('[data-desk="here"]');
  await expect(here.getByRole('heading', { level: 3 })).toHaveText('Gửi nhiều lần chưa được');
  await expect(here.locator('li')).toContainText('Mở lớp');
  await look(page, 'stuck on this device', '360×740');
  await here.locator('[data-act="discard"]').click();
  await page.locator('input[name="reason"]:visible').fill('Lớp mở hai lần');
  await page.getByRole('dialog').locator('[data-confirm]:visible').click();
  await expect(here.getByText('Lý do: Lớp mở hai lần')).toBeVisible();
  await untilSent(page);
  await look(page, 'left out on this device', '360×740');

  await here.locator('[data-act="undo"]').click();
  await untilSent(page);
  await expect(here.getByText('Máy này không có việc nào để riêng.')).toBeVisible();
});
