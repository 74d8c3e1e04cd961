#!/usr/bin/python3
"""Checks that the sources keep to the plan of folders: packaging/check_folders.py [ROOT].

Fails where a file includes one of a folder that stands below its own in packaging/folders.txt or beside
it on the same line, where a folder is missing from that list, where a .cpp has no header of its own
name (one class, one .cpp), but for those that hold a main or a plug-in, and where a file that is not on the
list here calls the operating system, so that who ports Rudolph finds all such calls in one place.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "((?:core|ui|app)/[^"]+)"', re.MULTILINE)
WITHOUT_HEADER = re.compile(r"^(?:int main\(|.*\bQ_PLUGIN_METADATA\b)", re.MULTILINE)

# Headers of POSIX and Linux, but not what C++ itself has, such as <csignal>.
SYSTEM = re.compile(
    r"^#include <((?:unistd|fcntl|dlfcn|signal|poll|pwd|grp|spawn|termios|sched|dirent|mntent|pthread|malloc|"
    r"glob|fnmatch|ftw|langinfo|libgen|link|netdb|execinfo|sys/\w+|linux/\w+|netinet/\w+|arpa/\w+)\.h)>",
    re.MULTILINE)
# Files are written and locked by POSIX in these, all else is asked in core/base/system.
SYSTEM_FILES = {
    "core/base/system.cpp",
    "core/base/descriptor.h", "core/base/descriptor.cpp", "core/base/file.cpp", "core/formats/file_stamp.cpp",
    "core/annotate/journal_reader.cpp",
}


def read_levels(root):
    """The level of each folder, the ground first."""
    levels = {}
    lines = (root / "packaging/folders.txt").read_text(encoding="utf-8").splitlines()
    for level, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for folder in line.split():
            levels[folder] = level
    return levels


def folder_of(path, levels):
    """The longest listed folder that holds the path; None where there is none."""
    parents = (parent.as_posix() for parent in pathlib.PurePosixPath(path).parents)
    return next((parent for parent in parents if parent in levels), None)


def faults(root):
    levels = read_levels(root)
    for top in sorted({folder.split("/")[0] for folder in levels}):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            own = folder_of(name, levels)
            if own is None:
                yield f"{name}: its folder is not in packaging/folders.txt"
                continue
            for included in INCLUDE.findall(text):
                other = folder_of(included, levels)
                if other is None:
                    yield f"{name}: includes {included}, whose folder is not in packaging/folders.txt"
                elif other != own and levels[other] >= levels[own]:
                    yield f"{name}: includes {included}, but {own} stands before or beside {other}"
            if name not in SYSTEM_FILES:
                for header in SYSTEM.findall(text):
                    yield f"{name}: includes <{header}>: ask the system by core/base/system.h"
            if file.suffix == ".cpp" and not file.with_suffix(".h").exists():
                if not WITHOUT_HEADER.search(text):
                    yield f"{name}: has no header of its own name"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = list(faults(root))
    if found:
        sys.exit("\n".join(found))
    print(f"check_folders: every include follows packaging/folders.txt")


if __name__ == "__main__":
    main()
