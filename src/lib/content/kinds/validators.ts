import type { Kinds } from './kind';

/** When the content of a field is right. */
export const validators: Kinds = {
  digits: {
    vi: 'Bấy nhiêu chữ số, giống giá trị được nêu.',
    en: 'So many digits, the same as the value named.',
    example: 'room: { digits: 4, equals: scene.room }',
  },
  idNumber: {
    vi: 'Số định danh 12 số.',
    en: 'An identity number of 12 digits.',
    example: 'id-number: { idNumber: persona.idNumber }',
  },
  phone: {
    vi: 'Số điện thoại 10 số.',
    en: 'A telephone number of 10 digits.',
    example: 'phone: { phone: persona.phone }',
  },
  otp: { vi: 'Mã OTP 6 số.', en: 'A code of 6 digits.', example: 'otp: { otp: message.otp.code }' },
  passcode: {
    vi: 'Mã khóa 6 số.',
    en: 'A passcode of 6 digits.',
    example: 'passcode: { passcode: persona.passcode }',
  },
  password: {
    vi: 'Mật khẩu: dài bao nhiêu, dấu đặc biệt nào; `suggest` là mật khẩu gợi ý.',
    en: 'A password: its length and special characters; `suggest` is the one suggested.',
    example: "password: { password: { min: 8, max: 20, special: '!@#' }, suggest: persona.password }",
  },
  same: {
    vi: 'Giống một ô khác.',
    en: 'The same as another field.',
    example: 'repeat: { same: passcode }',
  },
  amount: {
    vi: 'Số tiền; `most` là số tiền nhiều nhất được gửi.',
    en: 'An amount of money; `most` is the most that may be sent.',
    example: 'amount: { amount: { equals: scene.amount, most: place.mostByPhone } }',
  },
  customerCode: {
    vi: 'Mã khách hàng điện lực: 13 ký tự, hai chữ cái đứng trước.',
    en: 'A customer code of the electricity company: 13 characters, two letters first.',
    example: 'code: { customerCode: scene.code }',
  },
  date: {
    vi: 'Một ngày, gõ dd/MM/yyyy.',
    en: 'A day, written dd/MM/yyyy.',
    example: 'day: { date: scene.day }',
  },
  text: {
    vi: 'Chữ: bất kỳ, hay giống giá trị được nêu; không kể dấu và chữ hoa.',
    en: 'Words: any, or those named; marks and capitals do not matter.',
    example: 'name: { text: { equals: persona.name } }',
  },
};
