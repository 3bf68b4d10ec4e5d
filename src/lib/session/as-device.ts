import type { LedgerStore } from '$lib/ledger/store';
import type { Backend } from '$lib/sync/backend';
import { noteSkew } from '$lib/sync/clock-skew';
import { skewFact } from '$lib/sync/skew-fact';
import { tokenText } from '$lib/sync/device-token';
import { Refusal } from '$lib/sync/refusal';
import type { Pairing } from './device';
import { signerHere } from './device-key';
import { isDue } from './token-due';

/** What a paired device asks for in its own name. */
type AsDevice = Pick<Backend, 'push' | 'pull' | 'carry' | 'listen'>;

/**
 * The server for the paired device itself, for one exchange. Where its token is about to run out, or the server does not
 * know it any more, the device gets a new one by its own key and goes on: whoever is before it notices nothing.
 */
export function asDevice(
  store: LedgerStore,
  connectBy: (token: string) => Backend,
  now: () => Date = () => new Date(),
): AsDevice {
  let asked = false;
  let open: { token: string; backend: Backend } | undefined;
  const by = ({ token }: Pairing): Backend => {
    if (open?.token !== token) open = { token, backend: connectBy(token) };
    return open.backend;
  };
  /** Once in an exchange; null where this device has no key, or asked already. */
  const renewed = async (held: Pairing): Promise<Pairing | null> => {
    if (asked) return null;
    asked = true;
    return renew(store, held, by(held), now);
  };

  async function ask<Answer>(request: (backend: Backend) => Promise<Answer>): Promise<Answer> {
    const held = await store.fact<Pairing | null>('pairing');
    if (!held) throw new Refusal('not-signed-in');
    const serverTime = now().getTime() + ((await store.fact<number>(skewFact)) ?? 0);
    const early = isDue(held.token, serverTime) ? await renewed(held).catch(unlessCutOff) : null;
    try {
      return await request(by(early ?? held));
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.code !== 'not-signed-in') throw problem;
      const fresh = await renewed(held);
      if (!fresh) throw problem;
      return request(by(fresh));
    }
  }

  return {
    push: (request) => ask((backend) => backend.push(request)),
    pull: (house, since, limit, mark) => ask((backend) => backend.pull(house, since, limit, mark)),
    carry: (request) => ask((backend) => backend.carry(request)),
    // After it has asked: only then is it known with which token the server knows it.
    listen: (...asked) => open?.backend.listen(...asked) ?? (() => undefined),
  };
}

/** Where no new token is to be had, the old one does until the server says otherwise. */
function unlessCutOff(problem: unknown): null {
  if (problem instanceof Refusal && problem.code === 'revoked') throw problem;
  return null;
}

/** Gets a new token by the device's own key, and keeps it; null where the device has no key. Throws a `Refusal`. */
async function renew(
  store: LedgerStore,
  held: Pairing,
  backend: Backend,
  now: () => Date,
): Promise<Pairing | null> {
  const sign = await signerHere(store);
  const device = await store.fact<string>('device');
  if (!sign || !device) return null;
  const { nonce } = await backend.challenge(device);
  const signature = await sign(tokenText({ house: held.house.id, device, nonce }));
  const asked = now();
  const answer = await backend.deviceToken({ device, nonce, signature }).catch((problem: unknown) => {
    // Too many tries are tries that were wrong: this device is not known any more, and waits before it asks again.
    if (!(problem instanceof Refusal) || problem.code !== 'too-many') throw problem;
    throw new Refusal('not-signed-in', problem.retryAfter);
  });
  await noteSkew(store, asked, now(), answer.now);
  return store.transaction('rw', store.facts, async () => {
    const pairing = await store.fact<Pairing | null>('pairing');
    // Paired anew meanwhile, or sent away: that counts.
    if (pairing?.token !== held.token) return pairing ?? null;
    const fresh: Pairing = { ...pairing, token: answer.token };
    await store.setFact('pairing', fresh);
    return fresh;
  });
}
