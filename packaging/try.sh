#!/usr/bin/env bash
# From nothing to a trained network: set-up, build, demo faces, the nose-tip experiment, then the
# studio on the result; without a display, a sheet of pictures instead.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh
cmake --preset programs
cmake --build --preset programs

bin=build/release/bin
faces=demo/faces
runs=demo/runs
if [ ! -d "$faces" ]; then
  echo
  echo "== Making 240 demo faces in $faces"
  "$bin/rudolph" demo-faces "$faces" --people 40 --seed 1
fi

echo
echo "== Training a network to find noses"
"$bin/rudolph" train nose-tip --data "$faces" --runs "$runs"
run=$(find "$runs" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d' ' -f2-)

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo
  echo "== Opening the studio on $run"
  exec "$bin/rudolph-studio" "$faces" --runs "$runs" --run "$run" --page cases
fi
sheet=demo/nose-tip.png
"$bin/rudolph" evaluate "$run" --data "$faces" --sheet "$sheet"
echo
echo "There is no display, so the result is a picture: $PWD/$sheet"
echo "Truth is a green circle, the network's answer a red cross."
