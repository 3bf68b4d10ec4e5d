import type { Device } from './device';
import type { Mishap } from './script';

/**
 * What devices that left their house had handed over and forgotten. A server restored from a backup that is older than
 * the hand-over does not have it, and nobody is left who could bring it again. A device that leaves asks first whether
 * the server still has all; one that is cut off is not listened to any more, so for it also an earlier restore counts.
 */
export class Forgotten {
  #rounds = new Map<string, { cutOff: boolean; at: number }>();
  #restores: { at: number; backup: number }[] = [];
  #backedUp = 0;

  constructor(private readonly devices: readonly Device[]) {}

  /** Call as each round ends, with what happened to the server in it. */
  note(round: number, { night, mishap }: { night: boolean; mishap: Mishap }): void {
    this.#noteForgotten(round);
    if (night || mishap === 'backed-up') this.#backedUp = round;
    if (mishap.startsWith('restored')) this.#restores.push({ at: round, backup: this.#backedUp });
  }

  /** Call at the end of the story: the ids of those that a restored backup may not have had. */
  unbacked(): Set<string> {
    this.#noteForgotten(Infinity);
    const all = [...this.#rounds].filter(([, { cutOff, at }]) =>
      this.#restores.some((restore) => cutOff || (restore.at >= at && restore.backup <= at)),
    );
    return new Set(all.map(([id]) => id));
  }

  #noteForgotten(at: number): void {
    for (const { forgotten } of this.devices)
      for (const { id, cutOff } of forgotten) if (!this.#rounds.has(id)) this.#rounds.set(id, { cutOff, at });
  }
}
