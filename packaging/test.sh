#!/usr/bin/env bash
# Set-up, build, style checks and all tests: packaging/test.sh [PRESET], by default release.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}

if [ "$preset" = core-only ]; then
  packaging/setup.sh --core-only
else
  packaging/setup.sh
fi
cmake --preset "$preset"
cmake --build --preset "$preset"
packaging/lint.sh "build/$preset"
ctest --preset "$preset" --parallel "$(nproc)"
