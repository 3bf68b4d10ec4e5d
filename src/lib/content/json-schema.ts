import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { allKinds } from './kinds/all';
import { appSchema } from './schema/app';
import { checkSchema } from './schema/check';
import { checkStep } from './schema/check-step';
import { competencySchema } from './schema/competency';
import { guardSchema } from './schema/guard';
import { lessonSchema } from './schema/lesson';
import { misconceptionSchema } from './schema/misconception';
import { personaSchema } from './schema/persona';
import { placeSchema } from './schema/place';
import { stepSchema } from './schema/step';
import { posterSchema, posterWordsSchema } from './schema/poster';
import { trackSchema } from './schema/track';
import { valueSchema } from './schema/value';
import { widgetSchema } from './schema/widget';
import { wordsSchema } from './schema/words';

/** What a schema chosen by its input is when nothing is chosen yet: the union of all that may be chosen. */
function union(schema: v.GenericSchema): v.GenericSchema {
  const { getter } = schema as v.LazySchema<v.GenericSchema>;
  return getter(undefined);
}

/** The schemas that others refer to, by the names they have there. */
const definitions = {
  step: union(stepSchema),
  check: union(checkStep),
  widget: union(widgetSchema),
  validator: union(checkSchema),
  guard: union(guardSchema),
  value: union(valueSchema),
  words: wordsSchema,
};

const files = {
  lesson: lessonSchema,
  app: appSchema,
  words: wordsSchema,
  persona: personaSchema,
  place: placeSchema,
  track: trackSchema,
  poster: posterSchema,
  'poster-words': posterWordsSchema,
  misconception: misconceptionSchema,
  competency: competencySchema,
};

/** What an author writes, before anything is made of it; rules that only code can say are left to the checker. */
const config: ConversionConfig = { target: 'draft-07', typeMode: 'input', errorMode: 'ignore' };

/** The folder of the schemas, from the root of the project. */
export const schemaFolder = 'content/schema';

type Json = { [key: string]: unknown };

/** A JSON Schema (draft 07) for each kind of content file, by file name; editors complete and check by them. */
export function jsonSchemas(): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [`${name}.schema.json`, jsonSchema(name, schema)]),
  );
}

function jsonSchema(name: string, schema: v.GenericSchema): Json {
  const { $schema, $defs, ...rest } = toJsonSchema(schema, { ...config, definitions }) as Json;
  const used = reachable(rest, ($defs ?? {}) as Record<string, Json>);
  return { $schema, title: `Nhà Số: ${name}`, ...rest, ...(Object.keys(used).length > 0 && { $defs: used }) };
}

/** The definitions that a schema refers to, directly or not, described. */
function reachable(schema: Json, all: Record<string, Json>): Record<string, Json> {
  const found = new Map<string, Json>();
  const follow = (part: Json) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      const definition = all[name];
      if (!definition || found.has(name)) continue;
      found.set(name, described(name, definition));
      follow(definition);
    }
  };
  follow(schema);
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A definition that is one of many kinds, with what each kind is for. */
function described(name: string, definition: Json): Json {
  const about = allKinds[name];
  if (!about || !Array.isArray(definition.anyOf)) return definition;
  return {
    ...definition,
    anyOf: definition.anyOf.map((kind: Json) => {
      const key = ((kind.required ?? []) as string[]).find((one) => one in about);
      return key ? { title: key, description: about[key]?.en, ...kind } : kind;
    }),
  };
}
