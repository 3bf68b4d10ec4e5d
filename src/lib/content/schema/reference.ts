import * as v from 'valibot';

/** Where a value comes from: the persona, the place, the scene of the task, or a message the app has sent. */
export const reference = v.pipe(
  v.string(),
  v.regex(
    /^((persona|place|scene)\.[a-z][a-zA-Z0-9]*|message\.[a-z0-9-]+\.[a-z][a-zA-Z0-9]*)$/,
    'is none of persona.name, place.name, scene.name and message.id.name',
  ),
);
