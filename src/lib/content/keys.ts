import { slipKey } from './ids';
import { inputs, outcomes, reasonsOf, slipsOf } from './inputs';
import type { PracticeApp, Screen } from './schema/app';
import type { Widget } from './schema/widget';
import type { Words } from './schema/words';
import { hintKeys } from './ids';

/** Every key of words an app needs: no more and no fewer stand in its vi.yaml and en.yaml. */
export function appKeys(app: PracticeApp): string[] {
  const screens = Object.entries(app.screens);
  return unique([
    'title',
    ...Object.keys(app.messages).flatMap((id) => [`message.${id}.from`, `message.${id}.text`]),
    ...screens.flatMap(([id, screen]) => screenKeys(app, id, screen)),
    ...screens.flatMap(([, screen]) => screen.shows.flatMap(sharedKeys)),
  ]);
}

/** Every slip that can be made on a screen: wrong controls, and every way a needed field can be wrong. */
export function slipsOn(app: PracticeApp, id: string, screen: Screen): string[] {
  const needed = new Set(outcomes(screen).flatMap(([, { when }]) => when));
  return unique([
    ...outcomes(screen).flatMap(([, outcome]) => slipsOf(outcome).map(({ slip }) => `${id}.${slip}`)),
    ...inputs(screen)
      .filter((input) => needed.has(input.id))
      .flatMap((input) => reasonsOf(app, input).map((reason) => `${id}.${input.id}.${reason}`)),
  ]);
}

/** True where a screen waits for something from the resident, and so owes hints. */
export function asks(screen: Screen): boolean {
  return outcomes(screen).length > 0;
}

function screenKeys(app: PracticeApp, id: string, screen: Screen): string[] {
  return [
    `${id}.title`,
    ...screen.shows.flatMap((widget) => widgetKeys(widget).map((key) => `${id}.${key}`)),
    ...Object.keys(screen.time).map((name) => `${id}.time.${name}`),
    ...slipsOn(app, id, screen).map(slipKey),
    ...(asks(screen) ? hintKeys(id) : []),
  ];
}

/** The words of a widget, below its screen. */
function widgetKeys(widget: Widget): string[] {
  switch (widget.kind) {
    case 'notice':
    case 'card':
    case 'call':
    case 'tabs':
      return [];
    case 'text':
    case 'picture':
    case 'receipt':
    case 'address':
    case 'field':
    case 'keypad':
    case 'toggle':
    case 'sign':
    case 'button':
    case 'camera':
      return [widget.id];
    case 'dialog':
      return [`${widget.id}.text`, `${widget.id}.ok`];
    case 'choice':
    case 'files':
    case 'map':
    case 'pick':
      return [`${widget.id}.label`, ...widget.options.map((option) => `${widget.id}.option.${option}`)];
    case 'list':
      return widget.rows.flatMap(({ id, sub }) => [
        `${widget.id}.${id}`,
        ...(sub ? [`${widget.id}.${id}-sub`] : []),
      ]);
  }
}

/** The words of a widget that all screens of the app share. */
function sharedKeys(widget: Widget): string[] {
  switch (widget.kind) {
    case 'card':
    case 'receipt':
      return widget.shows.map((name) => `card.${name}`);
    case 'call':
      return [`call.${widget.id}.from`, `call.${widget.id}.says`];
    case 'tabs':
      return widget.bar.map(({ id }) => `tabs.${widget.id}.${id}`);
    default:
      return [];
  }
}

/** The texts of words by their whole keys: `{ identify: { send: 'Gửi' } }` → `identify.send`. */
export function flatten(words: Words, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[before + key, value]]
        : Object.entries(flatten(value, `${before}${key}.`)),
    ),
  );
}

function unique(keys: string[]): string[] {
  return [...new Set(keys)];
}
