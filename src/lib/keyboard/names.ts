import type { Key } from './layouts';
import { tones } from './vietnamese';

const letters = { ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' };
const signs = {
  '@': 'at',
  '#': 'hash',
  $: 'dollar',
  '^': 'caret',
  '*': 'star',
  '(': 'open',
  ')': 'close',
  '-': 'minus',
  _: 'underscore',
  '+': 'plus',
  '.': 'dot',
  ',': 'comma',
  '?': 'question',
  '!': 'exclamation',
  ':': 'colon',
  '/': 'slash',
  '&': 'and',
  '%': 'percent',
  "'": 'apostrophe',
  '"': 'quote',
};
const ids = new Map([
  ...Object.entries(letters),
  ...Object.entries(signs),
  ...Object.entries(tones).map(([name, mark]) => [mark, name] as const),
]);

/** The string id of a key's name: `keyboard:key.sac`, `keyboard:key.aw` for ă (as Telex spells it). */
export function nameId(key: Key): string {
  return 'does' in key ? `keyboard:${key.does}` : `keyboard:key.${ids.get(key.writes) ?? key.writes}`;
}
