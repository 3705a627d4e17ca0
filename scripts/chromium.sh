#!/bin/sh
# Puts a Chromium on this machine for the browser tests (tests/web/test_browser.py), where there is none and one may.
set -eu

if command -v chromium >/dev/null 2>&1; then
    echo "chromium is here: $(command -v chromium)"
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "no chromium, and no apt-get to install it with: install Chromium by your system's package manager"
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "no chromium, and no right to install it: ask for 'apt-get install chromium', then run the tests again"
    exit 0
fi
if $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium; then
    echo "chromium is here: $(command -v chromium)"
else
    echo "chromium could not be installed: see apt-get's message above; the browser tests are skipped without it"
fi
