/// <reference types="@sveltejs/kit" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the whole app on the device, so that it opens with the server gone: after one visit every screen,
 * deep links included, comes from here. Answers nothing about people: the API is never cached.
 *
 * Each build has a cache of its own, and a page is answered out of the build that it came from, whatever has come since.
 * A new build waits until the page says that nobody is in the middle of anything (`take-over`); one that does not start
 * makes room for the build before it (src/lib/session/builds.ts decides, this does).
 *
 * Voices are no part of what is stored at first: src/lib/narration/keep.ts stores them later, whole and proved,
 * and this only hands them out.
 */
import { createPartialResponse } from 'workbox-range-requests';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import {
  clipsOfBuild,
  dropBuilds,
  dropClips,
  fromBuild,
  installBuild,
  wholeBuilds,
} from '$lib/session/build-cache';
import {
  begun,
  buildOf,
  firstBuild,
  givenUp,
  inUse,
  needed,
  takenOver,
  told,
  type Asked,
  type Builds,
  type Manifest,
  type RunningBuild,
} from '$lib/session/builds';
import { readBuilds, writeBuilds } from '$lib/session/builds-kept';

declare const self: ServiceWorkerGlobalScope & { __build: Manifest };

const manifest = self.__build;
const own = manifest.version;

/** The cache of clips; src/lib/narration/keep.ts fills it. */
const voices = 'audio-v1';

/** A page that says nothing for so long has not started (ms); a slow kiosk needs five seconds, and says so after five more. */
const patience = 30_000;

let known: Promise<Builds> | undefined;

/**
 * What is remembered. Read once: while this worker is in charge nobody else writes. A page hears of a new worker, and may
 * ask it, before it has been told itself that it is in charge.
 */
const recall = () =>
  (known ??=
    self.serviceWorker.state === 'activated'
      ? readBuilds().then((kept) => (kept?.own === own ? kept : firstBuild(own)))
      : inCharge);
const inCharge = new Promise<Builds>((resolve) =>
  self.addEventListener('activate', (event) => {
    known = takeCharge();
    resolve(known);
    event.waitUntil(known.then(() => self.clients.claim()));
  }),
);

/** Remembers something else, one change after the other. */
function change(how: (builds: Builds) => Builds): Promise<Builds> {
  known = recall().then(async (builds) => {
    const changed = how(builds);
    if (changed !== builds) await writeBuilds(changed);
    return changed;
  });
  return known;
}

/** The pages there are, by client id. */
async function openPages(): Promise<string[]> {
  return (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id);
}

self.addEventListener('install', (event) => event.waitUntil(installBuild(manifest)));

async function takeCharge(): Promise<Builds> {
  const whole = await wholeBuilds();
  const kept = (await readBuilds()) ?? firstBuild(whole.find((version) => version !== own) ?? own);
  const builds = takenOver(kept, own, { open: await openPages(), whole });
  await writeBuilds(builds);
  // One that is on its way has begun its cache; what is left over goes the next time.
  if (!self.registration.installing && !self.registration.waiting) await dropBuilds(needed(builds));
  return builds;
}

registerRoute(
  new NavigationRoute(
    async ({ event, request }) => {
      const { resultingClientId: client } = event as FetchEvent;
      const open = await openPages();
      endWaiting();
      const builds = await change((before) => begun(before, client, open));
      if (builds.before !== null && !builds.proven && !builds.rolledBack) event.waitUntil(giveUpOn(client));
      return (await fromBuild(inUse(builds), '/')) ?? fetch(request);
    },
    { denylist: [/^\/api\//, /^\/_\//] },
  ),
);

/** Ends the waiting for a page: it was heard, or another one comes. */
let endWaiting = (): void => undefined;

/**
 * Loads a page anew that came from a build which has never started here, and says nothing: nobody stands before a kiosk
 * who would. Three times nothing brings the build before it.
 */
async function giveUpOn(client: string): Promise<void> {
  const inVain = await new Promise<boolean>((resolve) => {
    endWaiting = () => resolve(false); // a worker that waits would keep the next one waiting, too
    setTimeout(() => resolve(true), patience);
  });
  if (!inVain || (await recall()).silent[client] !== false) return;
  const page = await self.clients.get(client);
  if (!(page instanceof WindowClient) || page.visibilityState !== 'visible') return;
  await change((builds) => givenUp(builds, client));
  await page.navigate(page.url);
}

// A player asks for parts of a clip; a part of what is kept is cut here, and what is not kept the server sends.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/audio\/.*\.m4a$/.test(url.pathname),
  async ({ request, url }) => {
    if (request.cache === 'reload') return fetch(request); // it is being stored anew
    const kept = await (await caches.open(voices)).match(url.pathname);
    if (!kept) return fetch(request);
    return request.headers.has('range') ? createPartialResponse(request, kept) : kept;
  },
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !/^\/(api|_)\//.test(url.pathname),
  async ({ event, request, url }) => {
    const version = buildOf(await recall(), (event as FetchEvent).clientId);
    return (await fromBuild(version, url.pathname)) ?? fetch(request);
  },
);

self.addEventListener('message', (event) => {
  const client = event.source instanceof Client ? event.source.id : '';
  const data: unknown = event.data;
  if (data === 'take-over') event.waitUntil(self.skipWaiting());
  else if (data === 'started' || data === 'left') {
    endWaiting();
    event.waitUntil(change((builds) => told(builds, client, data)));
  } else event.waitUntil(answer(data as Asked, client).then((said) => event.ports[0]?.postMessage(said)));
});

/** Answers what a page asks; null where it cannot be told now. */
async function answer(asked: Asked, client: string): Promise<unknown> {
  if (asked === 'clips') return clipsOfBuild(own).catch(() => null);
  if (asked === 'drop-clips') return dropClips().catch(() => null);
  const builds = await recall();
  const running: RunningBuild = {
    version: buildOf(builds, client),
    rolledBack: builds.rolledBack ? builds.own : null,
    next: inUse(builds),
  };
  return running;
}
