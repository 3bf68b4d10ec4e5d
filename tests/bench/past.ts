import type { LedgerEvent } from '$lib/ledger/event';
import { newId } from '$lib/ledger/record';
import { randomOf } from '$lib/lesson/mix';

/** Who writes, where. */
export interface Writer {
  house: string;
  /** '' for a kiosk. */
  author: string;
  device: string;
}

/** So many people and lessons does a house have in what is measured. */
const peopleInHouse = 200;
const lessons = Array.from({ length: 10 }, (_, n) => `lesson-${n}`);

/** Of a hundred events of a house so many are of each kind: lessons are mostly answers. */
const mix: [kind: string, share: number][] = [
  ['lesson.attempt', 60],
  ['lesson.started', 10],
  ['lesson.finished', 8],
  ['attendance.marked', 10],
  ['attendance.corrected', 2],
  ['lesson.rated', 6],
  ['person.registered', 4],
];

/** Events as one device writes them: the same each time but for their ids. `first` is the number of the first one. */
export function writeEvents({ house, author, device }: Writer, count: number, first = 1): LedgerEvent[] {
  const random = randomOf(`${house} ${first}`);
  const nth = (most: number) => Math.floor(random() * most);
  const kinds = mix.flatMap(([kind, share]) =>
    Array<string>(author === '' && !kind.startsWith('lesson.') ? 0 : share).fill(kind),
  );
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[nth(kinds.length)] ?? '';
    const person = personOf(house, nth(peopleInHouse));
    return {
      id: newId(),
      ...{ house, household: '', person, author, kind, v: 1, device },
      payload: payloadOf(kind, lessons[nth(lessons.length)] ?? '', nth),
      dseq: first + at,
      occurred: new Date(Date.UTC(2026, 10, 20) + at * 20_000).toISOString(),
    };
  });
}

const id = (text: string) => text.padEnd(32, '0').slice(0, 32);

/** The id of somebody on the roll of a house. */
export function personOf(house: string, number: number): string {
  return id(`${house.slice(0, 20)}a${number.toString(16)}`);
}

function payloadOf(kind: string, lesson: string, nth: (most: number) => number): Record<string, unknown> {
  const attempt = id(`b${nth(1_000_000)}`);
  const right = nth(3) > 0;
  const slip = right ? {} : { slip: `otp.told-${nth(6)}` };
  const session = id(`c${nth(8)}`);
  const payloads: Record<string, Record<string, unknown>> = {
    'lesson.attempt': { attempt, lesson, step: `step-${nth(9)}`, mode: 'coach', right, ...slip, helped: 0 },
    'lesson.started': { attempt, lesson, version: 1 },
    'lesson.finished': { attempt, lesson, version: 1, passed: right, slips: 1, allowed: 2, seconds: 600 },
    'attendance.marked': { session, status: right ? 'present' : 'late' },
    'attendance.corrected': { session, status: 'present', reason: 'Điểm danh nhầm' },
    'lesson.rated': { attempt, lesson, moment: right ? 'after' : 'before', face: 1 + nth(5) },
    'person.registered': { name: 'Trần Thị Mẫu Ánh', birthYear: 1950, number: 1 + nth(900) },
  };
  return payloads[kind] ?? {};
}
