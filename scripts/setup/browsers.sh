# The browsers, their drivers and a font with all Vietnamese marks, for the tests. Sourced by scripts/setup.sh.
# shellcheck shell=bash

set_up_browsers() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    command -v chromedriver >/dev/null || missing+=(chromium-driver)
    command -v firefox >/dev/null || missing+=(firefox-esr)
    has_font || missing+=(fonts-noto-core)
    if [ ${#missing[@]} -gt 0 ]; then timed "install ${missing[*]}" apt_install "${missing[@]}"; fi
    cargo_install "$geckodriver_dir" geckodriver --version "=$geckodriver_version" --locked
}

# Asked of the file, not of fontconfig, which may not be there yet.
has_font() { compgen -G '/usr/share/fonts/*/noto/NotoSans-Regular.ttf' >/dev/null; }
