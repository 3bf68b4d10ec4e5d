import { partsOf } from './guards';
import type { PracticeApp, Screen } from './schema/app';
import type { Check } from './schema/check';
import type { Guard } from './schema/guard';
import type { Value } from './schema/value';
import type { Path } from './violation';

/** What kind of value a reference must lead to. */
export type Wanted = 'text' | 'digits' | 'money' | 'day';

/** A value that an app asks for, and where in its file it does. */
export interface Reference {
  to: string;
  wants: Wanted;
  path: Path;
}

/** A guard of a screen, and where it stands. */
export interface GuardAt {
  guard: Guard;
  path: Path;
}

/** Every guard of a screen: what is shown while it holds, and cases of what controls and times do. */
export function guardsOn(screen: Screen, at: Path): GuardAt[] {
  const whole = (path: Path, guard: Guard | undefined) => (guard ? [{ guard, path }] : []);
  const casesOf = (path: Path, { cases }: { cases: { if: Guard }[] }) =>
    cases.map((one, index) => ({ guard: one.if, path: [...path, 'cases', index] }));
  return [
    ...screen.shows.flatMap((widget, index): GuardAt[] => {
      const path = [...at, 'shows', index];
      const own = whole(path, widget.if);
      if (widget.kind === 'list')
        return [
          ...own,
          ...widget.rows.flatMap((row, place) => [
            ...whole([...path, 'rows', place], row.if),
            ...casesOf([...path, 'rows', place], row),
          ]),
        ];
      if (widget.kind === 'tabs')
        return [...own, ...widget.bar.flatMap((tab, place) => casesOf([...path, 'bar', place], tab))];
      return 'cases' in widget ? [...own, ...casesOf(path, widget)] : own;
    }),
    ...Object.entries(screen.time).flatMap(([name, outcome]) => casesOf([...at, 'time', name], outcome)),
  ];
}

/** Every reference of an app. */
export function referencesOf(app: PracticeApp): Reference[] {
  const screens = Object.entries(app.screens);
  return [
    ...Object.entries(app.validators).flatMap(([id, check]) => ofCheck(check, ['validators', id])),
    ...screens.flatMap(([id, screen]) =>
      guardsOn(screen, ['screens', id]).flatMap(({ guard, path }) =>
        partsOf(guard).flatMap((part) => ofGuard(part, path)),
      ),
    ),
    ...screens.flatMap(([id, screen]) =>
      screen.shows.flatMap((widget, index): Reference[] =>
        widget.kind === 'camera' && widget.qr !== undefined
          ? [{ to: widget.qr, wants: 'text', path: ['screens', id, 'shows', index] }]
          : [],
      ),
    ),
  ];
}

/** True where a value is of the kind that is wanted. */
export function fits(value: Value, wants: Wanted): boolean {
  if (typeof value !== 'string')
    return (wants === 'money' && 'money' in value) || (wants === 'day' && 'day' in value);
  return wants === 'text' || (wants === 'digits' && /^\d+$/.test(value));
}

function ofCheck(check: Check, path: Path): Reference[] {
  switch (check.kind) {
    case 'digits':
      return [{ to: check.equals, wants: 'digits', path }];
    case 'password':
      return [{ to: check.suggest, wants: 'text', path }];
    case 'amount':
      return [check.equals, check.most].flatMap((to) =>
        to === undefined ? [] : [{ to, wants: 'money', path }],
      );
    case 'date':
      return [{ to: check.equals, wants: 'day', path }];
    case 'customer-code':
      return [{ to: check.equals, wants: 'text', path }];
    case 'text':
      return check.equals === undefined ? [] : [{ to: check.equals, wants: 'text', path }];
    case 'same':
      return [];
  }
}

function ofGuard(guard: Guard, path: Path): Reference[] {
  if (guard.kind === 'equal') return guard.texts.map((to) => ({ to, wants: 'text', path }));
  if (guard.kind === 'above') return [{ to: guard.than, wants: 'money', path }];
  if (guard.kind !== 'total-above') return [];
  return [
    { to: guard.and, wants: 'money', path },
    { to: guard.than, wants: 'money', path },
  ];
}
