#!/usr/bin/env bash
# What is checked without running anything. Goes on after a failure, so that one run tells all.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

failed=()

run() {
    local start=$SECONDS
    "$@" </dev/null || failed+=("$*")
    printf 'lint: %s (%d s)\n' "$*" $((SECONDS - start))
}

main() {
    run cargo fmt --all --check
    run cargo clippy --locked --quiet --workspace --all-targets --all-features -- -D warnings
    # Code that is only compiled for the page.
    run cargo clippy --locked --quiet --target wasm32-unknown-unknown -- -D warnings
    # The core builds without anything that knows the web.
    run cargo check --locked --quiet --no-default-features
    # Of the same crates and features as clippy, whose work it takes over.
    RUSTDOCFLAGS='-D warnings' run cargo doc --locked --quiet --workspace --all-features --no-deps --document-private-items
    run node --check scripts/seal.mjs
    run node --check scripts/dist-size.mjs
    if command -v python3 >/dev/null; then
        run python3 tests/corpus/check.py >/dev/null
        run python3 corpus/check.py >/dev/null
    fi
    if command -v shellcheck >/dev/null; then
        run shellcheck --external-sources .ci/run scripts/tools-path scripts/*.sh scripts/setup/*.sh
    fi
    [ ${#failed[@]} -eq 0 ] && return
    printf 'lint: failed: %s\n' "${failed[@]}" >&2
    return 1
}

main "$@"
