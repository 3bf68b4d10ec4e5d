/** What makes a build whole; `tools/seal-build.mjs` writes it into the build's service worker. */
export interface Manifest {
  /** A hash over all the rest. */
  version: string;
  /** Addresses that carry a hash of what they hold. */
  hashed: string[];
  /** The hash (`integrity`) of what an address holds that stays the same from build to build. */
  named: Record<string, string>;
  /** Likewise, of what is fetched when it is asked for. */
  later: Record<string, string>;
}

/** Which build a device runs, as its service worker remembers it. */
export interface Builds {
  /** The build of the worker itself. */
  own: string;
  /** The build that was in use before it, and is still whole here. */
  before: string | null;
  /** Own has failed to start too often: the build before it is in use, until there is a newer one. */
  rolledBack: boolean;
  /** Own has started once on this device. */
  proven: boolean;
  /** The pages of own that have not yet said that they started, by client id; true where nothing is waited for any more. */
  silent: Record<string, boolean>;
  /** Pages that came from another build than the one in use, by client id. */
  strays: Record<string, string>;
}

/** So many starts in a row that come to nothing, and the build before is used again. */
export const mostFailures = 3;

/** What a page tells the worker about its own start. */
export type Told = 'started' | 'left';

/**
 * What a page asks of a worker; the answer comes by the port that is sent along: from which build it came, which clips the
 * worker's own build needs, and to let go of clips that no build needs any more.
 */
export type Asked = 'build' | 'clips' | 'drop-clips';

/** The build that a page came from, and the one that the next page will come from. */
export interface RunningBuild {
  version: string;
  /** The newer build that would not start here and was given up; null where none was. */
  rolledBack: string | null;
  next: string;
}

/** A clip that a build needs: language, name, SHA-256. */
export type NeededClip = [lang: string, name: string, sha256: string];

/** What is remembered where nothing was. */
export function firstBuild(own: string, before: string | null = null): Builds {
  return { own, before, rolledBack: false, proven: false, silent: {}, strays: {} };
}

/** The build that the next page comes from. */
export function inUse({ own, before, rolledBack }: Builds): string {
  return rolledBack && before !== null ? before : own;
}

/** The build that a page came from. */
export function buildOf(builds: Builds, client: string): string {
  return builds.strays[client] ?? inUse(builds);
}

/** The builds that somebody may still need. */
export function needed(builds: Builds): Set<string> {
  return new Set([builds.own, ...(builds.before ? [builds.before] : []), ...Object.values(builds.strays)]);
}

/** A newer worker takes over, with what is `whole` on the device: pages that are open go on from the build they came from. */
export function takenOver(
  builds: Builds,
  own: string,
  { open, whole }: { open: readonly string[]; whole: readonly string[] },
): Builds {
  if (builds.own === own) return builds;
  const before = inUse(builds);
  const strays = Object.fromEntries(open.map((client) => [client, buildOf(builds, client)]));
  return { ...firstBuild(own, before !== own && whole.includes(before) ? before : null), strays };
}

/**
 * A page is about to come. `open` are the pages there are: of those whose start nothing was heard from, one may be the
 * page that this one takes the place of; the others are only slow, as where a browser opens all its tabs at once.
 */
export function begun(builds: Builds, client: string, open: readonly string[]): Builds {
  const strays = Object.fromEntries(Object.entries(builds.strays).filter(([id]) => open.includes(id)));
  if (builds.rolledBack) return { ...builds, strays };
  const silent = Object.entries(builds.silent);
  const waiting = silent.filter(([id, over]) => !over && open.includes(id)).length;
  const failed = silent.length - waiting + Math.min(1, waiting);
  if (builds.before !== null && failed >= mostFailures) {
    const own = Object.fromEntries(open.map((id) => [id, strays[id] ?? builds.own]));
    return { ...builds, rolledBack: true, silent: {}, strays: own };
  }
  return {
    ...builds,
    strays,
    silent: Object.fromEntries([...silent, [client, false] as const].slice(-2 * mostFailures)),
  };
}

/** What a page says of its start: one that started breaks the row; one that was left before is neither good nor bad. */
export function told(builds: Builds, client: string, what: Told): Builds {
  if (!(client in builds.silent)) return builds;
  if (what === 'started') return { ...builds, proven: true, silent: {} };
  return {
    ...builds,
    silent: Object.fromEntries(Object.entries(builds.silent).filter(([id]) => id !== client)),
  };
}

/** A page that is there and says nothing is waited for no longer. */
export function givenUp(builds: Builds, client: string): Builds {
  return client in builds.silent ? { ...builds, silent: { ...builds.silent, [client]: true } } : builds;
}
