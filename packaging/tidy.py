#!/usr/bin/python3
"""Runs clang-tidy over the sources that a build compiles: packaging/tidy.py BUILD_FOLDER.

Nearly all of clang-tidy's time goes into the headers of Qt, OpenCV and the standard library, which it
searches anew for every source. So sources that are compiled alike are checked many at a time, as one file
that includes them; their findings are named where they are. Where sources do not compile together, they
are split in halves until they do.

A source that passed is not checked again until something changes that the verdict hangs on: its own text,
the project's headers that it includes, its flags, .clang-tidy, or clang-tidy itself. Verdicts are kept in
the user's cache folder; where there is none, as on a fresh machine, everything is checked.
"""

import collections
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES_AT_ONCE = 48
# The precompiled header is GCC's; clang reads the sources without it. Neither knows ccache's flag.
NOT_FOR_CLANG = re.compile(r" -include [^ \"]*cmake_pch\.hxx| -Winvalid-pch| -fpch-preprocess")
# Files that include LibTorch are left to the compiler's warnings: clang 14 cannot read LibTorch 1.13's
# headers as C++20 with GCC 12's library (std::vector of a type that is incomplete there).
WITH_LIBTORCH = re.compile(r"(^|/)torch_|^tests/engine/")
# What CMake writes to have several sources compiled as one.
OF_MANY = re.compile(r'^#include "([^"]+\.cpp)"$', re.MULTILINE)


def sources(build):
    """Every source of the project that the build compiles, with the command that compiles it."""
    tracked = subprocess.run(
        ["git", "ls-files", "*.cpp"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    wanted = {str(ROOT / name) for name in tracked if not WITH_LIBTORCH.search(name)}
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        compiled = pathlib.Path(entry["file"])
        command = NOT_FOR_CLANG.sub("", entry["command"])
        files = OF_MANY.findall(compiled.read_text()) if compiled.parent.name == "Unity" else [entry["file"]]
        for file in wanted.intersection(files):
            own = command.replace(entry["file"], file)
            found[file] = {**entry, "file": file, "command": own}
    return found


INCLUDE = re.compile(r'^#include "((?:core|ui|app|tests)/[^"]+)"', re.MULTILINE)
VERDICTS = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "rudolph-tidy"


@functools.cache
def text_of(file):
    path = ROOT / file
    return path.read_text(encoding="utf-8") if path.exists() else ""


def all_included(file):
    """The source and every header of the project that it sees, each once, in order."""
    seen = {}
    waiting = [file]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen[name] = text_of(name)
            waiting += INCLUDE.findall(seen[name])
    return sorted(seen.items())


def keys(found):
    """What each source's verdict hangs on, as the name that the verdict is kept under."""
    version = subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True, text=True).stdout
    common = version + text_of(".clang-tidy")
    return {
        file: hashlib.sha256(
            repr((common, flags(entry), all_included(str(pathlib.Path(file).relative_to(ROOT))))).encode()
        ).hexdigest()
        for file, entry in found.items()
    }


def flags(entry):
    """The command without the names of the source and of its output: what must be the same."""
    words = shlex.split(entry["command"])
    out = words.index("-o")
    return tuple(words[:out] + [word for word in words[out + 2 :] if word not in ("-c", entry["file"])])


def bundles(found):
    """The sources in groups of the same flags and of about the same size."""
    alike = collections.defaultdict(list)
    for file, entry in sorted(found.items()):
        alike[flags(entry)].append(file)
    for group in alike.values():
        count = -(-len(group) // SOURCES_AT_ONCE)
        yield from (group[i::count] for i in range(count))


def tidy(database, file):
    """Whether it could be checked, and the findings; empty where there are none."""
    ran = subprocess.run(
        ["clang-tidy", "-p", database, "--quiet", f"--config-file={ROOT / '.clang-tidy'}", str(file)],
        capture_output=True,
        text=True,
    )
    if ran.returncode == 0:
        return True, ""
    if ran.returncode < 0 or not ran.stdout:
        return False, f"{ran.stdout}{' '.join(ran.args)} ended with {ran.returncode}: {ran.stderr}\n"
    return "[clang-diagnostic-error]" not in ran.stdout, ran.stdout


def check(found, files):
    """The findings in these sources, together where they compile so."""
    with tempfile.TemporaryDirectory() as scratch:
        together = pathlib.Path(scratch) / "together.cpp"
        together.write_text("".join(f'#include "{file}"  // NOLINT\n' for file in files))
        first = found[files[0]]
        entry = {**first, "file": str(together)}
        entry["command"] = first["command"].replace(files[0], str(together))
        (pathlib.Path(scratch) / "compile_commands.json").write_text(json.dumps([entry]))
        checked, findings = tidy(scratch, together)
    if not checked and len(files) > 1:
        print(f"clang-tidy: {len(files)} files cannot be checked together and are split:", flush=True)
        print("\n".join(re.findall(r".* (?:error: |ended with ).*", findings)[:3]), flush=True)
        return check(found, files[::2]) + check(found, files[1::2])
    return findings


def main():
    found = sources(pathlib.Path(sys.argv[1]).resolve())
    key_of = keys(found)
    VERDICTS.mkdir(parents=True, exist_ok=True)
    passed = {file for file in found if (VERDICTS / key_of[file]).exists()}
    if passed:
        print(f"clang-tidy: {len(passed)} files have passed before and have not changed", flush=True)
    found = {file: entry for file, entry in found.items() if file not in passed}
    # The largest first, so that no processor waits for the last.
    jobs = sorted(bundles(found), key=len, reverse=True)
    print(f"clang-tidy: {len(found)} files in {len(jobs)} groups", flush=True)
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        findings = list(workers.map(lambda files: check(found, files), jobs))
    for files, finding in zip(jobs, findings):
        for file in files if not finding else ():
            (VERDICTS / key_of[file]).touch()
    if any(findings):
        sys.exit("".join(findings))
    print(f"clang-tidy: {len(found)} files pass")


if __name__ == "__main__":
    main()
