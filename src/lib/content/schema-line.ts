/** The kinds of files that stand alone in a folder of their own. */
const alone: Record<string, string> = {
  personas: 'persona',
  places: 'place',
  tracks: 'track',
  misconceptions: 'misconception',
  competencies: 'competency',
};

/**
 * The first line of a content file, by which an editor finds its JSON Schema and completes and checks what is
 * written; undefined for a file of no known kind.
 */
export function schemaLine(file: string): string | undefined {
  const [, folder = '', part] = /^content\/(\w+)\/[^/]+?(?:\/([^/]+))?\.yaml$/.exec(file) ?? [];
  const line = (up: string, name: string) =>
    `# yaml-language-server: $schema=${up}schema/${name}.schema.json`;
  if (!part) return folder in alone ? line('../', alone[folder] ?? '') : undefined;
  if (folder !== 'lessons' && folder !== 'apps' && folder !== 'posters') return undefined;
  if (part === 'vi' || part === 'en') return line('../../', folder === 'posters' ? 'poster-words' : 'words');
  return `${part}s` === folder ? line('../../', part) : undefined;
}
