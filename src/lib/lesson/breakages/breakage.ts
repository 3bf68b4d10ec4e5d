/** A change of a file; the text it replaces has to be there. With '' for `from` it puts text before, or makes the file. */
export type Edit = [file: string, from: string, to: string];

/** Good content broken in one way: which rule catches it, and a word of what the author reads on. */
export type Breakage = [what: string, rule: string, said: string, ...edits: Edit[]];

export const app = 'content/apps/vneid/app.yaml';
export const appVi = 'content/apps/vneid/vi.yaml';
export const appEn = 'content/apps/vneid/en.yaml';
export const lesson = 'content/lessons/vneid-activate/lesson.yaml';
export const lessonVi = 'content/lessons/vneid-activate/vi.yaml';
export const lessonEn = 'content/lessons/vneid-activate/en.yaml';
export const persona = 'content/personas/ba-mau.yaml';
export const place = 'content/places/viet-nam.yaml';
export const track = 'content/tracks/e-id.yaml';
