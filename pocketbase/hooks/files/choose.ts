import { extensionOf, shrinks } from './types';

/** How a file is sent: which one beside it is compressed, and how long it may be kept. */
export interface Choice {
  /** The file that is meant, relative to the public folder. */
  path: string;
  /** Ending and name of the compressed twin to send instead. */
  twin: { ending: '.br' | '.gz'; encoding: 'br' | 'gzip' } | null;
  varies: boolean;
  cache: string;
}

/** What a request says that matters here. */
export interface Wish {
  path: string;
  acceptEncoding: string;
  /** A part of a file is asked for. */
  range: boolean;
}

/** Hashed names never change their content; everything else is asked about each time (304 where nothing changed). */
const forever = 'public, max-age=31536000, immutable';
const askFirst = 'no-cache';

/**
 * Chooses the file that answers a path, or null for 404. An address of a page is answered by the one page that
 * the app is; a missing file never is, for a script that arrives as HTML poisons a service worker's cache.
 */
export function choose(wish: Wish, isFile: (path: string) => boolean): Choice | null {
  const path = wish.path.replace(/^\/+/, '');
  if (!isPlain(path)) return null;
  if (path !== '' && isFile(path)) return choice(path, wish, isFile);
  // `/service-worker.js/` asks for a file as well, and is none.
  const last = path.replace(/\/$/, '').split('/').pop() ?? '';
  const isPage = extensionOf(last) === '' && !/^(_app|_|api)(\/|$)/.test(path);
  return isPage && isFile('index.html') ? choice('index.html', wish, isFile) : null;
}

function choice(path: string, wish: Wish, isFile: (path: string) => boolean): Choice {
  const varies = shrinks(path);
  const accepted = encodingsIn(wish.acceptEncoding);
  const twins = [
    { ending: '.br', encoding: 'br' },
    { ending: '.gz', encoding: 'gzip' },
  ] as const;
  const twin =
    varies && !wish.range
      ? twins.find(({ ending, encoding }) => accepted.includes(encoding) && isFile(path + ending))
      : undefined;
  return {
    path,
    twin: twin ?? null,
    varies,
    cache: path.startsWith('_app/immutable/') ? forever : askFirst,
  };
}

/** The encodings that an Accept-Encoding header allows; those it weighs with 0 it forbids. */
function encodingsIn(header: string): string[] {
  return header
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim() ?? '');
}

/** No way up or aside, nothing hidden. */
function isPlain(path: string): boolean {
  if (path === '') return true;
  if (Array.from(path).some((character) => character < ' ' || character === '\\')) return false;
  return path
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.'));
}
