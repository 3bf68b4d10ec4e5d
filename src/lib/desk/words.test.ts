import { describe, expect, it } from 'vitest';
import { deskActs, vouchers } from '$lib/ledger/desk';
import { kinds } from '$lib/ledger/kinds';
import '$lib/words/staff';
import { hasWords, language, languages } from '$lib/words/words.svelte';

describe.each(languages)('the desk speaks plainly (%s)', (lang) => {
  const missing = (ids: string[]) => {
    language.current = lang;
    return ids.filter((id) => !hasWords(id));
  };

  it('of every reason, and of what helps', () => {
    const ids = Object.keys(vouchers).flatMap((why) => [`aside:why.${why}.title`, `aside:why.${why}.say`]);
    expect(missing(ids)).toEqual([]);
  });

  it('of every decision', () => {
    expect(missing(deskActs.map((act) => `aside:decided.${act}`))).toEqual([]);
  });

  it('of every kind and of all its fields', () => {
    const ids = kinds.flatMap(({ name, schema }) => {
      const fields = 'entries' in schema ? Object.keys(schema.entries as object) : [];
      expect(fields, name).not.toEqual([]);
      return [`aside:kind.${name}`, ...fields.map((field) => `aside:field.${field}`)];
    });
    expect(missing(ids)).toEqual([]);
  });
});
