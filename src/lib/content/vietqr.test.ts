import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeVietQr, crcOf, parseVietQr, type QrFault, type VietQr } from './vietqr';

/** The examples of NAPAS v1.0 §6.1 and of a public library; the misprints are the documents' own. */
const toAccount =
  '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F';
const toCard =
  '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52';
const orderToAccount =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';
const orderToCard =
  '00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203';
const library =
  '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6';
const libraryLess = `${library.slice(0, -8).replace('540510000', '54041000')}6304BBB8`;

const order = { bill: 'NPS6869', purpose: 'thanh toan don hang', amount: 180_000, once: true };

describe('a payment code', () => {
  test.each<[string, string, Partial<VietQr>]>([
    [
      'to an account',
      toAccount,
      { bin: '970403', account: '0011012345678', service: 'QRIBFTTA', once: false },
    ],
    ['to a card', toCard, { bin: '970403', account: '9704031101234567', service: 'QRIBFTTC', once: false }],
    ['of an order, to an account', orderToAccount, { account: '0011012345678', ...order }],
    ['of an order, to a card', orderToCard, { account: '9704031101234567', ...order }],
    [
      'of a library',
      library,
      { bin: '970416', account: '257678859', amount: 10_000, purpose: 'Chuyen tien' },
    ],
    ['of a library, with another amount', libraryLess, { amount: 1000 }],
    ['whose check sum is in lower case', library.replace('53E6', '53e6'), { amount: 10_000 }],
  ])('%s is read', (_, payload, said) => {
    expect(parseVietQr(payload)).toEqual({ ok: true, code: expect.objectContaining(said) });
  });

  const changed = (from: string, to: string, of = library) => {
    expect(of).toContain(from);
    const body = of.replace(from, to).slice(0, -4);
    return body + crcOf(body);
  };
  test.each<[string, string, QrFault]>([
    [
      'whose inner length is wrong, as NAPAS §6.1.1 prints it',
      '00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5',
      'nested-length',
    ],
    [
      'with the check sum of another, as the headline of §6.1.4 prints it',
      `${toCard.slice(0, -4)}A203`,
      'crc',
    ],
    ['with a wrong check sum', libraryLess.replace('BBB8', 'BBB5'), 'crc'],
    ['that is a web address', 'https://tra-tien.example/qr', 'shape'],
    ['that is nothing', '', 'shape'],
    ['that is cut off', library.slice(0, -9), 'length'],
    ['with a length of letters', changed('5802VN', '58aaVN'), 'length'],
    ['with an empty value', changed('5802VN', '5800'), 'length'],
    ['with letters for an id', changed('5802VN', 'VN02VN'), 'shape'],
    ['with marks', changed('Chuyen', 'Chuyển'), 'shape'],
    ['that does not begin with 00', changed('000201010212', '010212000201'), 'order'],
    ['that ends after the check sum', `${library}5802VN`, 'order'],
    ['that says a thing twice', changed('5802VN', '5802VN5802VN'), 'order'],
    ['of another version', changed('000201', '000202'), 'format'],
    ['neither for once nor for often', changed('010212', '010213'), 'format'],
    ['without a country', changed('5802VN', ''), 'missing'],
    ['of another country', changed('5802VN', '5802TH'), 'country'],
    ['in dollars', changed('5303704', '5303840'), 'currency'],
    ['of another network', changed('A000000727', 'A000000728'), 'guid'],
    ['of a bank with letters', changed('0006970416', '000697O416'), 'bin'],
    ['to an account with a dash', changed('257678859', '2576-8859'), 'account'],
    ['for an unknown service', changed('QRIBFTTA', 'QRIBFTTX'), 'service'],
    ['for nothing', changed('540510000', '540500000'), 'amount'],
    ['with a gap in the amount', changed('540510000', '540610 000'), 'amount'],
    ['with two points in the amount', changed('540510000', '540510.0.'), 'amount'],
    ['with a purpose that is too long', changed('62150811Chuyen tien', `62300826${'x'.repeat(26)}`), 'text'],
    ['with a city that is too long', changed('5802VN', `5802VN6016${'x'.repeat(16)}`), 'text'],
  ])('%s is refused', (_, payload, fault) => {
    expect(parseVietQr(payload)).toEqual({ ok: false, fault });
  });

  test('may have a point after the amount', () => {
    expect(parseVietQr(changed('540510000', '540610000.'))).toMatchObject({ code: { amount: 10_000 } });
  });
});

const text = (most: number) => fc.stringMatching(new RegExp(`^[a-zA-Z0-9 .-]{1,${most}}$`));
const codes: fc.Arbitrary<VietQr> = fc.record(
  {
    bin: fc.stringMatching(/^\d{6}$/),
    account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/),
    service: fc.constantFrom('QRIBFTTA' as const, 'QRIBFTTC' as const),
    once: fc.boolean(),
    amount: fc.integer({ min: 1, max: 499_999_999 }),
    purpose: text(25),
    bill: text(25),
    name: text(25),
    city: text(15),
  },
  { requiredKeys: ['bin', 'account', 'service', 'once'] },
);

describe('composing', () => {
  test('makes the codes of the documents', () => {
    for (const payload of [toAccount, toCard, orderToAccount, orderToCard, library, libraryLess]) {
      const reading = parseVietQr(payload);
      expect(reading.ok && composeVietQr(reading.code)).toBe(payload);
    }
  });

  test('takes the marks off, Đ too', () => {
    const base = { bin: '000000', account: '000123456', service: 'QRIBFTTA', once: false } as const;
    const payload = composeVietQr({ ...base, name: 'ĐẶNG THỊ MẪU', city: 'Đồng Xoài', purpose: 'tiền cơm' });
    expect(parseVietQr(payload)).toMatchObject({
      code: { name: 'DANG THI MAU', city: 'Dong Xoai', purpose: 'tien com' },
    });
  });

  test('refuses what no code can say', () => {
    const base = { account: '000123456', service: 'QRIBFTTA', once: false } as const;
    expect(() => composeVietQr({ ...base, bin: '12345' })).toThrow('bin');
    expect(() => composeVietQr({ ...base, bin: '000000', amount: 0 })).toThrow('amount');
  });

  test('and reading is the same code again', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseVietQr(composeVietQr(code))).toEqual({ ok: true, code });
      }),
    );
  });

  test('lets no single changed character through', () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.stringMatching(/^[\x20-\x7e]$/), (code, place, character) => {
        const payload = composeVietQr(code);
        const at = place % payload.length;
        fc.pre(payload[at] !== character);
        fc.pre(at < payload.length - 4 || payload[at] !== character.toUpperCase()); // aB3f is AB3F
        expect(parseVietQr(payload.slice(0, at) + character + payload.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('sums as the standard does', () => {
    expect(crcOf('123456789')).toBe('29B1');
  });
});
