/// <reference types="@sveltejs/kit" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the whole app on the device, so that it opens with the server gone: after one visit every screen,
 * deep links included, comes from here. Answers nothing about people: the API is never cached.
 *
 * Voices are no part of what is stored at first: src/lib/narration/keep.ts stores them later, whole and proved,
 * and this only hands them out.
 *
 * A new version waits until the page says that nobody is in the middle of anything (`take-over`).
 */
import { build, files, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import { createPartialResponse } from 'workbox-range-requests';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** The cache of clips; src/lib/narration/keep.ts fills it. */
const voices = 'audio-v1';

// The page that every address falls back to is in no list of the build: it is named here.
precacheAndRoute([
  { url: '/', revision: version },
  { url: '/_app/version.json', revision: version },
  ...build.map((url) => ({ url, revision: null })), // their names carry their hash
  // What can be said: without it a screen does not know which clips to ask for.
  ...['vi', 'en'].map((lang) => ({ url: `/audio/${lang}/index.txt`, revision: version })),
  // Of the other files only what a screen shows: the text's faces and the tab's picture.
  ...files.filter((url) => /\.woff2$|^\/icon\.svg$/.test(url)).map((url) => ({ url, revision: version })),
]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { denylist: [/^\/api\//, /^\/_\//] }));
clientsClaim();

// A player asks for parts of a clip; a part of what is kept is cut here, and what is not kept the server sends.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/audio/'),
  async ({ request, url }) => {
    if (request.cache === 'reload') return fetch(request); // it is being stored anew
    const kept = await (await caches.open(voices)).match(url.pathname);
    if (!kept) return fetch(request);
    return request.headers.has('range') ? createPartialResponse(request, kept) : kept;
  },
);

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
