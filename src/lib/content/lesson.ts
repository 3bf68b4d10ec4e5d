export type { Lesson } from './schema/lesson';
export type { CheckPart, CheckStep, Choose, Do, Explain, Order, Rate, Spot, Step, Task } from './schema/step';
export type { ChooseBody, OrderBody, SpotBody, WayBody } from './schema/question';
