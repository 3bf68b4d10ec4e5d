import type { Poster, PosterWords } from './schema/poster';
import type { Language } from './schema/words';

/** What a poster is like: it tells, it encourages, or it warns. */
export type Tone = Poster['tone'];

/** A poster as it is played. */
export interface PosterCard extends Pick<Poster, 'id' | 'picture' | 'tone'> {
  /** The day from which what it states is to be looked at again, and it plays no more; null where it states nothing. */
  until: string | null;
  words: Record<Language, PosterWords>;
}
