import { staffRoles, type StaffRole } from '$lib/ledger/kind';
import { isPlain } from '$lib/ledger/kinds/fields';
import { usernamePattern } from '$lib/sync/staff';
import { Complaint } from './complaint';

/** A name as it is kept: composed letters (NFC), single spaces, 1–80 characters. */
export function nameFrom(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const length = [...name].length;
  if (length < 1 || length > 80) {
    throw new Complaint(
      `Tên cần từ 1 đến 80 ký tự; tên vừa gõ có ${length}.`,
      `A name has 1 to 80 characters; the one typed has ${length}.`,
    );
  }
  if (!isPlain(name)) {
    throw new Complaint(
      'Tên có ký tự không nhìn thấy được. Hãy gõ lại tên.',
      'The name holds characters that cannot be seen. Type it again.',
    );
  }
  return name;
}

/** A username that a new account may have. */
export function usernameFrom(typed: string): string {
  if (usernamePattern.test(typed)) return typed;
  throw new Complaint(
    `Tên đăng nhập cần 3 đến 40 ký tự: chữ thường không dấu, chữ số và dấu gạch nối, không bắt đầu bằng gạch nối (ví dụ: lan-kp3). Vừa gõ: «${typed}».`,
    `A username has 3 to 40 characters: small letters a–z, digits and hyphens, not a hyphen first (for example lan-kp3). Typed: «${typed}».`,
  );
}

/** A role that a member of staff may have. */
export function roleFrom(typed: string): StaffRole {
  const role = staffRoles.find((one) => one === typed);
  if (role) return role;
  const list = staffRoles.join(', ');
  throw new Complaint(
    `Không có vai trò «${typed}». Các vai trò: ${list}.`,
    `There is no role «${typed}». The roles are: ${list}.`,
  );
}
