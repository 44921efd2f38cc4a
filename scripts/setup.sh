#!/usr/bin/env bash
# Makes a fresh machine ready: uv, the Python environment, and the system libraries that
# WeasyPrint loads (Pango, HarfBuzz). As root on Debian it installs them; else it says what to do.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ] && [ -x "$HOME/.local/bin/uv" ]; then uv="$HOME/.local/bin/uv"; fi
if [ -z "$uv" ]; then
  echo "setup: installing uv"
  python3 -m pip install --quiet --user uv 2>/dev/null || python3 -m pip install --quiet --user --break-system-packages uv
  uv="$HOME/.local/bin/uv"
  [ -x "$uv" ] || uv=$(command -v uv) || { echo "setup: uv could not be installed; see its documentation"; exit 1; }
fi

has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
missing=()
case "$(uname -s)" in
  Linux)
    has_library libpango-1.0.so || missing+=(libpango-1.0-0)
    has_library libpangoft2-1.0.so || missing+=(libpangoft2-1.0-0)
    has_library libharfbuzz-subset.so || missing+=(libharfbuzz-subset0)
    # readers and browser that the tests look through; the program itself needs none of them
    command -v pdftoppm >/dev/null || missing+=(poppler-utils)
    command -v chromium >/dev/null || missing+=(chromium)
    ;;
esac
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
      echo "setup: apt-get could not install: ${missing[*]}"; exit 1; }
  else
    echo "setup: please install these system packages first: ${missing[*]}"
    echo "       Debian, Ubuntu: sudo apt-get install ${missing[*]}"
    echo "       Fedora: sudo dnf install pango harfbuzz poppler-utils chromium; macOS: brew install pango poppler"
    for name in "${missing[@]}"; do
      case "$name" in libpango*) exit 1 ;; esac
    done
  fi
fi

"$uv" sync --quiet --compile-bytecode  # a cold start is a third faster
