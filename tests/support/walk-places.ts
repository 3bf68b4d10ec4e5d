import { kioskOnStand, kioskOnWall, phoneAtHome, type Place } from './resident';

/**
 * Where the walk goes: everything on every device, or with `WALK=part`, as `npm test` has it, what its time allows:
 * every app as each task has it, on the phone, where there is least room, and the first lesson of each track from its
 * beginning to its end on the kiosk, but for the one that tests/e2e/screens*.test.ts walk on every device.
 */
const part = process.env['WALK'] === 'part';
const everywhere = [kioskOnWall, kioskOnStand, phoneAtHome];

const walkedElsewhere = 'vneid-activate';

export const lessonPlaces: Place[] = part ? [kioskOnWall] : everywhere;
/** The lessons of the walk; each is known by its track. */
export function lessonsWalked<Plan extends { lesson: { id: string; track: string } }>(
  plans: readonly Plan[],
): Plan[] {
  const tracks = plans.map(({ lesson }) => lesson.track);
  return plans.filter(
    ({ lesson }, at) => !part || (tracks.indexOf(lesson.track) === at && lesson.id !== walkedElsewhere),
  );
}

export const appPlaces: Place[] = part ? [phoneAtHome] : everywhere;
