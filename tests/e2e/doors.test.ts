import { expect, test, type Page } from '@playwright/test';
import { complaintsOf } from '../support/console';
import { startServer, type Server } from '../support/server';
import { demoPassword, untilExchanged } from '../support/trainer';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

test.use({ viewport: { width: 820, height: 1180 } });

const nobody = '0'.repeat(32);
const refused = (status: number, path: string) =>
  `Failed to load resource: the server responded with a status of ${status} (${status === 401 ? 'Unauthorized' : 'Bad Request'}) · ${path}`;

/**
 * Presses a button until a sentence is there: a press so soon after the last one is taken for a trembling
 * hand's second tap.
 */
async function pressUntilSaid(page: Page, name: string, sentence: string): Promise<void> {
  const said = page.getByText(sentence, { exact: true });
  await expect(async () => {
    await page.getByRole('button', { name, exact: true }).click({ timeout: 2_000 });
    await expect(said).toBeVisible({ timeout: 2_000 });
  }).toPass({ intervals: [100, 600] });
}

/** The screen says the first sentence, and, one touch of the language button later, the second instead. */
async function expectSaid(page: Page, vi: string, en: string): Promise<void> {
  await expect(page.getByText(vi, { exact: true })).toBeVisible();
  await pressUntilSaid(page, 'Switch to English', en);
  await expect(page.getByText(vi, { exact: true })).toBeHidden();
}

const needBoth = 'Hãy điền cả tên đăng nhập và mật khẩu.';
const wrongSignIn = 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy xem lại rồi thử lần nữa.';

test('the door for staff says what is missing or wrong, and what was typed stays', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/house`);
  const username = page.locator('input[name="username"]');
  const password = page.locator('input[name="password"]');

  await test.step('nothing filled in', async () => {
    await pressUntilSaid(page, 'Đăng nhập', needBoth);
    await expectSaid(page, needBoth, 'Fill in both the user name and the password.');
    await pressUntilSaid(page, 'Đổi sang tiếng Việt', needBoth);
  });

  await test.step('only one of the two filled in', async () => {
    await username.fill('tap-huan');
    await pressUntilSaid(page, 'Đăng nhập', needBoth);
    await expect(username).toHaveValue('tap-huan');
  });
  expect(complaints.page).toEqual([]);

  await test.step('a wrong password, and a name that nobody has, are answered alike', async () => {
    await password.fill('khong-phai-the');
    await pressUntilSaid(page, 'Đăng nhập', wrongSignIn);
    await expect(username).toHaveValue('tap-huan');
    await expect(password).toHaveValue('khong-phai-the');
    await username.fill('khong-co-ai');
    await pressUntilSaid(page, 'Đăng nhập', wrongSignIn);
    await expectSaid(
      page,
      wrongSignIn,
      'The name or the password is not right. Check them and try once more.',
    );
    await expect(username).toHaveValue('khong-co-ai');
  });
  expect(new Set(complaints.page)).toEqual(new Set([refused(401, '/api/v1/sign-in')]));
});

test('a pairing code that is wrong or too short is answered with what to do, and stays to be mended', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/device`);
  const code = page.locator('input[name="code"]');

  for (const short of ['', 'AB12', '!!!!!!!!']) {
    await code.fill(short);
    await pressUntilSaid(page, 'Ghép máy', 'Mã gồm 8 chữ và số.');
    await expect(code).toHaveValue(short);
  }
  await expectSaid(page, 'Mã gồm 8 chữ và số.', 'A code has 8 letters and digits.');
  await pressUntilSaid(page, 'Đổi sang tiếng Việt', 'Mã gồm 8 chữ và số.');
  expect(complaints.page).toEqual([]); // the server was not even asked

  const wrong = 'Mã ghép máy chưa đúng hoặc đã hết hạn. Hãy xin mã mới.';
  await code.fill('ABCD-1234');
  await pressUntilSaid(page, 'Ghép máy', wrong);
  await expectSaid(page, wrong, 'The pairing code is wrong or has expired. Ask for a new one.');
  await expect(code).toHaveValue('ABCD-1234');
  expect(new Set(complaints.page)).toEqual(new Set([refused(400, '/api/v1/pair')]));
});

