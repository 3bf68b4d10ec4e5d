import type { ClientResponseError } from 'pocketbase';
import type { Mark } from '$lib/ledger/event';
import type { Beat, BeatResponse } from './beat';
import type { CarryRequest, CarryResponse } from './carry';
import type { AsideQuery, AsideResponse, Decide, DecideResponse } from './desk';
import type { ChallengeResponse, PairRequest, TokenRequest, TokenResponse } from './device-token';
import type { FleetAlert, FleetResponse, LinkResponse, Seen } from './fleet';
import {
  errorCodes,
  type CardsRequest,
  type CardsResponse,
  type DeviceChange,
  type DevicesResponse,
  type ErrorCode,
  type FirstSignInResponse,
  type LeftRequest,
  type LeftResponse,
  type PairCodeResponse,
  type PairResponse,
  type PullResponse,
  type PushRequest,
  type PushResponse,
  type SignInResponse,
} from './protocol';
import { Refusal } from './refusal';
import type { PasswordChange, StaffChange, StaffChangeResponse, StaffQuery, StaffResponse } from './staff';

/** A request that has no answer after this long counts as lost (ms); a batch is then halved. */
const patience = 30_000;

/** The server as the rest of the app sees it. Every call resolves to the answer or throws a `Refusal`. */
export interface Backend {
  /** `on`: the device, and what it was given when the same account signed in on it before; '' where it never did. */
  signIn(
    username: string,
    password: string,
    on?: { device: string; known: string },
  ): Promise<FirstSignInResponse>;
  me(): Promise<SignInResponse>;
  /** Changes the password of whoever asks; every other token of theirs is void. */
  changePassword(change: PasswordChange): Promise<FirstSignInResponse>;
  /** Voids every token of whoever asks. */
  signOutEverywhere(): Promise<unknown>;
  /** Who works in a house and what was done about them; by its coordinators. */
  staff(query: StaffQuery): Promise<StaffResponse>;
  changeStaff(change: StaffChange): Promise<StaffChangeResponse>;
  pairCode(house: string): Promise<PairCodeResponse>;
  pair(request: PairRequest): Promise<PairResponse>;
  /** What a device has to sign for a new token. */
  challenge(device: string): Promise<ChallengeResponse>;
  /** A new token for a device's signature. */
  deviceToken(request: TokenRequest): Promise<TokenResponse>;
  devices(house: string): Promise<DevicesResponse>;
  changeDevice(change: DeviceChange): Promise<DevicesResponse>;
  /** A kiosk says how it is. */
  beat(told: Beat): Promise<BeatResponse>;
  /** How the devices are that the asker looks after. */
  fleet(): Promise<FleetResponse>;
  /** Their lines week by week. */
  fleetLink(): Promise<LinkResponse>;
  /** The asker has seen an alert. */
  seeAlert(seen: Seen): Promise<FleetAlert>;
  /** Signatures for new cards. */
  cards(request: CardsRequest): Promise<CardsResponse>;
  /** What lies on the desk of a house; by its coordinators. */
  aside(query: AsideQuery): Promise<AsideResponse>;
  decideAside(decision: Decide): Promise<DecideResponse>;
  /** This device, told to leave, has handed over all it held. */
  left(request: LeftRequest): Promise<LeftResponse>;
  push(request: PushRequest): Promise<PushResponse>;
  /** What another device wrote, out of a file. */
  carry(request: CarryRequest): Promise<CarryResponse>;
  pull(house: string, since: number, limit: number, mark?: Mark): Promise<PullResponse>;
  /**
   * Listens to houses until the answer is called. `heard`: something new, and up to which number where the server says;
   * `ended`: once, at the first trouble; nothing is tried again from here.
   */
  listen(
    houses: readonly string[],
    heard: (house: string, seq: number | undefined) => void,
    ended: () => void,
  ): () => void;
}

/** The SDK comes when the server is spoken to for the first time: whoever only learns does not need it. */
const sdk = () => import('pocketbase');

