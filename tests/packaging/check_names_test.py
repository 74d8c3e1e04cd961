#!/usr/bin/python3
"""packaging/check_names.py passes on the project and fails on each kind of clash planted in a copy."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CHECK = ROOT / "packaging" / "check_names.py"


def check(root):
    ran = subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


class CheckNames(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)

    def write(self, name, *lines, unnamed=True):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "\n".join(lines)
        if unnamed:
            body = f"namespace rudolph {{\nnamespace {{\n\n{body}\n\n}}  // namespace\n}}  // namespace rudolph\n"
        file.write_text(body, encoding="utf-8")

    def clash(self, first, second):
        self.write("ui/data/page.cpp", first)
        self.write("ui/runs/table.cpp", second)
        status, told = check(self.root)
        return told if status != 0 else ""

    def test_fails_on_each_kind_of_name(self):
        for name, first, second in (
                ("kWidth", "constexpr int kWidth = 4;", "constexpr double kWidth = 4;"),
                ("kMarks", "const QString kMarks[3] = {", "constexpr std::array<int, 3> kMarks{1, 2, 3};"),
                ("Part", "struct Part {", "class Part : public Whole {"),
                ("Part", "struct Part {", "using Part = std::pair<int, int>;"),
                ("Part", "using Part = std::string;", "using Part = std::pair<int, int>;"),
                ("width_of", "double width_of(const Box& box) {", "double width_of(const Box& other) {")):
            with self.subTest(first=first, second=second):
                told = self.clash(first, second)
                self.assertIn(name + ": ", told)
                self.assertIn("ui/data/page.cpp:4", told)
                self.assertIn("ui/runs/table.cpp:4", told)

    def test_passes_where_namesakes_do_not_clash(self):
        for first, second in (
                ("constexpr int kWidth = 4;", "constexpr int kHeight = 4;"),
                ("using Clock = std::chrono::steady_clock;", "using Clock = std::chrono::steady_clock;"),
                ("double width_of(const Box& box) {", "double width_of(const Landmarks& points) {"),
                ("struct Part {", "struct Part;")):
            with self.subTest(first=first, second=second):
                self.assertEqual(self.clash(first, second), "")

    def test_looks_at_each_target_and_at_unnamed_namespaces_alone(self):
        self.write("ui/data/page.cpp", "constexpr int kWidth = 4;")
        self.write("core/image/crop.cpp", "constexpr int kWidth = 4;")
        self.write("ui/runs/table.cpp", "constexpr int kWidth = 4;", unnamed=False)
        self.assertEqual(check(self.root)[0], 0)

    def test_passes_on_the_project(self):
        status, told = check(ROOT)
        self.assertEqual(status, 0, told)


if __name__ == "__main__":
    unittest.main()
