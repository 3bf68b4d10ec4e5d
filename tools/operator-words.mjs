import { existsSync } from 'node:fs';

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
  backup
      sao lưu ngay bây giờ và thử lại bản sao lưu · makes a backup now and tries it
  backups [số bản giữ lại · how many to keep]
      các bản sao lưu, bản nào dùng được · the backups, and which of them are good
  restore <tập tin · file>
      khôi phục từ một bản sao lưu; phải dừng máy chủ trước · puts a backup back; stop the server first
  restored
      chỉ khi tự chép bản sao lưu vào chỗ cũ; nói ngay, trước khi mở máy chủ: các thiết bị sẽ gửi lại những gì bản sao lưu chưa có
      only after restoring a backup by hand; say it before the server starts: devices then send again what the backup lacks
  recount
      đếm lại các con số trên bảng của lớp và của nhà · counts the figures on the boards of classes and houses anew

  Vai trò · roles
    trainer      người hướng dẫn · holds classes
    coordinator  người điều phối · looks after houses
    installer    người lắp đặt · sets up screens
    editor       người biên tập · writes for the house
    approver     người duyệt · approves what is written

  Trừ restore, dùng được cả khi máy chủ đang chạy · All but restore work while the server is running, too.
  Thư mục dữ liệu nếu không nói khác · Data folder where none is named: pb_data
  Trang quản trị PocketBase · PocketBase's dashboard: docs/operate.md`;

/**
 * @typedef {{ id: string, name: string }} House
 * @typedef {{ username: string, name: string, role: string }} Worker
 * @typedef {{ username: string, name: string, password: string | null }} Told
 * @typedef {{ file: string, began: string, state: string, why: string, size: number, events: number }} Backup
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

  /** @param {Backup} backup @param {Again} again */
  backup: (backup, again) =>
    backup.state === 'good'
      ? [
          `Đã sao lưu và thử lại: dùng được. · A backup was made and tried: it is good.`,
          `  ${backup.file}  ${megabytes(backup.size)}, ${backup.events} việc đã ghi · events`,
          '',
          'Hãy chép tập tin này sang một ổ đĩa khác. · Copy this file to another disk.',
        ]
      : [
          `${backup.file}: ${stateOf(backup)}`,
          '',
          'Xem ổ đĩa còn chỗ không, rồi thử lại: · See whether the disk has room, then try again:',
          `  ${again('backup')}`,
        ],

  /** @param {{ folder: string, keep: number, now: string, list: Backup[] }} told @param {Again} again */
  backups: ({ folder, keep, now, list }, again) => [
    `Thư mục · Folder: ${folder}  (giữ ${keep} bản · ${keep} are kept)`,
    ...list.map((one) =>
      [
        `  ${one.file}`,
        ageOf(one.began, now),
        megabytes(one.size),
        `${one.events} việc đã ghi · events`,
        stateOf(one),
      ].join('  '),
    ),
    ...(list.some(({ state }) => state === 'good')
      ? []
      : ['Chưa có bản sao lưu nào dùng được. · There is no good backup yet.', `  ${again('backup')}`]),
  ],

  restored: () => [
    'Đã ghi nhận. Khi kết nối lại, mỗi thiết bị gửi lại mọi việc đã ghi; việc nào máy chủ có rồi thì không bị ghi hai lần.',
    'Noted. When a device connects again it sends everything it has written; what the server has is not written twice.',
  ],
};

/** What may be wrong with a backup, in both languages. @type {Record<string, [vi: string, en: string]>} */
const faults = {
  'not-made': ['không tạo được', 'it could not be made'],
  unreadable: ['không mở được', 'it cannot be opened'],
  damaged: ['bị hỏng', 'it is damaged'],
  short: ['thiếu dữ liệu', 'it holds less than it should'],
  untried: ['chưa thử được', 'it could not be tried'],
};

/** @param {Backup} backup */
function stateOf({ state, why }) {
  const [vi, en] = faults[why] ?? ['', ''];
  if (state === 'good') return 'dùng được · good';
  return state === 'untried' ? `${vi} · ${en}` : `KHÔNG dùng được: ${vi} · NOT good: ${en}`;
}

/** @param {string} began @param {string} now */
function ageOf(began, now) {
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(began)) / 3_600_000));
  return hours < 48
    ? `${hours} giờ trước · ${hours} h ago`
    : `${Math.floor(hours / 24)} ngày trước · ${Math.floor(hours / 24)} days ago`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * What is said when a backup has taken the place of the data folder.
 * @param {{ data: string, before: string, events: number }} done
 */
export function restored({ data, before, events }) {
  return [
    `Đã khôi phục ${events} việc đã ghi vào ${data}. · ${events} events are back in ${data}.`,
    ...(existsSync(before)
      ? [`Thư mục cũ còn nguyên tại · The old folder is kept at ${before}`]
      : ['Trước đó chưa có thư mục nào. · There was no folder before.']),
    '',
    'Tiếp theo · Next:',
    '  1. Mở lại máy chủ. Khi kết nối lại, mỗi thiết bị gửi lại mọi việc đã ghi; việc nào có rồi thì không bị ghi hai lần.',
    '     Start the server. When a device connects it sends everything it has written; nothing is written twice.',
    '  2. Mật khẩu, vai trò và máy ghép sau bản sao lưu này phải làm lại.',
    '     Passwords, roles and pairings that were given after this backup have to be given again.',
    '  3. Khi mọi thứ đã ổn, xóa thư mục cũ. · When all is well, delete the old folder.',
  ].join('\n');
}

/**
 * What is said where a backup was not restored; the data folder is as it was.
 * @param {import('./backup/restore.mjs').Reason | 'no-word'} why
 * @param {string} detail
 */
export function notRestored(why, detail) {
  if (why === 'no-word')
    return 'Lệnh này viết như sau: restore <tập tin>.\nThis command is written: restore <file>.';
  if (why === 'no-file') return `Không có tập tin ${detail}.\nThere is no file ${detail}.`;
  if (why === 'running')
    return (
      `Máy chủ còn đang chạy (tiến trình ${detail}). Hãy dừng máy chủ trước. Chưa có gì thay đổi.\n` +
      `The server is still running (process ${detail}). Stop it first. Nothing has changed.`
    );
  if (why === 'mounted')
    return (
      `Không dời được thư mục dữ liệu (${detail}). Nếu đó là một ổ đĩa riêng, hãy dùng một thư mục con. Chưa có gì thay đổi.\n` +
      `The data folder cannot be moved (${detail}). Where it is a disk of its own, use a folder on it. Nothing has changed.`
    );
  const [vi, en] = faults[why] ?? ['', ''];
  return (
    `Bản sao lưu này không dùng được: ${vi} (${detail}). Hãy thử bản khác; chưa có gì thay đổi.\n` +
    `This backup is not good: ${en} (${detail}). Try another; nothing has changed.`
  );
}

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
