#!/usr/bin/python3
"""packaging/check_names.py passes on the project and fails on each kind of clash planted in a copy."""

import unittest

from planted_sources import ROOT, PlantedSources


class CheckNames(PlantedSources):
    script = "check_names.py"

    def declare(self, name, line):
        self.write(name, f"namespace rudolph {{\nnamespace {{\n\n{line}\n\n}}  // namespace\n}}  // namespace rudolph\n")

    def clash(self, first, second):
        self.declare("ui/data/page.cpp", first)
        self.declare("ui/runs/table.cpp", second)
        status, told = self.check()
        return told if status != 0 else ""

    def test_fails_on_each_kind_of_name(self):
        for name, first, second in (
                ("kWidth", "constexpr int kWidth = 4;", "constexpr double kWidth = 4;"),
                ("kMarks", "const QString kMarks[3] = {", "constexpr std::array<int, 3> kMarks{1, 2, 3};"),
                ("kRed", "const cv::Scalar kRed(0, 0, 255);", "constexpr int kRed = 4;"),
                ("value_in", "const Json& value_in(const Json& all) {", "constexpr int value_in = 4;"),
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
                ("const Json& value_in(const Json& all) {", "const Json& value_in(const Box& box) {"),
                ("struct Part {", "struct Part;")):
            with self.subTest(first=first, second=second):
                self.assertEqual(self.clash(first, second), "")

    def test_looks_at_each_target_and_at_unnamed_namespaces_alone(self):
        self.declare("ui/data/page.cpp", "constexpr int kWidth = 4;")
        self.declare("core/image/crop.cpp", "constexpr int kWidth = 4;")
        self.write("ui/runs/table.cpp", "constexpr int kWidth = 4;\n")
        self.assertEqual(self.check()[0], 0)

    def test_passes_on_the_project(self):
        status, told = self.check(ROOT)
        self.assertEqual(status, 0, told)


if __name__ == "__main__":
    unittest.main()
