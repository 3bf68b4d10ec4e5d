import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Server } from '../support/server';

/** A made-up town: so many houses, each with people and a history that ends now. */
export interface Town {
  houses: number;
  peopleInHouse: number;
  /** Events in each house: 500 and then whole classes of 100. */
  each: number;
}

/** A house has 10,000 events a year, however far its history goes back. */
const perDay = 27.5;

/** The id of a house by its number, from 0. */
export const houseId = (number: number) => `${'f'.repeat(24)}${number.toString(16).padStart(8, '0')}`;
/** The id of a class of a house by its number, from 0: the later, the higher. */
export const sessionId = (house: number, number: number) =>
  `c${house.toString(16).padStart(7, '0')}${number.toString(16).padStart(24, '0')}`;
/** True for a class that names no lessons, so that all its people ever learned is shown. */
export const namesNone = (number: number) => number % 3 === 2;
/** How many classes were held in each house. */
export const classesIn = ({ each, peopleInHouse }: Town) => Math.floor((each - peopleInHouse) / 100);

/**
 * Writes the history of a town into a server's database, with its folded rows: set by set, in the real schema, by SQL
 * that mirrors the folds. The server must not run. Needs SQLite's own shell. Receipts are left out.
 *
 * In each house first everybody is put on the roll. Then come classes of a hundred events: the class is opened (of three
 * two name two lessons, the third names none), thirty people are marked, three marks are corrected, thirteen visits of
 * five events each to a lesson follow (in every fifth class two of them get stuck), and the class is closed.
 */
export async function buildTown({ dataDir }: Pick<Server, 'dataDir'>, town: Town): Promise<void> {
  const today = Date.now() / 86_400_000 + 2_440_587.5; // as SQLite counts days
  const script = [
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; BEGIN;',
    ...Array.from({ length: town.houses }, (_, number) => houseSql(town, number, today)),
    'COMMIT; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;',
  ];
  const shell = spawn('sqlite3', ['-bail', join(dataDir, 'data.db')], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  shell.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    shell.on('error', () => reject(new Error('this needs the shell of SQLite: apt-get install sqlite3')));
    shell.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint))));
  });
  shell.stdin.end(script.join('\n'));
  await ended;
}

const id = (letter: string, house: number, of: string) =>
  `('${letter}${house.toString(16).padStart(7, '0')}' || printf('%024x', ${of}))`;

