import * as v from 'valibot';

/**
 * A map that says what it is by which key it has (`button: send` is a button). Only the schema of that kind is
 * tried, so an error names the one thing that is wrong instead of everything it might have been. Asked without an
 * input, as the generator of JSON Schemas asks, it is the union of all kinds.
 */
export function byKey<Output>(
  kinds: Record<string, v.GenericSchema<unknown, Output>>,
): v.GenericSchema<unknown, Output> {
  const names = Object.keys(kinds);
  const none = v.pipe(
    v.unknown(),
    v.check(() => false, `has none of the keys ${names.join(', ')}`),
    v.transform((value) => value as Output),
  );
  const any = v.union(Object.values(kinds));
  return v.lazy((input) => {
    if (input === undefined) return any;
    const name = names.find((key) => typeof input === 'object' && input !== null && key in input);
    return (name ? kinds[name] : undefined) ?? none;
  });
}
