import adapter from '@sveltejs/adapter-static';
import { sealBuild } from './tools/seal-build.mjs';

// One page for every address: the app is a client that works with the server gone.
const site = adapter({ fallback: 'index.html', pages: 'build' });

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: {
      name: 'a site that is kept whole',
      async adapt(builder) {
        await site.adapt(builder);
        sealBuild('build');
        await builder.compress('build'); // after the last change
      },
    },
    // A build is told by what is in it (tools/seal-build.mjs): a name that is new each time would change every file.
    version: { name: 'nha-so' },
    paths: { relative: false },
    // Registered by src/lib/session/offline.ts, which owns when an update may take over.
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-inline'],
        'connect-src': ['self'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'media-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
      },
    },
  },
};
