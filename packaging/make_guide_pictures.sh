#!/bin/sh
# Has the studio draw the pictures of the guide anew, in every language: demo faces, a short training,
# each page. A test (GuidePictures) fails where a page has come to look otherwise than its picture.
set -eu
cd "$(dirname "$0")/.."

[ -f build/release/CMakeCache.txt ] || cmake --preset release
cmake --build build/release --target ui_tests
RUDOLPH_GUIDE_PICTURES="$PWD/resources/guide" QT_QPA_PLATFORM=offscreen \
    build/release/bin/ui_tests --gtest_filter='GuidePictures.*'
du -ch resources/guide/*/pictures/*.png | tail -n 1
