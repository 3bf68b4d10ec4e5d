import type { PracticeApp } from '$lib/content/app';
import { inputs } from '$lib/content/inputs';
import { asks } from '$lib/content/keys';
import type { Persona } from '$lib/content/persona';
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
export function rightValues(app: PracticeApp, source: Source, persona: Persona): Violation[] {
  const fields = Object.values(app.screens).flatMap((screen) =>
    inputs(screen).flatMap((input) => (input.kind === 'field' ? [input] : [])),
  );
  return Object.keys(app.validators).flatMap((check) => {
    const field = fields.find((one) => one.check === check);
    const rule = field && ruleOf(app, persona, field);
    if (!rule || rule.kind === 'same') return [];
    const { right = '' } = valuesOf(rule, untouched());
    const reason = failure(rule, field.id, { values: { [field.id]: right }, picks: {} });
    return reason
      ? [
          source.violation(
            ['validators', check],
            'right-value',
            `what ${persona.id} is to enter fails its own check: ${reason}`,
            'Correct the value of the persona or message, or the parameters here.',
          ),
        ]
      : [];
  });
}

function screensOf(way: Walk): Set<string> {
  return new Set([...way.graph.values()].map(({ snapshot }) => screenOf(snapshot)));
}

/** Screens that nothing leads to. */
export function unreached(app: PracticeApp, source: Source, way: Walk): Violation[] {
  const seen = screensOf(way);
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

type Transition = ReturnType<typeof coverage>['untaken'][number];

/** A transition that the machine declares and nobody can ever take: a mistake that cannot be made, say. */
export function neverTaken(app: PracticeApp, source: Source, way: Walk, transition: Transition): Violation[] {
  const screen = transition.source.key;
  if (!screensOf(way).has(screen)) return []; // told once, by `unreachable`
  const guard = transition.guard as { params?: { field?: string; reason?: string } } | undefined;
  const { field, reason } = guard?.params ?? {};
  const index = app.screens[screen]?.shows.findIndex(
    ({ id }) => id === (field ?? transition.eventType.slice(6)),
  );
  const at: Path = ['screens', screen, ...(index !== undefined && index >= 0 ? ['shows', index] : [])];
  const what = reason
    ? `${field} is never found ${reason} by ${transition.eventType}`
    : `${transition.eventType} never happens`;
  return [
    source.violation(
      at,
      'untaken',
      `${screen}: ${what}`,
      'Something before it always comes first; change the order, or take it out.',
    ),
  ];
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
      const check = input.kind === 'field' ? app.validators[input.check] : undefined;
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
