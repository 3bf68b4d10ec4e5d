/** What sounds: a bell so many times, the words of an id, and silence. */
export interface Voice {
  chime: (times: number) => Promise<unknown>;
  say: (id: string) => Promise<unknown>;
  hush: () => void;
}

/** Which emergencies are on, by their ids with spaces between ('' none), whether they are an exercise, and whether somebody is there. */
export interface State {
  which: string;
  test: boolean;
  session: boolean;
}

/** How often it sounds where nobody is there yet (ms). */
const soundEvery = 60_000;

/**
 * How an emergency sounds. Where nobody is there: the bell twice and one sentence, again each minute. Where somebody is:
 * the bell once, and nothing that they heard before they came. Called off, it is silent at once.
 */
export class Alarm {
  /** Those that were on and heard already. */
  #heard: readonly string[] = [];
  #again: ReturnType<typeof setInterval> | undefined;
  #speaking = false;
  /** Counts what is sounded, so that what was begun before a change is not gone on with. */
  #turn = 0;

  constructor(private readonly voice: Voice) {}

  /** Takes note of how things are now; the same again changes nothing that has been heard. */
  heed({ which, test, session }: State): void {
    this.stop();
    const on = which.split(' ').filter(Boolean);
    if (which === '' && this.#speaking) this.voice.hush();
    const isNew = on.some((one) => !this.#heard.includes(one)); // where only one of two was called off, nothing is
    if (session && isNew) void this.voice.chime(1);
    if (which !== '' && !session) {
      const sound = () => void this.#sound(test ? 'media:exercise-say' : 'media:spoken');
      sound();
      this.#again = setInterval(sound, soundEvery);
    }
    this.#heard = on;
  }

  /** Sounds no more. What is being said is said to its end. */
  stop(): void {
    clearInterval(this.#again);
    this.#turn += 1;
  }

  async #sound(words: string): Promise<void> {
    const turn = ++this.#turn;
    await this.voice.chime(2);
    if (turn !== this.#turn) return;
    this.#speaking = true;
    await this.voice.say(words);
    this.#speaking = false;
  }
}
