import fc from 'fast-check';

/** The same nasty things each time: a seed for everything that is made up. */
const seed = 20261124;

/** Values that nothing that is asked for allows, whatever it is. */
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[true, -1, 0.1, 2 ** 53 + 2, 1e308, -1e-308, [], {}, [[]], [null], { a: [] }],
    ...[
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff\ud800',
      '\u202e',
      '%',
      '%00',
      "' OR 1=1 --",
      '"; DROP TABLE events',
    ],
    ...['../../etc/passwd', '{{7*7}}', '${7*7}', '\u001b[2J', 'ﷺ'.repeat(40), 'e\u0301'.repeat(500)],
    ...['9'.repeat(400), 'x'.repeat(3000), '2026-02-30T00:00:00.000Z', 'G'.repeat(32), 'A'.repeat(33)],
  ),
  fc.object({ maxDepth: 3, key: fc.constantFrom('__proto__', 'constructor', 'toString', 'id', '') }),
  fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 }),
);

/** Texts of a body that are no right body of any route, made of one that is. */
export function badTexts(good: Record<string, unknown>, runs: number): string[] {
  const right = JSON.stringify(good);
  const fields = Object.keys(good);
  const wrongField = fc
    .tuple(fc.constantFrom(...fields), values)
    .map(([field, value]) => JSON.stringify({ ...good, [field]: value }));
  const missing = fc.constantFrom(...fields).map((field) => JSON.stringify({ ...good, [field]: undefined }));
  const more = fc.tuple(fc.string({ minLength: 1 }), values).map(([name, value]) => {
    return JSON.stringify({ ...good, [`x${name}`]: value });
  });
  const twice = fc.tuple(fc.constantFrom(...fields), values).map(([field, value]) => {
    return `${right.slice(0, -1)},${JSON.stringify(field)}:${JSON.stringify(value)}}`;
  });
  const cut = fc.nat(right.length - 1).map((at) => right.slice(0, at));
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .jsonValue({ maxDepth: 4 })
      .filter(isNoObject)
      .map((value) => JSON.stringify(value)),
    fc.constantFrom('NaN', '1e99999', "{'a':1}", '{"a":1,}', '\ufeff{}', '[,]', '"\\ud800"', '\u0000'),
  );
  return fc.sample(fc.oneof(wrongField, missing, more, twice, cut, noise), { seed, numRuns: runs });
}

const isNoObject = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Array.isArray(value);

/** Texts that cost much to read: deep, wide and long. Each is under a megabyte, or it would not be read at all. */
export const heavyTexts: [what: string, text: string][] = [
  ['a million brackets', '['.repeat(990_000)],
  ['lists in lists', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
  ['objects in objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
  ['a text of a megabyte', JSON.stringify('x'.repeat(990_000))],
  ['a field of a megabyte', JSON.stringify({ rows: 'ế'.repeat(300_000) })],
  ['a hundred thousand fields', `{${Array.from({ length: 70_000 }, (_, n) => `"f${n}":0`).join(',')}}`],
  ['half a million noughts', `[${'0,'.repeat(450_000)}0]`],
  ['a number of a megabyte', '9'.repeat(990_000)],
];

/** The ends of an address that mean nothing to us, or too much to somebody else. */
export const queries: string[] = [
  ...['?fields=id', '?fields=*:excerpt(', '?fields=a:excerpt(x)', '?fields=token:nope(1)', '?expand=%27'],
  ...[
    "?filter=id='1'",
    '?%',
    '?%zz=%zz',
    '?=&&=',
    '?house=%00',
    '?house=%FF',
    '?a;b;c',
    `?${'a=1&'.repeat(5000)}`,
  ],
  ...[
    `?x=${'%27'.repeat(10_000)}`,
    '?skipTotal=1&perPage=-1&page=1e9',
    '?__proto__=1&constructor=2',
    '?\'"<script>',
  ],
];

/** What an Authorization header may hold that opens nothing. */
export const authorizations: string[] = [
  ...['Bearer', 'Bearer ', 'Basic cm9vdDpyb290', 'null', 'undefined', '..', 'a.b.c', '....', 'Bearer a.b.c'],
  ...[
    'e30.e30.e30',
    `e30.${btoa('{"id":{}}')}.x`,
    `e30.${btoa('{"id":"\\u0000"}')}.x`,
    `e30.${btoa('{"id":"\' OR 1"}')}.x`,
  ],
  ...[
    `e30.${btoa(JSON.stringify({ id: 'x'.repeat(5000) }))}.x`,
    'x'.repeat(50_000),
    '.'.repeat(50_000),
    'é\u00ff',
  ],
  `${btoa('{"alg":"none"}')}.${btoa('{"type":"auth","collectionId":"pbc_3142635823","id":"1"}')}.`,
];

/** Values of Accept-Language that name none of our languages, or hide which. */
export const languages: string[] = [
  '*',
  'xx',
  ';;;q=',
  'en;q=0',
  `${'fr,'.repeat(5000)}en`,
  'en_US',
  '\u00e9',
  'q=1;vi-VN',
];

/** Content types that are not JSON's. */
export const contentTypes: string[] = [
  ...['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', '*/*'],
  ...[
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/octet-stream',
    'a'.repeat(5000),
  ],
];

/** Methods that a client may put before any address. */
export const methods: string[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'PROPFIND',
  'NONSENSE',
];

/** Rows of a push that are no events, made of one that is: `isEvent` tells what slipped through as one. */
export function badRows(
  good: Record<string, unknown>,
  runs: number,
  isEvent: (row: Record<string, unknown>) => boolean,
): Record<string, unknown>[] {
  const payload = good['payload'] as Record<string, unknown>;
  const wrongField = fc
    .tuple(fc.constantFrom(...Object.keys(good)), values)
    .map(([field, value]) => ({ ...good, [field]: value }));
  const wrongPayload = fc.tuple(fc.constantFrom(...Object.keys(payload)), values).map(([field, value]) => ({
    ...good,
    payload: { ...payload, [field]: value },
  }));
  const more = values.map((value) => ({ ...good, extra: value }));
  return fc.sample(
    fc
      .oneof(wrongField, wrongPayload, more)
      .map((row) => JSON.parse(JSON.stringify(row)) as Record<string, unknown>)
      .filter((row) => !isEvent(row)),
    { seed, numRuns: runs },
  );
}
