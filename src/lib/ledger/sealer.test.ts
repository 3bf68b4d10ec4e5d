import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryKeys } from './memory-keys';
import { newSealer } from './sealer';
import { sealedSchema } from './sealed';
import * as v from 'valibot';

let server: MemoryKeys;
beforeAll(async () => {
  server = await MemoryKeys.make();
});

describe('what is sealed', () => {
  it('is read by the server as it was written, whatever it is', async () => {
    const sealer = await newSealer(server.told);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const sealed = await sealer.seal(text);
        expect(v.is(sealedSchema, sealed)).toBe(true);
        expect(await server.open(sealed)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('is another text each time, and says nothing of what it holds', async () => {
    const sealer = await newSealer(server.told);
    const [one, two] = [await sealer.seal('Trần Thị Thử'), await sealer.seal('Trần Thị Thử')];
    expect(one.text).not.toBe(two.text);
    expect(Buffer.from(one.text, 'base64').toString()).not.toContain('Thử');
  });

  it('opens for no other server', async () => {
    const other = await MemoryKeys.make();
    expect(await other.open(await (await newSealer(server.told)).seal('kín'))).toBeNull();
  });

  it('does not open where a single bit was turned, or with the key of another writer', async () => {
    const [sealed, another] = await Promise.all(
      [await newSealer(server.told), await newSealer(server.told)].map((sealer) => sealer.seal('kín')),
    );
    if (!sealed || !another) throw new Error('nothing was sealed');
    const bytes = Buffer.from(sealed.text, 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (at) => {
        const turned = Buffer.from(bytes);
        turned[at >> 3] = (turned[at >> 3] ?? 0) ^ (1 << (at & 7));
        expect(await server.open({ ...sealed, text: turned.toString('base64') })).toBeNull();
      }),
      { numRuns: 60 },
    );
    expect(await server.open({ ...sealed, key: another.key })).toBeNull();
  });
});

it.each(['', '04', `04${'0'.repeat(128)}`, 'chìa'])(
  'nothing is sealed to what is no key (%s)',
  async (key) => {
    await expect(newSealer(key)).rejects.toThrow();
  },
);
