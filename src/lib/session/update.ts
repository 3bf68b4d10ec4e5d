import type { Asked, NeededClip, RunningBuild, Told } from './builds';
import { store } from './device';

/**
 * A page that has been there for so long has started (ms): what fails at a start (a file that is missing, a database that
 * does not open, a first screen that throws) does so in the first second or two, also on a slow kiosk, and nobody who
 * only comes and goes stays so long.
 */
const aliveFor = 5_000;

/** A worker that does not answer in this time is not there (ms). */
const answersIn = 10_000;

/** When a new build may take over. */
export interface TakeOver {
  /** Whether the page may be thrown away at this very moment; asked last of all. */
  mayReload?: () => boolean;
  /** Brings what must be here besides; false where it is not. */
  ready?: (waiting: ServiceWorker) => Promise<boolean>;
}

/** What came of letting a new build in. */
export type TakenOver =
  | 'nothing-new'
  /** Something it needs is not here yet; the next call asks again. */
  | 'not-ready'
  /** Somebody is here: the page goes on from its own build, and the next one comes from the new one. */
  | 'somebody-came'
  | 'reloads';

/** Tells the worker that this page has started, once it has been there for a few seconds, or that it was left before. */
export function tellOfStart(): void {
  const say = (what: Told) => navigator.serviceWorker.controller?.postMessage(what);
  const timer = setTimeout(() => {
    document.removeEventListener('visibilitychange', leave);
    say('started');
  }, aliveFor);
  const leave = () => {
    if (document.visibilityState !== 'hidden') return;
    document.removeEventListener('visibilitychange', leave);
    clearTimeout(timer);
    say('left');
  };
  document.addEventListener('visibilitychange', leave);
}

/** The build that this page came from; null where no worker keeps the app, or none that knows builds. */
export async function runningBuild(): Promise<RunningBuild | null> {
  const worker = navigator.serviceWorker?.controller;
  return worker ? ((await ask(worker, 'build')) as RunningBuild | null) : null;
}

/** Every clip that the build of a worker needs; null where that cannot be told now. */
export async function clipsOf(worker: ServiceWorker): Promise<NeededClip[] | null> {
  return (await ask(worker, 'clips')) as NeededClip[] | null;
}

/** Lets go of the clips that no build on this device needs. */
export async function dropClips(worker: ServiceWorker): Promise<void> {
  await ask(worker, 'drop-clips');
}

function ask(worker: ServiceWorker, what: Asked): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(() => resolve(null), answersIn);
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(what, [port2]);
  });
}

/** Tells once a new version is here and waits to take over. */
export async function whenUpdateWaits(told: () => void): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  if (!registration) return;
  const look = () => {
    if (registration.waiting) told();
    registration.installing?.addEventListener('statechange', look);
  };
  registration.addEventListener('updatefound', look);
  look();
}

/**
 * Lets a waiting build take over and reloads into it, or does what is left of that; call only where nobody is in the
 * middle of anything. A page is reloaded only where the next one comes from another build, and once for each build.
 */
export async function takeOverUpdate({
  mayReload = () => true,
  ready = () => Promise.resolve(true),
}: TakeOver = {}): Promise<TakenOver> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const waiting = registration?.waiting;
  if (waiting) {
    if (!(await ready(waiting))) return 'not-ready';
    if (!mayReload()) return 'somebody-came';
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
    waiting.postMessage('take-over');
    await changed;
  }
  const running = await runningBuild();
  if (!running || running.next === running.version) return 'nothing-new';
  if ((await store.fact('reloaded-into')) === running.next) return 'nothing-new';
  if (!mayReload()) return 'somebody-came';
  await store.setFact('reloaded-into', running.next);
  if (!mayReload()) {
    await store.setFact('reloaded-into', null);
    return 'somebody-came';
  }
  location.reload();
  return 'reloads';
}
