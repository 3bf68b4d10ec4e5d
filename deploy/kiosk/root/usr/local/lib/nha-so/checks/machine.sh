# shellcheck shell=sh disable=SC2154 # sourced by «check», whose names these are
# The machine: clock, disk, memory, network, screen, touch, sound, camera.

# Something under a folder of /sys or /proc that a pattern matches.
any() { for file in "$@"; do [ -e "$file" ] && return 0; done; return 1; }

year=$(date +%Y)
if [ "$year" -lt 2026 ]; then # the year the kit was written in
  tell fault clock "Đồng hồ chỉ năm $year" "The clock says $year" 'sudo timedatectl set-ntp true'
elif [ -e "$root/run/systemd/timesync/synchronized" ]; then
  tell ok clock 'Đồng hồ đúng theo mạng' 'The clock is set by the network'
else
  tell warn clock 'Đồng hồ chưa chỉnh theo mạng lần nào từ khi bật máy' 'The clock was not set by the network since the machine began' \
    'timedatectl; sudo timedatectl set-ntp true'
fi
keeps_time() { any "$root"/sys/class/rtc/rtc* || has_package fake-hwclock; }
look rtc 'Tắt điện vẫn nhớ giờ' 'The time survives a power cut' \
  fault 'Máy không có đồng hồ pin: mất điện là quên giờ' 'There is no battery clock: a power cut forgets the time' \
  'sudo apt install fake-hwclock' -- keeps_time
zone=$(readlink "$root/etc/localtime" 2>/dev/null)
look zone 'Múi giờ Việt Nam' 'Vietnamese time zone' fault "Múi giờ ${zone##*zoneinfo/}" "Time zone ${zone##*zoneinfo/}" \
  'sudo timedatectl set-timezone Asia/Ho_Chi_Minh' -- [ "${zone##*zoneinfo/}" = Asia/Ho_Chi_Minh ]
utf8() { grep -qsi '^LANG=.*utf-\{0,1\}8' "$root/etc/default/locale" || grep -qsi '^LANG=.*utf-\{0,1\}8' "$root/etc/locale.conf"; }
look locale 'Máy dùng chữ có dấu (UTF-8)' 'The locale is UTF-8' \
  warn 'Máy chưa đặt UTF-8: tên có dấu trong nhật ký sẽ sai' 'The locale is not UTF-8: names in logs look wrong' \
  'sudo localectl set-locale LANG=C.UTF-8' -- utf8

# Free space where the browser keeps its things: all lessons, their clips and a week of events take some hundred MB.
kept=$root/var/lib/nha-so-kiosk
[ -e "$kept" ] || kept=$root/var/lib
free=$(df -Pm "$kept" 2>/dev/null | awk 'NR == 2 {print $4}')
look disk "Đĩa còn trống ${free:-?} MB" "${free:-?} MB of disk are free" fault "Đĩa chỉ còn ${free:-?} MB" "Only ${free:-?} MB of disk are free" \
  'sudo apt clean; sudo journalctl --vacuum-size=100M' -- [ "${free:-0}" -ge 2000 ]
memory=$(awk '$1 == "MemTotal:" {print int($2 / 1024)}' "$root/proc/meminfo" 2>/dev/null)
look memory "Bộ nhớ ${memory:-?} MB" "${memory:-?} MB of memory" warn "Bộ nhớ chỉ có ${memory:-?} MB" "Only ${memory:-?} MB of memory" \
  'Lắp thêm bộ nhớ, 4 GB · More memory, 4 GB' -- [ "${memory:-0}" -ge 1900 ]
look swap 'Có vùng nhớ phụ' 'There is swap' warn 'Không có vùng nhớ phụ: thiếu bộ nhớ là trình duyệt bị tắt' \
  'There is no swap: short of memory, the browser is killed' 'sudo apt install systemd-zram-generator' -- \
  [ "$(awk 'END {print NR}' "$root/proc/swaps" 2>/dev/null)" -gt 1 ]