/** A backend at an address, speaking with the given token; '' for nobody. The only place that knows the SDK. */
export function connect(url: string, token: string, language = 'vi'): Backend {
  async function open() {
    const { default: PocketBase, BaseAuthStore } = await sdk();
    // The token lives in the device's database; the SDK's default store is localStorage, which a power cut loses.
    const store = new BaseAuthStore();
    store.save(token);
    const client = new PocketBase(url, store, language);
    client.autoCancellation(false);
    client.afterSend = (response, data: Record<string, unknown>) => ({
      ...data,
      ...(response.ok ? {} : { retryAfter: Number(response.headers.get('Retry-After')) || 0 }),
    });
    return client;
  }
  let opened: ReturnType<typeof open> | undefined;

  async function send<Answer>(path: string, method: 'GET' | 'POST', body?: unknown): Promise<Answer> {
    const client = await (opened ??= open()).catch(() => {
      opened = undefined; // without a network it may not be here yet; another time it will be
      throw new Refusal('offline');
    });
    try {
      return await client.send<Answer>(path, { method, body, signal: AbortSignal.timeout(patience) });
    } catch (problem) {
      throw toRefusal(problem);
    }
  }

  function listen(...[houses, heard, ended]: Parameters<Backend['listen']>): () => void {
    const line = new EventSource(`${url}/api/realtime`);
    const end = () => {
      line.close();
      ended();
    };
    line.addEventListener('error', end);
    line.addEventListener('PB_CONNECT', ({ data }: MessageEvent<string>) => {
      const { clientId } = JSON.parse(data) as { clientId: string };
      const subscriptions = houses.map((house) => `house/${house}`);
      send('/api/realtime', 'POST', { clientId, subscriptions }).catch(end);
    });
    for (const house of houses) {
      line.addEventListener(`house/${house}`, ({ data }: MessageEvent<string>) => {
        heard(house, (JSON.parse(data) as { seq?: number }).seq);
      });
    }
    return () => line.close();
  }

  return {
    listen,
    signIn: (username, password, on) => send('/api/v1/sign-in', 'POST', { username, password, ...on }),
    me: () => send('/api/v1/me', 'GET'),
    changePassword: (change) => send('/api/v1/me/password', 'POST', change),
    signOutEverywhere: () => send('/api/v1/me/sign-out', 'POST'),
    staff: ({ house, after, limit }) =>
      send(`/api/v1/staff?house=${house}&limit=${limit}${after ? `&after=${after}` : ''}`, 'GET'),
    changeStaff: (change) => send('/api/v1/staff', 'POST', change),
    pairCode: (house) => send('/api/v1/pair-codes', 'POST', { house }),
    pair: (request) => send('/api/v1/pair', 'POST', request),
    challenge: (device) => send('/api/v1/devices/challenge', 'POST', { device }),
    deviceToken: (request) => send('/api/v1/devices/token', 'POST', request),
    devices: (house) => send(`/api/v1/devices?house=${house}`, 'GET'),
    changeDevice: (change) => send('/api/v1/devices', 'POST', change),
    beat: (told) => send('/api/v1/devices/beat', 'POST', told),
    fleet: () => send('/api/v1/fleet', 'GET'),
    fleetLink: () => send('/api/v1/fleet/link', 'GET'),
    seeAlert: (seen) => send('/api/v1/fleet/seen', 'POST', seen),
    cards: (request) => send('/api/v1/cards', 'POST', request),
    aside: ({ house, state, after, limit }) =>
      send(
        `/api/v1/aside?house=${house}&state=${state}&limit=${limit}${after ? `&after=${after}` : ''}`,
        'GET',
      ),
    decideAside: (decision) => send('/api/v1/aside/decide', 'POST', decision),
    left: async (request) =>
      isWhole(
        await send<LeftResponse>('/api/v1/devices/left', 'POST', request),
        ({ forked }) => typeof forked === 'boolean',
      ),
    push: async (request) =>
      isWhole(
        await send<PushResponse>('/api/v1/sync/push', 'POST', request),
        ({ results, receipts, marks }) => Boolean(Array.isArray(results) && receipts && marks),
      ),
    carry: (request) => send('/api/v1/sync/carry', 'POST', request),
    pull: async (house, since, limit, mark) =>
      isWhole(
        await send<PullResponse>(
          `/api/v1/sync/pull?house=${house}&since=${since}&limit=${limit}` +
            (mark?.chain ? `&mark=${mark.seq}.${mark.chain}` : ''),
          'GET',
        ),
        ({ events, next, mark: given }) =>
          Array.isArray(events) && typeof next === 'number' && Boolean(given),
      ),
  };
}

/** What answers in the server's place (a captive portal, a proxy) must not be taken for it. */
function isWhole<Answer extends { epoch: string }>(
  answer: Answer,
  rest: (answer: Answer) => boolean,
): Answer {
  if (typeof answer.epoch === 'string' && answer.epoch !== '' && rest(answer)) return answer;
  throw new Refusal('server');
}

/** By its shape: the class itself would bring the whole SDK. */
function isResponseError(problem: unknown): problem is ClientResponseError {
  return problem instanceof Error && 'status' in problem && 'response' in problem;
}

function toRefusal(problem: unknown): Refusal {
  if (!isResponseError(problem)) return new Refusal('server');
  if (problem.status === 0) {
    const cause: unknown = problem.originalError;
    return new Refusal('offline', 0, cause instanceof DOMException && cause.name === 'TimeoutError');
  }
  const body = problem.response as { error?: { code?: string }; retryAfter?: number };
  const named = errorCodes.find((code) => code === body.error?.code);
  return new Refusal(named ?? byStatus(problem.status), body.retryAfter ?? 0);
}

function byStatus(status: number): ErrorCode {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  if (status >= 400 && status < 500) return 'bad-request';
  return 'server';
}
