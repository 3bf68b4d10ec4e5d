import * as v from 'valibot';

/**
 * A map that says what it is by which key it has (`button: send` is a button). Only the schema of that kind is
 * tried, so an error names the one thing that is wrong instead of everything it might have been.
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
  return v.lazy((input) => {
    const name = names.find((key) => typeof input === 'object' && input !== null && key in input);
    return (name ? kinds[name] : undefined) ?? none;
  });
}
