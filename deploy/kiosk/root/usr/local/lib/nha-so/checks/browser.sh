# shellcheck shell=sh disable=SC2154 # sourced by «check», whose names these are
# Chromium: there, new enough, and running with the flags of the kit.

# The kit was tried with 156. Debian brings each new version as a security update, so one of a year before has had none.
oldest=144
chromium=$(version_of chromium)
major=${chromium%%.*}
case $chromium in
  '') tell fault chromium 'Chưa cài Chromium' 'Chromium is not installed' 'sudo apt install chromium' ;;
  *) if [ "$major" -ge "$oldest" ] 2>/dev/null; then
      tell ok chromium "Chromium $chromium" "Chromium $chromium"
    else
      tell fault chromium "Chromium $chromium quá cũ" "Chromium $chromium is too old" 'sudo apt update && sudo apt install chromium'
    fi ;;
esac

if [ "$(chosen SCREEN)" = x11 ]; then
  packages='xserver-xorg-core xserver-xorg-input-libinput x11-xserver-utils xauth matchbox-window-manager'
else
  packages='cage seatd xwayland' # cage 0.1 does not start without Xwayland, which nothing of ours uses
fi
for package in $packages curl systemd-timesyncd; do
  look "package-$package" "Đã cài $package" "$package is installed" \
    fault "Chưa cài $package" "$package is not installed" "sudo apt install $package" -- has_package "$package"
done

# Chromium shuts its pages in by user namespaces; where the kernel has none for it, it does not start.
spaces=$(cat "$root/proc/sys/kernel/unprivileged_userns_clone" 2>/dev/null || echo 1)
limit=$(cat "$root/proc/sys/user/max_user_namespaces" 2>/dev/null || echo 1)
look sandbox 'Trình duyệt nhốt được từng trang (user namespaces)' 'The browser can shut its pages in (user namespaces)' \
  fault 'Nhân không cho user namespaces: Chromium không chạy' 'The kernel allows no user namespaces: Chromium does not start' \
  'sudo sysctl kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000' -- [ $((spaces * limit)) -gt 0 ]

# The command line of the browser that runs in the kiosk's unit, one argument a line: the process that is no helper.
pids=$root/sys/fs/cgroup/system.slice/nha-so-kiosk.service/cgroup.procs
command_line() {
  [ -r "$pids" ] || return 0
  while read -r pid; do
    line=$(tr '\0' '\n' <"$root/proc/$pid/cmdline" 2>/dev/null) || continue
    case $line in *chromium*--type=*) ;; */chromium/chromium*--kiosk*) printf '%s\n' "$line"; return 0 ;; esac
  done <"$pids"
}
running=$(command_line)
if [ -z "$running" ]; then
  tell fault browser-running 'Chromium không chạy' 'Chromium is not running' 'journalctl -u nha-so-kiosk -b'
else
  tell ok browser-running 'Chromium đang chạy' 'Chromium is running'
  lines="
$running
"
  missing=$(grep '^--' "$here/flags" | while read -r flag; do
    case $lines in *"
$flag
"*) ;; *) printf '%s ' "$flag" ;; esac
  done)
  look flags 'Chromium chạy với đủ tùy chọn của bộ cài' 'Chromium runs with all flags of the kit' \
    fault "Chromium đang chạy thiếu: $missing" "Chromium runs without: $missing" 'sudo systemctl restart nha-so-kiosk' -- [ -z "$missing" ]
  open_port() { printf '%s\n' "$running" | grep -q -e '^--remote-debugging' -e '^--no-sandbox' -e '^--incognito'; }
  if open_port; then
    tell fault flags-open 'Chromium chạy với --remote-debugging…, --no-sandbox hoặc --incognito' \
      'Chromium runs with --remote-debugging…, --no-sandbox or --incognito' 'ls /etc/chromium.d; sudo systemctl restart nha-so-kiosk'
  fi
fi
