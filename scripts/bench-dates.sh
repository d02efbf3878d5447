#!/usr/bin/env bash
# Measures the date rules against chrono-node, both in the same browser: `make bench-dates`.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bench_key=$(cksum <"$root/scripts/npm-bench/package-lock.json" | cut -d ' ' -f 1)
bench_dir=$DAU_TOOLS/npm-bench-$bench_key

install_chrono() {
    [ -d "$bench_dir" ] && return
    rm -rf "$bench_dir.partial"
    mkdir -p "$bench_dir.partial"
    cp "$root"/scripts/npm-bench/package*.json "$bench_dir.partial"
    npm ci --prefix "$bench_dir.partial" --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null
    mv "$bench_dir.partial" "$bench_dir"
}

main() {
    cd "$root"
    export PATH=$tools_path:$PATH
    install_chrono
    local out target=${CARGO_TARGET_DIR:-$root/target}
    out=$target/bench-dates
    mkdir -p "$out"
    # As the worker is built.
    cargo build --locked --profile worker --target wasm32-unknown-unknown --example dates_wasm
    wasm-bindgen --target no-modules --no-typescript --out-dir "$out" \
        "$target/wasm32-unknown-unknown/worker/examples/dates_wasm.wasm"
    mv "$out/dates_wasm_bg.wasm" "$out/dates.wasm"
    "$bench_dir/node_modules/.bin/esbuild" "$bench_dir/node_modules/chrono-node/dist/esm/index.js" \
        --bundle --minify --format=iife --global-name=chrono --log-level=error --outfile="$out/chrono.js"
    DAU_BENCH=$out cargo run --locked --package dau-browser-tests --example dates
}

main "$@"
