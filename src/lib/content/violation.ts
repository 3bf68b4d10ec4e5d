/** Something wrong with content: where, which rule, what it is, and what to do. */
export interface Violation {
  /** The path of the file, from the root of the project. */
  file: string;
  /** Counted from 1. */
  line: number;
  rule: string;
  message: string;
  remedy: string;
  /** The key of the text that it is about; a report tells many of one file and rule as one. */
  key?: string;
}

/** Where a value stands in a file: keys and positions from the top, `['screens', 'otp', 'shows', 2]`. */
export type Path = (string | number)[];

/** Of so many texts, the first are named. */
const named = 5;
/** What is said of many texts together, by rule: what they are, and what to do in the lesson or app of this id. */
const together: Record<string, { are: string; remedy: (id: string) => string }> = {
  'words-missing': {
    are: 'are missing',
    remedy: (id) => `Make a place for each: npm run lessons -- --words ${id}`,
  },
  'words-unused': {
    are: 'are shown by nothing',
    remedy: (id) => `Take them out: npm run lessons -- --words ${id}`,
  },
  'empty-text': { are: 'are empty', remedy: () => 'Write the words between the quotes.' },
};

/**
 * Violations as a person reads them, file by file in the order of lines: first what is wrong with structure, then
 * with words, where many texts of one file that lack the same are told as one. An empty line follows each file.
 */
export function violationTexts(violations: Violation[]): string[] {
  const files = [...new Set(violations.map(({ file }) => file))].sort();
  const words = files.filter((file) => /\/(vi|en)\.yaml$/.test(file));
  return [...files.filter((file) => !words.includes(file)), ...words].flatMap((file) => {
    const own = violations.filter((one) => one.file === file).sort((one, other) => one.line - other.line);
    const many = Object.keys(together).filter(
      (rule) => own.filter((one) => one.rule === rule && one.key !== undefined).length > named,
    );
    return [
      ...own.filter(({ rule, key }) => key === undefined || !many.includes(rule)).map(violationText),
      ...many.map((rule) => manyText(own.filter((one) => one.rule === rule && one.key !== undefined))),
      '',
    ];
  });
}

function manyText(alike: Violation[]): string {
  const { file = '', line = 1, rule = '' } = alike[0] ?? {};
  const { are, remedy } = together[rule] ?? { are: '', remedy: () => '' };
  const keys = alike.slice(0, named).map(({ key }) => key);
  const id = file.split('/').at(-2) ?? '';
  return `${file}:${line}  ${rule}  ${alike.length} texts ${are}: ${keys.join(', ')} and ${alike.length - named} more\n    → ${remedy(id)}`;
}

/** A violation as one line of text, which terminals make a link of. */
function violationText({ file, line, rule, message, remedy }: Violation): string {
  return `${file}:${line}  ${rule}  ${message}\n    → ${remedy}`;
}
