/** What `npm run operator` says by itself. */
export const operatorHelp = `Việc của người quản trị máy chủ · For who looks after the server

  npm run operator -- <lệnh · command> [--data <thư mục · folder>]

  add-house "<tên · name>"
      lập một nhà · makes a house
  list-houses
      các nhà, mã của nhà, ai làm ở đó · the houses, their ids, who works there
  add-staff <username> "<họ tên · name>" <role> <mã nhà · house id>
      tạo tài khoản và hiện mật khẩu một lần; nếu tài khoản đã có thì chỉ thêm vai trò
      makes an account and shows its password once; one that is there gets the role only
  reset-password <username>
      mật khẩu mới; các thiết bị đang đăng nhập phải đăng nhập lại; tài khoản bị khóa thì mở lại
      a new password; devices that are signed in have to sign in again; a closed account is open again
  pair-code <mã nhà · house id> [phút · minutes]
      mã ghép một màn hình vào nhà · a code that makes a screen the house's kiosk
  restored
      nói ngay sau khi khôi phục từ bản sao lưu, trước khi mở máy chủ: các thiết bị sẽ gửi lại những gì bản sao lưu chưa có
      say it right after restoring a backup, before the server starts: devices then send again what the backup lacks
  recount
      đếm lại các con số trên bảng của lớp và của nhà · counts the figures on the boards of classes and houses anew

  Vai trò · roles
    trainer      người hướng dẫn · holds classes
    coordinator  người điều phối · looks after houses
    installer    người lắp đặt · sets up screens
    editor       người biên tập · writes for the house
    approver     người duyệt · approves what is written

  Dùng được cả khi máy chủ đang chạy · Works while the server is running, too.
  Thư mục dữ liệu nếu không nói khác · Data folder where none is named: pb_data
  Trang quản trị PocketBase · PocketBase's dashboard: docs/operate.md`;

/**
 * @typedef {{ id: string, name: string }} House
 * @typedef {{ username: string, name: string, role: string }} Worker
 * @typedef {{ username: string, name: string, password: string | null }} Told
 * @typedef {(command: string) => string} Again writes a command for the same data folder
 */

/** What each command says of its answer, line by line. */
export const sayings = {
  /** @param {House} house @param {Again} again */
  'add-house': ({ id, name }, again) => [
    `Đã lập nhà «${name}». · The house «${name}» is there now.`,
    `  mã · id: ${id}`,
    '',
    'Tiếp theo, thêm người làm ở nhà này. · Next, add who works there:',
    `  ${again(`add-staff <username> "<họ tên · name>" <role> ${id}`)}`,
  ],

  /** @param {(House & { staff: Worker[] })[]} houses @param {Again} again */
  'list-houses': (houses, again) => [
    ...houses.flatMap(({ id, name, staff }) => [
      `${name}  (mã · id: ${id})`,
      ...staff.map((one) => `  ${one.username}  ${one.name} (${one.role})`),
      ...(staff.length === 0 ? ['  chưa có ai · nobody yet'] : []),
    ]),
    ...(houses.length === 0
      ? ['Chưa có nhà nào. · There is no house yet.', `  ${again('add-house "<tên · name>"')}`]
      : []),
  ],

  /** @param {Told & { role: string, house: House, added: boolean }} told */
  'add-staff': ({ username, name, password, role, house, added }) => {
    if (!added) {
      return [
        `${name} (${username}) đã có vai trò ${role} ở «${house.name}» từ trước; không có gì thay đổi.`,
        `${name} (${username}) is ${role} of «${house.name}» already; nothing has changed.`,
      ];
    }
    if (password !== null) {
      return [
        `Đã tạo tài khoản ${username} cho ${name}, vai trò ${role} ở «${house.name}».`,
        `${name} has the account ${username} now, as ${role} of «${house.name}».`,
        ...handOver(password),
      ];
    }
    return [
      `Tài khoản ${username} (${name}) có từ trước và giữ mật khẩu cũ; đã thêm vai trò ${role} ở «${house.name}».`,
      `The account ${username} (${name}) was there and keeps its password; it is ${role} of «${house.name}» now.`,
    ];
  },

  /** @param {Told & { password: string }} told */
  'reset-password': ({ username, name, password }) => [
    `${name} (${username}) có mật khẩu mới. Thiết bị nào đang dùng tài khoản này phải đăng nhập lại.`,
    `${name} (${username}) has a new password. Devices that use this account have to sign in again.`,
    ...handOver(password),
  ],

  /** @param {{ code: string, expires: string }} made */
  'pair-code': ({ code, expires }) => {
    const until = new Date(expires).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
    return [
      `Mã ghép · Pairing code: ${code.slice(0, 4)} ${code.slice(4)}`,
      `Dùng một lần, đến ${until}. Trên màn hình cần ghép, mở trang /device và gõ mã.`,
      `Good once, until ${until}. On the screen to be paired, open the page /device and type it.`,
    ];
  },

  recount: () => [
    'Đã đếm lại các con số trên bảng của lớp và của nhà.',
    'The figures on the boards of classes and houses were counted anew.',
  ],

  restored: () => [
    'Đã ghi nhận. Khi kết nối lại, mỗi thiết bị gửi lại mọi việc đã ghi; việc nào máy chủ có rồi thì không bị ghi hai lần.',
    'Noted. When a device connects again it sends everything it has written; what the server has is not written twice.',
  ],
};

/** @param {string} password */
function handOver(password) {
  return [
    '',
    `  mật khẩu · password: ${password}`,
    '',
    'Mật khẩu chỉ hiện lần này và không lưu ở đâu. Hãy đưa tận tay người dùng.',
    'It is shown this once and kept nowhere. Hand it over in person.',
  ];
}
