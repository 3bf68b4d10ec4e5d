import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { list, superuserOf } from '../server/world';
import { untilOffline } from '../support/browser';
import { pairKiosk, sayNumber, untilRoll } from '../support/kiosk';
import { next } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged, untilSent } from '../support/trainer';

let server: Server;
let folder: string;

test.setTimeout(240_000); // a kiosk and a tablet, on a busy machine
test.use({ viewport: { width: 820, height: 1180 }, contextOptions: { reducedMotion: 'reduce' } });

test.beforeAll(async () => {
  server = await startServer({ demo: true });
  folder = await mkdtemp(join(tmpdir(), 'nhaso-carry-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true });
  await server.stop();
});

const unsentOn = (page: Page) => page.locator('[data-unsent]').first();

/** Opens a file of another device, as a person does. */
async function open(page: Page, file: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-carry="open"]').click();
  await (await choosing).setFiles(file);
}

test('what waits on a kiosk without a server comes by a file through a trainer’s tablet, once, however often it is opened', async ({
  page,
  browser,
}) => {
  const superuser = await superuserOf(server);
  await signIn(page, server.url, 'tap-huan');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await untilExchanged(page);
  const session = await openTodaysClass(page);
  await untilSent(page);

  const kiosk = await browser.newPage({ viewport: { width: 1920, height: 1080 }, acceptDownloads: true });
  await pairKiosk(kiosk, server);
  await untilRoll(kiosk, server.url);
  await untilOffline(kiosk);
  await kiosk.goto(`${server.url}/device`);
  await untilExchanged(kiosk);
  const device = await kiosk.evaluate(async () => {
    const opening = indexedDB.open('nha-so');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const asking = database.transaction('facts').objectStore('facts').get('device');
    const found = await new Promise<{ value: string }>((resolve) => {
      asking.onsuccess = () => resolve(asking.result as { value: string });
    });
    database.close();
    return found.value;
  });
  const arrived = async () =>
    (await list<{ dseq: number }>(server.url, superuser, 'events', `device='${device}'`)).map(
      ({ dseq }) => dseq,
    );

  const file = join(folder, 'waiting.nhaso');
  await test.step('somebody learns at the kiosk, which has no network, and what waits is saved', async () => {
    await kiosk.context().setOffline(true);
    await kiosk.goto(server.url);
    await kiosk.locator('[data-begin]').click();
    await sayNumber(kiosk, 12);
    await kiosk.getByRole('button', { name: 'Đúng là tôi' }).click();
    await kiosk.locator('[data-lesson="vneid-activate"]').click();
    await next(kiosk);
    await kiosk.locator('[data-face="2"]').click();
    await next(kiosk);
    await kiosk.goto(`${server.url}/device`);
    await expect(unsentOn(kiosk)).not.toHaveAttribute('data-unsent', '0');
    const downloading = kiosk.waitForEvent('download');
    await kiosk.locator('[data-carry="save"]').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^[\d-]+\.nhaso$/);
    await download.saveAs(file);
    await expect(kiosk.locator('[data-saved]')).toContainText(download.suggestedFilename());
    expect(await arrived()).toEqual([]);
  });
  const waiting = Number(await unsentOn(kiosk).getAttribute('data-unsent'));
  expect(waiting).toBeGreaterThan(1);

  await page.goto(`${server.url}/device`);
  await test.step('a file that was cut short or changed has a sentence, and changes nothing', async () => {
    const text = await readFile(file, 'utf8');
    const cut = join(folder, 'cut.nhaso');
    await writeFile(cut, text.slice(0, -200));
    await open(page, cut);
    await expect(page.getByText('File này không đúng', { exact: false })).toBeVisible();
    await expectSound(page, 'a file that was cut', { name: '820×1180', least: { px: 48 } });
    const changed = join(folder, 'changed.nhaso');
    const whole = JSON.parse(text) as { parts: { rows: unknown[] }[] };
    for (const part of whole.parts) part.rows.reverse();
    await writeFile(changed, JSON.stringify(whole));
    await open(page, changed);
    await expect(page.getByText(`${waiting} việc chưa nhận được`, { exact: false })).toBeVisible();
    expect(await arrived()).toEqual([]);
    await expectSound(page, 'a file that was changed', { name: '820×1180', least: { px: 48 } });
  });

  await test.step('the right one is taken whole, and the trainer sees who learned', async () => {
    await open(page, file);
    await expect(page.locator('[data-brought]')).toContainText(`${waiting} việc mới`);
    const dseqs = await arrived();
    expect(dseqs).toHaveLength(waiting);
    expect(new Set(dseqs).size).toBe(waiting);
    await page.goto(`${server.url}/house/class/${session}/sheet`);
    const row = page.locator('tr[data-status="present"]');
    await expect(row).toHaveCount(1);
    await expect(row.locator('td').first()).toHaveText('12');
    await expect(row).not.toHaveAttribute('data-learning', 'none');
  });

  await test.step('opened again nothing is doubled, and it says so', async () => {
    await page.goto(`${server.url}/device`);
    await open(page, file);
    await expect(page.locator('[data-brought]')).toContainText(
      `cả ${waiting} việc đều có sẵn, không việc nào bị tính hai lần`,
    );
    expect(await arrived()).toHaveLength(waiting);
    await expectSound(page, 'a file opened again', { name: '820×1180', least: { px: 48 } });
  });

  await test.step('the kiosk, with a network again, sends the same, and it still counts once', async () => {
    await kiosk.context().setOffline(false);
    await untilExchanged(kiosk);
    await untilSent(kiosk);
    expect((await arrived()).sort((a, b) => a - b)).toEqual(
      Array.from({ length: waiting }, (_, at) => at + 1),
    );
    await kiosk.close();
  });
});
