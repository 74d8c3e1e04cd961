#!/usr/bin/env bash
# Makes build/packages/rudolph-VERSION-MACHINE.tar.xz: both programs with all libraries that they need, for
# Linux systems that are no Debian. Unpacked anywhere, bin/rudolph and bin/rudolph-studio run there; the
# camera is left out, as it needs plugins of the machine's GStreamer.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/make_packages.sh >/dev/null
version=$(sed -n 's/^project(rudolph VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
name=rudolph-$version-$(uname -m)
bundle=build/packages/$name
rm -rf "$bundle"
for component in runtime studio; do
  cmake --install build/packages --prefix "$bundle" --component "$component" --strip >/dev/null
done
# In the packages libraries lie in a folder of the machine's kind.
find "$bundle/lib" -mindepth 2 -name 'librudolph_[ce]*.so.*' -exec mv -t "$bundle/lib" {} +
rm -rf "$bundle/lib/"*/

# What Qt loads by itself: windows under X11 and Wayland where that is installed, and pictures.
plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS)
for plugin in platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland-generic.so \
  platforms/libqwayland-egl.so xcbglintegrations wayland-shell-integration \
  wayland-graphics-integration-client wayland-decoration-client imageformats/libqsvg.so \
  imageformats/libqjpeg.so imageformats/libqgif.so iconengines/libqsvgicon.so platforminputcontexts; do
  if [ -e "$plugins/$plugin" ]; then
    mkdir -p "$bundle/plugins/$(dirname "$plugin")"
    cp -r "$plugins/$plugin" "$bundle/plugins/$(dirname "$plugin")/"
  fi
done
translations=$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)
mkdir -p "$bundle/share/qt6/translations"
cp "$translations"/qtbase_*.qm "$bundle/share/qt6/translations/" 2>/dev/null || true
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = share/qt6/translations\n' >"$bundle/bin/qt.conf"

packaging/collect_libraries.py "$bundle" | tee build/packages/bundle-libraries.txt
tar -C build/packages --owner=0 --group=0 -cf - "$name" | xz -6 -T0 >"build/packages/$name.tar.xz"
ls -l "build/packages/$name.tar.xz"
