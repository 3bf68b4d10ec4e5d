import type { Kind } from './kind';
import { attendanceCorrected } from './kinds/attendance-corrected';
import { attendanceMarked } from './kinds/attendance-marked';
import { bulletinPosted } from './kinds/bulletin-posted';
import { bulletinWithdrawn } from './kinds/bulletin-withdrawn';
import { cardIssued } from './kinds/card-issued';
import { cardLocked } from './kinds/card-locked';
import { cardRevoked } from './kinds/card-revoked';
import { classClosed } from './kinds/class-closed';
import { classOpened } from './kinds/class-opened';
import { classPlanned } from './kinds/class-planned';
import { eventDiscarded } from './kinds/event-discarded';
import { guestClaimed } from './kinds/guest-claimed';
import { guestUnclaimed } from './kinds/guest-unclaimed';
import { houseSet } from './kinds/house-set';
import { lessonAttempt } from './kinds/lesson-attempt';
import { lessonFinished } from './kinds/lesson-finished';
import { lessonRated } from './kinds/lesson-rated';
import { lessonStarted } from './kinds/lesson-started';
import { milestoneReached } from './kinds/milestone-reached';
import { personErased } from './kinds/person-erased';
import { personRegistered } from './kinds/person-registered';

/** Every kind of event there is. Adding one is a file in kinds/ and a line here. */
export const kinds: readonly Kind[] = [
  personRegistered,
  personErased,
  classPlanned,
  classOpened,
  classClosed,
  attendanceMarked,
  attendanceCorrected,
  lessonStarted,
  lessonAttempt,
  lessonFinished,
  lessonRated,
  milestoneReached,
  cardIssued,
  cardRevoked,
  cardLocked,
  guestClaimed,
  guestUnclaimed,
  eventDiscarded,
  houseSet,
  bulletinPosted,
  bulletinWithdrawn,
];

/** The kinds by name. */
export const kindByName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));
