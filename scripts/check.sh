#!/usr/bin/env bash
# Run every static check to its end, so that one run names all that is wrong; fail if any failed.
set -u
cd "$(dirname "$0")/.."

failed=0
run() {
    if output=$("$@" 2>&1); then
        printf 'ok      %s\n' "${*#.venv/bin/}"
    else
        printf 'FAILED  %s\n%s\n' "${*#.venv/bin/}" "$output"
        failed=1
    fi
}

run .venv/bin/ruff check --output-format concise .
run .venv/bin/ruff format --check .
run .venv/bin/mypy --strict orgflow
run .venv/bin/lint-imports --no-logo
run .venv/bin/djlint --lint --quiet templates
exit $failed
