import type { Manifest, NeededClip } from './builds';

/** Each build has a cache of its own, by its version. */
const prefix = 'build-';

/** The cache of clips, which all builds share: a clip is named by what it says. */
const voices = 'audio-v1';

/** The entry that is written last: a cache that has it is whole. */
const mark = '/build.json';

/** So many files are fetched at a time. */
const atOnce = 3;

/** The versions that are whole on this device. */
export async function wholeBuilds(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const whole = await Promise.all(names.map(async (name) => (await caches.open(name)).match(mark)));
  return names.filter((_, at) => whole[at]).map((name) => name.slice(prefix.length));
}

/**
 * Brings a build onto the device: what an earlier one has in the same way is copied, the rest fetched. Rejects where
 * one file cannot be had; what has come stays for the next try, and nobody uses a build that has no mark.
 */
export async function installBuild(manifest: Manifest): Promise<void> {
  const cache = await caches.open(prefix + manifest.version);
  if (await cache.match(mark)) return;
  const earlier = await Promise.all((await wholeBuilds()).map(readEarlier));
  const files = [
    ...manifest.hashed.map((url) => [url, undefined] as const),
    ...Object.entries(manifest.named),
  ].values();
  const bring = async () => {
    for (const [url, hash] of files) {
      if (await cache.match(url)) continue;
      const from = earlier.find(({ has }) => has(url, hash));
      const answer = (await from?.cache.match(url)) ?? (await fetchWhole(url, hash));
      await cache.put(url, answer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, bring));
  await cache.put(mark, new Response(JSON.stringify(manifest)));
}

async function manifestOf(version: string): Promise<Manifest> {
  const answer = await (await caches.open(prefix + version)).match(mark);
  if (!answer) throw new Error(`Build ${version} is not whole here`);
  return (await answer.json()) as Manifest;
}

async function readEarlier(version: string) {
  const cache = await caches.open(prefix + version);
  const manifest = await manifestOf(version);
  const hashed = new Set(manifest.hashed);
  const has = (url: string, hash?: string) =>
    hash === undefined ? hashed.has(url) : (manifest.named[url] ?? manifest.later[url]) === hash;
  return { cache, has };
}

/**
 * A file as the build has it. Where the server has meanwhile got another build, a file with a hash in its name is not
 * there, and any other is known by its hash not to be the one. Some networks answer everything with a page of theirs.
 */
async function fetchWhole(url: string, integrity?: string): Promise<Response> {
  const answer = await fetch(url, integrity ? { integrity, cache: 'reload' } : {});
  const page = answer.headers.get('Content-Type')?.startsWith('text/html') && url !== '/';
  if (answer.status !== 200 || page) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** What a build has at an address, or undefined where it has nothing there. A list of clips is brought when it is asked for. */
export async function fromBuild(version: string, url: string): Promise<Response | undefined> {
  const cache = await caches.open(prefix + version);
  const kept = await cache.match(url);
  if (kept || !url.includes('/lists/')) return kept;
  const hash = (await manifestOf(version)).later[url];
  if (hash === undefined) return undefined;
  const earlier = await Promise.all((await wholeBuilds()).map(readEarlier));
  const from = earlier.find(({ has }) => has(url, hash));
  await cache.put(url, (await from?.cache.match(url)) ?? (await fetchWhole(url, hash)));
  return cache.match(url);
}

/** Every clip that a build needs. Rejects where a list of them cannot be had. */
export async function clipsOfBuild(version: string): Promise<NeededClip[]> {
  const clips = new Map<string, NeededClip>();
  const { later } = await manifestOf(version);
  for (const url of Object.keys(later)) {
    const list = (await (await fromBuild(version, url))?.json()) as [string, string][];
    const lang = url.split('/')[2] ?? '';
    for (const [name, sha256] of list) clips.set(`${lang}/${name}`, [lang, name, sha256]);
  }
  return [...clips.values()];
}

/** Lets go of clips that no build on this device needs, in use or waiting. Rejects where that cannot be told. */
export async function dropClips(): Promise<void> {
  const cache = await caches.open(voices);
  const lists = await Promise.all((await wholeBuilds()).map(clipsOfBuild));
  const wanted = new Set(lists.flat().map(([lang, name]) => `/audio/${lang}/${name}.m4a`));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('.m4a') && !wanted.has(pathname)) await cache.delete(request);
  }
}

/** Lets go of builds that nobody needs, and of what the worker of an older kind kept. */
export async function dropBuilds(needed: ReadonlySet<string>): Promise<void> {
  const old = (await caches.keys()).filter(
    (name) => name !== voices && !needed.has(name.slice(prefix.length)),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}
