import { existsSync, renameSync } from 'node:fs';

/** Where a backup is unpacked and looked through, beside the data folder. @param {string} data */
export const unpackedAt = (data) => `${data}.unpacking`;

/** Where what was unpacked stands when it is whole, and only has to take its place. @param {string} data */
export const restoredAt = (data) => `${data}.restored`;

/**
 * Finishes a restore that was cut off between its last two steps: what was there has been moved aside, what was restored
 * stands beside, whole. Called before anything is opened, so that no server begins with an empty folder.
 * @param {string} data
 * @returns {boolean} true where it had something to do
 */
export function finishSwap(data) {
  if (existsSync(data) || !existsSync(restoredAt(data))) return false;
  renameSync(restoredAt(data), data);
  return true;
}
