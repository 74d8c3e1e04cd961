#!/usr/bin/env bash
# Which lines of core the tests run: packaging/coverage.sh [FILTER of ctest]. Needs gcovr. Prints the share
# of each file that is below 85 %, and of all; fails where all are below.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v gcovr > /dev/null || { echo "coverage.sh: needs gcovr (apt-get install gcovr)" >&2; exit 1; }
cmake --preset coverage
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage --parallel "$(nproc)" --output-on-failure ${1:+-R "$1"}
# Lines that end in a compiler's own code for exceptions count as theirs.
gcovr --root . --filter core/ --object-directory build/coverage --txt build/coverage/lines.txt \
      --sort-percentage --fail-under-line 85 --gcov-ignore-parse-errors
awk '/%/ { share = $(NF - (NF > 4 ? 1 : 0)); } /%/ && share + 0 < 85' build/coverage/lines.txt
tail -4 build/coverage/lines.txt
