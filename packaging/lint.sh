#!/usr/bin/env bash
# Fails where a source is not formatted as .clang-format says or does not pass .clang-tidy's checks:
# packaging/lint.sh BUILD_FOLDER (which holds compile_commands.json).
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?which build folder?}

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files are formatted"

# Only files that this build compiles; those made by the build are not ours. Files that include
# LibTorch are left to the compiler's warnings: clang 14 cannot read LibTorch 1.13's headers as C++20
# with GCC 12's library (std::vector of a type that is incomplete there).
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
# The precompiled header is GCC's; clang reads the sources without it. Neither knows ccache's flag.
sed -E 's# -include [^ "]*cmake_pch\.hxx##g; s# -Winvalid-pch##g; s# -fpch-preprocess##g' \
  "$build/compile_commands.json" >"$database/compile_commands.json"
mapfile -t units < <(
  git ls-files '*.cpp' ':!*torch_*' ':!tests/engine/*' | while read -r file; do
    grep -q "\"file\": \"$PWD/$file\"" "$database/compile_commands.json" && echo "$PWD/$file"
  done
)
printf '%s\0' "${units[@]}" |
  xargs -0 -n 4 -P "$(nproc)" clang-tidy -p "$database" --quiet 2>/dev/null
echo "clang-tidy: ${#units[@]} files pass"
