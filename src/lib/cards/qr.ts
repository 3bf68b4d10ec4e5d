import encode from 'qr';

/** A code as the outline of its dark squares, and how many squares it is wide, its quiet edge included. */
export interface CodePath {
  d: string;
  size: number;
}

/** The code of a text, able to lose a seventh of itself to a crease or a stain (level M). */
export function codePath(text: string): CodePath {
  const squares = encode(text, 'raw', { ecc: 'medium', border: 4 });
  const rows = squares.map((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { d: rows.flat().join(''), size: squares.length };
}

/** Where dark squares stand side by side in a row: from where, and how many. */
function runsOf(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
