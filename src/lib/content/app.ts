export type { PracticeApp, Screen } from './schema/app';
export type { Control, Input, Outcome, Field, Widget } from './schema/widget';
