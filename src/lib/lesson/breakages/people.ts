import { app, appVi, appEn, persona, type Breakage } from './breakage';

/** What can be wrong with made-up people. */
export const peopleBreakages: Breakage[] = [
  [
    'the persona could be somebody',
    'reserved-data',
    '070150000001',
    [persona, '000150000001', '070150000001'],
  ],
  ['the persona has a real network', 'reserved-data', '0912345678', [persona, '0100000123', '0912345678']],
  [
    'the identity number is of a man',
    'persona-agrees',
    'digits 4 to 6',
    [persona, '000150000001', '000050000001'],
  ],
  ['the suggested password is weak', 'right-value', 'no-special', [persona, 'Nhaso#2026', 'Nhaso2026']],
  [
    'a card shows what the persona has not',
    'unknown-variable',
    'address',
    [app, 'shows: [name, idNumber, phone]', 'shows: [name, idNumber, phone, address]'],
    [appVi, 'card:\n', 'card:\n  address: Nơi ở\n'],
    [appEn, 'card:\n', 'card:\n  address: Home\n'],
  ],
];
