# shellcheck shell=sh disable=SC2154 # sourced by «check», whose names these are
# Services: enabled, running, and no way beside them.

enabled() { [ -L "$root/etc/systemd/system/multi-user.target.wants/$1" ] || [ -L "$root/etc/systemd/system/timers.target.wants/$1" ]; }
alive() { grep -qs . "$root/sys/fs/cgroup/system.slice/$1/cgroup.procs"; }
masked() { [ "$(readlink "$root/etc/systemd/system/$1")" = /dev/null ]; }

units=nha-so-kiosk.service
[ "$is_server" = yes ] && units="nha-so-server.service $units"
for unit in $units; do
  name=${unit%.service}
  look "enabled-$name" "$unit tự chạy khi bật máy" "$unit starts with the machine" \
    fault "$unit không tự chạy khi bật máy" "$unit does not start with the machine" "sudo systemctl enable $unit" -- enabled "$unit"
  look "running-$name" "$unit đang chạy" "$unit is running" \
    fault "$unit không chạy" "$unit is not running" "sudo systemctl start $unit; journalctl -u $name -b" -- alive "$unit"
done
look night 'Mỗi đêm màn hình được mở lại một lần' 'The screen is opened anew once a night' \
  warn 'Không có hẹn giờ mở lại màn hình ban đêm' 'The screen is not opened anew at night' \
  'sudo systemctl enable --now nha-so-night.timer' -- enabled nha-so-night.timer

no_desktop() { [ ! -L "$root/etc/systemd/system/display-manager.service" ] || masked display-manager.service; }
look desktop 'Không có màn hình đăng nhập nào khác' 'No other login screen' \
  fault 'Có phần mềm đăng nhập đồ họa, nó giành màn hình' 'There is a graphical login, which takes the screen' \
  'sudo systemctl disable --now display-manager.service' -- no_desktop

no_terminals() { grep -qs '^NAutoVTs=0' "$root/etc/systemd/logind.conf.d/60-nha-so.conf" && masked ctrl-alt-del.target; }
look terminals 'Không mở được cửa sổ lệnh bằng Ctrl+Alt+F2, không khởi động lại bằng Ctrl+Alt+Del' \
  'No terminal by Ctrl+Alt+F2, no restart by Ctrl+Alt+Del' \
  fault 'Cắm bàn phím vào là mở được cửa sổ lệnh hoặc khởi động lại máy' 'With a keyboard somebody gets a terminal or restarts the machine' \
  'sudo deploy/kiosk/install' -- no_terminals

autologin() { grep -qs -e '--autologin' "$root"/etc/systemd/system/getty@tty*.service.d/*.conf; }
if autologin; then
  tell fault autologin 'Có cửa sổ lệnh tự đăng nhập' 'A terminal logs in by itself' 'sudo rm -r /etc/systemd/system/getty@tty*.service.d'
else
  tell ok autologin 'Không cửa sổ lệnh nào tự đăng nhập' 'No terminal logs in by itself'
fi

sysrq=$(cat "$root/proc/sys/kernel/sysrq" 2>/dev/null)
case $sysrq in
  '') tell unseen sysrq 'Không xem được phím SysRq' 'SysRq cannot be seen' ;;
  *) look sysrq 'Phím SysRq đã tắt' 'SysRq is off' fault "Phím SysRq còn bật ($sysrq)" "SysRq is on ($sysrq)" \
    'sudo sysctl --system' -- [ "$sysrq" = 0 ] ;;
esac
look usb 'Không nhận ổ USB lạ' 'USB disks are not taken' \
  warn 'Ai cắm USB vào cũng được máy nhận' 'The machine takes any USB disk' 'sudo deploy/kiosk/install' -- \
  [ -e "$root/etc/udev/rules.d/60-nha-so-usb.rules" ]

if answer=$(curl --fail --silent --max-time 10 "$origin/api/health" 2>/dev/null) && case $answer in *'"code":200'*) ;; *) false ;; esac; then
  tell ok server "Máy chủ $origin trả lời" "The server $origin answers"
elif [ "$is_server" = yes ]; then
  tell fault server "Máy chủ $origin không trả lời" "The server $origin does not answer" 'journalctl -u nha-so-server -b'
else
  tell fault server "Không tới được máy chủ $origin; bài đã có vẫn học được" \
    "The server $origin cannot be reached; what is on the screen can still be learnt" "curl -v $origin/api/health"
fi
