#!/bin/sh
# Runs a test of the window on a display of its own: run-view.sh PROGRAM TEST
# PROGRAM makes the example database that TEST gets.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
       XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$folder/run"
"$1" example "$folder/voorbeeld.levman" >&2
xvfb-run -a -s '-screen 0 1280x1024x24' dbus-run-session -- "$2" "$folder/voorbeeld.levman"
