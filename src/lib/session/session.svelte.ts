import type { LedgerEvent } from '$lib/ledger/event';
import type { Kind } from '$lib/ledger/kind';
import { deviceId, record as writeDown, type Draft } from '$lib/ledger/record';
import { keepFolded } from '$lib/ledger/keep-folded';
import type { Backend } from '$lib/sync/backend';
import type { ErrorCode, FirstSignInResponse } from '$lib/sync/protocol';
import { Refusal } from '$lib/sync/refusal';
import { language } from '$lib/words/words.svelte';
import { guessPanel, store, type Pairing, type Panel } from './device';
import { dropSealed, forgetSealed, keepSealed, openSealed } from './sealed';
import { housesOf, partingFact, type Staff } from './staff';

const withServer = () => import('./with-server');

/** The server, which is where the app came from, as it answers whoever shows this token; '' for nobody. */
async function serverFor(token: string): Promise<Backend> {
  const { connect } = await withServer().catch(() => {
    throw new Refusal('offline'); // without a network it may not be here yet; another time it will be
  });
  return connect(location.origin, token, language.current);
}

/** How often a token is renewed and roles are asked for where nobody reloads the page (ms). */
const renewEvery = 6 * 3_600_000;

/** Somebody who came with a one-time password; in memory alone, until they have chosen their own. */
export interface Newcomer {
  name: string;
  username: string;
  token: string;
  /** The one-time password. */
  password: string;
}

/** Who and what this browser is: the device, its house, and the staff member signed in, if any. */
class Session {
  /** False until the database has been asked; screens wait for it. */
  ready = $state(false);
  pairing = $state.raw<Pairing | null>(null);
  staff = $state.raw<Staff | null>(null);
  newcomer = $state.raw<Newcomer | null>(null);
  panel = $state.raw<Panel>({ profile: 'phone', mm: 6.3 });
  /** True for a phone that belongs to somebody, so that it may remember them; a shared screen must not. */
  readonly personal = $derived(this.panel.profile === 'phone' && !this.pairing);
  /** True for a screen that stands in a house's public room, where strangers take turns. */
  readonly shared = $derived(this.panel.profile === 'kiosk' && this.pairing !== null);
  /** True on the page that paired the device, for whoever is still setting it up. */
  installing = $state(false);
  /** The house that this tab knows the device to belong to. */
  #house = '';
  /** This tab is pairing the device itself. */
  joining = $state(false);
  #writing = new Set<Promise<LedgerEvent>>();
  #sync: { nudge: () => void; stop: () => void } | null = null;

  #started: Promise<void> | null = null;

  /** Reads who this device is, and begins to keep in step with the server. Whoever asks again waits for the same. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  async #start(): Promise<void> {
    await keepFolded(store);
    this.pairing = (await store.fact<Pairing | null>('pairing')) ?? null;
    this.#house = this.pairing?.house.id ?? '';
    if (this.pairing) await this.#sealHere();
    this.staff = (await store.fact<Staff | null>('staff')) ?? null;
    this.panel = (await store.fact<Panel>('panel')) ?? guessPanel(innerWidth);
    this.nudge();
    this.ready = true;
    void this.renew();
    setInterval(() => void this.renew(), renewEvery);
  }

  /** Another tab paired this device: what is said in this one is written down first, then it begins anew as a part of the house. */
  async heed(pairing: Pairing | null): Promise<void> {
    if (!this.ready || this.joining || !pairing || pairing.house.id === this.#house) return;
    this.#house = pairing.house.id;
    await this.written();
    location.reload();
  }

  /** Where the server can be asked, takes a fresh token and what has changed of the roles; else keeps what it has. */
  async renew(): Promise<void> {
    const before = this.staff;
    if (!before) return;
    try {
      const answer = await (await serverFor(before.token)).me();
      if (this.staff !== before) return; // signed out, or somebody else in, while the server thought
      const staff: Staff = { ...answer.staff, token: answer.token, memberships: answer.memberships };
      await store.setFact('staff', staff);
      this.staff = staff;
    } catch (problem) {
      // Without a network the old token does; where it has run out, the exchange says so on screen.
      if (!(problem instanceof Refusal)) throw problem;
      // The password may be another by now, or the account closed: the one it was sealed with opens nothing here any more.
      if (problem.code === 'not-signed-in') await forgetSealed(store, before.username);
    }
  }

  /**
   * Where the server says that this device is to leave, it does; what was on screen goes with the page. Where it does not
   * let somebody in any more, what they still are is asked for at once.
   */
  async #obey(told: ErrorCode): Promise<void> {
    if (told === 'not-allowed' || told === 'not-signed-in') await this.renew();
    const pairing = await store.fact<Pairing | null>('pairing');
    if (!pairing) return;
    const { sayFarewell } = await withServer();
    const farewell = await sayFarewell(store, told, await serverFor(pairing.token));
    if (farewell === 'gone') location.replace('/');
  }

  /** Tries an exchange with the server now; begins to keep in step with it once it knows anybody here. */
  nudge(): void {
    this.#keepInStep().catch((problem: unknown) => console.error(problem));
  }

