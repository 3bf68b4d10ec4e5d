import { expect, test } from 'vitest';
import { flatten } from './keys';
import { parseContent } from './parse';
import { readFiles } from './read-files';
import { tasksOf } from './parts';
import { placeValues, toldVariables } from './variables';

const content = parseContent(await readFiles('.'));

/** As a device brings it, from the files. */
function told(id: string) {
  const own = content.lessons[id];
  const persona = own && content.personas[own.value.persona]?.value;
  const place = own && content.places[own.value.place]?.value;
  if (!own || !persona || !place) throw new Error('content has changed its names');
  const words = { vi: {}, en: {} };
  const apps = Object.fromEntries(
    tasksOf(own.value).flatMap(({ task: { app } }) => {
      const one = content.apps[app]?.value;
      return one ? [[app, { app: one, words }]] : [];
    }),
  );
  const bundle = {
    ...{ lesson: own.value, words, persona, place: placeValues(place), misconceptions: [] },
    apps: () => Promise.resolve(apps),
  };
  return toldVariables(bundle, apps, 'vi');
}

test.each(Object.keys(content.lessons))(
  'afterwards a trainer reads no open {{variable}} in what went wrong in %s',
  (id) => {
    const variables = told(id);
    const own = content.lessons[id];
    const apps = own ? tasksOf(own.value).map(({ task }) => task.app) : [];
    const words = [own, ...apps.map((app) => content.apps[app])].flatMap((one) =>
      Object.entries(flatten(one?.words.vi.value ?? {})),
    );
    const slips = words.filter(([key]) => /\.(slip|feedback)\.|\.title$/.test(key));
    expect(slips.length).toBeGreaterThan(0);
    const open = slips.flatMap(([key, text]) =>
      [...text.matchAll(/\{\{([^}, ]+)/g)].filter(([, name = '']) => !(name in variables)).map(() => key),
    );
    expect(open).toEqual([]);
  },
);

test('where scenes of a lesson differ in a value, all of them are told', () => {
  expect(told('scam-qr')['stranger']).toContain(' / ');
});
