import { partsOf } from '../guards';
import { inputs, isField, outcomes } from '../inputs';
import { guardsOn } from '../references';
import type { PracticeApp } from '../schema/app';
import type { Guard } from '../schema/guard';
import type { Path } from '../violation';
import type { Say } from './say';

/** What a guard looks at exists: a field of numbers, an option of a list, a message, a flag that is raised somewhere. */
export function guardsShape(app: PracticeApp, say: Say): void {
  const screens = Object.entries(app.screens);
  const results = screens.flatMap(([, screen]) =>
    outcomes(screen).flatMap(([, outcome]) => [outcome, ...outcome.cases]),
  );
  const raised = new Set(results.flatMap(({ set }) => set));
  const guards = screens.flatMap(([id, screen]) =>
    guardsOn(screen, ['screens', id]).flatMap(({ guard, path }) =>
      partsOf(guard).map((part) => ({ guard: part, path })),
    ),
  );
  for (const { guard, path } of guards) guardShape(app, raised, guard, path, say);
  const watched = new Set(
    guards.flatMap(({ guard }) => (guard.kind === 'set' || guard.kind === 'unset' ? [guard.flag] : [])),
  );
  for (const flag of new Set(results.flatMap(({ set, unset }) => [...set, ...unset])))
    if (!watched.has(flag))
      say(
        ['screens'],
        'unused',
        `nothing looks at the flag ${flag}`,
        'Let a guard ask for it, or take it out.',
      );
}

function guardShape(app: PracticeApp, raised: Set<string>, guard: Guard, at: Path, say: Say): void {
  const all = Object.values(app.screens).flatMap((screen) => inputs(screen));
  switch (guard.kind) {
    case 'above':
    case 'total-above': {
      const { field } = guard;
      if (
        !all.some((one) => one.id === field && isField(one) && app.validators[one.check]?.kind === 'amount')
      )
        say(at, 'unknown-field', `there is no amount ${field}`, 'Name a field whose validator is an amount.');
      return;
    }
    case 'picked': {
      const { list, option } = guard;
      if (!all.some((one) => one.id === list && 'options' in one && one.options.includes(option)))
        say(
          at,
          'unknown-option',
          `no list ${list} offers ${option}`,
          'Write list.option of a list of this app.',
        );
      return;
    }
    case 'came':
      if (!app.messages[guard.message])
        say(at, 'unknown-message', `there is no message ${guard.message}`, 'Declare it under messages.');
      return;
    case 'set':
    case 'unset':
      if (!raised.has(guard.flag))
        say(at, 'unknown-flag', `nothing sets the flag ${guard.flag}`, 'Let an outcome set it.');
      return;
    case 'equal': // its references are looked at with all others
    case 'all':
    case 'any':
      return;
  }
}
