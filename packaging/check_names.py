#!/usr/bin/python3
"""Checks that sources can be compiled together in any grouping: packaging/check_names.py [ROOT].

Unity builds put several sources into one, and which ones depends on CMake's version. So a constant, a type
or a function with the same parameters must not stand in the unnamed namespaces of two sources of one target.
Fails where one does. An alias of the same type may.
"""

import collections
import pathlib
import re
import sys

TYPE = re.compile(r"(?:struct|class|enum class|enum|union) (\w+)\b[^;]*$")
ALIAS = re.compile(r"(using (\w+) = .*)")
VALUE = re.compile(r"(?:inline |static )*(?:constexpr|const|constinit|std::atomic\S*|thread_local) [^(]*?(\w+)"
                   r"(?:\[\w*\])*\s*(?:=|\{|\(|;)")
FUNCTION = re.compile(r"[\w:<>,*& ]+?[ *&](\w+)(\(.*)")
PARAMETER_NAME = re.compile(r"[ ]?\w+(?=[,)])")


def targets(root):
    """The folders that hold the sources of one target; those of bench and studies are programs each."""
    yield from (root / name for name in ("core", "ui", "app"))
    yield from sorted(folder for folder in (root / "tests").glob("*")
                      if folder.is_dir() and folder.name not in ("bench", "studies"))


def names(text):
    """What a source has in its unnamed namespaces: name, and what makes it another than its namesakes."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("namespace {"):
            inside = True
        elif line.startswith("}  // namespace"):
            inside = False
        elif inside and re.match(r"\w", line):
            if found := TYPE.match(line):
                yield number, found[1], ""
            elif found := ALIAS.match(line):
                yield number, found[2], found[1]
            elif found := VALUE.match(line):
                yield number, found[1], ""
            elif found := FUNCTION.match(line):
                yield number, found[1], PARAMETER_NAME.sub("", found[2])


def faults(root):
    for folder in targets(root):
        places = collections.defaultdict(dict)
        for file in sorted(folder.rglob("*.cpp")):
            for number, name, rest in names(file.read_text(encoding="utf-8")):
                places[name].setdefault(rest, {})[file] = f"{file.relative_to(root).as_posix()}:{number}"
        for name, ways in sorted(places.items()):
            for rest, files in ways.items():
                if len(files) > 1 and not rest.startswith("using "):
                    yield f"{name}: in " + " and ".join(files.values())
            aliases = [place for rest, files in ways.items() if rest.startswith("using ")
                       for place in files.values()]
            if len({rest for rest in ways if rest.startswith("using ")}) > 1 or (aliases and "" in ways):
                yield f"{name}: differently in " + " and ".join(aliases + list(ways.get("", {}).values()))


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = list(faults(root))
    if found:
        sys.exit("\n".join(found))
    print("check_names: sources can be compiled together in any grouping")


if __name__ == "__main__":
    main()
