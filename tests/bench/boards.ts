import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { canonicalJson } from '$lib/ledger/canonical';
import { touchesOf } from '$lib/ledger/fold';
import type { Row } from '$lib/ledger/kind';
import { tallied } from '$lib/ledger/tallies';
import { pullAll } from '../server/api';
import { hire, liftLimits, superuserOf } from '../server/world';
import { startServer, type Server } from '../support/server';
import { busy, quantile, round, timed, type Report, type Size } from './report';
import { buildTown, classesIn, houseId, namesNone, sessionId, type Town } from './town';

const houses = 200;
const peopleInHouse = 500;
/** Houses that are looked at; a coordinator of all 200 would be slowed down by that alone. */
const looked = 10;
const rounds = 4;
const asked = 60;
const mostMs = 100;
const mostGrowth = 1.2;

/** A class that names its lessons, one that names none (what its people ever learned is shown, so it grows up to all lessons), a house. */
const boards = ['class', 'class of all', 'house'] as const;
type Board = (typeof boards)[number];

/** Reads the boards of a town with a tenth of a history, and of one with all of it, in turn. */
export async function measure({ events = 10_000_000 }: Size): Promise<Report> {
  const towns: Furnished[] = [];
  try {
    for (const all of [events / 10, events]) towns.push(await furnishTown(all));
    const report: Report = {
      columns: ['events', 'board', 'readers', 'p50 ms', 'p95 ms'],
      rows: [],
      targets: [],
      notes: towns.map(({ said }) => said),
      load: [],
    };
    const found = new Map<string, number[]>();
    for (let n = 0; n < rounds; n++)
      for (const readers of [1, 8])
        for (const board of boards)
          for (const town of towns) {
            const at = `${town.events} ${board} ${readers}`;
            found.set(at, [...(found.get(at) ?? []), ...(await readBoards(town, board, readers))]);
            report.load.push(busy());
          }
    const p95 = (town: Furnished, board: Board, readers: number) =>
      quantile(found.get(`${town.events} ${board} ${readers}`) ?? [], 0.95);
    for (const board of boards)
      for (const readers of [1, 8]) {
        for (const town of towns) {
          const figures = found.get(`${town.events} ${board} ${readers}`) ?? [];
          const cells = [round(quantile(figures, 0.5), 1), round(p95(town, board, readers), 1)];
          report.rows.push([town.events, board, readers, ...cells]);
        }
        const [small, large] = towns.map((town) => p95(town, board, readers));
        const growth = (large ?? 0) / (small ?? 1);
        report.targets.push({
          target: `board of a ${board}, ${readers} at once: p95 at most ${mostMs} ms, and ${mostGrowth} times for ten times the history`,
          found: `${round(large ?? 0, 1)} ms, ${round(growth, 2)} times`,
          met: (large ?? Infinity) <= mostMs && growth <= mostGrowth,
        });
      }
    return report;
  } finally {
    for (const { server } of towns) await server.stop();
  }
}

interface Furnished {
  events: number;
  town: Town;
  server: Server;
  token: string;
  said: string;
}

async function furnishTown(events: number): Promise<Furnished> {
  const classes = Math.max(3, Math.ceil((events / houses - peopleInHouse) / 100));
  const town = { houses, peopleInHouse, each: peopleInHouse + classes * 100 };
  const server = await startServer();
  try {
    await server.kill(); // it has made the schema
    const { ms } = await timed(() => buildTown(server, town));
    await server.command('recount');
    await server.restart();
    const world = { url: server.url, superuser: await superuserOf(server) };
    await liftLimits(world);
    const mine = Array.from({ length: looked }, (_, n) => houseId(n * Math.floor(houses / looked)));
    const { token } = await hire(
      world,
      'looker',
      mine.map((house) => [house, 'coordinator']),
    );
    const wrong = await wrongRows(server, token, mine[1] ?? '');
    if (wrong.length > 0) throw new Error(`the town is not what its events fold into: ${wrong[0]}`);
    const said = `${houses * town.each} events of ${houses * peopleInHouse} people made in ${round(ms / 1000)} s; the rows of a house are what a fresh fold comes to`;
    return { events: houses * town.each, town, server, token, said };
  } catch (problem) {
    await server.stop();
    throw problem;
  }
}

/** Asks so many times for a board of any house, a recent class or an old one; ms of each answer. */
async function readBoards(
  { server, town, token }: Furnished,
  board: Board,
  readers: number,
): Promise<number[]> {
  const figures: number[] = [];
  let n = 0;
  const read = async () => {
    while (n < asked) {
      const number = (n % looked) * Math.floor(houses / looked);
      const last = classesIn(town) - 1;
      let at = Math.max(2, last - (n % 2 === 0 ? n % 7 : (n * 13) % last));
      while (board !== 'house' && namesNone(at) !== (board === 'class of all')) at -= 1;
      n += 1;
      const query = board !== 'house' ? `&session=${sessionId(number, at)}` : '';
      const { ms, result } = await timed(async () => {
        const path = `/api/v1/boards/${board === 'house' ? 'house' : 'class'}?house=${houseId(number)}${query}`;
        const answer = await fetch(server.url + path, { headers: { Authorization: token } });
        return { status: answer.status, body: await answer.text() };
      });
      if (result.status !== 200) throw new Error(result.body);
      figures.push(ms);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return figures;
}

/** Rows and figures of a house that are not what its events fold into. */
async function wrongRows(server: Server, token: string, house: string): Promise<string[]> {
  const { events } = await pullAll(server.url, token, house);
  const folded = new Map<string, { table: string; row: Row | undefined }>();
  for (const event of events)
    for (const { ref, into } of touchesOf(event)) {
      const at = `${ref.table} ${ref.key}`;
      folded.set(at, { table: ref.table, row: into(folded.get(at)?.row) });
    }
  const wanted = new Map([...folded].map(([at, { row }]) => [at, canonicalJson(row)]));
  const sums = new Map<string, number>();
  for (const { table, row } of folded.values())
    for (const { name, key, n } of tallied(table, undefined, row))
      sums.set(`tally ${name} ${key}`, (sums.get(`tally ${name} ${key}`) ?? 0) + n);
  for (const [at, n] of sums) wanted.set(at, String(n));

  const query = `SELECT tbl || ' ' || key AS at, data FROM rows WHERE house = '${house}'
    UNION ALL SELECT 'tally ' || name || ' ' || key, n FROM tallies WHERE house = '${house}' AND n != 0`;
  const text = execFileSync('sqlite3', ['-readonly', '-json', join(server.dataDir, 'data.db'), query], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const kept = new Map(
    (JSON.parse(text) as { at: string; data: string | number }[]).map(({ at, data }) => [
      at,
      typeof data === 'number' ? String(data) : canonicalJson(JSON.parse(data)),
    ]),
  );
  const bent = [...kept].filter(([at, row]) => wanted.get(at) !== row);
  const missing = [...wanted].filter(([at]) => !kept.has(at));
  return [
    ...bent.map(([at, row]) => `${at}: ${row}, not ${wanted.get(at)}`),
    ...missing.map(([at]) => `${at} is missing`),
  ];
}
