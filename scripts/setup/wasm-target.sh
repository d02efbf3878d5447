# The wasm32 target of the Rust compiler. Sourced by scripts/setup.sh.
# shellcheck shell=bash

# Only a probe that was compiled and linked tells whether a toolchain has the target: a folder in a
# sysroot or a line in rustup's list does not.
can_build_wasm() {
    local probe
    probe=$(mktemp -d)
    echo '#[unsafe(no_mangle)] pub extern "C" fn probe() -> usize { std::env::args().count() }' >"$probe/probe.rs"
    rustc --edition 2024 --crate-type cdylib --target wasm32-unknown-unknown \
        -o "$probe/probe.wasm" "$probe/probe.rs" 2>/dev/null && [ -s "$probe/probe.wasm" ]
    local found=$?
    rm -rf "$probe"
    return $found
}

# What works already comes first, the private sysroot of an earlier run included: it is on PATH.
set_up_wasm_target() {
    if can_build_wasm; then return 0; fi
    rm -rf "$wasm_toolchain_dir"
    hash -r
    if command -v rustup >/dev/null; then
        # Without a network rustup can wait for ever.
        timed 'add the wasm32 target' timeout 120 rustup target add wasm32-unknown-unknown 9>&- </dev/null || true
        if can_build_wasm; then return 0; fi
        say 'rustup could not add the target, trying the compiler of the distribution'
    fi
    set_up_distribution_wasm
}
