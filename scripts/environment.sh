#!/usr/bin/env bash
# Put the locked environment into .venv/ with a uv of our own in .boot/, using the system's python3.
#
# Usage: scripts/environment.sh [--group bench]
set -eu
cd "$(dirname "$0")/.."

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "OrgFlow needs Python 3.11 or newer; python3 is $(python3 --version 2>&1)." >&2
    exit 1
fi

if ! .boot/bin/uv --version >/dev/null 2>&1; then
    rm -rf .boot
    python3 -m venv .boot
    .boot/bin/python -m pip install --quiet --disable-pip-version-check uv
fi

# Never fetch an interpreter: it fails where there is no network, and the system's is what we are tested on.
export UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv
unset VIRTUAL_ENV PYTHONDONTWRITEBYTECODE
.boot/bin/uv sync --frozen --quiet --compile-bytecode --python python3 "$@"
touch .venv/.in-step-with-lock
