import type { PosterCard } from '$lib/content/poster';
import { bulletinPosted, type BulletinPosted } from '$lib/ledger/kinds/bulletin-posted';
import type { BulletinRow } from '$lib/ledger/kinds/bulletin-row';
import { bulletinWithdrawn } from '$lib/ledger/kinds/bulletin-withdrawn';
import { newId } from '$lib/ledger/record';
import { session } from '$lib/session/session.svelte';
import type { Posted } from './slot';

/** Puts something up on the screens of a house, in the name of whoever is signed in. */
export async function post(
  house: string,
  what: Pick<BulletinPosted, 'tier' | 'source'> & { test?: boolean; until?: string | undefined },
): Promise<void> {
  const { tier, source, test = false, until } = what;
  await session.recordAsStaff(
    bulletinPosted,
    { bulletin: newId(), tier, source, test, ...(until && { until }), ...author() },
    house,
  );
}

/** Takes something down, or calls an emergency off. */
export async function withdraw(
  house: string,
  { bulletin, tier }: Pick<BulletinRow, 'bulletin' | 'tier'>,
  reason: string,
): Promise<void> {
  await session.recordAsStaff(bulletinWithdrawn, { bulletin, tier, reason, ...author() }, house);
}

/** Puts a poster up. Where none was chosen and all play, it is the first that is chosen, and plays alone. */
export async function putUp(house: string, { id }: PosterCard): Promise<void> {
  await post(house, { tier: 'regular', source: { poster: id } });
}

/**
 * Takes a poster down: as often as it was put up. Where none was chosen and all play, all others are chosen instead.
 */
export async function takeDown(
  house: string,
  poster: PosterCard,
  { chosen, posters, reason }: { chosen: readonly Posted[]; posters: readonly PosterCard[]; reason: string },
): Promise<void> {
  if (chosen.length === 0) {
    for (const other of posters) if (other.id !== poster.id) await putUp(house, other);
    return;
  }
  for (const row of chosen)
    if ('poster' in row.posted.source && row.posted.source.poster === poster.id)
      await withdraw(house, row, reason);
}

/** What the author is called: at most as long as a name on the roll. */
function author(): { by?: string } {
  const name = session.staff?.name.normalize('NFC').trim().slice(0, 80).trim();
  return name ? { by: name } : {};
}
