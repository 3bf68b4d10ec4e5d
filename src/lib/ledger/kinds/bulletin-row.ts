import * as v from 'valibot';
import { roles, type Kind } from '../kind';
import { contentId, isPlain } from './fields';

/** What a bulletin is: a thing that plays while nobody is at the screen, or one that goes before everything. */
export const tiers = ['regular', 'emergency'] as const;
export type Tier = (typeof tiers)[number];

/** So long may the words of a bulletin be (characters): a title is read from across the room, a text in one standing. */
export const mostWords = { title: 60, text: 240 } as const;

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(most),
    v.check((text) => text === text.trim() && isPlain(text)),
  );

/** What a bulletin shows: a poster of content, or words that staff wrote. */
export const sourceSchema = v.union([
  v.strictObject({ poster: contentId }),
  v.strictObject({ title: words(mostWords.title), text: words(mostWords.text) }),
]);
export type Source = v.InferOutput<typeof sourceSchema>;

/**
 * Staff who write for a house put bulletins up and take them down; what alarms everybody is for those who answer for it.
 * Everybody reads them.
 */
export const mayBulletin: Kind['may'] = {
  write: ['editor', 'approver', 'coordinator'],
  narrowed: [{ where: { tier: 'emergency' }, write: ['approver', 'coordinator'] }],
  read: [...roles],
};

/** A screen in a public room is not told who it was. */
export const viewBulletin = { kiosk: <P extends { by?: unknown }>({ by: _, ...rest }: P) => rest as P };

/** The table of bulletins, and the one list in it. */
export const bulletinsTable = 'bulletins';
export const bulletinsGroup = 'house';

/** Which row an event of a bulletin is folded into. */
export const ofBulletin = {
  table: bulletinsTable,
  key: ({ payload }: { payload: { tier: Tier; bulletin: string } }) => [payload.tier, payload.bulletin],
  group: () => bulletinsGroup,
};

/**
 * A bulletin of a house, by tier and id, so that what is said of a regular one never touches an emergency. `by` is the
 * author's id, `name` what they are called, which a screen in a public room is not told. Moments are ISO, UTC.
 */
export type BulletinRow = {
  bulletin: string;
  tier: Tier;
  posted: {
    source: Source;
    /** An emergency that is an exercise. */
    test: boolean;
    /** When it ends by itself. */
    until: string | null;
    at: string;
    by: string;
    name: string | null;
  } | null;
  /** Once it is taken down it stays down, whatever arrives first. */
  withdrawn: { at: string; by: string; name: string | null; reason: string } | null;
};
