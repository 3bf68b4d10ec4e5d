import { expect, it } from 'vitest';
import { byReason } from './by-reason';

it('groups rows by the reason, in the order of the rows', () => {
  const row = (id: number, why: 'bad_payload' | 'wrong_house') => ({ id, why });
  expect(byReason([row(1, 'wrong_house'), row(2, 'bad_payload'), row(3, 'wrong_house')])).toEqual([
    ['wrong_house', [row(1, 'wrong_house'), row(3, 'wrong_house')]],
    ['bad_payload', [row(2, 'bad_payload')]],
  ]);
  expect(byReason([])).toEqual([]);
});
