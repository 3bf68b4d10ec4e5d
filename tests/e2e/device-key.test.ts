import { expect, test, type Page } from '@playwright/test';
import { signed, signingWindow } from '../matrix/scene';
import { Device } from '../support/browser';
import { copyHooks } from '../support/hooks-copy';
import { pairKiosk, sayNumber, untilRoll } from '../support/kiosk';
import { next } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { untilSent } from '../support/trainer';

let hooks: Awaited<ReturnType<typeof copyHooks>>;
let server: Server;
let kiosk: Device;

test.beforeEach(async () => {
  hooks = await copyHooks({ files: { 'window.pb.js': signingWindow } });
  server = await startServer({ demo: true, hooks: hooks.folder });
  kiosk = await Device.create({ width: 1280, height: 800 });
  await pairKiosk(kiosk.page, server);
});
test.afterEach(async () => {
  await kiosk.discard();
  await server.stop();
  await hooks.remove();
});

/** What a script in the page can find out about the device, its token and its key. */
function found(page: Page): Promise<{ device: string; token: string; taken: string }> {
  return page.evaluate(async () => {
    const answer = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await answer(indexedDB.open('nha-so'));
    const facts = database.transaction('facts').objectStore('facts');
    const device = (await answer(facts.get('device'))) as { value: string };
    const pairing = (await answer(facts.get('pairing'))) as { value: { token: string } };
    const key = (await answer(facts.get('device-key'))) as { value: CryptoKey };
    database.close();
    const taken = await crypto.subtle.exportKey('jwk', key.value).catch((problem: Error) => problem.name);
    return { device: device.value, token: pairing.value.token, taken: JSON.stringify(taken) };
  });
}

/** As if the device had been off for so long that its token ran out. */
function hold(page: Page, token: string): Promise<void> {
  return page.evaluate(
    (held) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nha-so');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('facts', 'readwrite');
          const facts = writing.objectStore('facts');
          const reading = facts.get('pairing');
          reading.onsuccess = () => {
            const fact = reading.result as { name: string; value: object };
            facts.put({ ...fact, value: { ...fact.value, token: held } });
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(new Error(String(writing.error)));
        };
        opening.onerror = () => reject(new Error(String(opening.error)));
      }),
    token,
  );
}

test('a kiosk that was off for a year sends what it held, and whoever learns there notices nothing', async () => {
  await untilRoll(kiosk.page, server.url);
  const { device, taken } = await found(kiosk.page);
  expect(taken).toBe('"InvalidAccessError"'); // the key can be used here, and not be taken along

  await sayNumber(kiosk.page, 3);
  await kiosk.page.getByRole('button', { name: 'Đúng là tôi' }).click();
  await kiosk.page.locator('[data-lesson="vneid-activate"]').click();
  await expect(kiosk.page.locator('[data-main]')).toBeEnabled();
  await kiosk.page.context().setOffline(true);
  await next(kiosk.page);
  const old = await signed(server.url, device, -365 * 86_400, 'devices');
  await hold(kiosk.page, old);
  await kiosk.kill();
  await kiosk.start();

  await kiosk.page.goto(`${server.url}/device`);
  await untilSent(kiosk.page);
  expect((await found(kiosk.page)).token).not.toBe(old);
  await expect(kiosk.page.getByText('Máy này thuộc')).toBeVisible();
});
