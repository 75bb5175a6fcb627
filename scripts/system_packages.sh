#!/usr/bin/env bash
# Which Debian packages OrgFlow needs, and how to bring in those that are missing.
#
# Usage: scripts/system_packages.sh run|test|bench
#   run    what the program needs to write letters
#   test   also the browser (without its windows where that is packed alone), the database server, Redis (of
#          redis-tools: a program, and no service that starts by itself) and the tools with which the tests look
#          at a letter
#   bench  LibreOffice, that the speed of letters is measured against
#
# Installs what is missing when it may (as root, or with sudo that asks nothing). Otherwise it prints the one
# line to run, and fails only when something is missing without which the target cannot work.
set -eu

purpose=${1:?run, test or bench}

must="libpango-1.0-0 libpangoft2-1.0-0"
good="libharfbuzz-subset0 fonts-texgyre fonts-liberation"
if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    must="python3-venv $must"
fi
if [ "$purpose" = test ]; then
    must="$must libharfbuzz-subset0 fonts-texgyre fonts-liberation chromium libatomic1 postgresql poppler-utils redis-tools"
    good="chromium-headless-shell"
fi

if [ "$purpose" = bench ]; then
    must="libreoffice-writer-nogui python3-uno"
    good=""
fi

if ! command -v dpkg-query >/dev/null; then
    echo "This system has no dpkg. OrgFlow needs what Debian calls: $must $good" >&2
    exit 0
fi

absent() {
    for package in "$@"; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s ' "$package"
    done
}

# shellcheck disable=SC2086  # the lists are meant to be split into words
lacking=$(absent $must $good)
[ -n "$lacking" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
    echo "Installing: $lacking"
    export DEBIAN_FRONTEND=noninteractive
    # An old package list names versions that are gone: refresh it first.
    # shellcheck disable=SC2086
    $as_root apt-get update -q </dev/null || true
    # A package that a release does not have must not keep the others away.
    # shellcheck disable=SC2086
    for wanted in "$(absent $must)" "$(absent $good)"; do
        [ -n "$wanted" ] || continue
        # shellcheck disable=SC2086
        $as_root apt-get install -q -y --no-install-recommends $wanted </dev/null || true
    done
fi

# shellcheck disable=SC2086
lacking=$(absent $must $good)
if [ -n "$lacking" ]; then
    echo "Missing system packages. Please run:" >&2
    echo "    sudo apt-get install --no-install-recommends $lacking" >&2
fi
# shellcheck disable=SC2086
[ -z "$(absent $must)" ]
