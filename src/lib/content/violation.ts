/** Something wrong with content: where, which rule, what it is, and what to do. */
export interface Violation {
  /** The path of the file, from the root of the project. */
  file: string;
  /** Counted from 1. */
  line: number;
  rule: string;
  message: string;
  remedy: string;
}

/** Where a value stands in a file: keys and positions from the top, `['screens', 'otp', 'shows', 2]`. */
export type Path = (string | number)[];

/** A violation as one line of text, which terminals make a link of. */
export function violationText({ file, line, rule, message, remedy }: Violation): string {
  return `${file}:${line}  ${rule}  ${message}\n    → ${remedy}`;
}
