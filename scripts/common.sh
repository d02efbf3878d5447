# What the scripts share: where tools live, which versions, how to talk. Sourced, not run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Tools live outside of the checkout, keyed by version, so that every clone on a machine shares them.
DAU_TOOLS=${DAU_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/dau}

# 0.22 needs a newer rustc than Cargo.toml asks for.
trunk_version=0.21.14
geckodriver_version=0.37.1

# Trunk refuses any other version of the command line tool than the crate's own.
wasm_bindgen_version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print }' "$root/Cargo.lock")

# The npm tools are known by their lock file: any change of it makes a new folder.
npm_key=$(cksum <"$root/scripts/npm/package-lock.json" | cut -d ' ' -f 1)

trunk_dir=$DAU_TOOLS/trunk-$trunk_version
wasm_bindgen_dir=$DAU_TOOLS/wasm-bindgen-$wasm_bindgen_version
geckodriver_dir=$DAU_TOOLS/geckodriver-$geckodriver_version
npm_dir=$DAU_TOOLS/npm-$npm_key
wasm_toolchain_dir=$DAU_TOOLS/wasm-toolchain

tools_path=$wasm_toolchain_dir/bin:$trunk_dir/bin:$wasm_bindgen_dir/bin:$geckodriver_dir/bin:$npm_dir/node_modules/.bin

say() { printf 'setup: %s\n' "$*"; }

die() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# Runs a step under a name and tells how long it took.
timed() {
    local what=$1 start=$SECONDS
    shift
    say "$what …"
    "$@"
    say "$what: done in $((SECONDS - start)) s"
}

# Installs packages of Debian or Ubuntu without a question, or says what a person has to type.
apt_install() {
    command -v apt-get >/dev/null || die "please install by hand (no apt-get here): $*"
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || die "needs root, please run: sudo apt-get install $*"
        as_root=(sudo -n)
    fi
    "${as_root[@]}" apt-get update -qq </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}
