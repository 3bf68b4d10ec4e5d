import type { Control, PracticeApp, Screen } from '$lib/content/app';
import { controls, inputs } from '$lib/content/inputs';
import type { Persona } from '$lib/content/persona';
import { entering, picking, pressing, type PracticeAction } from './actions';
import { failure } from './failure';
import { screenOf, type PracticeSnapshot } from './machine';
import { ruleOf } from './rule';
import { valuesOf } from './values';

/**
 * The next thing to do on the shortest right way to the goal; null at the goal, or where no way leads there.
 * It fills the fields of a screen from top to bottom, then presses. The explorer proves that following it
 * from any state reaches the goal.
 */
export function nextRight(
  app: PracticeApp,
  persona: Persona,
  snapshot: PracticeSnapshot,
  goal: string,
): PracticeAction | null {
  const id = screenOf(snapshot);
  const screen = app.screens[id];
  if (!screen || id === goal || snapshot.status !== 'active') return null;
  const far = distances(app, goal);
  const way = rightWays(screen)
    .map(({ control, go }) => {
      const missing = missingOn(app, persona, screen, control.when, snapshot);
      return { control, missing, cost: missing.length + 1 + (far.get(go) ?? Infinity) };
    })
    .reduce<{ control: Control; missing: PracticeAction[]; cost: number } | null>(
      (best, one) => (one.cost < (best?.cost ?? Infinity) ? one : best),
      null,
    );
  return way && (way.missing[0] ?? pressing(way.control.id));
}

/** How many actions each screen is away from the goal, where every field is still to be filled. */
function distances(app: PracticeApp, goal: string): Map<string, number> {
  const far = new Map([[goal, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [id, screen] of Object.entries(app.screens)) {
      for (const { control, go } of rightWays(screen)) {
        const cost = control.when.length + 1 + (far.get(go) ?? Infinity);
        if (cost < (far.get(id) ?? Infinity)) {
          far.set(id, cost);
          changed = true;
        }
      }
    }
  }
  return far;
}

function rightWays(screen: Screen): { control: Control; go: string }[] {
  return controls(screen).flatMap((control) =>
    control.go && !control.slip ? [{ control, go: control.go }] : [],
  );
}

/** What still has to be filled in before a control works, in the order of the screen. */
function missingOn(
  app: PracticeApp,
  persona: Persona,
  screen: Screen,
  fields: string[],
  { context }: PracticeSnapshot,
): PracticeAction[] {
  return inputs(screen).flatMap((input): PracticeAction[] => {
    const rule = ruleOf(app, persona, input);
    if (!fields.includes(input.id) || failure(rule, input.id, context) === null) return [];
    if (rule.kind === 'choice') return [picking(input.id, rule.right)];
    if (rule.kind === 'pick') {
      const taken = context.picks[input.id] ?? [];
      return taken.length > rule.count
        ? taken.slice(rule.count).map((option) => picking(input.id, option))
        : rule.options
            .filter((option) => !taken.includes(option))
            .slice(0, rule.count - taken.length)
            .map((option) => picking(input.id, option));
    }
    const { right } = valuesOf(rule, context);
    return [entering(input.id, 'right', right ?? '')];
  });
}
