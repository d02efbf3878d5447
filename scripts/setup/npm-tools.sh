# The tools that npm has: wasm-opt. Sourced by scripts/setup.sh.
# shellcheck shell=bash

# Debian's wasm-opt is too old to read what rustc emits today; npm's package is current and runs anywhere.
set_up_npm_tools() {
    [ -d "$npm_dir" ] && return
    command -v npm >/dev/null || die 'Node.js with npm is needed for wasm-opt: see https://nodejs.org'
    timed 'install wasm-opt' npm_install
}

npm_install() {
    rm -rf "$npm_dir.partial"
    mkdir -p "$npm_dir.partial"
    cp "$root"/scripts/npm/package*.json "$npm_dir.partial"
    npm ci --prefix "$npm_dir.partial" --ignore-scripts --no-audit --no-fund --loglevel=error 9>&- </dev/null >/dev/null
    mv "$npm_dir.partial" "$npm_dir"
}
