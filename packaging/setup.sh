#!/usr/bin/env bash
# Installs what building, testing and running Rudolph needs and is not there yet, from Debian's own
# packages. Asks nothing; safe to run again. With --core-only, nothing of Qt.
set -euo pipefail

core_packages=(
  g++ cmake ninja-build pkg-config ccache git
  libtorch-dev libopencv-dev libfmt-dev libpugixml-dev libyaml-cpp-dev nlohmann-json3-dev libcli11-dev
  libzip-dev libutf8proc-dev libonnx-dev libprotobuf-dev
  # Without it LibTorch multiplies matrices with the reference BLAS, 20 to 40 times slower.
  libopenblas0-openmp
  # Distributions of statistics; its headers alone.
  libboost-dev
  # For dlib.
  libblas-dev liblapack-dev
  libgtest-dev libgmock-dev libbenchmark-dev
  clang-format clang-tidy
  # Finds faces; its predictor of landmarks is measured beside ours in tests/studies.
  libdlib-dev
  # How a video's header turns it.
  libavformat-dev libavcodec-dev libavutil-dev
  # GIFs, JPEGs without their end, and PNGs without words on the terminal.
  libgif-dev libjpeg-dev libpng-dev
  # Points in MATLAB's files.
  libmatio-dev libhdf5-dev zlib1g-dev
  # Photographs of phones (HEIC), and files from elsewhere with their sums.
  libheif-dev libcurl4-openssl-dev libssl-dev
  # For datasets/fetch.sh and its test.
  curl ca-certificates zip unzip tar gzip
  # For packaging/make_packages.sh and make_bundle.sh, and the tests of what they pack.
  dpkg-dev file xz-utils patchelf mandoc zsh doxygen
)
# What some Ubuntu has not, and only few tests and studies need, which say so.
optional_packages=(
  # Tests read files of weights that torchvision writes; tests/studies/peer trains with them.
  python3-torch python3-torchvision python3-opencv
  # Cascades that tests/studies/detectors.cpp compares with.
  opencv-data
)
ui_packages=(
  qt6-base-dev qt6-svg-dev qt6-multimedia-dev libqcustomplot-dev
  # For the studio's texts in other languages, and Qt's own.
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
  fonts-dejavu-core
  # Tests ask them whether the studio's entry in menus, its types of files and its description are right.
  desktop-file-utils shared-mime-info appstream libglib2.0-bin
)

packages=("${core_packages[@]}" "${optional_packages[@]}")
[ "${1:-}" = --core-only ] || packages+=("${ui_packages[@]}")

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "Everything that Rudolph needs is installed."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing: ${missing[*]}" >&2
    echo "Install them as root, or install sudo, then run this again." >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
for package in "${optional_packages[@]}"; do
  # It says so with its status only where no other package names it either.
  if [ -z "$(apt-cache show "$package" 2>/dev/null)" ]; then
    echo "This system has no package $package: what needs it is left out."
    for i in "${!missing[@]}"; do
      [ "${missing[i]}" != "$package" ] || unset "missing[i]"
    done
  fi
done
[ ${#missing[@]} -gt 0 ] || exit 0
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
