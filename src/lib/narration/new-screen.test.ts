import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settings } from '$lib/settings/settings.svelte';
import { newScreen } from './new-screen';
import { hush, readOnEntry } from './read';

vi.mock('./read', () => ({ hush: vi.fn(), readOnEntry: vi.fn() }));

const stage = {} as Element;
beforeEach(() => vi.clearAllMocks());
afterEach(() => settings.reset());

it('a new screen ends what was said of the last one, and is read only where somebody asked for it', () => {
  newScreen(stage);
  expect(hush).toHaveBeenCalledOnce();
  expect(readOnEntry).not.toHaveBeenCalled();

  settings.change({ readScreens: true });
  newScreen(stage);
  expect(hush).toHaveBeenCalledTimes(2);
  expect(readOnEntry).toHaveBeenCalledExactlyOnceWith(stage);
});
