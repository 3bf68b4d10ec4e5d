import type { Path } from '../violation';

/** Tells what is wrong at a part of the file in hand: rule, message, remedy. */
export type Say = (path: Path, rule: string, message: string, remedy: string) => void;
