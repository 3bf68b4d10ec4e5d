import * as v from 'valibot';
import { clipFolder } from './clips';

/** The cache of clips; the service worker hands out of it. */
export const voices = 'audio-v1';

/** Read by `keepClips` to see whether what is kept is still what it should be. */
const seal = 'x-sha256';

/** How many clips are fetched at a time: voices must not crowd out what somebody is waiting for. */
const atOnce = 2;

const listSchema = v.array(v.tuple([v.string(), v.string(), v.number()]));

/** What came of keeping clips: how many are on the device now, and how many are not, or are damaged. */
export interface KeptClips {
  kept: number;
  failed: number;
}

/** A clip to be kept: language, name, SHA-256 of its file. */
export type WantedClip = readonly [lang: string, name: string, sha256: string];

/**
 * Keeps the clips of a list on the device: those of one lesson, or of what is said `everywhere`. Rejects where the list
 * cannot be had.
 */
export async function keepList(list: string, lang = 'vi'): Promise<KeptClips> {
  const url = `${clipFolder(lang)}/lists/${list}.json`;
  const answer = await fetch(url, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`No list of clips for ${list}: ${answer.status}`);
  const wanted = v.parse(listSchema, await answer.json());
  return keepClips(
    url,
    wanted.map(([name, sha256]) => [lang, name, sha256]),
  );
}

/**
 * Keeps clips on the device. Each is fetched whole, proved by its SHA-256 and stored once; what is there already is left.
 * Only one page of a browser does it at a time. What was wanted under a name is noted when all of it is here: while that
 * stays the same there is nothing to look at. Once it is told to stop, it ends after the clip in hand; what it did not come
 * to counts as failed.
 */
export async function keepClips(
  name: string,
  wanted: readonly WantedClip[],
  stop?: AbortSignal,
): Promise<KeptClips> {
  return navigator.locks.request('nha-so:voices', async () => {
    const cache = await caches.open(voices);
    const text = JSON.stringify(wanted);
    if ((await (await cache.match(name))?.text()) === text) return { kept: wanted.length, failed: 0 };
    let kept = 0;
    const waiting = wanted.values();
    const worker = async () => {
      for (const [lang, clip, sha256] of waiting) {
        const here = await keep(cache, `${clipFolder(lang)}/${clip}.m4a`, sha256).catch(() => null);
        if (here) kept += 1;
        if (here === null || stop?.aborted) return; // no network: the others would not come either
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (kept === wanted.length) await cache.put(name, new Response(text));
    return { kept, failed: wanted.length - kept };
  });
}

/** True when the clip is on the device, whole and as it should be. */
async function keep(cache: Cache, url: string, sha256: string): Promise<boolean> {
  const there = await cache.match(url);
  if (there?.headers.get(seal) === sha256) return true;
  const answer = await fetch(url, { cache: 'reload' });
  if (answer.status !== 200) return false;
  const bytes = await answer.arrayBuffer();
  if ((await digest(bytes)) !== sha256) return false;
  const headers = {
    'Content-Type': 'audio/mp4',
    'Content-Length': String(bytes.byteLength),
    'Accept-Ranges': 'bytes',
    [seal]: sha256,
  };
  await cache.put(url, new Response(bytes, { headers }));
  return true;
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
