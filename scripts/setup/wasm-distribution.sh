# The wasm32 target where rustup cannot bring it: Debian's and Ubuntu's own compiler, for which std is
# built once into a private sysroot. Sourced by scripts/setup.sh.
# shellcheck shell=bash

wasm=wasm32-unknown-unknown

set_up_distribution_wasm() {
    if ! command -v apt-get >/dev/null; then
        die "this Rust cannot build for $wasm. Run «rustup target add $wasm», or install your system's package of that target."
    fi
    timed "install the distribution's Rust" apt_install \
        rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
    timed 'install its linker' apt_install "lld-$(llvm_of_rustc)"
    timed "build std for $wasm" build_sysroot
    hash -r
    can_build_wasm || die "the distribution's Rust cannot build for $wasm either: see $wasm_toolchain_dir"
    # For editors, and for «cargo +dau»; make finds it on PATH.
    if command -v rustup >/dev/null; then rustup toolchain link dau "$wasm_toolchain_dir" 9>&-; fi
}

# The linker must be of the LLVM that the compiler was built with.
llvm_of_rustc() { /usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }

host_of_rustc() { /usr/bin/rustc -vV | sed -n 's/^host: //p'; }

# Half a sysroot must not stay: the next run would take it for a whole one.
build_sysroot() {
    local new=$wasm_toolchain_dir.partial
    rm -rf "$new"
    mkdir -p "$new/lib/rustlib/$wasm/lib" "$new/bin"
    ln -s "/usr/lib/rustlib/$(host_of_rustc)" "$new/lib/rustlib/"
    ln -s /usr/lib/rustlib/src "$new/lib/rustlib/"
    # Debian has no file of the name that rustc asks for.
    ln -s "/usr/lib/llvm-$(llvm_of_rustc)/bin/lld" "$new/bin/rust-lld"
    build_std "$new/std"
    cp "$new/std/target/$wasm/release/deps/"*.rlib "$new/lib/rustlib/$wasm/lib/"
    rm -rf "$new/std"
    write_wrappers "$new/bin"
    mv "$new" "$wasm_toolchain_dir"
}

# Builds the standard library as the dependency of an empty crate.
build_std() {
    mkdir -p "$1/src"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n' >"$1/Cargo.toml"
    echo '#![no_std]' >"$1/src/lib.rs"
    # Without bitcode in it, std cannot take part in link time optimisation. A stable compiler builds
    # std only as its own bootstrap does.
    env -C "$1" -u CARGO_BUILD_TARGET PATH="$(dirname "$1")/bin:/usr/bin:/bin" \
        CARGO_TARGET_DIR="$1/target" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
        /usr/bin/cargo build --quiet --release --target "$wasm" \
        -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test 9>&- </dev/null
}

# Debian's compiler takes /usr for its sysroot by whatever path it is called.
write_wrappers() {
    local tool
    for tool in rustc rustdoc; do
        write_wrapper "$1/$tool" "exec /usr/bin/$tool --sysroot '$wasm_toolchain_dir' \"\$@\""
    done
    # Cargo may have been started by rustup's, which tells the tools below it another compiler.
    for tool in cargo cargo-clippy cargo-fmt clippy-driver rustfmt; do
        write_wrapper "$1/$tool" "unset RUSTUP_TOOLCHAIN; SYSROOT='$wasm_toolchain_dir' exec /usr/bin/$tool \"\$@\""
    done
}

write_wrapper() {
    printf '#!/bin/sh\n# Written by make setup.\n%s\n' "$2" >"$1"
    chmod +x "$1"
}
