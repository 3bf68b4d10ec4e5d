import { expect, test, type Page } from '@playwright/test';
import { closeSheet, makeCard, openCardDesk, scanSheet } from '../support/cards';
import { pairKiosk } from '../support/kiosk';
import { next, pressAgain } from '../support/learner';
import { expectSound } from '../support/look';
import { showCard } from '../support/scanner';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged, untilSent } from '../support/trainer';

let server: Server;

test.setTimeout(240_000); // a kiosk and two tablets, on a busy machine
test.use({ viewport: { width: 820, height: 1180 }, contextOptions: { reducedMotion: 'reduce' } });

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});

const look = (page: Page, what: string) => expectSound(page, what, { name: '820×1180', least: { px: 48 } });

/** A guest of the kiosk begins a lesson, shows this card, says that it is hers, and goes on. */
async function claimByCard(kiosk: Page, text: string): Promise<void> {
  await kiosk.goto(server.url);
  await untilExchanged(kiosk);
  await kiosk.locator('[data-begin]').click();
  await kiosk.locator('[data-who="guest"]').click();
  await kiosk.locator('[data-lesson="vneid-activate"]').click();
  await expect(kiosk.locator('[data-main]')).toBeEnabled();
  await showCard(kiosk, text, 'you');
  await kiosk.locator('[data-card-yes]').click();
  await kiosk.locator('[data-card="kept"] [data-card-on]').click();
  await next(kiosk);
  await kiosk.locator('[data-face="2"]').click();
  await next(kiosk);
  await untilExchanged(kiosk); // what was just said is being written: nothing unsent may mean nothing written yet
}

test('what a wrong card claimed is taken back on the person’s page, without a network, and the mark with it', async ({
  page,
  browser,
}) => {
  await signIn(page, server.url, 'tap-huan');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await untilExchanged(page);
  await openCardDesk(page, server.url);
  await makeCard(page, 30);
  const [text = ''] = await scanSheet(page);
  await closeSheet(page);
  await page.goto(`${server.url}/house`);
  const session = await openTodaysClass(page);
  await untilSent(page);

  const kiosk = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await pairKiosk(kiosk, server);
  await claimByCard(kiosk, text);
  await kiosk.close();

  await untilExchanged(page);
  await page.goto(`${server.url}/house/class/${session}/sheet`);
  const row = page.locator('tr[data-status="present"]');
  await expect(row).toHaveCount(1);
  const person = (await row.getAttribute('data-person')) ?? '';
  await page.goto(`${server.url}/house/person/${person}`);
  const visit = page.locator('[data-visit="theirs"]');
  await expect(visit).toContainText('Kích hoạt');
  await expect(visit).toContainText('Được điểm danh nhờ thẻ này');
  const lesson = page.locator('[data-learning]');
  await expect(lesson).toContainText('2 lần bắt đầu'); // once before today
  await expect(page.locator('[data-sure="2-"]')).toBeVisible(); // said after the card was shown
  await look(page, 'a visit that a card claimed');

  await page.context().setOffline(true);
  const dialog = page.getByRole('dialog');
  await page.locator('[data-unclaim]').click();
  await dialog.locator('[data-unclaim-yes]').click();
  await expect(dialog.getByText('Hãy chọn vì sao.')).toBeVisible();
  await dialog.getByText('Lý do khác').click();
  await look(page, 'asked why');
  await pressAgain(dialog.locator('[data-unclaim-yes]'));
  await expect(dialog.getByText('Hãy ghi vài chữ vì sao.')).toBeVisible();
  await look(page, 'asked why in their words');
  await dialog.locator('input[name="unclaim-said"]').fill('Thẻ để quên trên bàn');
  await pressAgain(dialog.locator('[data-unclaim-yes]'));
  await expect(page.locator('[data-visit="undone"]')).toContainText('Thẻ để quên trên bàn');
  await expect(lesson).toContainText('1 lần bắt đầu');
  await expect(page.locator('[data-sure]')).toHaveCount(0);
  await look(page, 'taken back');
  await page.context().setOffline(false);
  await untilExchanged(page);
  await untilSent(page);

  await test.step('everybody of the house sees the same', async () => {
    const other = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await signIn(other, server.url, 'dieu-phoi');
    await untilExchanged(other);
    await other.goto(`${server.url}/house/person/${person}`);
    await expect(other.locator('[data-visit="undone"]')).toContainText('Thẻ để quên trên bàn');
    await expect(other.locator('[data-learning]')).toContainText('1 lần bắt đầu');
    await other.goto(`${server.url}/house/class/${session}/sheet`);
    await expect(other.locator(`tr[data-person="${person}"]`)).toHaveAttribute('data-status', 'none');
    await expect(other.locator('tr[data-status="present"]')).toHaveCount(0);
    await other.close();
  });
});
