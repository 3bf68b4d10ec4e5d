import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '$lib/ledger/kind';
import type { PairResponse } from '$lib/sync/protocol';
import { root } from '../../tools/paths.mjs';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push, signIn } from './api';
import { Tablet } from './tablet';
import { liftLimits, list, newId, somePublicKey, superuserOf } from './world';

/** Four groups of four, without 0 o, 1 i l, 2 z, 5 s, 8 b, 9 g q, u v and m. */
const readable = /^([acdefhjknprtwxy3467]{4}-){3}[acdefhjknprtwxy3467]{4}$/;

interface House {
  id: string;
  name: string;
  staff: { username: string; name: string; role: Role }[];
}

let server: Server;
let superuser: string;
let house: { id: string; name: string };
let other: { id: string; name: string };

beforeAll(async () => {
  server = await startServer();
  superuser = await superuserOf(server);
  await liftLimits({ url: server.url, superuser });
  house = await tell('add-house', 'Nhà văn hóa Khu phố Thử 1');
  other = await tell('add-house', 'Nhà văn hóa Khu phố Thử 2');
});
afterAll(() => server.stop());

/** Runs one of the commands themselves and reads its answer. */
async function tell<Answer>(...words: string[]): Promise<Answer> {
  return JSON.parse(await server.command(...words)) as Answer;
}

