import { expect, test } from 'vitest';
import { begun, buildOf, firstBuild, givenUp, inUse, needed, takenOver, told, type Builds } from './builds';

/** New has just taken over from old, with nobody there. */
const fresh = takenOver(firstBuild('old'), 'new', { open: [], whole: ['old', 'new'] });

/** Pages come one after the other in one tab: each is still there when the next one is asked for. */
function comeInTurn(builds: Builds, ...pages: string[]): Builds {
  return pages.reduce((now, page, at) => begun(now, page, at > 0 ? [pages[at - 1] ?? ''] : []), builds);
}

test('three starts in a row that come to nothing bring the build before', () => {
  expect(inUse(comeInTurn(fresh, 'a', 'b', 'c'))).toBe('new');
  const back = comeInTurn(fresh, 'a', 'b', 'c', 'd');
  expect(back).toMatchObject({ rolledBack: true, own: 'new' });
  expect(inUse(back)).toBe('old');
});

test('a start that succeeds breaks the row', () => {
  const well = told(comeInTurn(fresh, 'a', 'b'), 'b', 'started');
  expect(well).toMatchObject({ proven: true, silent: {} });
  expect(inUse(comeInTurn(well, 'c', 'd', 'e'))).toBe('new');
});

test('a page that was left before it could tell is neither good nor bad', () => {
  let builds = fresh;
  for (const page of ['a', 'b', 'c', 'd', 'e', 'f']) builds = told(begun(builds, page, []), page, 'left');
  expect(inUse(builds)).toBe('new');
  builds = comeInTurn(builds, 'g', 'h');
  builds = told(comeInTurn(builds, 'i'), 'i', 'left');
  expect(inUse(comeInTurn(builds, 'j', 'k'))).toBe('old');
});

test('a browser that opens all its tabs at once has not failed to start', () => {
  let builds = fresh;
  const tabs = ['a', 'b', 'c', 'd', 'e'];
  for (const [at, tab] of tabs.entries()) builds = begun(builds, tab, tabs.slice(0, at));
  expect(inUse(builds)).toBe('new');
});

test('a page that is there and was waited for in vain counts', () => {
  let builds = fresh;
  for (const page of ['a', 'b', 'c']) builds = givenUp(begun(builds, page, ['a', 'b', 'c']), page);
  expect(inUse(begun(builds, 'd', ['a', 'b', 'c']))).toBe('old');
});

test('the first build of a device has nothing to go back to', () => {
  expect(inUse(comeInTurn(firstBuild('only'), 'a', 'b', 'c', 'd', 'e'))).toBe('only');
});

test('a page that is open goes on from its own build, through a take-over and through a way back', () => {
  const taken = takenOver(firstBuild('old'), 'new', { open: ['tab'], whole: ['old', 'new'] });
  expect(buildOf(taken, 'tab')).toBe('old');
  expect(buildOf(begun(taken, 'a', ['tab']), 'a')).toBe('new');
  const again = takenOver(taken, 'newer', { open: ['tab', 'a'], whole: ['old', 'new', 'newer'] });
  expect(buildOf(again, 'tab')).toBe('old');
  expect(buildOf(again, 'a')).toBe('new');
  expect(needed(again)).toEqual(new Set(['newer', 'new', 'old']));
  expect(needed(begun(again, 'b', ['a']))).toEqual(new Set(['newer', 'new'])); // the tab is closed

  const back = [...'abcd'].reduce((now, page) => begun(now, page, ['x', 'c']), fresh);
  expect(buildOf(back, 'c')).toBe('new');
});

test('after a build that would not start the next one is taken, and goes back to the last good one', () => {
  const back = comeInTurn(fresh, 'a', 'b', 'c', 'd');
  const next = takenOver(back, 'newer', { open: ['d'], whole: ['old', 'new', 'newer'] });
  expect(next).toMatchObject({ own: 'newer', before: 'old', rolledBack: false });
  expect(buildOf(next, 'd')).toBe('old');
  expect(needed(next)).toEqual(new Set(['newer', 'old']));
});

test('there is no way back to a build that is not whole, nor to itself', () => {
  expect(takenOver(firstBuild('old'), 'new', { open: [], whole: ['new'] }).before).toBeNull();
  const back = comeInTurn(fresh, 'a', 'b', 'c', 'd');
  expect(takenOver(back, 'old', { open: [], whole: ['old'] })).toMatchObject({ own: 'old', before: null });
});

test('a worker that is the same takes nothing over', () => {
  const builds = comeInTurn(fresh, 'a');
  expect(takenOver(builds, 'new', { open: ['a'], whole: ['new'] })).toBe(builds);
});
