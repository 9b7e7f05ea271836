#!/bin/sh
# Runs the app image once and keeps what the virtual machine learned as an AOT cache, which shortens every later start.
# Usage: train-aot.sh IMAGE. Without a display it needs xvfb-run; without either the image is left as it is.
set -eu
image=$1
cfg=$image/lib/app/docket.cfg
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

if grep -q AOTCache= "$cfg"; then
    exit 0
fi
if [ -n "${DISPLAY:-}" ]; then
    run=
elif command -v xvfb-run >/dev/null 2>&1; then
    run="xvfb-run -a -s '-screen 0 1440x900x24'"
else
    echo "train-aot: no display and no xvfb-run; the image starts without an AOT cache" >&2
    exit 0
fi
DOCKET_PROFILE=$profile JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$image/lib/app/docket.aot -Ddocket.exit=first-image" \
    timeout 300 sh -c "$run \"$image/bin/docket\""
[ -s "$image/lib/app/docket.aot" ]
sed -i 's|^\[JavaOptions\]$|[JavaOptions]\njava-options=-XX:AOTCache=$APPDIR/docket.aot|' "$cfg"
