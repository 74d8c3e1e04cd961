#!/usr/bin/env bash
# Makes Debian's packages of Rudolph (rudolph, rudolph-studio, librudolph-dev) in build/packages:
# packaging/make_packages.sh; then: sudo apt install ./build/packages/*.deb
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh
# As Debian builds its own: what overruns a buffer ends the program, and no table of calls can be changed.
export CXXFLAGS="-fstack-protector-strong -Wformat -Werror=format-security -D_FORTIFY_SOURCE=2"
export LDFLAGS="-Wl,-z,relro"
# The day of what is packaged, not of the packaging.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
cmake --preset packages
cmake --build --preset packages
rm -f build/packages/*.deb
(cd build/packages && cpack -G DEB >cpack.log 2>&1) || { cat build/packages/cpack.log >&2; exit 1; }
ls -l build/packages/*.deb
