#!/usr/bin/env bash
# Brings what the page is built with, and with `--test` what it is tested with.
# Idempotent, asks nothing, and on a machine that has it all takes about half a second.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

source "$root/scripts/setup/wasm-target.sh"
source "$root/scripts/setup/wasm-distribution.sh"
source "$root/scripts/setup/cargo-tools.sh"
source "$root/scripts/setup/npm-tools.sh"
source "$root/scripts/setup/browsers.sh"

main() {
    # `trunk serve` wants to find what Trunk.toml tells it not to watch; a fresh clone has neither.
    mkdir -p "$DAU_TOOLS" "$root/dist" "$root/target"
    # Two set-ups at once, in two clones, would write the same files.
    exec 9>"$DAU_TOOLS/lock"
    if command -v flock >/dev/null; then flock 9; fi

    export PATH=$tools_path:$PATH
    local began=$SECONDS
    set_up_wasm_target
    set_up_cargo_tools
    set_up_npm_tools
    if [ "${1:-}" = --test ]; then set_up_browsers; fi
    say "ready after $((SECONDS - began)) s (tools in $DAU_TOOLS)"
}

# Called last, so that bash has read all of this file before it runs: an edit cannot confuse it.
main "$@"
