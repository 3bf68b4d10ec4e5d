import { expect, test, type Page } from '@playwright/test';
import { Device } from '../support/browser';
import { pairKiosk, sayNumber, untilRoll } from '../support/kiosk';
import { next } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { signIn, untilSent } from '../support/trainer';

let server: Server;
let kiosk: Device;
let office: Device;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1280, height: 800 });
  office = await Device.create({ width: 360, height: 740 });
  await pairKiosk(kiosk.page, server);
  await untilRoll(kiosk.page, server.url);
});
test.afterEach(async () => {
  await Promise.all([kiosk.discard(), office.discard()]);
  await server.stop();
});

/** Everything in the databases of a page's origin, as text. */
function databasesOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(name));
      });
    const all = (from: IDBObjectStore) =>
      new Promise<unknown>((resolve) => {
        const request = from.getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await open(name ?? '');
      const names = [...database.objectStoreNames];
      if (names.length > 0) {
        const reading = database.transaction(names);
        for (const one of names) found.push(one, await all(reading.objectStore(one)));
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}

/** A coordinator looks at the devices of the house and finds the kiosk; answers its id. */
async function findKiosk(page: Page): Promise<string> {
  const stored = /"name":"device","value":"([0-9a-f]{32})"/.exec(await databasesOf(kiosk.page));
  const id = stored?.[1] ?? '';
  await signIn(page, server.url, 'dieu-phoi');
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
  await page.goto(`${server.url}/device`);
  await expect(page.locator(`[data-device="${id}"]`)).toHaveAttribute('data-state', 'here');
  return id;
}

async function tell(page: Page, id: string, does: 'leave' | 'cut-off'): Promise<void> {
  await page.locator(`[data-device="${id}"] [data-does="${does}"]`).click();
  await page.getByRole('dialog').locator('[data-confirm]').click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The kiosk has gone to its first screen by itself, and may be paired anew. */
async function expectUnpaired(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}/device`); // its own way to the first screen may cross this one
    await expect(page.getByRole('button', { name: 'Ghép máy' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('a kiosk that is taken back hands over what it holds, then forgets the house', async () => {
  const { page } = kiosk;
  await sayNumber(page, 3);
  const person = (await page.locator('button[data-person]').getAttribute('data-person')) ?? '';
  await page.getByRole('button', { name: 'Đúng là tôi' }).click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.locator('[data-main]')).toBeEnabled(); // the lesson is here, and not the list it was chosen from
  await page.context().setOffline(true);
  await next(page);
  expect(await databasesOf(page)).toContain(person);

  const id = await findKiosk(office.page);
  await expectSound(office.page, 'devices', { name: 'phone 360×740', least: { px: 48 } });
  await tell(office.page, id, 'leave');
  await expect(office.page.locator(`[data-device="${id}"]`)).toHaveAttribute('data-state', 'leaving');

  await page.context().setOffline(false);
  await expect(async () => {
    await office.page.getByRole('button', { name: 'Xem lại' }).first().click();
    await expect(office.page.locator(`[data-device="${id}"]`)).toHaveAttribute('data-state', 'gone', {
      timeout: 1_000,
    });
  }).toPass({ timeout: 60_000 });
  await expectUnpaired(page);
  const kept = await databasesOf(page);
  expect(kept).not.toContain(person);
  expect(kept).not.toContain('"kind":');
  expect(kept).not.toContain('token');

  // What it held is in the ledger: the trainer sees that somebody began.
  await office.page.goto(`${server.url}/house/person/${person}`);
  await untilSent(office.page);
  await expect(office.page.getByText('Kích hoạt tài khoản VNeID').first()).toBeVisible();
});

test('a kiosk that was lost forgets the house as soon as it asks, and keeps only what nobody else has', async () => {
  const { page } = kiosk;
  const id = await findKiosk(office.page);
  expect(await databasesOf(page)).toContain('"kind":"person.registered"');
  await tell(office.page, id, 'cut-off');
  await expect(office.page.locator(`[data-device="${id}"]`)).toHaveAttribute('data-state', 'gone');
  await expect(async () => {
    expect(await databasesOf(page)).not.toContain('"kind":');
  }).toPass({ timeout: 40_000 }); // it is told on its line, and does not wait until it asks next
  await expectUnpaired(page);
});
