export type { PracticeApp, Screen } from './schema/app';
export type { Control, Input, Outcome, Widget } from './schema/widget';
