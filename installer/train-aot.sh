#!/bin/sh
# Walks through Docket once, without a display, and keeps what the virtual machine learned as an AOT cache: later starts are
# shorter, and a reviewer's first hundred keys do not share the processor with the compiler.
# Usage: train-aot.sh FOLDER, an app image or target/docket. It takes a few minutes. A cache that fits another JDK, or other
# jars than those it was made with, is passed over; run this again after each build.
set -eu
folder=$(CDPATH='' cd -- "$1" && pwd -P)
work=$(mktemp -d)
cfg=$folder/lib/app/docket.cfg
if [ -f "$cfg" ]; then aot=$folder/lib/app/docket.aot; else aot=$folder/lib/docket.aot; fi
rm -f "$aot"

leave() {
    status=$?
    [ ! -f "$work/docket.cfg" ] || cat "$work/docket.cfg" > "$cfg"
    rm -rf "$work"
    exit $status
}
trap leave EXIT

if [ -f "$cfg" ]; then
    # a cache knows its jars by their times, which packagers do not keep: debian/postinst gives them this one again
    touch -d 2026-01-01T00:00:00Z "$folder"/lib/app/*.jar
    sed '/AOTCache\|-Xlog:aot/d' "$cfg" > "$work/docket.cfg"
    sed 's|^\[JavaOptions\]$|&\njava-options=-XX:AOTCacheOutput=$APPDIR/docket.aot|' "$work/docket.cfg" > "$cfg"
fi
DOCKET_AOT_OUTPUT=$aot timeout 900 "$folder/bin/docket" tour --out "$work/tour"
if [ ! -s "$aot" ]; then
    echo "train-aot: the walk left no cache; this Docket starts without one" >&2
    exit 1
fi
if [ -f "$cfg" ]; then
    sed -i 's|^\[JavaOptions\]$|&\njava-options=-XX:AOTCache=$APPDIR/docket.aot\njava-options=-Xlog:aot*=off|' "$work/docket.cfg"
fi
