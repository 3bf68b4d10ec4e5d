import type * as v from 'valibot';
import { byKey } from './by-key';
import { button, camera, dialog, list, tabs } from './control';
import { choice, field, files, keypad, map, pick, sign, toggle } from './input';
import { address, call, card, notice, picture, receipt, text } from './sight';

type Of<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** The widgets a resident only looks at or listens to. */
export type Sight =
  | Of<typeof text>
  | Of<typeof picture>
  | Of<typeof card>
  | Of<typeof receipt>
  | Of<typeof notice>
  | Of<typeof call>
  | Of<typeof address>;
/** The widgets a resident writes into. */
export type Field = Of<typeof field> | Of<typeof keypad>;
/** The widgets of which a resident takes one option. */
export type Choice = Of<typeof choice> | Of<typeof files> | Of<typeof map>;
/** The widgets a resident fills in. */
export type Input = Field | Choice | Of<typeof pick> | Of<typeof toggle> | Of<typeof sign>;
/** The widgets a resident presses, or presses a part of. */
export type Pressable = Of<typeof button> | Of<typeof camera> | Of<typeof dialog> | List | Tabs;
export type List = Of<typeof list>;
export type Tabs = Of<typeof tabs>;

/** Everything a screen can be made of. */
export type Widget = Sight | Input | Pressable;
export type WidgetOf<Kind extends Widget['kind']> = Extract<Widget, { kind: Kind }>;

export const widgetSchema = byKey<Widget>({
  text,
  picture,
  card,
  receipt,
  notice,
  call,
  address,
  field,
  keypad,
  choice,
  files,
  map,
  pick,
  toggle,
  sign,
  button,
  camera,
  dialog,
  list,
  // `tabs` last: a list is named by its rows, the bar by its tabs.
  tabs,
});
