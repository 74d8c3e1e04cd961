#!/usr/bin/python3
"""Checks that sources can be compiled together in any grouping: packaging/check_names.py [ROOT].

Unity builds put several sources into one, and which ones depends on CMake's version. So a constant, a type
or a function with the same parameters must not stand in the unnamed namespaces of two sources of one target.
Fails where one does. An alias of the same type may.
"""

import collections
import itertools
import pathlib
import re
import sys

TYPE = re.compile(r"(?:struct|class|enum class|enum|union) (\w+)\b[^;]*$")
ALIAS = re.compile(r"(using (\w+) = .*)")
# Only constants are told from functions where parentheses follow.
VALUE = re.compile(r"(?:inline |static )*(?:constexpr|const|constinit|std::atomic\S*|thread_local) [^(]*?\b"
                   r"(?:(\w+)(?:\[\w*\])*\s*[={;]|(k[A-Z]\w*)\()")
FUNCTION = re.compile(r"[\w:<>,*& ]+?[ *&](\w+)(\(.*)")
PARAMETER_NAME = re.compile(r"[ ]?\w+(?=[,)])")


def targets(root):
    """The folders that hold the sources of one target; those of bench and studies are programs each."""
    yield from (root / name for name in ("core", "ui", "app"))
    yield from sorted(folder for folder in (root / "tests").glob("*")
                      if folder.is_dir() and folder.name not in ("bench", "studies"))


def declarations(text):
    """What a source declares in its unnamed namespaces: the line's number, the name, and what tells it from its
    namesakes: a function's parameters, an alias's type, nothing of others."""
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
                yield number, found[1] or found[2], ""
            elif found := FUNCTION.match(line):
                yield number, found[1], PARAMETER_NAME.sub("", found[2])


def clash(first, second):
    if first.startswith("(") and second.startswith("("):
        return first == second
    return first != second or not first.startswith("using ")


def faults(root):
    for folder in targets(root):
        namesakes = collections.defaultdict(list)
        for file in sorted(folder.rglob("*.cpp")):
            for number, name, rest in declarations(file.read_text(encoding="utf-8")):
                namesakes[name].append((file, number, rest))
        for name, places in sorted(namesakes.items()):
            for (file, number, rest), (other, line, other_rest) in itertools.combinations(places, 2):
                if file != other and clash(rest, other_rest):
                    yield (f"{name}: in {file.relative_to(root).as_posix()}:{number} and "
                           f"{other.relative_to(root).as_posix()}:{line}")


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = list(faults(root))
    if found:
        sys.exit("\n".join(found))
    print("check_names: sources can be compiled together in any grouping")


if __name__ == "__main__":
    main()
