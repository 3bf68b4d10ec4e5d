import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { comeIn, pairKiosk, untilRoll } from '../support/kiosk';
import { fill, press, pressAgain, pressOn, tryIt } from '../support/learner';
import { expectSound, type Look } from '../support/look';
import { startServer, type Server } from '../support/server';
import { signIn, untilExchanged } from '../support/trainer';

let server: Server;
const pages: Page[] = [];

test.setTimeout(600_000); // three browsers and half a lesson
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(async () => {
  server = await startServer({ demo: true });
});
test.afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  await server.stop();
});

/** What the kiosk that most houses have must hold to. */
const onWall: Look = { name: 'kiosk 1920×1080', least: { mm: 12.7 } };
const inHand: Look = { name: 'laptop 1280×800', least: { px: 48 } };

/** A browser of its own. */
async function open(browser: Browser, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  pages.push(page);
  return page;
}

/** A kiosk of the demo's first house, on its first screen. */
async function kiosk(browser: Browser): Promise<Page> {
  const page = await open(browser, { width: 1920, height: 1080 });
  await pairKiosk(page, server);
  await untilRoll(page, server.url);
  await page.goto(server.url);
  await expect(page.locator('[data-attract]')).toBeVisible();
  return page;
}

/** Somebody is in the middle of a lesson, with half a form typed. */
async function typeHalfAForm(page: Page): Promise<void> {
  await comeIn(page, 11);
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.getByText('Bước 1/9')).toBeVisible();
  const choice = page.locator('[data-choice="keep"]');
  await goOnUntil(page, choice);
  await choice.click();
  await goOnUntil(page, page.locator('[data-try]'));
  await tryIt(page);
  await pressOn(page, 'open-app', 'welcome');
  await pressOn(page, 'activate', 'identify');
  await fill(page, 'id-number', '000150000001');
}

