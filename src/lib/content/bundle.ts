import type { PracticeApp } from './schema/app';
import type { Lesson } from './schema/lesson';
import type { Misconception } from './schema/misconception';
import type { Persona } from './schema/persona';
import type { Value } from './schema/value';
import type { Language, Words } from './schema/words';

/** An app with its words, as a lesson brings it. */
export interface AppBundle {
  app: PracticeApp;
  words: Record<Language, Words>;
}

/** The apps of a lesson by id. */
export type Apps = Record<string, AppBundle>;

/** All that the player of one lesson needs, kept offline. */
export interface LessonBundle {
  lesson: Lesson;
  words: Record<Language, Words>;
  /** Brings the apps, which nobody needs before the first task. Rejects where their files cannot be had. */
  apps: () => Promise<Apps>;
  persona: Persona;
  /** Dated values of the lesson's place, by the name that words use. */
  place: Record<string, Value>;
  /** What people believe who take the wrong choices of its questions and apps, for whoever reads how it went. */
  misconceptions: Misconception[];
}

/** What a list of lessons shows; small, and loaded at once. */
export interface LessonCard {
  id: string;
  version: number;
  track: string;
  minutes: number;
  picture: string;
  competencies: string[];
  prerequisites: string[];
  title: Record<Language, string>;
  about: Record<Language, string>;
}
