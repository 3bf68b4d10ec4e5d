export type { Lesson } from './schema/lesson';
export type { CheckStep, Choose, Explain, Step, Task } from './schema/step';
export type { WayBody } from './schema/question';
