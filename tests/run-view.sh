#!/bin/sh
# Runs a test of the window on a display and a message bus of its own:
# run-view.sh PROGRAM TEST… PROGRAM makes the example database that TEST gets.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
       XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$folder/run"
"$1" example "$folder/voorbeeld.levman" >&2
shift
# What the services of the bus say must not come between the lines of the test.
status=0
xvfb-run -a -s '-screen 0 1280x1024x24' dbus-run-session -- \
  sh -c 'exec "$@" > "$0"' "$folder/output" "$@" "$folder/voorbeeld.levman" >&2 || status=$?
cat "$folder/output"
exit $status
