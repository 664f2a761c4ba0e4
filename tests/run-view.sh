#!/bin/sh
# Runs a test of the window on a display and a message bus of its own:
# run-view.sh EXAMPLE TEST… TEST gets a copy of the database in the folder EXAMPLE; with - for EXAMPLE
# there is none, and TEST begins with nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
       XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="${LEVMAN_RUNTIME_DIR:-$folder/run}" \
       LEVMAN_SCREEN="$folder"
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
example=$1
shift
if [ "$example" != - ]; then
  cp "$example/register.levman" "$folder/voorbeeld.levman"
  cp -R "$example/register.levman-archief" "$folder/voorbeeld.levman-archief"
  set -- "$@" "$folder/voorbeeld.levman"
fi

# A display that no other test takes: its number comes from that of this process.
# Nothing that a server of that number left behind, which was killed, may look like this one.
number=$((1000 + $$ % 50000))
rm -f /tmp/.X11-unix/X$number /tmp/.X$number-lock
export DISPLAY=:$number
Xvfb $DISPLAY -screen 0 1920x1200x24 -fbdir "$folder" -nolisten tcp -noreset \
  2>"$folder/server" &
server=$!
trap 'kill $server; wait $server || :; rm -rf "$folder"' EXIT
until xdotool getmouselocation >/dev/null 2>&1; do
  kill -0 $server || { cat "$folder/server" >&2; exit 1; }
  sleep 0.1
done

# On the bus only what a screen reader needs: a portal that is installed would answer for the
# desktop of this machine. With LEVMAN_ALL_SERVICES all that is installed, for a program that is.
bus="$XDG_RUNTIME_DIR/bus"
mkdir -p "$bus/services"
cp /usr/share/dbus-1/services/org.a11y.Bus.service "$bus/services"
cat > "$bus/bus.conf" <<EOF
<busconfig>
  <type>session</type>
  <listen>unix:dir=$bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$bus/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF

# What the services of the bus say must not come between the lines of the test.
status=0
set -- sh -c 'exec "$@" > "$0"' "$folder/output" "$@"
[ -n "${LEVMAN_ALL_SERVICES:-}" ] || set -- --config-file="$bus/bus.conf" -- "$@"
dbus-run-session "$@" >&2 || status=$?
cat "$folder/output"
exit $status
