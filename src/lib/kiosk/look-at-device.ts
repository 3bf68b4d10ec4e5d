import { clipFolder } from '$lib/narration/clips';
import { voices } from '$lib/narration/keep';
import { store } from '$lib/session/device';
import { offline } from '$lib/session/offline-state.svelte';
import type { Found } from './self-check';

/** Asks this browser what it has. What it does not tell is null; nothing is asked of the person who stands there. */
export async function lookAtDevice(told: { skew: number | null; lastOk: string | null }): Promise<Found> {
  const [kept, room, disk, clips, lit, cameras] = await Promise.all([
    orNull(async () => navigator.storage.persisted()),
    orNull(roomLeft),
    writesAndReads(),
    orNull(clipsHere),
    canKeepLit(),
    orNull(camerasHere),
  ]);
  return {
    secure: isSecureContext,
    worker: offline.current === 'preparing' ? null : offline.current === 'ready',
    kept,
    room,
    disk,
    clips,
    lit,
    cameras,
    touches: navigator.maxTouchPoints,
    whole: innerWidth >= screen.width && innerHeight >= screen.height,
    skew: told.skew,
    silent: told.lastOk === null ? null : Math.max(0, Date.now() - Date.parse(told.lastOk)),
  };
}

async function orNull<Of>(ask: () => Promise<Of>): Promise<Of | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}

async function roomLeft(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}

/** A disk that takes nothing any more goes on serving what is cached, so it is asked to write. */
async function writesAndReads(): Promise<boolean> {
  const mark = crypto.randomUUID();
  try {
    await store.setFact('self-check', mark);
    return (await store.fact<string>('self-check')) === mark;
  } catch {
    return false;
  }
}

async function clipsHere(): Promise<{ here: number; all: number }> {
  const cache = await caches.open(voices);
  const list = `${clipFolder('vi')}/lists/all.json`;
  const answer = (await cache.match(list)) ?? (await fetch(list));
  const wanted = (await answer.json()) as [name: string][];
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const found = wanted.filter(([name]) => here.has(`${clipFolder('vi')}/${name}.m4a`));
  return { here: found.length, all: wanted.length };
}

async function canKeepLit(): Promise<boolean> {
  if (!('wakeLock' in navigator)) return false;
  const lock = await navigator.wakeLock.request('screen').catch(() => null);
  await lock?.release();
  return lock !== null;
}

async function camerasHere(): Promise<number> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput').length;
}
