/** A class session of a house; `starts` null where it was opened without a plan. Moments are ISO, UTC. */
export type ClassRow = {
  session: string;
  title: string;
  lessons: string[];
  starts: string | null;
  minutes: number | null;
  opened: string | null;
  closed: string | null;
};
