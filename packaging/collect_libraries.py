#!/usr/bin/python3
"""Copies what an installation's programs need into it: packaging/collect_libraries.py FOLDER.

All shared libraries that FOLDER/bin, lib and plugins need go to FOLDER/lib, but for those that belong to
the machine; each then looks for the others beside itself. The terms of each Debian package that they came
from go to FOLDER/share/doc. Prints which of the libraries are large.
"""

import pathlib
import re
import shutil
import subprocess
import sys

# What the machine has and must give: its C and C++ library (any with this glibc has a C++ library as new
# as ours), what knows its graphics card, and what reads its own settings for screen and fonts, with what
# these are built on.
OF_THE_MACHINE = re.compile(
    r"^(?:ld-linux-.*|lib(?:c|m|dl|pthread|rt|resolv|util|anl|nsl|mvec|gcc_s|stdc\+\+)\.so\..*"
    r"|lib(?:GL|EGL|GLX|OpenGL|GLdispatch|GLESv2|drm|gbm)\.so\..*|lib(?:X11|X11-xcb|xcb|ICE|SM)\.so\..*"
    r"|lib(?:fontconfig|freetype|harfbuzz|expat|z|uuid)\.so\..*)$")
# Debian links LibTorch with all of OpenCV, and so with Qt 5, though it calls nothing of it. The programs'
# own libraries bring what they need of OpenCV.
OVERLINKED = re.compile(r"^libtorch_cpu\.so")


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def needed_by(file):
    return re.findall(r"\(NEEDED\).*\[(.+)\]", output_of("readelf", "-dW", file))


def places_of(file):
    """Where the loader finds what the file needs, and what that needs."""
    return dict(re.findall(r"^\s*(\S+) => (/\S+)", output_of("ldd", file), re.MULTILINE))


def drop_unused(file, original):
    unused = [pathlib.Path(line.strip()).name for line in output_of("ldd", "-u", original).splitlines()[1:]]
    for name in unused:
        if name.startswith("lib"):
            subprocess.run(["patchelf", "--remove-needed", name, file], check=True)


def is_elf(file):
    if file.is_symlink() or not file.is_file():
        return False
    with open(file, "rb") as opened:
        return opened.read(4) == b"\x7fELF"


def keep_terms(folder, sources):
    """Copies what Debian says of the libraries' authors and licences."""
    # Before /lib became a link to /usr/lib, packages put files there.
    asked = [str(file) for file in sources] + [str(file).removeprefix("/usr") for file in sources]
    packages = {line.split(":")[0] for line in output_of("dpkg-query", "-S", *asked).splitlines()}
    for package in sorted(packages):
        terms = pathlib.Path("/usr/share/doc") / package / "copyright"
        if terms.exists():
            target = folder / "share" / "doc" / package
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(terms.resolve(), target / "copyright")


def collect(folder):
    libraries = folder / "lib"
    waiting = [(file, file) for part in ("bin", "lib", "plugins") if (folder / part).exists()
               for file in sorted((folder / part).rglob("*")) if is_elf(file)]
    own = [file for file, _ in waiting]
    left = set()
    sources = []
    while waiting:
        file, original = waiting.pop()
        if OVERLINKED.match(file.name):
            drop_unused(file, original)
        places = places_of(original)
        for name in needed_by(file):
            target = libraries / name
            if OF_THE_MACHINE.match(name):
                left.add(name)
            elif not target.exists():
                if name not in places:
                    sys.exit(f"{original} needs {name}, which is not installed here")
                sources.append(pathlib.Path(places[name]).resolve())
                shutil.copy(sources[-1], target)
                target.chmod(0o755)
                waiting.append((target, pathlib.Path(places[name])))
    for file in own + [file for file in libraries.iterdir() if is_elf(file) and file not in own]:
        up = pathlib.Path(*[".."] * (len(file.relative_to(folder).parts) - 1))
        path = "$ORIGIN" if file.parent == libraries else f"$ORIGIN/{up}/lib"
        subprocess.run(["patchelf", "--set-rpath", path, file], check=True)
    keep_terms(folder, sources)
    return left


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    left = collect(folder)
    sizes = sorted(((file.stat().st_size, file.name) for file in (folder / "lib").iterdir()
                    if not file.is_symlink()), reverse=True)
    total = sum(size for size, _ in sizes)
    for size, name in sizes[:20]:
        print(f"{size / 2**20:8.1f} MiB  {name}")
    rest = sizes[20:]
    print(f"{sum(size for size, _ in rest) / 2**20:8.1f} MiB  {len(rest)} others")
    print(f"{total / 2**20:8.1f} MiB  in all")
    print("of the machine:", " ".join(sorted(left)))


if __name__ == "__main__":
    main()
