import type { Content } from '../parse';
import { tasksOf, type AppTask } from '../parts';
import type { Lesson } from '../schema/lesson';
import type { Say } from './say';

/** What a task names exists, is something to do, and has been practised before it is tested. */
export function taskShape(content: Content, lesson: Lesson, one: AppTask, say: Say): void {
  const { task, path } = one;
  const { app, from, goal } = task;
  if (!content.met.has(`apps/${app}`))
    say([...path, 'app'], 'unknown-app', `there is no app ${app}`, 'Name a folder of content/apps.');
  const screens = content.apps[app]?.value.screens;
  for (const [key, screen] of [
    ['from', from],
    ['goal', goal],
  ] as const)
    if (screens && !screens[screen])
      say([...path, key], 'unknown-screen', `${app} has no screen ${screen}`, 'Name a screen of that app.');
  if (from === goal)
    say(path, 'nothing-to-do', 'the task ends where it begins', 'Let goal be another screen than from.');
  modesShape(one, say);
  if (one.unaided && !practised(lesson, one))
    say(
      path,
      'untaught-check',
      `nobody has practised ${app} before ${one.place}`,
      'Put a coached task in the same app before it.',
    );
}

/** Whoever was shown does it themselves then; and no mode is named twice. */
function modesShape({ task, path }: AppTask, say: Say): void {
  if (!('modes' in task)) return;
  const { modes } = task;
  if (modes.includes('show') && !modes.includes('coach'))
    say(
      [...path, 'modes'],
      'show-then-coach',
      `${task.id} is shown and never tried`,
      'Add coach to the modes: the app hands over to it.',
    );
  if (new Set(modes).size < modes.length)
    say([...path, 'modes'], 'twice', `${task.id} names a mode twice`, 'Name each mode once.');
}

function practised(lesson: Lesson, { task }: AppTask): boolean {
  const all = tasksOf(lesson);
  const at = all.findIndex((one) => one.task === task);
  return all.slice(0, at).some((one) => !one.unaided && one.task.app === task.app);
}
