import { describe, expect, it } from 'vitest';
import { hindrance, isNow, type Colleague, type Deed, type Hindrance } from './staff';

const since = '2026-11-01T00:00:00.000Z';
const person = (id: string, fields: Partial<Colleague> = {}, ...roles: string[]): Colleague => ({
  ...{ id, demo: false, closed: false, due: '', ours: true },
  roles: roles.map((role) => ({ role, ended: '' })),
  ...fields,
});
const former = (role: string) => ({ roles: [{ role, ended: since }] });

const me = person('me', {}, 'coordinator');
const endMine: Deed = { does: 'end', role: 'coordinator' };

describe('the last coordinator of a house', () => {
  it.each<[beside: string, other: Colleague, hindrance: Hindrance | null]>([
    ['nobody who matters', person('x', {}, 'trainer'), 'last-coordinator'],
    ['another coordinator', person('x', {}, 'trainer', 'coordinator'), null],
    ['a closed one', person('x', { closed: true }, 'coordinator'), 'last-coordinator'],
    ['one who has yet to come in', person('x', { due: since }, 'coordinator'), 'last-coordinator'],
    ['a former one', person('x', former('coordinator')), 'last-coordinator'],
    ['one who works elsewhere, too', person('x', { ours: false }, 'coordinator'), null],
  ])('stays beside %s: %s', (_beside, other, wanted) => {
    expect(hindrance(endMine, me, [me, other], 'me')).toBe(wanted);
    // Whoever asks it.
    expect(hindrance(endMine, me, [me, other], 'x')).toBe(wanted);
  });

  it('ends every other role', () => {
    const both = person('me', {}, 'coordinator', 'trainer');
    expect(hindrance({ does: 'end', role: 'trainer' }, both, [both], 'me')).toBeNull();
  });
});

const no = 'not-allowed';
describe.each<[whom: string, Colleague, Record<Deed['does'], Hindrance | null>]>([
  [
    'a trainer of the house alone',
    person('lan', {}, 'trainer'),
    { give: null, end: null, reset: null, close: null, reopen: no },
  ],
  [
    'one who works elsewhere, too',
    person('lan', { ours: false }, 'trainer'),
    { give: null, end: null, reset: no, close: no, reopen: no },
  ],
  [
    'one who works nowhere any more',
    person('lan', former('trainer')),
    { give: null, end: null, reset: no, close: null, reopen: no },
  ],
  [
    'one who works only elsewhere now',
    person('lan', { ours: false, ...former('trainer') }),
    { give: null, end: null, reset: no, close: no, reopen: no },
  ],
  [
    'one whose account is closed',
    person('lan', { closed: true }, 'trainer'),
    { give: null, end: null, reset: no, close: no, reopen: null },
  ],
  [
    'one closed elsewhere, too',
    person('lan', { closed: true, ours: false }, 'trainer'),
    { give: null, end: null, reset: no, close: no, reopen: no },
  ],
  [
    'one who has yet to come in',
    person('lan', { due: since }, 'trainer'),
    { give: null, end: null, reset: null, close: null, reopen: no },
  ],
  [
    'another coordinator',
    person('lan', {}, 'coordinator'),
    { give: null, end: null, reset: null, close: null, reopen: no },
  ],
  [
    'a demo account',
    person('lan', { demo: true }, 'trainer'),
    { give: no, end: no, reset: no, close: no, reopen: no },
  ],
  [
    'oneself',
    person('me', {}, 'coordinator', 'trainer'),
    { give: null, end: null, reset: no, close: no, reopen: no },
  ],
])('about %s', (_whom, whom, table) => {
  const people = whom.id === 'me' ? [whom, person('x', {}, 'coordinator')] : [me, whom];
  it.each(Object.entries(table) as [Deed['does'], Hindrance | null][])('%s: %s', (does, wanted) => {
    const deed: Deed = does === 'give' || does === 'end' ? { does, role: 'trainer' } : { does };
    expect(hindrance(deed, whom, people, 'me')).toBe(wanted);
  });
});

it('a role that ended and was given again holds now', () => {
  const roles = [
    { role: 'trainer', ended: since },
    { role: 'trainer', ended: '' },
  ];
  expect([isNow({ roles }, 'trainer'), isNow({ roles: roles.slice(0, 1) }, 'trainer')]).toEqual([
    true,
    false,
  ]);
});
