import * as v from 'valibot';

const said = v.record(v.string(), v.string());

/** The shape of content/spoken/<lang>.yaml: how what is written is said. */
export const lexiconSchema = v.strictObject({
  words: said,
  hotlines: v.array(v.string()),
  laws: said,
  addresses: said,
  units: said,
  keys: said,
  signs: said,
  names: v.array(v.string()),
});

/** How what is written is said, where its letters do not tell. */
export type Lexicon = v.InferOutput<typeof lexiconSchema>;
