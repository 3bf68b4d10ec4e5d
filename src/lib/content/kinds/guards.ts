import type { Kinds } from './kind';

/** Conditions: what `if` of a widget or of a case may say. */
export const guards: Kinds = {
  above: {
    vi: 'Số trong ô lớn hơn một số khác.',
    en: 'The number in a field is larger than another.',
    example: 'if: { above: { field: amount, than: place.faceFrom } }',
  },
  'total-above': {
    vi: 'Số trong ô cộng với một số nữa thì lớn hơn số thứ ba.',
    en: 'The number in a field and another together are larger than a third.',
    example: 'if: { total-above: { field: amount, and: scene.sentToday, than: place.dayLimit } }',
  },
  equal: {
    vi: 'Hai giá trị giống nhau.',
    en: 'Two values are the same.',
    example: 'if: { equal: [scene.payee, scene.found] }',
  },
  set: {
    vi: 'Cờ đã dựng: một nút trước đó có `set: [tên-cờ]`.',
    en: 'A flag is raised: a control before it had `set: [flag]`.',
    example: 'if: { set: wifi-on }',
  },
  unset: { vi: 'Cờ chưa dựng.', en: 'A flag is not raised.', example: 'if: { unset: wifi-on }' },
  picked: {
    vi: 'Một mục đã được chọn.',
    en: 'An option is picked.',
    example: 'if: { picked: questions.pet }',
  },
  came: { vi: 'Một tin nhắn đã đến.', en: 'A message has come.', example: 'if: { came: otp }' },
  all: {
    vi: 'Mọi điều kiện đều đúng.',
    en: 'Each of several conditions holds.',
    example: 'if: { all: [{ set: wifi-on }, { came: otp }] }',
  },
  any: {
    vi: 'Ít nhất một điều kiện đúng.',
    en: 'At least one of several conditions holds.',
    example: 'if: { any: [{ set: wifi-on }, { set: data-on }] }',
  },
};
