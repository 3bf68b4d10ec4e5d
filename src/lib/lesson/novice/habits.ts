/** How somebody practises, as probabilities for each thing they do. Assumed, not measured: what a trainer sees at worst. */
export interface Habits {
  /** To do something wrong, or at random. It halves with each hint, and each time a thing is done once more. */
  errs: number;
  /** To press Help. */
  asks: number;
  /** To wait and do nothing until a hint comes by itself. */
  hesitates: number;
  /** To press Back. */
  turnsBack: number;
  /** To leave, and go on another time where it was left. */
  leaves: number;
  /** To ask to be shown, where that is offered. */
  watches: number;
  /** To go on without a face, and to put off what is to be done on one's own phone. */
  skips: number;
  /** To give up after a check was missed, instead of practising once more. */
  givesUp: number;
  /** One touch takes this long, in milliseconds. */
  touchMs: number;
}

/** Somebody new to it, who does a third of everything wrong. */
export const novice: Habits = {
  errs: 0.33,
  asks: 0.08,
  hesitates: 0.05,
  turnsBack: 0.03,
  leaves: 0.02,
  watches: 0.1,
  skips: 0.5,
  givesUp: 0.1,
  touchMs: 6_000,
};

/** Somebody who does the right thing at once: the shortest path through a lesson. */
export const expert: Habits = {
  errs: 0,
  asks: 0,
  hesitates: 0,
  turnsBack: 0,
  leaves: 0,
  watches: 0,
  skips: 1,
  givesUp: 0,
  touchMs: 1_000,
};
