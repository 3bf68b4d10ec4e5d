import { outcomes } from './inputs';
import type { Files } from './parse';
import type { PracticeApp } from './schema/app';

/** What an author begins with: a lesson, alone or in an app; the app is begun too where it is only named. */
export interface Beginning {
  lesson: string;
  app?: string | PracticeApp;
}

/** The folder of the templates, from the root of the project; nothing in it is served. */
export const templateFolder = 'content/template';

/** The files of a new lesson, and of its app, by their places, out of the files of the templates. */
export function begun({ lesson, app }: Beginning, template: Files): Files {
  const name = typeof app === 'object' ? app.id : app;
  const way = typeof app === 'object' ? wayThrough(app) : 'from: home, goal: sent';
  const names: Record<string, string> = {
    'my-app-lesson': lesson,
    'my-lesson': lesson,
    'my-app': name ?? '',
    'from: home, goal: sent': way,
  };
  const copied = (folder: string, into: string) =>
    Object.entries(template)
      .filter(([file]) => file.startsWith(`${templateFolder}/${folder}/`))
      .map(([file, text]) => [
        `content/${into}/${file.split('/').at(-1) ?? ''}`,
        text.replace(/my-app-lesson|my-lesson|my-app|from: home, goal: sent/g, (found) => names[found] ?? ''),
      ]);
  return Object.fromEntries([
    ...(typeof app === 'string' ? copied('app', `apps/${app}`) : []),
    ...copied(name === undefined ? 'lesson' : 'app-lesson', `lessons/${lesson}`),
  ]) as Files;
}

/** The files of a new poster by their places, out of the files of the templates. */
export function begunPoster(id: string, template: Files): Files {
  return Object.fromEntries(
    Object.entries(template)
      .filter(([file]) => file.startsWith(`${templateFolder}/poster/`))
      .map(([file, text]) => [
        `content/posters/${id}/${file.split('/').at(-1) ?? ''}`,
        text.replace('my-poster', id),
      ]),
  );
}

/** From the start of an app to its first end; where it has none, to its last screen. */
function wayThrough({ start, screens }: PracticeApp): string {
  const ends = Object.entries(screens).filter(([, screen]) => outcomes(screen).length === 0);
  const goal = ends[0]?.[0] ?? Object.keys(screens).at(-1) ?? start;
  return `from: ${start}, goal: ${goal}`;
}
