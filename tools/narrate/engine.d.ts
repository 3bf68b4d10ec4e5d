/** A voice. To add one: a file in engines/, and a line in engines.mjs. */
export interface Engine {
  name: string;
  /** Which of its voices speaks, and how. */
  voice: string;
  /** Under what the sound may be handed on: an SPDX id, or `LicenseRef-…`. */
  licence: string;
  /** Rejects with a sentence that says what to install or bring, where it cannot speak. */
  check: () => Promise<void>;
  /** Says words, which are Vietnamese syllables and rests only, into a WAV file. */
  speak: (words: string, file: string) => Promise<void>;
}
