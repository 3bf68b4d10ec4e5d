#!/bin/sh
# Cuts the two weights of Noto Sans down to what Nhà Số writes: Vietnamese (stacked marks too), S'tiêng
# (breve: ă ĕ ĭ ŏ ŭ, and ƀ), English, ₫, tabular figures. Needs fonttools and brotli (pip).
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
here=$(dirname "$0")
for weight in Regular Bold; do
  pyftsubset "$from/NotoSans-$weight.ttf" \
    --unicodes='U+0020-007E,U+00A0-00FF,U+0102-0103,U+0110-0111,U+0114-0115,U+0128-0129,U+012C-012D,U+014E-014F,U+0168-0169,U+016C-016D,U+0180,U+0243,U+01A0-01A1,U+01AF-01B0,U+0300-0303,U+0306,U+0309,U+031B,U+0323,U+1EA0-1EF9,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AB,U+2212,U+25CC' \
    --layout-features='kern,mark,mkmk,ccmp,locl,tnum' \
    --name-IDs='0,1,2,5,7,13,14' --no-hinting --desubroutinize --flavor=woff2 \
    --output-file="$here/noto-sans-$(echo $weight | tr A-Z a-z).woff2"
done
