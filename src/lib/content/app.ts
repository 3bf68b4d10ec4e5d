export type { Checkpoint, PracticeApp, Screen } from './schema/app';
export type { Guard } from './schema/guard';
export type { Outcome, Result } from './schema/outcome';
export type { Choice, Field, Input, List, Pressable, Sight, Tabs, Widget, WidgetOf } from './schema/widget';
export type { Control } from './inputs';
