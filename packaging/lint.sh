#!/usr/bin/env bash
# Fails where a source is not formatted as .clang-format says or does not pass .clang-tidy's checks:
# packaging/lint.sh BUILD_FOLDER (which holds compile_commands.json).
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?which build folder?}

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files are formatted"

packaging/check_folders.py
packaging/check_names.py
packaging/tidy.py "$build"
