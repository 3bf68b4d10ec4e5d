import { canary } from '$lib/fleet/canary';
import { orNull, wholeScreen } from '$lib/fleet/look';
import { clipsHere } from '$lib/fleet/clips-here';
import { store } from '$lib/session/device';
import { offline } from '$lib/session/offline-state.svelte';
import type { Found } from './self-check';

/** Asks this browser what it has. What it does not tell is null; nothing is asked of the person who stands there. */
export async function lookAtDevice(told: { skew: number | null; lastOk: string | null }): Promise<Found> {
  const [kept, room, disk, clips, lit, cameras] = await Promise.all([
    orNull(async () => navigator.storage.persisted()),
    orNull(roomLeft),
    canary(store),
    orNull(clipsHere),
    canKeepLit(),
    orNull(camerasHere),
  ]);
  return {
    secure: isSecureContext,
    worker: offline.current === 'preparing' ? null : offline.current === 'ready',
    kept,
    room,
    disk: disk.disk && disk.cache,
    clips,
    lit,
    cameras,
    touches: navigator.maxTouchPoints,
    whole: wholeScreen(),
    skew: told.skew,
    silent: told.lastOk === null ? null : Math.max(0, Date.now() - Date.parse(told.lastOk)),
  };
}

async function roomLeft(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}

/** True where the browser keeps the screen lit when it is asked to. */
export async function canKeepLit(): Promise<boolean> {
  if (!('wakeLock' in navigator)) return false;
  const lock = await navigator.wakeLock.request('screen').catch(() => null);
  await lock?.release();
  return lock !== null;
}

async function camerasHere(): Promise<number> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput').length;
}
