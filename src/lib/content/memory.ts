/** Remembers what was made for each of the last `most` keys, so that it is not made twice. */
export class Memory<Made> {
  readonly #made = new Map<string, Made>();

  constructor(private readonly most: number) {}

  /** What was made for this key before, or what `make` makes now. */
  recall(key: string, make: () => Made): Made {
    const made = this.#made.get(key) ?? make();
    this.#made.delete(key);
    this.#made.set(key, made); // the last used stands last, so the first is the one to forget
    const [oldest] = this.#made.keys();
    if (this.#made.size > this.most && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}
