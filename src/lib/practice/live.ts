import type { Guard, PracticeApp, Result, Screen } from '$lib/content/app';
import { partsOf } from '$lib/content/guards';
import { inputs, isField, outcomes } from '$lib/content/inputs';
import { guardsOn } from '$lib/content/references';

/** The names of what an app remembers: `field.…` (what is typed or picked), `message.…`, `flag.…`. */
type Names = ReadonlySet<string>;

/** The inputs that an app still remembers on screens that do not show them: what makes many states out of few. */
export function rememberedInputs(app: PracticeApp): string[] {
  const live = liveNames(app);
  const left = Object.entries(app.screens).flatMap(([id, screen]) => {
    const own = inputs(screen).map((input) => `field.${input.id}`);
    return [...(live.get(id) ?? [])].filter((name) => name.startsWith('field.') && !own.includes(name));
  });
  return [...new Set(left)].map((name) => name.slice('field.'.length));
}

const known = new WeakMap<PracticeApp, Map<string, Names>>();

/** Of each screen, what can still be looked at once it is open. */
export function liveNames(app: PracticeApp): Map<string, Names> {
  const live = known.get(app) ?? findLive(app);
  known.set(app, live);
  return live;
}

/** The fixed point of what is seen and what is emptied on each way, as in a compiler. */
function findLive(app: PracticeApp): Map<string, Names> {
  const screens = Object.entries(app.screens);
  const ways = new Map(screens.map(([id, screen]) => [id, waysOut(app, id, screen)]));
  const before = comingInto(ways);
  const live = new Map(screens.map(([id, screen]) => [id, seenOn(app, id, screen)]));
  const open = screens.map(([id]) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const from of before.get(id) ?? []) {
      const own = live.get(from) ?? new Set();
      const size = own.size;
      for (const { go, kills } of ways.get(from) ?? [])
        if (go === id) for (const name of live.get(id) ?? []) if (!kills.has(name)) own.add(name);
      if (own.size > size) open.push(from);
    }
  }
  return live;
}

interface WayOut {
  go: string;
  kills: Names;
}

function waysOut(app: PracticeApp, id: string, screen: Screen): WayOut[] {
  return outcomes(screen)
    .flatMap(([, outcome]): Result[] => [outcome, ...outcome.cases])
    .map(({ go = id, clear, send, set, unset }) => ({
      go,
      kills: new Set([
        ...clear.map((field) => `field.${field}`),
        ...[...send, ...(go === id ? [] : (app.screens[go]?.arrives ?? []))].map((one) => `message.${one}`),
        ...[...set, ...unset].map((flag) => `flag.${flag}`),
      ]),
    }));
}

function comingInto(ways: Map<string, WayOut[]>): Map<string, Set<string>> {
  const into = new Map<string, Set<string>>();
  for (const [from, out] of ways)
    for (const { go } of out) {
      const others = into.get(go);
      if (others) others.add(from);
      else into.set(go, new Set([from]));
    }
  return into;
}

/** What a screen itself looks at: its inputs, what they are compared with, what its guards ask, its messages. */
function seenOn(app: PracticeApp, id: string, screen: Screen): Set<string> {
  const asked = inputs(screen).flatMap((input) => {
    const check = isField(input) ? app.validators[input.check] : undefined;
    const [from, message = ''] = check?.kind === 'digits' ? check.equals.split('.') : [];
    return [
      `field.${input.id}`,
      ...(check?.kind === 'same' ? [`field.${check.field}`] : []),
      ...(from === 'message' ? [`message.${message}`] : []),
    ];
  });
  const guarded = guardsOn(screen, ['screens', id]).flatMap(({ guard }) => partsOf(guard).flatMap(lookedAt));
  const shown = screen.shows.flatMap((one) => (one.kind === 'notice' ? [`message.${one.message}`] : []));
  return new Set([...asked, ...guarded, ...shown]);
}

function lookedAt(guard: Guard): string[] {
  switch (guard.kind) {
    case 'above':
    case 'total-above':
      return [`field.${guard.field}`];
    case 'picked':
      return [`field.${guard.list}`];
    case 'came':
      return [`message.${guard.message}`];
    case 'set':
    case 'unset':
      return [`flag.${guard.flag}`];
    case 'equal':
    case 'all':
    case 'any':
      return [];
  }
}
