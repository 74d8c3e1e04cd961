#!/usr/bin/python3
"""packaging/check_folders.py passes on the project and fails on each kind of fault planted in a copy."""

import unittest

from planted_sources import ROOT, PlantedSources


class CheckFolders(PlantedSources):
    script = "check_folders.py"

    def setUp(self):
        super().setUp()
        self.write("packaging/folders.txt", "# a comment\ncore/base\ncore/image\n\nui/parts\nui/data ui/runs\napp\n")
        self.write("core/base/text.h", "")
        self.write("core/image/decode.h", '#include "core/base/text.h"\n')
        self.write("core/image/decode.cpp", '#include "core/image/decode.h"\n')
        self.write("ui/parts/job.h", '#include "core/image/decode.h"\n')
        self.write("ui/data/page.h", '#include "ui/parts/job.h"\n')
        self.write("ui/runs/page.h", "")
        self.write("app/program.cpp", "int main() {}\n")

    def expect_fault(self, *words):
        status, told = self.check()
        self.assertNotEqual(status, 0)
        for word in words:
            self.assertIn(word, told)

    def test_passes_where_every_arrow_points_down(self):
        self.assertEqual(self.check()[0], 0)

    def test_fails_on_an_arrow_that_runs_back(self):
        self.write("core/base/text.h", '#include "core/image/decode.h"\n')
        self.expect_fault("core/base/text.h", "core/image/decode.h")

    def test_fails_where_a_wing_includes_another(self):
        self.write("ui/data/page.h", '#include "ui/runs/page.h"\n')
        self.expect_fault("ui/data/page.h", "ui/runs/page.h")

    def test_fails_on_a_folder_that_nobody_placed(self):
        self.write("ui/attic/old.h", "")
        self.expect_fault("ui/attic/old.h")

    def test_fails_where_a_source_calls_the_system_by_itself(self):
        self.write("ui/parts/job.h", "#include <unistd.h>\n")
        self.expect_fault("ui/parts/job.h", "<unistd.h>", "core/base/system.h")
        self.write("ui/parts/job.h", "#include <csignal>\n#include <string>\n")
        self.assertEqual(self.check()[0], 0)

    def test_fails_on_a_source_without_a_header_of_its_name(self):
        self.write("ui/data/page_layout.cpp", '#include "ui/data/page.h"\n')
        self.expect_fault("ui/data/page_layout.cpp", "header")

    def test_passes_on_the_project(self):
        status, told = self.check(ROOT)
        self.assertEqual(status, 0, told)


if __name__ == "__main__":
    unittest.main()