function houseSql(town: Town, number: number, today: number): string {
  const { each, peopleInHouse } = town;
  const house = `'${houseId(number)}'`;
  const [tablet, trainer] = [id('d', number, '1'), id('e', number, '1')];
  const at = (i: string) =>
    `strftime('%Y-%m-%dT%H:%M:%fZ', ${today} - (${each} - (${i})) / ${perDay.toFixed(1)})`;
  const person = (p: string) => id('a', number, p);
  const session = id('c', number, 'b');
  const rowId = (letter: string, of: string) => `printf('${letter}%06d%08d', ${number}, ${of})`;
  // Numbers of: the event i, its class b, its place j there, its visit g, its place s there, and whether somebody is stuck.
  const place = `SELECT i, (i - ${peopleInHouse + 1}) / 100 AS b, (i - ${peopleInHouse + 1}) % 100 AS j`;
  const first = (j: string) => `(${peopleInHouse + 1} + b * 100 + (${j}))`;
  const marked = `(b * 7 + j) % ${peopleInHouse}`;
  const learner = `(b * 11 + g * 3) % ${peopleInHouse}`;
  const lesson = `'lesson-' || ((b + g) % 10)`;
  const taught = `json(iif(b % 3 = 2, '[]', json_array('lesson-' || (b % 10), 'lesson-' || ((b + 1) % 10))))`;
  const stuck = '(b % 5 = 0 AND g < 2)';
  const status = `CASE WHEN j % 10 = 0 THEN 'late' ELSE 'present' END`;
  const visits = `SELECT b.value AS b, g.value AS g FROM generate_series(0, ${classesIn(town) - 1}) b, generate_series(0, 12) g`;
  return `
INSERT INTO houses (id, name, seq) VALUES (${house}, 'Nhà văn hóa Thử ${number}', ${each});
WITH n AS (SELECT value AS i FROM generate_series(1, ${each})), p AS (${place} FROM n),
  e AS (SELECT i, b, j, (j - 34) / 5 AS g, (j - 34) % 5 AS s FROM p),
  k AS (SELECT *, CASE WHEN i <= ${peopleInHouse} THEN 'person.registered' WHEN j = 0 THEN 'class.opened'
    WHEN j <= 30 THEN 'attendance.marked' WHEN j <= 33 THEN 'attendance.corrected' WHEN j = 99 THEN 'class.closed'
    WHEN s = 0 THEN 'lesson.started' WHEN s = 4 AND NOT ${stuck} THEN 'lesson.finished' ELSE 'lesson.attempt' END AS kind FROM e)
INSERT INTO events (id, house, household, person, author, kind, v, payload, device, dseq, occurred, sent_at, sender,
  hash, seq, skew, created, chain)
SELECT printf('0%07x%024x', ${number}, i), ${house}, '',
  CASE WHEN i <= ${peopleInHouse} THEN ${person('i - 1')} WHEN j IN (0, 99) THEN ''
    WHEN j <= 30 THEN ${person(marked)} WHEN j <= 33 THEN ${person(marked.replace('+ j', '+ j - 30'))}
    ELSE ${person(learner)} END,
  CASE WHEN kind LIKE 'lesson.%' THEN '' ELSE ${trainer} END, kind, 1,
  CASE kind WHEN 'person.registered' THEN json_object('name', 'Trần Thị Thử', 'birthYear', 1950, 'number', i)
    WHEN 'class.opened' THEN json_object('session', ${session}, 'title', 'Lớp thử', 'lessons', ${taught})
    WHEN 'class.closed' THEN json_object('session', ${session})
    WHEN 'attendance.marked' THEN json_object('session', ${session}, 'status', ${status})
    WHEN 'attendance.corrected' THEN json_object('session', ${session}, 'status', 'excused', 'reason', 'Nhầm')
    WHEN 'lesson.started' THEN json_object('attempt', ${session}, 'lesson', ${lesson}, 'version', 1)
    WHEN 'lesson.finished' THEN json_object('attempt', ${session}, 'lesson', ${lesson}, 'version', 1,
      'passed', json(iif(b % 4 = 0, 'false', 'true')), 'slips', 1, 'allowed', 2, 'seconds', 600)
    WHEN 'lesson.attempt' THEN iif(${stuck} OR s = 1,
      json_object('attempt', ${session}, 'lesson', ${lesson}, 'step', 'step-' || s, 'mode', 'coach', 'right', json('false'),
        'slip', 'otp.told-code', 'helped', 1),
      json_object('attempt', ${session}, 'lesson', ${lesson}, 'step', 'step-' || s, 'mode', 'coach', 'right', json('true'),
        'helped', 0)) END,
  ${tablet}, i, ${at('i')}, '', ${trainer}, '', i, 0, ${at('i')}, ''
FROM k ORDER BY i;
INSERT INTO rows (id, house, tbl, key, grp, data, seq)
SELECT ${rowId('a', 'i')}, ${house}, 'people', ${person('i - 1')}, 'house', json_object('person', ${person('i - 1')},
  'name', 'Trần Thị Thử', 'birthYear', 1950, 'number', i), i
FROM (SELECT value AS i FROM generate_series(1, ${peopleInHouse}));
INSERT INTO rows (id, house, tbl, key, grp, data, seq)
SELECT ${rowId('b', 'b')}, ${house}, 'classes', ${session}, 'house', json_object('starts', null, 'minutes', null,
  'session', ${session}, 'title', 'Lớp thử', 'lessons', ${taught}, 'opened', ${at(first('0'))},
  'closed', ${at(first('99'))}), ${first('99')}
FROM (SELECT value AS b FROM generate_series(0, ${classesIn(town) - 1}));
INSERT INTO rows (id, house, tbl, key, grp, data, seq)
SELECT ${rowId('c', 'b * 30 + j')}, ${house}, 'attendance', ${session} || '|' || ${person(marked)}, ${session},
  json_object('session', ${session}, 'person', ${person(marked)}, 'status', iif(j <= 3, 'excused', ${status}),
    'at', ${at(first('j'))}, 'device', ${tablet}, 'author', ${trainer}, 'corrected', json(iif(j <= 3, 'true', 'false'))),
  ${first('j + iif(j <= 3, 30, 0)')}
FROM (SELECT b.value AS b, j.value AS j FROM generate_series(0, ${classesIn(town) - 1}) b, generate_series(1, 30) j);
WITH v AS (SELECT b, g, ${learner} AS q, ${lesson} AS lesson, ${stuck} AS stuck, ${first('34 + g * 5 + 4')} AS i FROM (${visits}))
INSERT INTO rows (id, house, tbl, key, grp, data, seq)
SELECT ${rowId('d', 'row_number() OVER ()')}, ${house}, 'progress', ${person('q')} || '|' || lesson, ${person('q')},
  json_object('person', ${person('q')}, 'lesson', lesson, 'started', count(*), 'finished', sum(NOT stuck),
    'passed', json(iif(max(NOT stuck AND b % 4 != 0), 'true', 'false')),
    'step', 'step-' || iif(max(i * 2 + stuck) % 2, 4, 3), 'right', json(iif(max(i * 2 + stuck) % 2, 'false', 'true')),
    'wrongInARow', iif(max(i * 2 + stuck) % 2, 4, 0), 'helped', sum(iif(stuck, 4, 1)),
    'slips', json_object('otp.told-code', sum(iif(stuck, 4, 1))), 'last', ${at('max(i)')}), max(i)
FROM v GROUP BY q, lesson;`;
}
