/**
 * VietQR, the payment code of Vietnam's banks: NAPAS «Quy định về định dạng mã VietQR trong dịch vụ chuyển nhanh
 * NAPAS247», v1.0 (09/2021), on EMVCo's TLV: two digits id, two digits length, value; inside 38 and 62 once more.
 */

/** What a payment code says. */
export interface VietQr {
  /** The six digits of the bank or wallet. */
  bin: string;
  /** Account or card. */
  account: string;
  service: 'QRIBFTTA' | 'QRIBFTTC' | 'QRPUSH' | 'QRCASH';
  /** True for a code made for one payment. */
  once: boolean;
  /** Đồng; undefined where the payer types it. */
  amount?: number;
  /** What the payment is for. */
  purpose?: string;
  bill?: string;
  name?: string;
  city?: string;
}

/** Why a text is no good payment code. */
export type QrFault =
  | 'shape' // not printable ASCII in id, length, value
  | 'length' // a length that is no length, or runs past the end
  | 'nested-length' // the same inside another value
  | 'order' // 00 is not first, 63 not last, or an id stands twice
  | 'crc'
  | 'missing' // an id that every code has is not there
  | 'format' // not version 01, point of initiation neither 11 nor 12
  | 'guid' // not of NAPAS
  | 'bin'
  | 'account'
  | 'service'
  | 'currency'
  | 'country'
  | 'amount'
  | 'text'; // a text longer than its field

/** A code that reads well, or the first thing that is wrong with it. */
export type QrReading = { ok: true; code: VietQr } | { ok: false; fault: QrFault };

const guid = 'A000000727';
const services = ['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'] as const;
/** The longest value of each text, by its id at the root. */
const longest: Record<string, number> = { '59': 25, '60': 15, '61': 10 };
const longestAdditional = 25;

class Refused extends Error {
  constructor(readonly fault: QrFault) {
    super(fault);
  }
}

/** Reads a payment code strictly: every length, the order, the check sum, and what each field may hold. */
export function parseVietQr(payload: string): QrReading {
  try {
    return { ok: true, code: read(payload) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

function read(payload: string): VietQr {
  insist(/^[\x20-\x7e]{12,}$/.test(payload), 'shape');
  const root = fields(payload, 'length');
  const ids = [...root.keys()];
  insist(ids[0] === '00' && ids.at(-1) === '63', 'order');
  insist(/^[0-9a-f]{4}$/i.test(need(root, '63')), 'crc');
  insist(need(root, '63').toUpperCase() === crcOf(payload.slice(0, -4)), 'crc');
  insist(need(root, '00') === '01' && /^1[12]$/.test(need(root, '01')), 'format');
  const account = fields(need(root, '38'), 'nested-length');
  insist(need(account, '00') === guid, 'guid');
  const holder = fields(need(account, '01'), 'nested-length');
  const service = services.find((one) => one === need(account, '02'));
  insist(/^\d{6}$/.test(need(holder, '00')), 'bin');
  insist(/^[a-z0-9]{1,19}$/i.test(need(holder, '01')), 'account');
  if (!service) throw new Refused('service');
  insist(need(root, '53') === '704', 'currency');
  insist(need(root, '58') === 'VN', 'country');
  const additional = fields(root.get('62') ?? '', 'nested-length');
  for (const [id, value] of root) insist(value.length <= (longest[id] ?? 99), 'text');
  for (const value of additional.values()) insist(value.length <= longestAdditional, 'text');
  return {
    bin: need(holder, '00'),
    account: need(holder, '01'),
    service,
    once: need(root, '01') === '12',
    ...given('amount', amountOf(root.get('54'))),
    ...given('purpose', additional.get('08')),
    ...given('bill', additional.get('01')),
    ...given('name', root.get('59')),
    ...given('city', root.get('60')),
  };
}

/** The payload of a code. Marks are taken off texts, as banks cannot read them. Throws `RangeError` where it would not read. */
export function composeVietQr(code: VietQr): string {
  const additional = field('01', plain(code.bill)) + field('08', plain(code.purpose));
  const body = [
    field('00', '01'),
    field('01', code.once ? '12' : '11'),
    field(
      '38',
      field('00', guid) +
        field('01', field('00', code.bin) + field('01', code.account)) +
        field('02', code.service),
    ),
    field('53', '704'),
    field('54', code.amount === undefined ? '' : String(code.amount)),
    field('58', 'VN'),
    field('59', plain(code.name)),
    field('60', plain(code.city)),
    field('62', additional),
    '6304',
  ].join('');
  const payload = body + crcOf(body);
  const reading = parseVietQr(payload);
  if (!reading.ok) throw new RangeError(`no payment code can say this: ${reading.fault}`);
  return payload;
}

/** CRC-16/CCITT-FALSE as four capital hexadecimal digits: of "123456789" it is 29B1. */
export function crcOf(text: string): string {
  let crc = 0xffff;
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** A text without marks: «Đồng Xoài» → "Dong Xoai". Đ is a letter of its own, which no decomposition splits. */
function plain(text = ''): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

function field(id: string, value: string): string {
  return value === '' ? '' : id + String(value.length).padStart(2, '0') + value;
}

/** The values by their ids, in the order in which they stand. */
function fields(text: string, fault: 'length' | 'nested-length'): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const id = text.slice(at, at + 2);
    const written = text.slice(at + 2, at + 4);
    insist(/^\d\d$/.test(id) || text.length - at < 4, 'shape');
    insist(/^\d\d$/.test(written) && written !== '00', fault);
    const end = at + 4 + Number(written);
    insist(end <= text.length, fault);
    insist(!found.has(id), 'order');
    found.set(id, text.slice(at + 4, end));
    at = end;
  }
  return found;
}

function amountOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  insist(/^\d+(\.\d*)?$/.test(written) && written.length <= 13 && Number(written) > 0, 'amount');
  return Number(written);
}

function need(all: Map<string, string>, id: string): string {
  const value = all.get(id);
  if (value === undefined) throw new Refused('missing');
  return value;
}

function given<Name extends string, Given>(
  name: Name,
  value: Given | undefined,
): Partial<Record<Name, Given>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Given>);
}

function insist(holds: boolean, fault: QrFault): void {
  if (!holds) throw new Refused(fault);
}
