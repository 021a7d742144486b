#!/bin/sh
# JavaFX draws text with Pango. Installs it on Debian-like systems when run as root; otherwise says what is missing.
set -u
package=libpangoft2-1.0-0
library=libpangoft2-1.0.so.0
if ldconfig -p 2>/dev/null | grep -q "$library"; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Hindcast: installing $package, which JavaFX needs to draw text." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq "$package" >/dev/null 2>&1 && exit 0
    apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq "$package" >/dev/null 2>&1 && exit 0
fi
echo "Hindcast: JavaFX needs the library $library to draw text. Install it first:" >&2
echo "    Debian, Ubuntu:  sudo apt-get install $package" >&2
echo "    Fedora:          sudo dnf install pango" >&2
exit 1
