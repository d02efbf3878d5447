# The wasm32 target where rustup cannot bring it. Sourced by scripts/setup.sh.
# shellcheck shell=bash

set_up_distribution_wasm() {
    die 'no wasm32 target: run «rustup target add wasm32-unknown-unknown»'
}
