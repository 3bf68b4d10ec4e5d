import { first, type Choices } from './choices';

let current = $state.raw<Choices>(first);

/** How whoever is here wants to see and hear. In memory only: a page thrown away forgets it. */
export const settings = {
  get current(): Choices {
    return current;
  },
  /** True while everything is as everybody finds it. */
  get untouched(): boolean {
    return (Object.keys(first) as (keyof Choices)[]).every((name) => current[name] === first[name]);
  },
  change(part: Partial<Choices>): void {
    current = { ...current, ...part };
  },
  reset(): void {
    current = first;
  },
};
