import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { Device } from '../support/browser';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, signOut, untilExchanged, untilSent } from '../support/trainer';

let server: Server;
let tablet: Device;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
});
test.afterEach(async () => {
  await tablet.discard();
  await server.stop();
});

/** All that the browser's database holds, as text. */
const held = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('nha-so');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no database'));
    });
    const names = ['events', 'rows', 'facts', 'outbox'];
    const all = await Promise.all(
      names.map(
        (name) =>
          new Promise((resolve) => {
            const asking = database.transaction(name).objectStore(name).getAll();
            asking.onsuccess = () => resolve(asking.result);
          }),
      ),
    );
    database.close();
    return JSON.stringify(all);
  });

for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  const name = `${size.width}×${size.height}`;
  const look = (page: Page, what: string) => expectSound(page, what, { name, least: { px: 48 } });

  test(`a coordinator shows somebody what is held, gives it to them and erases them: ${name}`, async () => {
    tablet = await Device.create(size);
    const { page } = tablet;
    await signIn(page, server.url, 'tap-huan');
    await untilExchanged(page);
    const session = await openTodaysClass(page);
    const tile = page.locator('button[data-person]').nth(5);
    const person = (await tile.getAttribute('data-person')) ?? '';
    await tile.click();
    await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    await untilSent(page);

    // The trainer is told whom to ask.
    await page.goto(`${server.url}/house/person/${person}`);
    const called = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await expect(page.locator('[data-held]')).toContainText('hãy nhờ người điều phối');
    await expect(page.locator('[data-act="erase"]')).toHaveCount(0);
    await page.goto(`${server.url}/house/person/${person}/held`);
    await expect(page.getByText('hãy nhờ người điều phối', { exact: false })).toBeVisible();
    await signOut(page);

    await signIn(page, server.url, 'dieu-phoi');
    await untilExchanged(page);
    await page.goto(`${server.url}/house/person/${person}`);
    await expect(page.locator('[data-kind="person.registered"]')).toHaveText('Thêm người vào danh sách: 1');
    await expect(page.locator('[data-kind="attendance.marked"]')).toBeVisible();
    await look(page, 'what is held');
    const downloading = page.waitForEvent('download');
    await page.locator('[data-act="take"]').click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ person: { name: called } });
    await page.getByRole('link', { name: 'Xem và in tất cả' }).click();
    await expect(page.locator('li[data-event="person.registered"]')).toContainText(called);
    const attended = page.locator('li[data-event="attendance.marked"]').last();
    await expect(attended.locator('[data-field="status"]')).toHaveText('Có mặt');
    await expect(attended.locator('[data-field="session"]')).toContainText('Tài khoản định danh điện tử (');
    const said = await page.locator('main').innerText();
    expect(said).not.toMatch(/[0-9a-f]{32}|vneid-activate|attendance\./); // no ids, no codes
    await look(page, 'all that is held');
    await page.goBack();

    const dialog = page.getByRole('dialog');
    await page.locator('[data-act="erase"]').click();
    await dialog.locator('[data-confirm]').click();
    await expect(dialog.getByText('Hãy chọn vì sao.')).toBeVisible();
    await look(page, 'asked why');
    await dialog.getByText('Người đó muốn xóa').click();
    await dialog.locator('[data-confirm]').click();
    await expect(page.getByText('Người này đã được xóa ngày', { exact: false })).toBeVisible();
    await look(page, 'erased');
    await untilSent(page);
    expect(await held(page)).not.toContain(called);

    // No roll, sheet or list has a trace, and the class still counts one who was there.
    await page.goto(`${server.url}/house/class/${session}/sheet`);
    await expect(page.locator('tr[data-person]')).toHaveCount(39);
    await expect(page.locator(`[data-person="${person}"]`)).toHaveCount(0);
    await expect(page.locator('[data-nameless]')).toContainText('1');
    await expect(page.getByText(called)).toHaveCount(0);
  });
}
