# shellcheck shell=bash
# The environment in which Levman Review is built, run and checked; sourced by
# build-aux/run and build-aux/check.
#
# Where the distribution has the floor of libraries (GLib 2.84, GTK 4.18,
# libadwaita 1.7, SQLite 3.46, libxlsxwriter 1.2, meson 1.7) that is the machine
# itself. Where it is older, it is a private Debian 13 root in the cache folder,
# entered with bubblewrap: its /usr and /etc, and everything else of the machine
# under the same paths.
#
# prepare_environment PACKAGE…  makes it ready and sets the array `environment`,
# the words to put before a command.

floor=(
  'glib-2.0 >= 2.84'
  'gtk4 >= 4.18'
  'libadwaita-1 >= 1.7'
  'sqlite3 >= 3.46'
  'xlsxwriter >= 1.2'
  'freexl >= 2.0'
  'gmime-3.0'
  'libical'
  'minizip'
  'json-glib-1.0'
  'pangocairo'
  'zlib'
)
floor_packages=(
  'libglib2.0-dev 2.84'
  'libgtk-4-dev 4.18'
  'libadwaita-1-dev 1.7'
  'libsqlite3-dev 3.46'
  'libxlsxwriter-dev 1.2'
  'meson 1.7'
)
build_packages=(
  gcc libc6-dev meson ninja-build pkgconf gettext locales tzdata
  libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev
  libsqlite3-dev libxlsxwriter-dev libfreexl-dev libgmime-3.0-dev libical-dev libminizip-dev
  libjson-glib-dev zlib1g-dev libspelling-1-dev hunspell-nl
  adwaita-icon-theme librsvg2-common fonts-inter gsettings-desktop-schemas
  desktop-file-utils shared-mime-info
)
check_packages=(
  clang-format python3 python3-icalendar python3-openpyxl python3-gi gnumeric
  appstream dbus xvfb xauth xdotool at-spi2-core gir1.2-atspi-2.0 sqlite3 procps poppler-utils
  apache2-bin davfs2
)
deb_packages=(dpkg-dev lintian)
check_packages+=("${deb_packages[@]}")
suite=trixie

project=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/levman-review
root=$cache/root-$suite
environment=()

say () { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail () { say "$*"; exit 125; }

# Packages of the arguments that this machine lacks, as words.
missing_packages () {
  local package installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
  for package; do
    grep -qxF -- "$package installed" <<<"$installed" || printf '%s ' "$package"
  done
}

install_packages () {
  (( $# == 0 )) && return
  (( EUID == 0 )) ||
    fail "these packages are missing; please run: sudo apt-get install $*"
  say "installing $*"
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" \
    </dev/null >"$cache/apt.log" 2>&1 && return
  DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >"$cache/apt.log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" \
      </dev/null >>"$cache/apt.log" 2>&1 && return
  cat "$cache/apt.log" >&2
  fail "could not install $*"
}

floor_is_installed () {
  pkg-config --exists "${floor[@]}" 2>/dev/null && type gcc meson ninja xgettext &>/dev/null
}

candidate () { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p'; }

# Whether apt offers every package of the floor. A bare machine has no lists yet.
floor_is_offered () {
  local package version offered
  if (( EUID == 0 )) && [[ $(candidate meson) =~ ^(|\(none\))$ ]]; then
    apt-get update -qq </dev/null >&2
  fi
  for package in "${floor_packages[@]}"; do
    read -r package version <<<"$package"
    offered=$(candidate "$package")
    [[ -n $offered && $offered != '(none)' ]] &&
      dpkg --compare-versions "$offered" ge "$version" || return
  done
}

# The Debian mirror that this machine's own apt is set to.
own_mirror () {
  apt-get indextargets --format '$(SITE)' \
    'Created-By: Packages' 'Component: main' 'Label: Debian' 2>/dev/null | head -n 1
}

# What the machine's apt needs to get through to it (a proxy, retries).
own_apt_settings () {
  apt-config dump | grep -E '^Acquire::(https?|Retries|ForceIPv[46]|Check-Valid-Until)[: ]' || true
}

check_bwrap () {
  local reason
  reason=$(bwrap --dev-bind / / true 2>&1) && return
  fail "bubblewrap cannot make a namespace here ($reason).
This distribution is older than Debian 13, so that the build needs a private root. That takes
either root with the right to mount (in a container: one started with the capability SYS_ADMIN)
or unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1)."
}

root_lacks () {
  local package
  for package; do
    grep -qxF -- "$package" "$root/.packages" 2>/dev/null || printf '%s ' "$package"
  done
}

# A private root with the packages of the arguments, made under a temporary name,
# so that one that was interrupted is never taken for a whole one.
make_root () {
  local mirror new=$root.new log=$cache/root.log mode=root target
  mirror=$(own_mirror)
  [[ -n $mirror ]] || fail "no Debian mirror is configured in apt; cannot make a Debian 13 root"
  say "making a private Debian 13 root in $root (once, some minutes)…"
  rm -rf --one-file-system "$new" "$new.tar"
  own_apt_settings >"$cache/apt.conf"
  target=$new
  (( EUID == 0 )) || { mode=unshare; target=$new.tar; }
  mmdebstrap --mode=$mode --variant=apt --include="$(IFS=,; echo "$*")" \
    --aptopt="$cache/apt.conf" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --customize-hook='chroot "$1" localedef -i nl_NL -f UTF-8 nl_NL.UTF-8' \
    --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' \
    "$suite" "$target" "$mirror" </dev/null >"$log" 2>&1 ||
    {
      cat "$log" >&2
      [[ $mode == root ]] || say "without root this takes the package uidmap and lines for" \
        "$(id -un) in /etc/subuid and /etc/subgid"
      fail "could not make the Debian 13 root"
    }
  if [[ $mode == unshare ]]; then
    mkdir "$new"
    tar -C "$new" --exclude='./dev/*' -xf "$new.tar" && rm "$new.tar" ||
      fail "could not unpack the Debian 13 root"
  fi
  printf '%s\n' "$@" >"$new/.packages"
  # What was built in an older root does not belong to this one.
  rm -rf --one-file-system "$root" "$cache"/build-* "$cache"/check-*
  mv "$new" "$root"
}

# Add packages to the root that is there; false when that does not succeed.
extend_root () {
  (( EUID == 0 )) || return
  say "adding to the Debian 13 root: $*"
  bwrap --bind "$root" / --dev /dev --proc /proc --perms 1777 --tmpfs /tmp \
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf \
    --setenv PATH /usr/bin:/usr/sbin --setenv DEBIAN_FRONTEND noninteractive --chdir / \
    sh -c 'dpkg --configure -a && apt-get update -qq &&
           apt-get install -qq -y --no-install-recommends "$@" && apt-get clean' - "$@" \
    </dev/null >"$cache/root.log" 2>&1 &&
    printf '%s\n' "$@" >>"$root/.packages"
}

prepare_root () {
  local lacking
  exec {root_lock}>"$cache/root.lock"
  flock "$root_lock"
  read -ra lacking <<<"$(root_lacks "$@")"
  if (( ${#lacking[@]} )); then
    check_bwrap
    if [[ ! -e $root/.packages ]]; then
      make_root "$@"
    elif ! extend_root "${lacking[@]}"; then
      say "that did not succeed (see $cache/root.log)"
      mapfile -t had <"$root/.packages"
      make_root "${had[@]}" "${lacking[@]}"
    fi
  fi
  exec {root_lock}>&-
}

enter_root () {
  local folder zone
  environment=(
    bwrap --die-with-parent --dev-bind / /
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc
    --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
  )
  # A machine whose /bin and /lib are not yet links into /usr.
  for folder in bin sbin lib lib32 lib64 libx32; do
    [[ -d /$folder && ! -L /$folder && -d $root/usr/$folder ]] &&
      environment+=(--ro-bind "$root/usr/$folder" "/$folder")
  done
  # Paths of the machine's own libraries mean nothing in the root.
  for variable in LD_LIBRARY_PATH LD_PRELOAD PYTHONHOME PYTHONPATH PKG_CONFIG_PATH \
                  PKG_CONFIG_LIBDIR GIO_MODULE_DIR GIO_EXTRA_MODULES XDG_DATA_DIRS \
                  CC CFLAGS CPPFLAGS LDFLAGS; do
    environment+=(--unsetenv "$variable")
  done
  zone=$(readlink -f /etc/localtime)
  [[ -z ${TZ:-} && $zone == */zoneinfo/* ]] && environment+=(--setenv TZ "${zone##*/zoneinfo/}")
  environment+=(--setenv PATH /usr/bin:/usr/sbin --chdir "$PWD")
}

prepare_environment () {
  local lacking
  mkdir -p "$cache" || fail "cannot write to the cache folder $cache"
  if [[ ! -e $root/.packages ]] && { floor_is_installed || floor_is_offered; }; then
    if type dpkg-query &>/dev/null; then
      read -ra lacking <<<"$(missing_packages "$@")"
      install_packages "${lacking[@]}"
    fi
    return
  fi
  type apt-get &>/dev/null ||
    fail "this distribution has neither ${floor[*]} nor apt to make a Debian 13 root with"
  if ! type bwrap mmdebstrap &>/dev/null; then
    read -ra lacking <<<"$(missing_packages bubblewrap mmdebstrap)"
    install_packages "${lacking[@]}"
  fi
  [[ -z $(root_lacks "$@") ]] || prepare_root "$@"
  enter_root
}

# Which package a library is from stands in the root, not in the machine around it.
package_admin () {
  (( ${#environment[@]} > 0 )) && printf %s "$root"
  printf /var/lib/dpkg
}

# Builds of the same project in different folders do not meet.
build_folder () {
  printf '%s/%s-%s' "$cache" "$1" "$(printf %s "$project" | sha256sum | cut -c 1-12)"
}