test('a page at which no device can join says at which address it can', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto(`${server.url}/device#code=ABCD2345`);
  const sentence =
    'Trang này chưa an toàn nên chưa ghép máy được. Hãy mở bằng địa chỉ bắt đầu bằng https://, hoặc http://127.0.0.1 nếu máy này cũng là máy chủ.';
  await pressUntilSaid(page, 'Ghép máy', sentence);
  await expectSaid(
    page,
    sentence,
    'This page is not secure yet, so the device cannot join. Open it at an address that begins with https://, or http://127.0.0.1 where this machine is the server too.',
  );
  expect(complaints.page).toEqual([]); // the code is still good
});

test('an address of the lessons that leads nowhere says so, and what was learnt here stays', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(server.url);
  await page.locator('[data-begin]').click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.locator('[data-main]')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 trên máy này' })).toBeVisible();

  const missing = 'Bài này không có trên máy. Mời cô chú chọn bài khác.';
  for (const address of ['/learn/khong-co', '/learn/%22%3E%3Cscript%3E', '/learn/constructor']) {
    await page.goto(server.url + address);
    await expect(page.getByText(missing)).toBeVisible();
  }
  await expectSaid(page, missing, 'This lesson is not on this device. Please choose another one.');
  await page.getByRole('link', { name: 'See the lessons' }).click();
  await expect(page.locator('[data-lesson="vneid-activate"]')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 on this device' })).toBeVisible();
  expect(complaints.page).toEqual([]);
});

test('an address that the app does not have says so, and leads back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/khong-co/trang-nay`);
  await expectSaid(
    page,
    'Địa chỉ này không dẫn tới đâu cả. Cô chú về màn hình đầu nhé.',
    'This address leads nowhere. Let us go back to the first screen.',
  );
  await page.getByRole('link', { name: 'To the first screen' }).click();
  await expect(page.locator('[data-begin]')).toBeVisible();
  // The router's own note for a developer; nothing else.
  expect(complaints.page).toEqual([expect.stringContaining('Not found: /khong-co/trang-nay')]);
});

test('a class or a person that is not here is told so, and the classes stay', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/house`);
  await page.locator('input[name="username"]').fill('tap-huan');
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.locator('[data-class]')).toHaveCount(3);
  await untilExchanged(page);

  const noClass = 'Không thấy lớp này trên máy.';
  const noPerson = 'Không thấy người này trên máy.';
  for (const id of [nobody, 'khong-co', '%3Cscript%3E']) {
    for (const address of [`class/${id}`, `class/${id}/sheet`, `person/${id}`]) {
      await page.goto(`${server.url}/house/${address}`);
      await expect(page.getByText(address.startsWith('person') ? noPerson : noClass)).toBeVisible();
    }
  }
  await expectSaid(page, noPerson, 'This person is not on this device.');
  await page.goto(`${server.url}/house/class/${nobody}`);
  await expectSaid(page, noClass, 'This class is not on this device.');
  await page.getByRole('link', { name: 'Back to the classes' }).click();
  await expect(page.locator('[data-class]')).toHaveCount(3);
  expect(complaints.page).toEqual([]);
});

test('a new person without a name, or with a year that cannot be, is asked again and not added', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/house`);
  await page.locator('input[name="username"]').fill('tap-huan');
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Mở lớp', exact: true }).first().click();
  await expect(page.locator('button[data-person]')).toHaveCount(40);
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm người mới' });
  const name = dialog.getByLabel('Họ và tên');
  const year = dialog.getByLabel('Năm sinh');

  await pressUntilSaid(page, 'Thêm và điểm danh', 'Hãy ghi họ và tên.');
  await name.fill('Nguyễn Thị Mẫu Xa');
  await year.fill('1799');
  await pressUntilSaid(page, 'Thêm và điểm danh', 'Năm sinh gồm 4 số, từ 1900 đến nay.');
  await expect(name).toHaveValue('Nguyễn Thị Mẫu Xa');
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('button[data-person]')).toHaveCount(40);
  expect(complaints.page).toEqual([]);
});

test('the server sends no header that the browser does not know', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const address of ['/', '/house', '/learn/vneid-activate']) {
    await page.goto(server.url + address);
    await expect(page.getByRole('button', { name: 'Switch to English' })).toBeVisible();
  }
  expect(complaints.headers).toEqual([]);
});
