export type { Checkpoint, PracticeApp, Screen } from './schema/app';
export type { Guard } from './schema/guard';
export type { Result } from './schema/outcome';
export type { Field, Input, Widget, WidgetOf } from './schema/widget';
