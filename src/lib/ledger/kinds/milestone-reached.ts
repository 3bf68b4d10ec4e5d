import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { contentId, id } from './fields';

const schema = v.strictObject({
  attempt: id,
  /** Where the milestone stands in words: a step of a lesson. */
  lesson: contentId,
  step: contentId,
  milestone: contentId,
});
export type MilestoneReached = v.InferOutput<typeof schema>;

/** Something one person has done for real, on their own phone. Moments are ISO, UTC. */
export type MilestoneRow = {
  person: string;
  milestone: string;
  lesson: string;
  step: string;
  /** When it was done first, and how often it was said to be done. */
  first: string;
  /** Whether the day of `first` is not certain (`ledger/moment.ts`). */
  doubtful?: true;
  times: number;
};

/** A row counts at most this often, as every count of a lesson does. */
const mostTimes = 9999;

/** Somebody did on their own phone what a lesson prepares for. Nothing of the phone or its owner is in it. */
export const milestoneReached = kind<MilestoneReached>({
  name: 'milestone.reached',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<MilestoneReached, MilestoneRow>({
      table: 'milestones',
      key: (event) => (event.person ? [event.person, event.payload.milestone] : null),
      group: (event) => event.person,
      into: (row, event) => {
        const { milestone, lesson, step } = event.payload;
        const { person } = event;
        const base =
          row ??
          dated<MilestoneRow>({ person, milestone, lesson, step, first: happenedOf(event), times: 0 }, event);
        return { ...base, times: Math.min(base.times + 1, mostTimes) };
      },
    }),
  ],
});
