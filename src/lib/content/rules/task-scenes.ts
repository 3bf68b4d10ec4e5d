import type { Content } from '../parse';
import { tasksOf } from '../parts';
import type { Violation } from '../violation';

/** A task in an app with scenes names the one it is played in; an app without scenes takes none. */
export function taskScenes(content: Content): Violation[] {
  return Object.values(content.lessons).flatMap(({ value: lesson, source }) =>
    tasksOf(lesson).flatMap(({ place, task, path }) => {
      const app = content.apps[task.app]?.value;
      const scenes = Object.keys(app?.scenes ?? {});
      if (!app || (task.scene === undefined ? !scenes.length : scenes.includes(task.scene))) return [];
      return [
        source.violation(
          [...path, 'scene'],
          'unknown-scene',
          task.scene === undefined
            ? `${place} names no scene of ${app.id}`
            : `${app.id} has no scene ${task.scene}`,
          scenes.length ? `Name one of ${scenes.join(', ')}.` : 'Take the scene out.',
        ),
      ];
    }),
  );
}
