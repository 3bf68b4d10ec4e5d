import { expect, test } from '@playwright/test';
import { connect } from '../../src/lib/sync/backend';
import type { SequencedEvent } from '../../src/lib/ledger/event';
import { Device, untilOffline } from '../support/browser';
import { fill, fromCode, next, onScreen, press, rate, tapDigits, tryIt, untilCode } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { demoPassword, openTodaysClass, signIn, untilSent } from '../support/trainer';

let server: Server;
let kiosk: Device;
let tablet: Device;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
  tablet = await Device.create({ width: 820, height: 1180 });
});

test.afterEach(async () => {
  await kiosk.discard();
  await tablet.discard();
  await server.stop();
});

/** Everything in the ledger of a house, as its coordinator may see it. */
async function ledgerOf(house: string): Promise<SequencedEvent[]> {
  const { token } = await connect(server.url, '').signIn('dieu-phoi', demoPassword);
  const backend = connect(server.url, token);
  const events: SequencedEvent[] = [];
  for (;;) {
    const page = await backend.pull(house, events.at(-1)?.seq ?? 0, 1000);
    events.push(...page.events);
    if (!page.more) return events;
  }
}

test('a resident practises, the server and then the kiosk are killed, and the trainer’s sheet is right, once each', async () => {
  const { houses } = JSON.parse(await server.command('demo')) as { houses: { id: string }[] };
  const house = houses[0]?.id ?? '';
  const before = (await ledgerOf(house)).at(-1)?.seq ?? 0; // the demo's past
  const { code } = JSON.parse(await server.command('pair-code', house)) as { code: string };

  await test.step('the installer pairs the kiosk, and the trainer opens today’s class on her tablet', async () => {
    await kiosk.page.goto(`${server.url}/device#code=${code}`);
    await kiosk.page.getByRole('button', { name: 'Ghép máy' }).click();
    await expect(kiosk.page.getByText('Máy này thuộc Nhà văn hóa Khu phố Mẫu 1')).toBeVisible();
    await untilOffline(kiosk.page);
    await signIn(tablet.page, server.url, 'tap-huan');
    await openTodaysClass(tablet.page);
    await untilSent(tablet.page);
    await expect(tablet.page.locator('button[data-person]')).toHaveCount(40);
  });
  const session = new URL(tablet.page.url()).pathname.split('/').at(-1) ?? '';

  const page = kiosk.page;
  let person = '';
  await test.step('a resident touches the kiosk and comes in by her number and picture', async () => {
    await page.goto(server.url); // asks the server for what is new, the class that was just opened too
    await expect(page.locator('[data-unsent="0"]')).toBeVisible();
    await page.locator('[data-begin]').click();
    await page.locator('[data-who="number"]').click();
    await tapDigits(page, '12');
    await page.getByRole('button', { name: 'Xong' }).click();
    person = (await page.locator('button[data-person]').getAttribute('data-person')) ?? '';
    await page.getByRole('button', { name: 'Đúng là tôi' }).click();
    await page.locator('[data-lesson="vneid-activate"]').click();
  });

  await test.step('she errs, is answered, and goes on', async () => {
    await next(page);
    await rate(page, 2);
    await next(page);
    await page.locator('[data-choice="tell-officer"]').click();
    await expect(page.getByText('Cán bộ thật không bao giờ hỏi mã OTP.', { exact: false })).toBeVisible();
    await page.locator('[data-choice="keep"]').click();
    await next(page);
    await onScreen(page, 'phone');
    await tryIt(page);
    await expect(page.getByText('LUYỆN TẬP').first()).toBeVisible();
    await untilCode(page);
  });

  await test.step('the server is killed while she practises; she is helped and finishes', async () => {
    await server.kill('SIGKILL');
    await fill(page, 'otp', '111111');
    await press(page, 'confirm');
    await expect(page.getByText('Mã chưa đúng.', { exact: false })).toBeVisible();
    for (const rung of ['Mã OTP nằm trong tin nhắn', 'Cô chú gõ 6 số', 'Bấm chỗ đang sáng']) {
      await expect(async () => {
        await page.locator('[data-bar="help"]').click();
        await expect(page.getByText(rung, { exact: false })).toBeVisible({ timeout: 800 });
      }).toPass();
    }
    await expect(page.locator('[data-glow]')).toBeVisible();
    await fromCode(page);
    await expect(page.locator('[data-phase="done"]')).toBeVisible();
    await next(page);
    await untilCode(page);
    await fromCode(page);
    await expect(page.locator('[data-phase="passed"]')).toBeVisible();
    await next(page);
    await next(page);
    await page.locator('[data-do="done"]').click();
    await next(page);
    await rate(page, 4);
    await expect(page.locator('[data-passed="true"]')).toBeVisible();
  });

  await test.step('she leaves; the screen forgets her, and says how much is not sent yet', async () => {
    await page.locator('[data-main]').click();
    await expect(page.getByText('Màn hình đã quên hết')).toBeVisible();
    await expect(page.getByRole('button', { name: '6 chưa gửi' })).toBeVisible();
    await page.locator('[data-begin]').click();
    await expect(page.locator('[data-who="guest"]')).toBeVisible();
  });

  await test.step('the kiosk loses its power and starts again without a server, deep links included', async () => {
    await kiosk.kill();
    await kiosk.start();
    await kiosk.page.goto(`${server.url}/learn/vneid-activate`);
    await kiosk.page.locator('[data-who="guest"]').click();
    await expect(kiosk.page.locator('[data-main]')).toBeVisible();
    // The six of before, and the lesson just begun as a guest.
    await expect(kiosk.page.getByRole('button', { name: '7 chưa gửi' })).toBeVisible();
    await kiosk.page.goto(server.url);
    await expect(kiosk.page.getByRole('button', { name: '7 chưa gửi' })).toBeVisible();
  });

  await test.step('the server returns: everything is sent, and each event is there exactly once', async () => {
    await server.restart();
    await kiosk.page.reload();
    await untilSent(kiosk.page);
    const mine = (await ledgerOf(house)).filter((event) => event.person === person && event.seq > before);
    expect(new Set(mine.map(({ id }) => id)).size).toBe(mine.length);
    const counted: Record<string, number> = {};
    for (const { kind } of mine) counted[kind] = (counted[kind] ?? 0) + 1;
    expect(counted).toEqual({
      'attendance.marked': 1,
      'lesson.started': 1,
      'lesson.attempt': 5, // a wrong and a right choice, a wrong code, the task, the check
      'lesson.finished': 1,
      'lesson.rated': 2, // before and after
      'milestone.reached': 1,
    });
    const dseqs = (await ledgerOf(house))
      .filter(({ device }) => device === mine[0]?.device)
      .map(({ dseq }) => dseq);
    expect([...dseqs].sort((a, b) => a - b)).toEqual(dseqs.map((_, at) => at + 1)); // no gap, nothing twice
  });

  await test.step('the trainer’s sheet shows that she came and what she learnt', async () => {
    await tablet.page.goto(`${server.url}/house/class/${session}/sheet`);
    const row = tablet.page.locator(`tr[data-person="${person}"]`);
    await expect(row).toHaveAttribute('data-status', 'present', { timeout: 30_000 });
    await expect(row).toHaveAttribute('data-learning', 'passed');
    await expect(tablet.page.locator('tr[data-status="present"]')).toHaveCount(1);
    await tablet.page.goto(`${server.url}/house/person/${person}`);
    await expect(tablet.page.getByText('Đã làm được').first()).toBeVisible();
    await expect(tablet.page.getByText('Mã chưa đúng.', { exact: false })).toBeVisible();
    await expect(tablet.page.getByText('Tưởng cán bộ được hỏi mã OTP')).toBeVisible();
    await expect(tablet.page.locator('[data-milestone="vneid-activated"]')).toBeVisible();
    await expect(tablet.page.locator('[data-sure="2-4"]')).toBeVisible();
  });
});
