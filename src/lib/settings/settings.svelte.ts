import { first, type Choices } from './choices';

let base = $state.raw<Choices>(first);
let current = $state.raw<Choices>(first);

/** How whoever is here wants to see and hear. In memory only: a page thrown away forgets it. */
export const settings = {
  get current(): Choices {
    return current;
  },
  /** True while everything is as everybody finds it. */
  get untouched(): boolean {
    return (Object.keys(base) as (keyof Choices)[]).every((name) => current[name] === base[name]);
  },
  change(part: Partial<Choices>): void {
    current = { ...current, ...part };
  },
  /** Back to what everybody finds. */
  reset(): void {
    current = base;
  },
  /** Whoever set this device up says what everybody finds here; what somebody has already changed stays as it is. */
  setUp(part: Partial<Choices>): void {
    const untouched = settings.untouched;
    base = { ...base, ...part };
    if (untouched) current = base;
  },
};
