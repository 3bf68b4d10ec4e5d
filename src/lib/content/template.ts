import type { Files } from './parse';

/** What an author begins with: a lesson, or an app with its first lesson. */
export type Beginning = 'lesson' | 'app';

const templates: Record<Beginning, { folder: string; into: (id: string) => string }[]> = {
  lesson: [{ folder: 'lesson', into: (id) => `lessons/${id}` }],
  app: [
    { folder: 'app', into: (id) => `apps/${id}` },
    { folder: 'app-lesson', into: (id) => `lessons/${id}-lesson` },
  ],
};

/** The folder of the templates, from the root of the project; nothing in it is served. */
export const templateFolder = 'content/template';

/** The files of a new lesson or app by their places, out of the files of the templates. */
export function begun(what: Beginning, id: string, template: Files): Files {
  return Object.fromEntries(
    templates[what].flatMap(({ folder, into }) =>
      Object.entries(template)
        .filter(([file]) => file.startsWith(`${templateFolder}/${folder}/`))
        .map(([file, text]) => [
          `content/${into(id)}/${file.split('/').at(-1) ?? ''}`,
          text.replaceAll(`my-${what}`, id),
        ]),
    ),
  );
}