/** Runs `npm run operator`'s program to its end. */
async function operator(...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, ['tools/operator.mjs', ...words], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const add = (username: string, role: Role, at = house.id, name = 'Trần Thị Thử') =>
  tell<{ name: string; password: string | null; added: boolean }>('add-staff', username, name, role, at);
const passwordIn = (said: string) => /password: (\S+)/.exec(said)?.[1] ?? '';

describe('a house and its staff', () => {
  it('are made while the server runs, and can be used at once', async () => {
    const made = await add('lan-kp1', 'trainer');
    expect(made).toMatchObject({
      name: 'Trần Thị Thử',
      password: expect.stringMatching(readable),
      added: true,
    });
    const { token, staff, memberships } = await signIn(server.url, 'lan-kp1', made.password ?? '');
    expect(memberships).toEqual([{ house: house.id, houseName: house.name, role: 'trainer' }]);
    const tablet = new Tablet(house.id, staff.id);
    expect((await push(server.url, token, tablet.id, [tablet.register(1)])).results).toMatchObject([
      { status: 'ok', seq: 1 },
    ]);
  });

  it('keep name and password when somebody gets a second role, which counts with the next request', async () => {
    const first = await add('hai-nha', 'trainer');
    const { token } = await signIn(server.url, 'hai-nha', first.password ?? '');
    const second = await add('hai-nha', 'coordinator', other.id, 'Tên Khác');
    expect(second).toMatchObject({ name: 'Trần Thị Thử', password: null, added: true });
    expect((await pullAll(server.url, token, other.id)).events).toEqual([]);
    expect(await add('hai-nha', 'coordinator', other.id)).toMatchObject({ password: null, added: false });
    const houses = await tell<House[]>('list-houses');
    expect(houses.map(({ name }) => name)).toEqual([house.name, other.name]);
    expect(houses[1]?.staff).toEqual([{ username: 'hai-nha', name: 'Trần Thị Thử', role: 'coordinator' }]);
  });

  it('are no demo accounts, and leave no password behind', async () => {
    const { password } = await add('that-su', 'installer');
    const accounts = await list<{ demo: boolean }>(server.url, superuser, 'staff', "username='that-su'");
    expect(accounts).toMatchObject([{ demo: false }]);
    expect(JSON.stringify(accounts) + server.log()).not.toContain(password);
  });

  it('never get the same password twice', async () => {
    const passwords = [await add('mot', 'editor'), await add('hai', 'approver')].map(
      ({ password }) => password,
    );
    expect(new Set(passwords).size).toBe(2);
  });

  it('have names of composed letters and single spaces, as long as eighty letters', async () => {
    const typed = `  ${'Nhà '.normalize('NFD').repeat(2)}\n Thử 3 `;
    expect(await tell('add-house', typed)).toMatchObject({ name: 'Nhà Nhà Thử 3'.normalize('NFC') });
    expect(await tell('add-house', '𝐍'.repeat(80))).toMatchObject({ name: '𝐍'.repeat(80) });
  });
});

describe('what cannot be done', () => {
  const id = 'f'.repeat(32);
  it.each<[why: string, words: string[], sentence: RegExp]>([
    ['a house without a name', ['add-house', ' \n '], /1 to 80 characters; the one typed has 0/],
    ['a name that is too long', ['add-house', 'x'.repeat(81)], /the one typed has 81/],
    ['a name that hides something', ['add-house', 'Nhà\u0007'], /characters that cannot be seen/],
    ['a second house of one name', ['add-house', 'Nhà văn hóa  Khu phố Thử 1'], /There is a house called/],
    ['a name that lost its quotation marks', ['add-house', 'Nhà', 'Thử'], /needs quotation marks/],
    ['words missing', ['add-staff', 'lan', 'Lan'], /is written: add-staff <username> <name> <role> <house>/],
    ['an unknown house', ['add-staff', 'lan', 'Lan', 'trainer', id], /No house has the id «f{32}»/],
    ['a code of an unknown house', ['pair-code', id], /No house has the id/],
    ['a password of nobody', ['reset-password', 'khong-co'], /no account «khong-co»/],
  ])('%s', async (_why, words, sentence) => {
    await expect(server.command(...words)).rejects.toThrow(sentence);
  });

  it.each(['kiosk', 'admin', 'Trainer', ''])('the role «%s», and the roles there are', async (role) => {
    const list = roles.filter((one) => one !== 'kiosk').join(', ');
    const asked = server.command('add-staff', 'vai-tro', 'Lan', role, house.id);
    await expect(asked).rejects.toThrow(`There is no role «${role}». The roles are: ${list}.`);
  });

  it.each(['ab', 'a'.repeat(41), 'Lan', 'lan kp3', 'lần', 'lan.kp3', '-lan', "lan' or 1"])(
    'the username «%s»',
    async (username) => {
      const asked = server.command('add-staff', '--', username, 'Lan', 'trainer', house.id);
      await expect(asked).rejects.toThrow('A username has 3 to 40 characters');
    },
  );

  it.each(['0', '1441', '1.5', 'x'])('a pairing code of %s minutes', async (minutes) => {
    await expect(server.command('pair-code', house.id, minutes)).rejects.toThrow(
      'whole number from 1 to 1440',
    );
  });

  it('is said in Vietnamese too, and leaves nothing half done', async () => {
    const staff = await list(server.url, superuser, 'staff');
    await expect(server.command('add-staff', 'nua-chung', ' ', 'trainer', house.id)).rejects.toThrow(
      'Tên cần',
    );
    expect(await list(server.url, superuser, 'staff')).toHaveLength(staff.length);
  });
});

describe('a new password', () => {
  it('ends every token at once, and the old password with them', async () => {
    const before = (await add('quen-mat', 'trainer')).password ?? '';
    const { token } = await signIn(server.url, 'quen-mat', before);
    const { password } = await tell<{ password: string }>('reset-password', 'quen-mat');
    expect(password).toMatch(readable);
    expect((await ask(`${server.url}/api/v1/me`, { token })).body.error.code).toBe('not-signed-in');
    await expect(signIn(server.url, 'quen-mat', before)).rejects.toThrow();
    expect((await signIn(server.url, 'quen-mat', password)).memberships).toHaveLength(1);
  });
});

describe('npm run operator', () => {
  it('explains itself in both languages', async () => {
    const { code, out } = await operator();
    expect(code).toBe(0);
    for (const word of [
      'add-house',
      'add-staff',
      'list-houses',
      'reset-password',
      'pair-code',
      'restored',
      'recount',
      'backup',
      'backups',
      'restore',
    ]) {
      expect(out).toContain(`  ${word}`);
    }
    for (const role of roles.filter((one) => one !== 'kiosk'))
      expect(out).toMatch(new RegExp(`^ +${role} `, 'm'));
    expect(out).toContain('khôi phục từ một bản sao lưu');
    expect(out).toContain('puts a backup back');
  });

  it('says what is wrong with a command, an option or a folder', async () => {
    expect(await operator('add-hous')).toMatchObject({ code: 1, err: expect.stringContaining('add-house') });
    expect(await operator('--dta', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('--dta') });
    const nowhere = join(server.dataDir, 'none');
    const { code, err } = await operator('list-houses', '--data', nowhere);
    expect(code).toBe(1);
    expect(err).toContain(`There is no data folder ${nowhere} yet`);
    const wrong = await operator('add-staff', 'lan', 'Lan', 'kiosk', house.id, '--data', server.dataDir);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^Không có vai trò «kiosk»\..*\nThere is no role «kiosk»\. .*\n$/);
  });

  it('brings a house from an empty folder to a signed-in trainer and a paired kiosk', async () => {
    const folder = join(server.dataDir, 'new');
    const first = await operator('add-house', 'Nhà văn hóa Thử Mới', '--data', folder);
    expect(first).toMatchObject({ code: 0, err: '' });
    const id = /[0-9a-f]{32}/.exec(first.out)?.[0] ?? '';
    expect(first.out).toContain(`npm run operator -- add-staff <username>`);
    const hired = await operator('add-staff', 'lan', 'Trần Thị Lan', 'trainer', id, '--data', folder);
    expect(hired.out).toContain('Trần Thị Lan has the account lan now');
    const paired = await operator('pair-code', id, '--data', folder);
    const code = /code: (\w{4} \w{4})/.exec(paired.out)?.[1] ?? '';

    const started = await startServer({ dataDir: folder });
    try {
      const { memberships } = await signIn(started.url, 'lan', passwordIn(hired.out));
      expect(memberships).toMatchObject([{ houseName: 'Nhà văn hóa Thử Mới', role: 'trainer' }]);
      const kiosk = await ask<PairResponse>(`${started.url}/api/v1/pair`, {
        body: { code, device: newId(), publicKey: somePublicKey },
      });
      expect(kiosk.body.house.id).toBe(id);
      const reset = await operator('reset-password', 'lan', '--data', folder);
      await signIn(started.url, 'lan', passwordIn(reset.out));
      const listed = await operator('list-houses', '--data', folder);
      expect(listed.out).toMatch(/Nhà văn hóa Thử Mới .*\n {2}lan {2}Trần Thị Lan \(trainer\)\n$/);
    } finally {
      await started.stop();
    }
  });

  it('begins a new epoch after a restore, so that devices send again', async () => {
    const { password } = await add('phuc-hoi', 'trainer');
    const { token } = await signIn(server.url, 'phuc-hoi', password ?? '');
    const before = await pullAll(server.url, token, house.id);
    const { code, out } = await operator('restored', '--data', server.dataDir);
    expect(code).toBe(0);
    expect(out).toContain('sends everything it has written');
    const after = await pullAll(server.url, token, house.id);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.events).toEqual(before.events);
  });
});

describe('a folder with demo accounts', () => {
  it('gets no real house, and its accounts neither another role nor another password', async () => {
    const demo = await startServer({ demo: true });
    try {
      const [{ id } = { id: '' }] = JSON.parse(await demo.command('list-houses')) as House[];
      await expect(demo.command('add-house', 'Nhà Thật')).rejects.toThrow('in another folder: --data');
      const hired = demo.command('add-staff', 'tap-huan', 'Lan', 'coordinator', id);
      await expect(hired).rejects.toThrow('is a demo account');
      await expect(demo.command('reset-password', 'tap-huan')).rejects.toThrow('is a demo account');
    } finally {
      await demo.stop();
    }
  });
});
