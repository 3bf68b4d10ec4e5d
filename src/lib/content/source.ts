import * as v from 'valibot';
import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Path, Violation } from './violation';

/** One YAML file as read: its value, and where in the text each part of it stands. */
export class Source {
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;

  constructor(
    readonly file: string,
    content: string,
  ) {
    this.#document = parseDocument(content, { lineCounter: this.#lines });
  }

  /** What YAML itself says against the text: bad indentation, a key given twice. */
  faults(): Violation[] {
    return this.#document.errors.map((error) => ({
      file: this.file,
      line: this.#lines.linePos(error.pos[0]).line,
      rule: 'yaml',
      message: error.message.split('\n')[0] ?? error.message,
      remedy: 'Write the line as YAML; look at the indentation, the quotes and keys given twice.',
    }));
  }

  value(): unknown {
    return this.#document.toJS();
  }

  /** The line of a part, or of the nearest part around it that exists. */
  lineAt(path: Path): number {
    let node: unknown = this.#document.contents;
    let offset = 0;
    for (const key of path) {
      if (!isCollection(node)) break;
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      const next: unknown = pair ? pair.value : isMap(node) ? undefined : node.get(key, true);
      const found = pair?.key ?? next;
      if (!hasRange(found)) break;
      offset = found.range[0];
      node = next;
    }
    return this.#lines.linePos(offset).line;
  }

  /** A violation at a part of this file. */
  violation(path: Path, rule: string, message: string, remedy: string): Violation {
    return { file: this.file, line: this.lineAt(path), rule, message, remedy };
  }

  /** The value in the shape of a schema, or what keeps it from that shape. */
  read<Output>(schema: v.GenericSchema<unknown, Output>): { value?: Output; violations: Violation[] } {
    const faults = this.faults();
    if (faults.length) return { violations: faults };
    const result = v.safeParse(schema, this.value());
    if (result.success) return { value: result.output, violations: [] };
    return { violations: result.issues.map((issue) => this.#shapeViolation(issue)) };
  }

  #shapeViolation(issue: v.BaseIssue<unknown>): Violation {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    const where = path.join('.') || 'the file';
    if (issue.type === 'non_empty') {
      const remedy = 'Write the words between the quotes.';
      return { ...this.violation(path, 'empty-text', `${where}: ${issue.message}`, remedy), key: where };
    }
    return this.violation(
      path,
      'schema',
      `${where}: ${issue.message}`,
      issue.expected === 'never'
        ? `Take ${String(path.at(-1))} out, or correct its spelling.`
        : issue.received === 'undefined'
          ? `Add ${String(path.at(-1))}.`
          : issue.received === 'null'
            ? `Write what belongs behind ${String(path.at(-1))}, or take the line out.`
            : `Correct ${where}; the formats are in src/lib/content/schema.`,
    );
  }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
