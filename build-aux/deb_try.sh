#!/usr/bin/env bash
# The package on a bare Debian 13, as root in there: it is in /package, what the tests were built to
# in /tests; /pictures gets what the window shows.
#
# It is installed by apt and used by a user: first with nothing but what it depends on, then with
# what a test of the window takes, whose first story is played with the installed program. It is
# installed once more, removed and purged.
set -u
package=$(ls -t /package/levman-review_*.deb | head -n 1)
user=marijke
home=/home/$user
driver_packages=(
  python3 python3-gi python3-openpyxl gir1.2-atspi-2.0 gir1.2-gtk-4.0 at-spi2-core
  dbus xvfb xdotool desktop-file-utils
)
n_failed=0

check () {
  local what=$1 output status
  shift
  output=$("$@" 2>&1)
  status=$?
  if (( status == 0 )); then
    printf 'ok     %s\n' "$what"
  else
    printf 'FAILED %s (exit status %s)\n%s\n' "$what" "$status" "$output"
    n_failed=$((n_failed + 1))
  fi
  return $status
}

get () { DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends "$@" </dev/null; }

# As the user, in a clean environment and with no language, as in a bare Debian.
as_user () {
  setpriv --reuid $user --regid $user --init-groups --reset-env \
    env --chdir=$home LEVMAN_NOW=2026-11-23T09:00:00Z "$@"
}

# What is on the disk, but for what apt and the package manager themselves keep.
list_files () {
  find / -xdev \( -path /proc -o -path /tmp -o -path /levman-review -o -path /root -o -path $home \
    -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \) -prune \
    -o -print | sort
}

use_commands () {
  as_user levman-review example voorbeeld.levman &&
    as_user levman-review report voorbeeld.levman -o mt-rapport.xlsx &&
    as_user levman-review profile voorbeeld.levman --supplier L-001 -o profiel.pdf &&
    as_user levman-review slides voorbeeld.levman -o dia.pdf &&
    as_user levman-review archive voorbeeld.levman archief &&
    as_user levman-review verify archief && as_user levman-review check voorbeeld.levman
}

is_dutch () { as_user levman-review status voorbeeld.levman | grep -q 'stap'; }

# In the environment of the tests of the window, but for what makes them find a built program.
on_display () {
  as_user LEVMAN_PROGRAM=/usr/bin/levman-review LEVMAN_SOURCEDIR=/levman-review \
    LEVMAN_TRUE_BOUNDS=/tests/true-bounds.so LEVMAN_PICTURES=/pictures PYTHONDONTWRITEBYTECODE=1 \
    GSK_RENDERER=cairo GDK_BACKEND=x11 GTK_A11Y=atspi G_DEBUG=fatal-warnings \
    LEVMAN_ALL_SERVICES=yes "$@"
}

# What stands in the package and in no other.
list_brought () {
  dpkg-query -L levman-review | grep -vxF /. | while read -r path; do
    [[ $(dpkg-query -S "$path") == levman-review:* ]] && echo "$path"
  done
}

# The same, with what is made from its kinds of files.
list_content () {
  { cat /tmp/brought
    printf '/usr/share/mime/application/vnd.levman.%s.xml\n' review review.handbook \
      review-archive+zip
  } | sort
}

is_forgotten () {
  ! grep -rl nl.levman /usr /etc /var/lib --exclude-dir=dpkg --exclude-dir=apt
}

useradd --create-home $user
get update >/dev/null || exit
check 'apt installs it' get install "$package" || exit
apt-get -q -y check >/dev/null
check 'its commands work with what it depends on alone' use_commands
check 'they speak Dutch without a Dutch locale' is_dutch
n_needed=$(dpkg-query -W | wc -l)

check 'what the test of the window takes' get install "${driver_packages[@]}" || exit
check 'the desktop knows it' \
  on_display /levman-review/tests/run-view.sh - python3 /levman-review/build-aux/deb_check.py
check 'the first story passes with the installed program' \
  on_display /levman-review/tests/run-view.sh - \
  python3 /levman-review/tests/test-window-round.py mouse

before=$(cd $home && find . -type f -exec sha256sum {} + | sort)
list_files >/tmp/installed
check 'it is installed over itself' get install --reinstall "$package"
list_files >/tmp/again
check 'and everything is where it was' diff /tmp/installed /tmp/again
check 'the database is whole' as_user levman-review check voorbeeld.levman
list_brought >/tmp/brought
check 'apt removes it' get remove levman-review
list_files >/tmp/removed
check 'and with it what it brought, and nothing else' \
  diff <(list_content) <(comm -23 /tmp/installed /tmp/removed)
check 'apt purges it' eval 'get install "$package" && get purge levman-review'
check 'nothing speaks of it any more' is_forgotten
after=$(cd $home && find . -type f -exec sha256sum {} + | sort)
check 'the data of the user is untouched' test "$before" = "$after"

printf '%s packages with what it depends on; %s failed\n' "$n_needed" "$n_failed"
exit $(( n_failed > 0 ))