# The disk below a folder: the longest mount point that holds it; encrypted where its device mapper says LUKS.
mount_of() {
  awk -v folder="$1/" '{at = $5 == "/" ? "/" : $5 "/"} index(folder, at) == 1 && length(at) >= length(best) {best = at; line = $0} END {print line}' \
    "$root/proc/self/mountinfo" 2>/dev/null
}
encrypted() { grep -qs '^CRYPT-' "$1/dm/uuid" && return 0; for below in "$1"/slaves/*; do [ -e "$below" ] && encrypted "$below" && return 0; done; return 1; }
folders=/var/lib/nha-so-kiosk
[ "$is_server" = no ] || folders="$folders /var/lib/nha-so"
for folder in $folders; do
  name=${folder##*/} mounted=$(mount_of "$folder")
  look "luks-$name" "$folder được mã hóa (LUKS)" "$folder is encrypted (LUKS)" \
    warn "$folder không mã hóa: ai lấy máy thì đọc được" "$folder is not encrypted: whoever takes the machine reads it" \
    'docs/kiosk.vi.md · docs/kiosk.md' -- encrypted "$root/sys/dev/block/$(printf '%s\n' "$mounted" | awk '{print $3}')"
  case $mounted in
    *' - overlay '* | *' - tmpfs '*)
      tell fault "writable-$name" "$folder chỉ nằm trong bộ nhớ: tắt máy là mất" "$folder is only in memory: what is written goes with the power" \
        'docs/kiosk.vi.md · docs/kiosk.md' ;;
    *nobarrier* | *barrier=0* | *data=writeback*)
      tell fault "writable-$name" "$folder gắn với tùy chọn không chịu được mất điện (nobarrier, data=writeback)" \
        "$folder is mounted with options that a power cut breaks (nobarrier, data=writeback)" '/etc/fstab: defaults,noatime' ;;
    *) tell ok "writable-$name" "$folder nằm trên đĩa" "$folder lies on the disk" ;;
  esac
done

wired() { for card in "$root"/sys/class/net/*; do case ${card##*/} in lo) ;; *) [ "$(cat "$card/operstate" 2>/dev/null)" = up ] && return 0 ;; esac; done; return 1; }
look network 'Có mạng' 'A network is there' warn 'Không có dây mạng hay Wi-Fi nào đang nối; máy vẫn dạy được, sẽ gửi sau' \
  'No cable or Wi-Fi is connected; the screen still teaches, and sends later' 'ip -br link' -- wired

screens=$(cat "$root"/sys/class/drm/card*-*/status 2>/dev/null | grep -c '^connected')
case $screens in
  1) tell ok screen 'Một màn hình' 'One screen' ;;
  0) tell fault screen 'Không thấy màn hình nào' 'No screen is seen' 'Xem dây HDMI hoặc DisplayPort · Look at the HDMI or DisplayPort cable' ;;
  *) tell fault screen "$screens màn hình cùng lúc: chạm có thể lệch sang màn hình kia" "$screens screens at once: touches may land on the other" \
    'Chỉ cắm một màn hình · Plug in one' ;;
esac
# PROP bit 1 (2) is INPUT_PROP_DIRECT: what is touched is what is seen (linux/input-event-codes.h).
touches() { grep -qs '^B: PROP=2$' "$root/proc/bus/input/devices"; }
look touch 'Có màn hình chạm' 'A touch screen is there' fault 'Không thấy màn hình chạm: kiểm tra dây USB của màn hình' \
  'No touch screen: look at the USB cable of the panel' 'cat /proc/bus/input/devices' -- touches
look sound 'Có loa' 'A sound card is there' fault 'Không có card âm thanh: bà con sẽ không nghe đọc' \
  'There is no sound card: nobody hears anything' 'cat /proc/asound/cards' -- grep -qs '^ *[0-9]' "$root/proc/asound/cards"
look camera 'Có máy quay' 'A camera is there' warn 'Không có máy quay: không quét thẻ được bằng máy quay, vẫn dùng máy quét USB hoặc gõ số' \
  'There is no camera: cards are read by a USB scanner, or the number is typed' 'Cắm máy quay USB · Plug in a USB camera' -- any "$root"/sys/class/video4linux/video*
if [ "$(chosen SPEECH)" = yes ]; then
  look speech 'Có speech-dispatcher' 'speech-dispatcher is there' fault 'Chưa cài speech-dispatcher' 'speech-dispatcher is not installed' \
    'sudo apt install speech-dispatcher speech-dispatcher-espeak-ng' -- has_package speech-dispatcher
fi
