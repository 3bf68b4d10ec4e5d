import { guards } from './guards';
import type { Kinds } from './kind';
import { steps } from './steps';
import { validators } from './validators';
import { widgets } from './widgets';

/** Everything content is written in, by the name that the JSON Schema has for it. */
export const allKinds: Record<string, Kinds> = {
  step: steps,
  widget: widgets,
  validator: validators,
  guard: guards,
};
