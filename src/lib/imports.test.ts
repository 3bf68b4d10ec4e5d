import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { may } from '../../eslint.imports.js';

/** The table as ARCHITECTURE.md shows it. */
function asMarkdown(): string {
  const rows = Object.entries(may).map(([folder, allowed]) => [
    `\`${folder}\``,
    allowed.join(', ') || 'nothing',
  ]);
  const width = [0, 1].map((at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0), ['Folder', 'may import'][at]?.length ?? 0),
  );
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(width[at] ?? 0)).join(' | ')} |`;
  return [
    line(['Folder', 'may import']),
    `| ${width.map((n) => '-'.repeat(n)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

describe('the table of imports', () => {
  it('has a row for every folder of src/lib', () => {
    const folders = readdirSync('src/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(may).sort());
  });

  it('flows downward: a folder imports only folders above it', () => {
    const order = Object.keys(may);
    for (const [folder, allowed] of Object.entries(may)) {
      for (const other of allowed)
        expect(order.indexOf(other), `${folder} → ${other}`).toBeLessThan(order.indexOf(folder));
    }
  });

  it('is shown in ARCHITECTURE.md as it is', () => {
    const shown = /<!-- imports:begin -->\n\n([\s\S]*?)\n\n<!-- imports:end -->/.exec(
      readFileSync('ARCHITECTURE.md', 'utf8'),
    );
    expect(shown?.[1]).toBe(asMarkdown());
  });
});
