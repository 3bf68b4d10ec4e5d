import { describe, expect, it } from 'vitest';
import { calendar } from './calendar';

const base = { title: 'Lớp', lessons: [], minutes: 90, starts: null, opened: null, closed: null };
const sessions = (rows: { session: string }[]) => rows.map(({ session }) => session);

describe('the calendar of a house', () => {
  const now = '2026-11-23T20:30:00.000Z'; // 03:30 on the 24th at the house
  const rows = [
    { ...base, session: 'early-today', starts: '2026-11-23T17:30:00.000Z' }, // 00:30 on the 24th there
    { ...base, session: 'yesterday', starts: '2026-11-23T16:30:00.000Z' },
    { ...base, session: 'tomorrow', starts: '2026-11-25T01:30:00.000Z' },
    { ...base, session: 'open', opened: '2026-11-23T19:00:00.000Z' },
    { ...base, session: 'over', opened: '2026-11-20T01:30:00.000Z', closed: '2026-11-20T03:00:00.000Z' },
    {
      ...base,
      session: 'over-later',
      opened: '2026-11-21T01:30:00.000Z',
      closed: '2026-11-21T03:00:00.000Z',
    },
  ];

  it('takes the day from the house’s clock, not from the machine’s', () => {
    expect(sessions(calendar(rows, now).today)).toEqual(['early-today']);
    expect(sessions(calendar(rows, now).later)).toEqual(['tomorrow']);
  });

  it('shows what is open, and what is over with the latest first', () => {
    expect(sessions(calendar(rows, now).open)).toEqual(['open']);
    expect(sessions(calendar(rows, now).past)).toEqual(['over-later', 'over']);
  });
});