  async #keepInStep(): Promise<void> {
    if (this.#sync) return this.#sync.nudge();
    if (!this.pairing && !this.staff && !(await store.fact(partingFact))) return;
    const { sendersHere, startSyncing } = await withServer();
    this.#sync ??= startSyncing(
      store,
      () => sendersHere(store),
      (code) => this.#obey(code),
    );
  }

  /** A full disk must not shut the house: what is not sealed now, is at the next start. */
  async #sealHere(): Promise<void> {
    try {
      const { sealHere } = await withServer();
      await sealHere(store);
    } catch (problem) {
      console.error(problem);
    }
  }

  /** Offers the server again what was set aside. */
  async retryAside(): Promise<void> {
    const { retryAside } = await withServer();
    await retryAside(store);
    this.nudge();
  }

  /** Writes down what a resident did here. House: the device's, or that of whoever lent it. */
  record<Payload>(kind: Kind<Payload>, payload: NoInfer<Payload>, person = ''): Promise<LedgerEvent> {
    const lender = this.staff && housesOf(this.staff)[0];
    return this.#write(kind, payload, { house: this.pairing?.house.id ?? lender?.id ?? '', person });
  }

  /** Writes down what the signed-in staff member did, in a house of theirs. */
  recordAsStaff<Payload>(
    kind: Kind<Payload>,
    payload: NoInfer<Payload>,
    house: string,
    person = '',
  ): Promise<LedgerEvent> {
    return this.#write(kind, payload, { house, person, author: this.staff?.id ?? '' });
  }

  /** Resolves when everything said so far is written, or has failed to be: before that no page may be thrown away. */
  async written(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }

  #write<Payload>(kind: Kind<Payload>, payload: NoInfer<Payload>, draft: Draft): Promise<LedgerEvent> {
    return this.#waitFor(
      this.#run()
        .catch(() => undefined)
        .then((run) => writeDown(store, kind, payload, { ...draft, run })),
    );
  }

  /** The run that the clock is in, where a server may ask; what keeps count may not be here yet, or the disk be full. */
  async #run(): Promise<number | undefined> {
    if (!this.pairing && !this.staff) return undefined;
    const { runNow } = await withServer();
    return runNow(store);
  }

  #waitFor(writing: Promise<LedgerEvent>): Promise<LedgerEvent> {
    this.#writing.add(writing);
    const done = () => this.#writing.delete(writing);
    writing.then(done, done);
    return writing;
  }

  /**
   * Signs in at the server, or, without a network, with what is sealed on this device. With a one-time password they are
   * a newcomer, and not signed in before `changePassword`. Throws a `Refusal`.
   */
  async signIn(username: string, password: string): Promise<void> {
    const name = username.trim().toLowerCase();
    try {
      const known = (await store.fact<string>(`known:${name}`)) ?? '';
      const backend = await serverFor('');
      const answer = await backend.signIn(name, password, { device: await deviceId(store), known });
      if (answer.mustChange) this.newcomer = { ...answer.staff, token: answer.token, password };
      else await this.#enter(answer, password);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      if (problem.code === 'wrong-sign-in') await dropSealed(store, name, password);
      if (problem.code !== 'offline') throw problem;
      const staff = await openSealed(store, name, password);
      if (staff === undefined) throw problem;
      if (staff === null) throw new Refusal('wrong-sign-in');
      await this.#welcome(staff);
    }
  }

  /**
   * Changes the password of the newcomer, who is signed in with that, or of the staff member signed in. What is sealed
   * here opens with the new one from now on; other devices have to sign in again. Throws a `Refusal`.
   */
  async changePassword(old: string, chosen: string): Promise<void> {
    const token = this.newcomer?.token ?? this.staff?.token ?? '';
    const device = await deviceId(store);
    const backend = await serverFor(token);
    await this.#enter(await backend.changePassword({ old, new: chosen, device }), chosen);
    this.newcomer = null;
  }

  async #enter(answer: FirstSignInResponse, password: string): Promise<void> {
    const staff: Staff = { ...answer.staff, token: answer.token, memberships: answer.memberships };
    await store.setFact(`known:${staff.username}`, answer.known);
    await keepSealed(store, password, staff);
    await this.#welcome(staff);
  }

  async #welcome(staff: Staff): Promise<void> {
    await store.setFact('staff', staff);
    this.staff = staff;
    await this.retryAside(); // a new role may be what was missing
  }

  /** Signs the staff member out; what they have not sent yet stays, and is sent in their name as soon as it can be. */
  async signOut(): Promise<void> {
    const { partWith } = await withServer();
    if (this.staff) await partWith(store, this.staff);
    await store.setFact('staff', null);
    this.staff = null;
    await this.#sealHere();
    this.nudge();
  }

  /**
   * Voids every token of the account, wherever it is, and signs out here. What waits on a device stays there, and is sent
   * when they sign in on it again. Throws a `Refusal`.
   */
  async signOutEverywhere(): Promise<void> {
    await this.asStaff((server) => server.signOutEverywhere());
    await this.signOut();
  }

  /** Trades a one-time code for the device's own token. Throws a `Refusal`. */
  async pair(code: string): Promise<void> {
    const backend = await serverFor('');
    const { pairHere } = await withServer();
    this.joining = true;
    try {
      this.pairing = await pairHere(store, backend, code);
      this.#house = this.pairing.house.id;
      this.installing = true;
    } finally {
      this.joining = false;
    }
    this.nudge();
  }

  /** Asks the server something in the name of the staff member signed in. Throws a `Refusal`. */
  async asStaff<Answer>(ask: (server: Backend) => Promise<Answer>): Promise<Answer> {
    return ask(await serverFor(this.staff?.token ?? ''));
  }

  /** Leaves out what is stuck on this device, in the name of the signed-in staff member. */
  async leaveOut(id: string, reason: string): Promise<LedgerEvent> {
    const { leaveOut } = await withServer();
    return this.#waitFor(leaveOut(store, id, reason, this.staff?.id ?? ''));
  }

  /** Keeps how large things are on this panel. */
  async setPanel(panel: Panel): Promise<void> {
    await store.setFact('panel', panel);
    this.panel = panel;
  }
}

export const session = new Session();
