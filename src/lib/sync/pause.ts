/** A wait that can be cut short; being cut short while nobody waits shortens the next one. */
export class Pause {
  #end: () => void = () => undefined;
  #due = false;

  constructor(private readonly stopped: AbortSignal) {
    stopped.addEventListener('abort', () => this.end());
  }

  /** Resolves after the given milliseconds, or as soon as `end` is called. */
  last(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#due || this.stopped.aborted) {
        this.#due = false;
        resolve();
        return;
      }
      const timer = setTimeout(() => this.end(), Math.round(milliseconds)); // a browser drops what is left of one
      this.#end = () => {
        clearTimeout(timer);
        this.#end = () => undefined;
        this.#due = false;
        resolve();
      };
    });
  }

  /** Ends the wait, now or the next one. */
  end(): void {
    this.#due = true;
    this.#end();
  }
}
