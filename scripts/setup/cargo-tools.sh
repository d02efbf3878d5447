# The tools that crates.io has. Sourced by scripts/setup.sh.
# shellcheck shell=bash

# Compiles a tool cheaply: with its own profile trunk takes five times as long and runs no faster.
cargo_install() {
    local dir=$1
    shift
    [ -d "$dir" ] && return
    command -v cargo >/dev/null || die 'Rust is needed first: see https://rustup.rs'
    timed "compile $1" install_into "$dir" "$@"
}

# Moves the finished folder into place, so that a run that was cut short leaves nothing half made.
install_into() {
    local dir=$1
    shift
    rm -rf "$dir.partial"
    CARGO_TARGET_DIR=$dir.partial/target \
        CARGO_PROFILE_RELEASE_LTO=off \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
        CARGO_PROFILE_RELEASE_DEBUG=false \
        cargo install --quiet --root "$dir.partial" "$@" 9>&- </dev/null
    rm -rf "$dir.partial/target"
    mv "$dir.partial" "$dir"
}

set_up_cargo_tools() {
    # No TLS and no update check: the tools are all here, and nothing is to be fetched.
    cargo_install "$trunk_dir" trunk --version "=$trunk_version" --locked --no-default-features
    cargo_install "$wasm_bindgen_dir" wasm-bindgen-cli --version "=$wasm_bindgen_version"
    link_trunk
}

# Lets `trunk serve` work by itself in any shell that has cargo. A trunk that a person installed stays.
link_trunk() {
    local bin=${CARGO_HOME:-$HOME/.cargo}/bin
    [ -d "$bin" ] || return 0
    if [ -e "$bin/trunk" ] && ! grep -qs 'by make setup' "$bin/trunk"; then return 0; fi
    local wanted
    # shellcheck disable=SC2016
    wanted=$(printf '#!/bin/sh\n# Written by make setup: trunk with the tools that this project pins.\nPATH="%s:$PATH" exec "%s" "$@"\n' \
        "$tools_path" "$trunk_dir/bin/trunk")
    if [ "$wanted" = "$(cat "$bin/trunk" 2>/dev/null)" ]; then return 0; fi
    printf '%s\n' "$wanted" >"$bin/trunk"
    chmod +x "$bin/trunk"
}