/** Goes on from step to step until something is there. */
async function goOnUntil(page: Page, there: Locator): Promise<void> {
  await expect(async () => {
    if (!(await there.isVisible())) await page.locator('[data-main]').click({ timeout: 1_000 });
    await expect(there).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

/** Staff come to the page of their screens. */
async function atBulletins(browser: Browser, username: string): Promise<Page> {
  const page = await open(browser, { width: 1280, height: 800 });
  await signIn(page, server.url, username);
  await page.getByRole('link', { name: 'Màn hình chờ và tin khẩn' }).click();
  await expect(page.locator('[data-now]')).toBeVisible();
  return page;
}

/** Writes an emergency, looks at it, and sends it. */
async function send(page: Page, title: string, test: boolean, look?: () => Promise<void>): Promise<void> {
  await page.locator('[data-begin-emergency]').click();
  await page.locator('input[name="title"]').fill(title);
  await page.locator('input[name="text"]').fill('Bà con dời xe lên chỗ cao, ở yên trong nhà.');
  if (test) await page.locator('label:has([data-test])').click();
  await page.locator('[data-look]').click();
  await expect(page.locator(`[data-emergency="${test ? 'test' : 'real'}"]`)).toBeVisible();
  await look?.();
  await page.locator('[data-send]').click();
  await expect(page.locator('[data-now="emergency"]')).toBeVisible();
}

/** Calls off what is on. */
async function callOff(page: Page): Promise<void> {
  await page.locator('[data-up="emergency"] [data-ask-withdraw]').click();
  await page.locator('[data-withdraw]').click();
  await expect(page.getByText('Hãy ghi lý do', { exact: false })).toBeVisible();
  await page.locator('input[name="reason"]').fill('Nước đã rút');
  await pressAgain(page.locator('[data-withdraw]'));
  await expect(page.locator('[data-now="default"]')).toBeVisible();
}

const soon = { timeout: 20_000 }; // it asks by itself a minute from now

test('an emergency during a lesson keeps the resident’s work', async ({ browser }) => {
  const inLesson = await kiosk(browser);
  const inHall = await kiosk(browser);
  await expect(inHall.locator('[data-attract="default"] .on h1')).toBeVisible();
  await expectSound(inHall, 'posters', onWall);
  const first = await inHall.locator('.on h1').innerText();
  await expect(inHall.locator('.on h1'), 'the next one comes by itself').not.toHaveText(first, soon);
  await typeHalfAForm(inLesson);
  for (const page of [inLesson, inHall]) await expect(page.locator('[data-emergency-banner]')).toHaveCount(0);

  /** She is still there: on a slow machine this test takes longer than a kiosk waits. */
  const stillThere = () => inLesson.keyboard.press('Shift');
  const desk = await atBulletins(browser, 'dieu-phoi');
  await stillThere();
  await expectSound(desk, 'what plays', inHand);
  await stillThere();
  await desk.locator('[data-begin-emergency]').click();
  await desk.locator('[data-look]').click();
  await expect(desk.getByText('Chỗ này còn trống. Hãy ghi vài chữ.')).toHaveCount(2);
  await expectSound(desk, 'an emergency without words', inHand);
  await stillThere();
  await desk.locator('[data-send-emergency] button').last().click();
  await send(desk, 'Nước sông đang lên nhanh', false, () =>
    expectSound(desk, 'an emergency, before it is sent', inHand),
  );
  await stillThere();

  // Within seconds: over the whole screen where nobody is, above the lesson where somebody is.
  await expect(inHall.locator('[data-attract="emergency"] [data-emergency="real"]')).toBeVisible(soon);
  await expect(inHall.getByText('Nước sông đang lên nhanh')).toBeVisible();
  await expect(inHall.locator('[data-emergency-banner]')).toHaveCount(0);
  await expectSound(inHall, 'an emergency', onWall);
  await stillThere();
  await expect(inLesson.locator('[data-emergency-banner="real"]')).toBeVisible(soon);
  await expect(inLesson.locator('input[data-control="id-number"]')).toHaveValue('000150000001');
  await expectSound(inLesson, 'an emergency above a lesson', onWall);
  await stillThere();

  // The lesson goes on under it.
  await fill(inLesson, 'phone', '0100000123');
  expect(await isFree(inLesson, 'button[data-control="send"]')).toBe(true);
  expect(await isFree(inLesson, '[data-bar="help"]')).toBe(true);
  await press(inLesson, 'send');
  await expect(inLesson.locator('[data-screen="otp"]')).toBeVisible({ timeout: 60_000 });
  await inLesson.getByRole('button', { name: 'Đọc tin' }).click();
  const told = inLesson.getByRole('dialog', { name: 'TIN KHẨN' });
  await expect(told.getByText('Bà con dời xe lên chỗ cao', { exact: false })).toBeVisible();
  await told.getByRole('button', { name: 'Làm tiếp' }).click();
  await expect(inLesson.locator('[data-screen="otp"]')).toBeVisible();
  await expect(inLesson.locator('[data-emergency-banner="real"]')).toBeVisible();

  // Whoever comes begins as always, and has it above their screen.
  await inHall.locator('[data-begin]').click();
  await expect(inHall.locator('[data-who="number"]')).toBeVisible();
  await expect(inHall.locator('[data-emergency-banner="real"]')).toBeVisible();
  await inHall.locator('[data-bar="back"]').click();
  await expect(inHall.locator('[data-emergency="real"]')).toBeVisible();

  await stillThere();
  await callOff(desk);
  await stillThere();
  await expect(inHall.locator('[data-attract="default"]')).toBeVisible(soon);
  await expect(inLesson.locator('[data-emergency-banner]')).toHaveCount(0, soon);
  await expect(inLesson.locator('[data-screen="otp"]')).toBeVisible();

  await send(desk, 'Tập chạy lũ', true);
  await stillThere();
  await expect(inHall.locator('[data-emergency="test"]')).toContainText('DIỄN TẬP', soon);
  await expect(inLesson.locator('[data-emergency-banner="test"]')).toContainText('DIỄN TẬP', soon);
  const past = desk.locator('[data-past="emergency"]').last();
  await expect(past).toContainText('Điều phối viên Mẫu đăng lúc');
  await expect(past).toContainText('Nước đã rút');
});

test('an editor chooses what plays, without a network, too, and sends no emergency', async ({ browser }) => {
  const hall = await kiosk(browser);
  const desk = await atBulletins(browser, 'bien-tap');
  await expect(desk.locator('[data-begin-emergency]')).toHaveCount(0);
  await expect(desk.getByText('Tin khẩn do người duyệt', { exact: false })).toBeVisible();
  await untilExchanged(desk);

  await desk.context().setOffline(true);
  await desk.locator('[data-poster="keep-otp"] button').click();
  await expect(desk.locator('[data-poster="keep-otp"]')).toHaveAttribute('data-plays', 'false');
  await expect(desk.locator('[data-told="waiting"]')).toContainText('khi có mạng lại');
  await desk.locator('[data-begin-words]').click();
  await desk.locator('input[name="title"]').fill('Lớp thứ Hai nghỉ');
  await desk.locator('input[name="text"]').fill('Thứ Tư học lại, vẫn 8 giờ sáng.');
  await desk.locator('[data-post]').click();
  await expect(desk.locator('[data-now="time"]')).toContainText('Lớp thứ Hai nghỉ');
  await expectSound(desk, 'what an editor put up', inHand);

  await desk.context().setOffline(false);
  await untilExchanged(desk);
  await expect(desk.locator('[data-told="sent"]')).toBeVisible();
  await expect(hall.locator('[data-attract="time"] .on')).toContainText('Lớp thứ Hai nghỉ', soon);
  await expectSound(hall, 'words of the house', onWall);
});

/** True where an element is on screen and nothing lies over its middle. */
function isFree(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .last()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return top >= 0 && bottom <= innerHeight + 1 && over !== null && element.contains(over);
    });
}
