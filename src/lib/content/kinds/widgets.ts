import type { Kinds } from './kind';

/** Everything a screen of a practice app can be made of. */
export const widgets: Kinds = {
  text: {
    vi: 'Một câu để đọc; `look` là plain, note hay warning.',
    en: 'A sentence to read; `look` is plain, note or warning.',
    example: `- text: simulated
  look: note`,
  },
  picture: {
    vi: 'Một hình vẽ có tên; lời của nó tả hình cho người không nhìn thấy.',
    en: 'A drawing by its name; its words say what it shows.',
    example: '- picture: phone-and-card',
  },
  card: {
    vi: 'Những giá trị để nhìn theo: của nhân vật, nơi chốn hay tình huống (scene).',
    en: 'Values to read off: of the persona, the place or the scene.',
    example: `- card: persona
  shows: [name, idNumber]`,
  },
  receipt: {
    vi: 'Biên nhận: việc vừa trả hay vừa gửi, để giữ lại.',
    en: 'What has been paid or sent, to be kept.',
    example: `- receipt: paid
  shows: [payee, amount]`,
  },
  notice: {
    vi: 'Tin nhắn đã đến; chưa đến thì không thấy. `look` là sms, notification hay chat.',
    en: 'A message that has come; before, nothing. `look` is sms, notification or chat.',
    example: `- notice: otp
  look: notification`,
  },
  call: {
    vi: 'Có người đang gọi hay đang nói trong máy.',
    en: 'Somebody who rings, or speaks on the phone.',
    example: '- call: stranger',
  },
  address: {
    vi: 'Thanh địa chỉ của trang mạng.',
    en: 'The address bar of a browser.',
    example: '- address: fake-page',
  },
  field: {
    vi: 'Ô để gõ; `type` là digits, text, password hay amount. `check` nêu cách kiểm tra nếu tên khác.',
    en: 'To write into; `type` is digits, text, password or amount. `check` names the validator where its name is another.',
    example: `- field: phone
  type: digits`,
  },
  keypad: {
    vi: 'Số gõ trên bàn phím của ứng dụng. Mỗi số là một dấu chấm, như mật khẩu; `look: digits` hiện rõ số đã gõ, như khi gọi điện thoại. `check` phải là loại có đếm số (digits, otp, passcode, phone, idNumber).',
    en: 'Digits on the app’s own pad: a dot for each, as of a secret, or with `look: digits` what is typed, as on a telephone. `check` names a validator that counts digits (digits, otp, passcode, phone, idNumber).',
    example: `- keypad: number
  check: hotline
  look: digits`,
  },
  choice: {
    vi: 'Chọn một trong danh sách. `for: danh-sách.mục` chỉ hiện khi mục đó đã chọn.',
    en: 'One of a list. `for: list.option` shows it only where that option is picked.',
    example: `- choice: pet
  options: [dog, bird, cat]
  right: cat`,
  },
  files: {
    vi: 'Chọn đúng tệp hay tấm hình.',
    en: 'The right file or photograph among several.',
    example: `- files: photo
  options: [garden, pothole]
  right: pothole`,
  },
  map: {
    vi: 'Chạm đúng chỗ trên bản đồ vẽ; mỗi chỗ cách mép trái và mép trên bao nhiêu phần trăm.',
    en: 'The right spot on a drawn map; each so many per cent from the left and from the top.',
    example: `- map: place
  spots: { house: [20, 30], bridge: [70, 60] }
  right: bridge`,
  },
  pick: {
    vi: 'Chọn đủ bấy nhiêu mục, mục nào cũng được.',
    en: 'So many of a list, whichever.',
    example: `- pick: questions
  options: [friend, dish, pet]
  count: 2`,
  },
  toggle: {
    vi: 'Công tắc; lúc đầu nằm ngược lại với `right`, hoặc theo `starts`.',
    en: 'A switch; it begins the other way round than `right`, or as `starts` says.',
    example: `- toggle: wifi
  right: on`,
  },
  sign: {
    vi: 'Chỗ ký tên: vẽ một nét, hoặc bấm nút nếu không vẽ được.',
    en: 'A place to sign: a stroke, or a button for who cannot draw.',
    example: '- sign: signature',
  },
  button: {
    vi: 'Nút bấm: đi đâu (`go`), cần điền gì trước (`when`), hoặc là lỡ gì (`slip`).',
    en: 'To press: where it goes (`go`), what is to be filled in first (`when`), or which slip it is (`slip`).',
    example: `- button: send
  look: main
  when: [phone]
  go: otp`,
  },
  camera: {
    vi: 'Máy ảnh soi mã QR, khuôn mặt, thẻ hay chíp; bấm vào là quét.',
    en: 'A camera that sees a QR code, a face, a card or a chip; a press is the scan.',
    example: `- camera: scan
  sees: face
  go: done`,
  },
  dialog: {
    vi: 'Hộp phải đọc và đóng lại trước khi làm tiếp.',
    en: 'Something to be read and closed before anything else.',
    example: `- dialog: done
  go: log-in`,
  },
  list: {
    vi: 'Các dòng để bấm: thực đơn, tin nhắn, kết quả tìm. `icon` là dấu hiệu vẽ, `sub` là dòng nhỏ.',
    en: 'Rows to press: a menu, messages, what was found. `icon` is a drawn sign, `sub` a second line.',
    example: `- list: menu
  rows:
    - { row: bills, icon: bill, go: bills }
    - { row: gift, slip: strange-gift }`,
  },
  tabs: {
    vi: 'Thanh dưới chân của cả ứng dụng; `here` là thẻ của màn hình này.',
    en: 'The bar at the foot of the whole app; `here` is the tab of this screen.',
    example: `- tabs: main
  bar: [{ tab: home, icon: house, go: home }, { tab: me, icon: person, go: me }]
  here: home`,
  },
};
