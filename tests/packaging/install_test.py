#!/usr/bin/python3
"""What `cmake --install` makes works where it is moved to: install_test.py BUILD_FOLDER.

The command line runs, its engine is found, and packaging/example finds the library by find_package.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv[1]).resolve()
EXAMPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "packaging" / "example"

ALL_HEADERS = """cmake_minimum_required(VERSION 3.25)
project(all_headers LANGUAGES CXX)
find_package(Rudolph 0.1 REQUIRED)
add_library(all_headers OBJECT all_headers.cpp)
target_compile_options(all_headers PRIVATE -fsyntax-only)
target_link_libraries(all_headers PRIVATE Rudolph::core)
"""


def run(*command, statuses=(0,)):
    environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if ran.returncode not in statuses:
        raise AssertionError(f"{command}:\n{ran.stdout}\n{ran.stderr}")
    return ran.stdout


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="ünd ")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        run("cmake", "--install", BUILD, "--prefix", cls.folder / "first")
        cls.moved = cls.folder / "moved"
        (cls.folder / "first").rename(cls.moved)

    def build(self, source):
        build = self.folder / "built"
        run("cmake", "--fresh", "-S", source, "-B", build, f"-DCMAKE_PREFIX_PATH={self.moved}")
        run("cmake", "--build", build)
        return build

    def test_the_command_line_and_its_engine_run_where_they_were_moved_to(self):
        rudolph = self.moved / "bin" / "rudolph"
        run(rudolph, "demo-faces", self.folder / "faces", "--people", "1")
        # The model comes with the program, the network needs the engine.
        # Whether drawn faces count as doubtful (status 3) does not matter here.
        run(rudolph, "predict", self.folder / "faces", "--detector", "none", "--out", self.folder / "found",
            statuses=(0, 3))

    def test_a_program_elsewhere_finds_the_library(self):
        faces = self.folder / "few faces"
        run(self.moved / "bin" / "rudolph", "demo-faces", faces, "--people", "1")
        said = run(self.build(EXAMPLE) / "count_faces", faces)
        self.assertEqual(said, "6 faces with the points of imm-58, 0 problems\n")

    def test_the_headers_need_nothing_else(self):
        include = self.moved / "include" / "rudolph"
        headers = sorted(file.relative_to(include) for file in include.rglob("*.h"))
        self.assertGreater(len(headers), 100)
        source = self.folder / "all headers"
        source.mkdir()
        (source / "CMakeLists.txt").write_text(ALL_HEADERS, encoding="utf-8")
        (source / "all_headers.cpp").write_text("".join(f"#include <{header}>\n" for header in headers),
                                                encoding="utf-8")
        self.build(source)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
