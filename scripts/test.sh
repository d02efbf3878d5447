#!/usr/bin/env bash
# Runs all tests, goes on after a failure, and ends with the totals: «N passed, N failed».
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

run() {
    printf '\n== %s\n' "$*"
    # Under pipefail the status is that of the command, not of tee.
    "$@" </dev/null 2>&1 | tee -a "$log" || failed=1
}

main() {
    # The core without yew, which would be built for the host and then once more for the page.
    run cargo test --locked --no-fail-fast --no-default-features --features cli
    # What the page works out without a browser: keys, selections, readings, messages.
    run cargo test --locked --no-fail-fast --lib ui::
    # An older page in dist/ would be tested in the place of one that does not build.
    rm -rf dist
    run trunk build --release --locked
    run cargo test --locked --no-fail-fast --package dau-browser-tests
    printf '\n'
    count
    return $failed
}

# Adds up the last lines of cargo's test runs.
count() {
    awk '/^test result:/ { passed += $4; failed += $6 }
        END { printf "%d passed, %d failed\n", passed, failed }' "$log"
}

main "$@"
