import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { inputs, isField } from '$lib/content/inputs';
import { asks } from '$lib/content/keys';
import { namesOf } from '$lib/content/rules/app-widgets';
import type { Source } from '$lib/content/source';
import type { Path, Violation } from '$lib/content/violation';
import { untouched } from './context';
import { reaching, type coverage } from './explore';
import { failure } from './failure';
import { screenOf } from './machine';
import { ruleOf } from './rule';
import { valuesOf } from './values';
import type { Walk } from './walk';

/** What the persona has to enter passes the check that asks for it. */
export function rightValues(app: PracticeApp, source: Source, cast: Cast): Violation[] {
  const fields = Object.values(app.screens).flatMap((screen) => inputs(screen).filter(isField));
  return Object.keys(app.validators).flatMap((check) => {
    const field = fields.find((one) => one.check === check);
    if (!field) return [];
    const { shown: _, ...rule } = ruleOf(app, cast, field);
    if (rule.kind === 'same') return [];
    const { right = '' } = valuesOf(rule, untouched());
    const reason = failure(rule, field.id, { ...untouched(), values: { [field.id]: right } });
    return reason
      ? [
          source.violation(
            ['validators', check],
            'right-value',
            `what ${cast.persona.id} is to enter${cast.scene ? ` in ${cast.scene}` : ''} fails its own check: ${reason}`,
            'Correct the value of the persona, scene or message, or the parameters here.',
          ),
        ]
      : [];
  });
}

/** The screens that are come to on a walk. */
export function screensOf(way: Walk): Set<string> {
  return new Set([...way.graph.values()].map(({ snapshot }) => screenOf(snapshot)));
}

/** Screens that nothing leads to, in whatever scene. */
export function unreached(app: PracticeApp, source: Source, seen: Set<string>): Violation[] {
  return Object.keys(app.screens)
    .filter((id) => !seen.has(id))
    .map((id) =>
      source.violation(
        ['screens', id],
        'unreachable',
        `nothing leads to ${id}`,
        'Let a control go there, or take it out.',
      ),
    );
}

type Covered = ReturnType<typeof coverage>;
type Transition = Covered['untaken'][number];

/** A transition that the machine declares and nobody can ever take: a mistake that cannot be made, say. */
export function neverTaken(
  app: PracticeApp,
  source: Source,
  seen: Set<string>,
  transition: Transition,
): Violation[] {
  const screen = transition.source.key;
  if (!seen.has(screen)) return []; // told once, by `unreachable`
  const guard = transition.guard as
    { params?: { field?: string; reason?: string; test?: object } } | undefined;
  const { field, reason, test } = guard?.params ?? {};
  const at = placeOf(app, screen, field ?? transition.eventType.slice(6));
  const what = reason
    ? `${field} is never found ${reason} by ${transition.eventType}`
    : `${transition.eventType} never happens${test ? ` where ${JSON.stringify(test)}` : ''}`;
  return [
    source.violation(
      at,
      'untaken',
      `${screen}: ${what}`,
      'Something before it always comes first, or no scene brings it about; change the order, or take it out.',
    ),
  ];
}

/** Controls that can be pressed and that then do nothing, because no case holds. */
export function deadPresses(
  app: PracticeApp,
  source: Source,
  dead: { screen: string; event: string }[],
): Violation[] {
  const told = new Set(dead.map(({ screen, event }) => `${screen} ${event}`));
  return [...told].map((one) => {
    const [screen = '', event = ''] = one.split(' ');
    return source.violation(
      placeOf(app, screen, event.slice(6)),
      'does-nothing',
      `${screen}: ${event} does nothing where no case holds`,
      'Say what comes of it besides the cases.',
    );
  });
}

/** Where the widget stands that has or holds this name. */
function placeOf(app: PracticeApp, screen: string, name: string): Path {
  const index = app.screens[screen]?.shows.findIndex((widget) => namesOf(widget).includes(name));
  return ['screens', screen, ...(index !== undefined && index >= 0 ? ['shows', index] : [])];
}

/** Screens that no end can be reached from. */
export function stuck(app: PracticeApp, source: Source, way: Walk): Violation[] {
  if (Object.values(app.screens).every(asks)) return []; // an app without an end: its tasks prove their goals
  const free = reaching(way.graph, ({ snapshot }) => snapshot.status === 'done');
  const screens = [...way.graph.values()]
    .filter(({ key }) => !free.has(key))
    .map(({ snapshot }) => screenOf(snapshot));
  return [...new Set(screens)].map((id) =>
    source.violation(
      ['screens', id],
      'stuck',
      `from ${id} no end can be reached`,
      'Give it a way on, or a way back.',
    ),
  );
}

/** A code can be asked for only where the message that brings it has come. */
export function codeless(app: PracticeApp, source: Source, way: Walk): Violation[] {
  return Object.entries(app.screens).flatMap(([id, screen]) =>
    inputs(screen).flatMap((input) => {
      const check = isField(input) ? app.validators[input.check] : undefined;
      const [from, message = ''] = check?.kind === 'digits' ? check.equals.split('.') : [];
      const blind = [...way.graph.values()].some(
        ({ snapshot }) =>
          screenOf(snapshot) === id && !snapshot.context.messages.some((one) => one.id === message),
      );
      return from === 'message' && blind
        ? [
            source.violation(
              ['screens', id],
              'message-first',
              `${id} can ask for ${input.id} before ${message} has come`,
              'Let the message arrive on this screen, or on the way.',
            ),
          ]
        : [];
    }),
  );
}
