import type { Language } from '../schema/words';
import { allKinds } from './all';

/** The authors' pages, by language, from the root of the project. */
export const pages: Record<Language, string> = { vi: 'docs/authors.vi.md', en: 'docs/authors.md' };

/** A page with what stands between `<!-- step:begin -->` and `<!-- step:end -->`, and so on, made anew of the kinds. */
export function withKinds(page: string, lang: Language): string {
  return Object.keys(allKinds).reduce((text, name) => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [before = '', rest = ''] = text.split(begin);
    const [, after = ''] = rest.split(end);
    if (!text.includes(begin) || !rest.includes(end)) throw new Error(`the page has no place for ${name}`);
    return `${before}${begin}\n\n${reference(name, lang)}\n\n${end}${after}`;
  }, page);
}

function reference(name: string, lang: Language): string {
  return Object.entries(allKinds[name] ?? {})
    .map(([kind, about]) => `**\`${kind}\`** ${about[lang]}\n\n\`\`\`yaml\n${about.example}\n\`\`\``)
    .join('\n\n');
}
