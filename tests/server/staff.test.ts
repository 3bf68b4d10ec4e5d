import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Server } from '../support/server';
import { ask, push, signIn } from './api';
import { changePassword, Crew, knock, opens } from './crew';
import { Tablet } from './tablet';
import {
  create,
  furnish,
  hire,
  liftLimits,
  list,
  newId,
  password,
  update,
  type Staff,
  type World,
} from './world';

let server: Server;
let world: World;
let crew: Crew;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  crew = new Crew(world);
});
afterAll(() => server.stop());

interface Line {
  house: string;
  actor: string;
  act: string;
  whom: string;
  role: string;
}
/** What was written down about somebody: where, by whom, what. */
const written = async (whom: string) =>
  (await list<Line>(world.url, world.superuser, 'staff_acts', `whom='${whom}'`)).map(
    ({ house, actor, act, role }) => [house, actor, act, role],
  );
const opened = (token: string, house = world.houseA) => opens(world.url, token, house);

describe('the staff of a house', () => {
  it('are shown to its coordinators, with what they are and were, and nothing of another house', async () => {
    const both = await hire(world, 'hai-noi', [
      [world.houseA, 'trainer'],
      [world.houseB, 'installer'],
    ]);
    const { body } = await crew.look();
    expect(body.people.map(({ username }) => username)).toContain('trainer');
    expect(body.people.map(({ username }) => username)).not.toContain('stranger');
    expect(body.people.find(({ id }) => id === both.id)).toEqual({
      ...{ id: both.id, username: 'hai-noi', name: 'Người hai-noi' },
      ...{ demo: false, closed: false, due: '', ours: false },
      roles: [
        { role: 'trainer', since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string, ended: '' },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(world.houseB);
  });

  it('are nobody else’s business, and a coordinator of another house is one of nobody’s here', async () => {
    const elsewhere = await hire(world, 'dieu-phoi-b', [[world.houseB, 'coordinator']]);
    const change = { does: 'give', staff: world.trainer.id, role: 'coordinator' } as const;
    for (const { token } of [world.trainer, world.installer, world.stranger, world.kiosk, elsewhere]) {
      const other = new Crew(world, token);
      expect((await other.look()).body.error.code).toBe('not-allowed');
      expect(await other.outcome(change)).toBe('not-allowed');
    }
    const theirs = new Crew(world, elsewhere.token, world.houseB);
    for (const does of ['reset', 'close'] as const)
      expect(await theirs.outcome({ does, staff: world.trainer.id })).toBe('not-found');
    expect(await theirs.outcome(change)).toBe('not-found');
  });

  it('are read page by page in what was done', async () => {
    for (const username of ['trang-mot', 'trang-hai', 'trang-ba'])
      await crew.change({ does: 'add', username, name: 'Người Trang', role: 'trainer' });
    const first = (await crew.look('&limit=2')).body;
    expect([first.acts.length, first.more]).toEqual([2, true]);
    const second = (await crew.look(`&limit=2&after=${first.acts[1]?.id}`)).body;
    const whole = (await crew.look('&limit=50')).body.acts;
    expect([...first.acts, ...second.acts]).toEqual(whole.slice(0, 4));
    expect(whole[0]).toMatchObject({
      act: 'add',
      by: 'Người coordinator',
      whom: 'Người Trang',
      role: 'trainer',
    });
  });
});

describe('somebody who is added', () => {
  it('gets an account and a one-time password that is told once, and comes in only to change it', async () => {
    const { body } = await crew.change({
      ...{ does: 'add', username: ' Co-Moi ', name: '  Trần  Thị Mới ', role: 'trainer' },
    });
    const told = body.told;
    expect(told).toMatchObject({ username: 'co-moi', name: 'Trần Thị Mới' });
    expect(told?.password).toMatch(/^(\w{4}-){3}\w{4}$/);
    const hours = (Date.parse(told?.until ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThanOrEqual(72);
    const person = await crew.person('co-moi');
    expect(person).toMatchObject({
      due: told?.until,
      closed: false,
      ours: true,
      roles: [{ role: 'trainer' }],
    });
    expect(await written(person.id)).toEqual([[world.houseA, world.coordinator.id, 'add', 'trainer']]);
    const kept = await list(world.url, world.superuser, 'staff');
    expect(JSON.stringify([kept, (await crew.look()).body]) + server.log()).not.toContain(told?.password);
  });

  it('under a name that is taken gets the role and no password, where they are called so too', async () => {
    const shared = await hire(world, 'da-co', [[world.houseB, 'trainer']]);
    const add = { does: 'add', username: 'da-co', role: 'trainer' } as const;
    const refused = await crew.change({ ...add, name: 'Người Khác' });
    expect(refused.body).toEqual({ error: { code: 'name-taken', message: expect.any(String) as string } });
    expect(await opened(shared.token)).toBe('not-allowed');
    const { body } = await crew.change({ ...add, name: 'NGUOI  da-co' });
    expect(body.told).toBeNull();
    expect(await opened(shared.token)).toBe('ok');
    expect(await written(shared.id)).toEqual([[world.houseA, world.coordinator.id, 'give', 'trainer']]);
    expect(await crew.outcome({ ...add, name: 'Người da-co' })).toBe('ok');
    expect(await written(shared.id)).toHaveLength(1);
  });

  it('twice at once has one account, and one of the two passwords', async () => {
    const add = { does: 'add', username: 'mot-lan', name: 'Người Một', role: 'editor' } as const;
    const answers = await Promise.all([crew.change(add), crew.change(add)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => body.told)).toHaveLength(1);
    expect((await crew.person('mot-lan')).roles).toHaveLength(1);
  });
});

describe('a role', () => {
  it('counts from the next request on, ends with the next, and stays written down with when it held', async () => {
    const { id, token } = await hire(world, 'vai-tro', [[world.houseA, 'installer']]);
    const tablet = new Tablet(world.houseA, id);
    const why = async () =>
      (await push(world.url, token, tablet.id, [tablet.register(1)])).results[0]?.status;
    expect(await why()).toBe('quarantined');
    expect(await crew.outcome({ does: 'give', staff: id, role: 'trainer' })).toBe('ok');
    expect(await why()).toBe('ok');
    for (const role of ['trainer', 'installer'] as const)
      expect(await crew.outcome({ does: 'end', staff: id, role })).toBe('ok');
    expect(await opened(token)).toBe('not-allowed');
    const { roles } = await crew.person('vai-tro');
    expect(roles.map(({ role, ended }) => [role, ended !== ''])).toEqual([
      ['installer', true],
      ['trainer', true],
    ]);
    expect(await crew.outcome({ does: 'give', staff: id, role: 'trainer' })).toBe('ok');
    expect(await opened(token)).toBe('ok');
    expect((await crew.person('vai-tro')).roles).toHaveLength(3);
    expect((await written(id)).map(([, , act, role]) => `${act} ${role}`)).toEqual([
      ...['give trainer', 'end trainer', 'end installer', 'give trainer'],
    ]);
  });

  it('that holds already, or has ended already, is answered as if it had just been done', async () => {
    const { id } = await hire(world, 'hai-lan', [[world.houseA, 'trainer']]);
    expect(await crew.outcome({ does: 'give', staff: id, role: 'trainer' })).toBe('ok');
    expect(await crew.outcome({ does: 'end', staff: id, role: 'editor' })).toBe('ok');
    expect(await written(id)).toEqual([]);
  });
});

describe('the last coordinator of a house', () => {
  const end = (staff: Staff) => ({ does: 'end', staff: staff.id, role: 'coordinator' }) as const;

  it('stays, also where others could not come in', async () => {
    expect(await crew.outcome(end(world.coordinator))).toBe('last-coordinator');
    await crew.change({ does: 'add', username: 'chua-vao', name: 'Chưa Vào', role: 'coordinator' });
    expect(await crew.outcome(end(world.coordinator))).toBe('last-coordinator');
    const shut = await hire(world, 'da-khoa', [[world.houseA, 'coordinator']]);
    await update(world.url, world.superuser, 'staff', shut.id, { closed: true });
    expect(await crew.outcome(end(world.coordinator))).toBe('last-coordinator');
  });

  it('is one of two who end each other’s role at once, however often they try', async () => {
    for (let round = 0; round < 6; round++) {
      const house = await create(world.url, world.superuser, 'houses', { name: `Nhà Hai Người ${round}` });
      const two: Staff[] = [];
      for (const who of ['mot', 'hai'])
        two.push(await hire(world, `doi-${who}-${round}`, [[house, 'coordinator']]));
      const [one, other] = two as [Staff, Staff];
      const said = await Promise.all([
        new Crew(world, one.token, house).outcome(end(other)),
        new Crew(world, other.token, house).outcome(end(one)),
      ]);
      expect(said.toSorted()).toEqual(['not-allowed', 'ok']);
      const left = said[0] === 'ok' ? one : other;
      expect(await new Crew(world, left.token, house).outcome(end(left))).toBe('last-coordinator');
    }
  });

  it('may go once somebody else came in', async () => {
    const third = await hire(world, 'ke-nhiem', [[world.houseA, 'coordinator']]);
    const fourth = await hire(world, 'roi-di', [[world.houseA, 'coordinator']]);
    expect(await new Crew(world, fourth.token).outcome(end(fourth))).toBe('ok');
    expect((await new Crew(world, fourth.token).look()).body.error.code).toBe('not-allowed');
    await crew.change(end(third));
  });
});

describe('a password that is given anew', () => {
  it('ends every token and the old password at once, and is told once', async () => {
    const { id, token, username } = await hire(world, 'quen', [[world.houseA, 'trainer']]);
    const { told } = (await crew.change({ does: 'reset', staff: id })).body;
    expect(await opened(token)).toBe('not-signed-in');
    expect((await knock(world.url, username, password)).body.error.code).toBe('wrong-sign-in');
    expect((await knock(world.url, username, told?.password ?? '')).body.mustChange).toBe(true);
    expect(await written(id)).toEqual([[world.houseA, world.coordinator.id, 'reset', '']]);
  });

  it('and a closed account are for those alone who coordinate every house where somebody works', async () => {
    const { id, token } = await hire(world, 'nhieu-noi', [
      [world.houseA, 'trainer'],
      [world.houseB, 'trainer'],
    ]);
    for (const does of ['reset', 'close'] as const)
      expect(await crew.outcome({ does, staff: id })).toBe('not-allowed');
    expect(await opened(token)).toBe('ok');
    const ofBoth = await hire(world, 'ca-hai', [
      [world.houseA, 'coordinator'],
      [world.houseB, 'coordinator'],
    ]);
    expect(await new Crew(world, ofBoth.token).outcome({ does: 'close', staff: id })).toBe('ok');
    // Each house reads of it, for it is about both.
    expect((await written(id)).map(([house, , act]) => [house, act]).toSorted()).toEqual(
      [world.houseA, world.houseB].map((house) => [house, 'close']).toSorted(),
    );
    expect(await crew.outcome({ does: 'reopen', staff: id })).toBe('not-allowed');
  });

  it('are not for oneself, nor for somebody who works nowhere', async () => {
    for (const does of ['reset', 'close'] as const)
      expect(await crew.outcome({ does, staff: world.coordinator.id })).toBe('not-allowed');
    const { id } = await hire(world, 'nghi-roi', [[world.houseA, 'trainer']]);
    await crew.change({ does: 'end', staff: id, role: 'trainer' });
    expect(await crew.outcome({ does: 'reset', staff: id })).toBe('not-allowed');
  });
});

describe('an account that is closed', () => {
  it('is refused like a wrong password, its tokens are void at once, and its roles stay for when it is opened again', async () => {
    const { id, token, username } = await hire(world, 'dong-lai', [[world.houseA, 'trainer']]);
    expect(await crew.outcome({ does: 'close', staff: id })).toBe('ok');
    expect(await opened(token)).toBe('not-signed-in');
    const [closed, wrong] = [
      await knock(world.url, username, password),
      await knock(world.url, username, 'sai-roi-nhe'),
    ];
    expect(closed.body).toEqual(wrong.body);
    expect(await crew.person(username)).toMatchObject({
      closed: true,
      roles: [{ role: 'trainer', ended: '' }],
    });
    expect(await crew.outcome({ does: 'reset', staff: id })).toBe('not-allowed');
    expect(await crew.outcome({ does: 'reopen', staff: id })).toBe('ok');
    expect(await opened(token)).toBe('not-signed-in');
    expect(await opened((await signIn(world.url, username, password)).token)).toBe('ok');
    expect((await written(id)).map(([, , act]) => act)).toEqual(['close', 'reopen']);
  });

  it('is closed where the superuser says so, too', async () => {
    const { id, token } = await hire(world, 'dong-tay', [[world.houseA, 'trainer']]);
    await update(world.url, world.superuser, 'staff', id, { closed: true });
    expect(await opened(token)).toBe('not-signed-in');
  });

  it('is not closed by somebody whom it closes in the same moment', async () => {
    const two: Staff[] = [];
    for (const who of ['an', 'binh'])
      two.push(await hire(world, `khoa-${who}`, [[world.houseB, 'coordinator']]));
    const [one, other] = two as [Staff, Staff];
    const said = await Promise.all([
      new Crew(world, one.token, world.houseB).outcome({ does: 'close', staff: other.id }),
      new Crew(world, other.token, world.houseB).outcome({ does: 'close', staff: one.id }),
    ]);
    expect(said.filter((code) => code === 'ok')).toHaveLength(1);
  });
});

describe('what was done', () => {
  it('cannot be changed or taken back, by nobody', async () => {
    const [line] = await list<{ id: string }>(world.url, world.superuser, 'staff_acts');
    const at = `${world.url}/api/collections/staff_acts/records/${line?.id}`;
    for (const method of ['PATCH', 'DELETE']) {
      const { status } = await ask(at, { method, token: world.superuser, body: { act: 'give' } });
      expect(status).toBe(400);
    }
    expect(await list(world.url, world.superuser, 'staff_acts', `id='${line?.id}'`)).toEqual([line]);
  });

  it('at the operator’s desk stands there as well, by nobody of the house', async () => {
    const add = (role: string) =>
      server.command('add-staff', 'cua-may-chu', 'Người Máy Chủ', role, world.houseA);
    await add('trainer');
    await add('editor');
    await server.command('reset-password', 'cua-may-chu');
    const { id } = await crew.person('cua-may-chu');
    expect(await written(id)).toEqual([
      [world.houseA, '', 'add', 'trainer'],
      [world.houseA, '', 'give', 'editor'],
      [world.houseA, '', 'reset', ''],
    ]);
    expect((await crew.look()).body.acts[0]).toMatchObject({ by: '', act: 'reset', whom: 'Người Máy Chủ' });
  });

  it('lets the operator open an account that nobody of the house may open any more', async () => {
    const { id, username } = await hire(world, 'mo-lai', [[world.houseA, 'trainer']]);
    await crew.change({ does: 'close', staff: id });
    const said = JSON.parse(await server.command('reset-password', username)) as { password: string };
    expect((await knock(world.url, username, said.password)).body.mustChange).toBe(false);
    expect((await written(id)).map(([, actor, act]) => [act, actor === ''])).toEqual([
      ['close', false],
      ['reopen', true],
      ['reset', true],
    ]);
  });

  it('is refused for somebody who is not there', async () => {
    expect(await crew.outcome({ does: 'reset', staff: newId() })).toBe('not-found');
  });
});

describe('demo accounts', () => {
  let demo: Server;
  let here: Crew;
  beforeAll(async () => {
    demo = await startServer({ demo: true });
    const houses = JSON.parse(await demo.command('list-houses')) as { id: string }[];
    const { token } = await signIn(demo.url, 'dieu-phoi', 'luyen-tap-2026');
    here = new Crew({ ...world, url: demo.url }, token, houses[0]?.id ?? '');
  }, 60_000);
  afterAll(() => demo.stop());

  it('stay as they are, whoever asks', async () => {
    const { id } = await here.person('tap-huan');
    for (const does of ['reset', 'close'] as const)
      expect(await here.outcome({ does, staff: id })).toBe('not-allowed');
    expect(await here.outcome({ does: 'end', staff: id, role: 'trainer' })).toBe('not-allowed');
    expect(await here.outcome({ does: 'give', staff: id, role: 'editor' })).toBe('not-allowed');
    const again = { does: 'add', username: 'tap-huan', name: 'Tập huấn viên Mẫu', role: 'editor' } as const;
    expect(await here.outcome(again)).toBe('not-allowed');
    expect((await here.person('tap-huan')).roles.map(({ role }) => role)).toEqual(['trainer']);
    const own = await changePassword(demo.url, here.token, 'luyen-tap-2026', 'Con mèo đi hia 3');
    expect(own.body.error.code).toBe('not-allowed');
  });
});
