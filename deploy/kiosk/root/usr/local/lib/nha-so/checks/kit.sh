# shellcheck shell=sh disable=SC2154 # sourced by «check», whose names these are
# The kit itself: its settings, its users, its policy.

look conf 'Có kiosk.conf' 'kiosk.conf is there' \
  fault "Không có $conf" "$conf is missing" 'sudo deploy/kiosk/install' -- [ -r "$conf" ]

# An address that is neither has no service worker. One of localhost has, but Chromium counts it among no sites that
# matter, so that it never promises to keep what the page stores (navigator.storage.persist() answers false).
safe_address() {
  case $origin in
    *://*/*) return 1 ;;
    https://?* | http://127.0.0.1 | http://127.0.0.1:*) ;;
    *) return 1 ;;
  esac
}
look address "Màn hình mở $origin" "The screen opens $origin" \
  fault "$origin: trình duyệt chỉ giữ bài lâu dài với https:// hoặc http://127.0.0.1 (không phải localhost), không có / ở cuối" \
  "$origin: a browser keeps lessons for good only from https:// or http://127.0.0.1 (not localhost), without a / at the end" \
  'sudo deploy/kiosk/install --server https://…' -- safe_address

# shell_of NAME: the login shell, nothing where there is no such user.
shell_of() { awk -F: -v name="$1" '$1 == name {print $7}' "$root/etc/passwd" 2>/dev/null; }
for user in nha-so nha-so-kiosk; do
  [ "$user" = nha-so ] && [ "$is_server" = no ] && continue
  shell=$(shell_of "$user")
  case $shell in
    '') tell fault "user-$user" "Không có người dùng $user" "There is no user $user" 'sudo deploy/kiosk/install' ;;
    */nologin | */false) tell ok "user-$user" "Người dùng $user, không đăng nhập được" "User $user, who cannot log in" ;;
    *) tell fault "user-$user" "Người dùng $user đăng nhập được ($shell)" "User $user can log in ($shell)" \
      "sudo usermod --shell /usr/sbin/nologin $user" ;;
  esac
done

member() { awk -F: -v group="$1" '$1 == group && ("," $4 ",") ~ /,nha-so-kiosk,/ {found = 1} END {exit !found}' "$root/etc/group" 2>/dev/null; }
in_groups() { member video && member render && member audio; }
look groups 'nha-so-kiosk được dùng màn hình và loa' 'nha-so-kiosk may use screen and speakers' \
  fault 'nha-so-kiosk chưa ở đủ các nhóm video, render, audio' 'nha-so-kiosk is not in all of the groups video, render, audio' \
  'sudo usermod -aG video,render,audio nha-so-kiosk' -- in_groups

policy=$root/etc/chromium/policies/managed/nha-so.json
same_policy() { [ -r "$policy" ] && "$here/policy" "$conf" 2>/dev/null | cmp -s - "$policy"; }
look policy 'Quy định của trình duyệt đúng như bộ cài' 'The browser policy is in place, as the kit makes it' \
  fault 'Quy định của trình duyệt thiếu hoặc đã bị sửa; tệp hỏng thì Chromium bỏ qua cả tệp' \
  'The browser policy is missing or was changed; Chromium ignores a broken file as a whole' \
  "sudo deploy/kiosk/install ($policy)" -- same_policy

other_policies() { for file in "$root"/etc/chromium/policies/managed/*.json; do [ "$file" = "$policy" ] || [ ! -e "$file" ] || return 0; done; return 1; }
if other_policies; then
  tell warn policy-others 'Còn quy định khác cho Chromium bên cạnh, có thể nói ngược lại' \
    'There are other policies for Chromium beside it, which may say the opposite' "ls $root/etc/chromium/policies/managed"
fi
