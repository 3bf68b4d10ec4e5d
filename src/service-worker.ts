/// <reference types="@sveltejs/kit" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the whole app on the device, so that it opens with the server gone: after one visit every screen,
 * deep links included, comes from here. Answers nothing about people: the API is never cached.
 *
 * A new version waits until the page says that nobody is in the middle of anything (`take-over`).
 */
import { build, files, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

// The page that every address falls back to is in no list of the build: it is named here.
precacheAndRoute([
  { url: '/', revision: version },
  { url: '/_app/version.json', revision: version },
  ...build.map((url) => ({ url, revision: null })), // their names carry their hash
  // Of the other files only what a screen shows: the text's faces and the tab's picture.
  ...files.filter((url) => /\.woff2$|^\/icon\.svg$/.test(url)).map((url) => ({ url, revision: version })),
]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { denylist: [/^\/api\//, /^\/_\//] }));
clientsClaim();

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
