import type { PracticeApp, Widget } from '$lib/content/app';
import { appNamespace } from '$lib/content/ids';
import type { PracticeAction } from './actions';

/** The string id of what a control is called, by the action that touches it; undefined where no widget has it. */
export function nameOf(
  app: PracticeApp,
  screen: string,
  { control, option }: PracticeAction,
): string | undefined {
  const shown = app.screens[screen];
  const own = (path: string) => `${appNamespace(app.id)}:${path}`;
  if (shown && control in shown.time) return own(`${screen}.time.${control}`);
  const named = shown?.shows.flatMap((widget) => nameIn(widget, control, option) ?? [])[0];
  if (named === undefined || named.startsWith('practice:')) return named;
  return own(named.startsWith('tabs.') ? named : `${screen}.${named}`);
}

/** Below the screen; a bar has its words in common with other screens, and what signs, with other apps. */
function nameIn(widget: Widget, control: string, option = ''): string | undefined {
  if (widget.kind === 'list')
    return widget.rows.some(({ id }) => id === control) ? `${widget.id}.${control}` : undefined;
  if (widget.kind === 'tabs')
    return widget.bar.some(({ id }) => id === control) ? `tabs.${widget.id}.${control}` : undefined;
  if (widget.id !== control) return undefined;
  switch (widget.kind) {
    case 'field':
    case 'keypad':
    case 'toggle':
    case 'button':
    case 'camera':
      return control;
    case 'choice':
    case 'files':
    case 'map':
    case 'pick':
      return `${control}.option.${option}`;
    case 'sign':
      return option === 'blank' ? 'practice:sign-again' : 'practice:sign-for-me';
    case 'dialog':
      return `${control}.ok`;
    default:
      return undefined; // only looked at; a text may be called as a field is
  }
}
