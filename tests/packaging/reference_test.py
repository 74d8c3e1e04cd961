#!/usr/bin/python3
"""Doxygen reads the comments of the library's headers without a warning."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Reference(unittest.TestCase):
    @unittest.skipUnless(shutil.which("doxygen"), "doxygen is not installed")
    def test_the_headers_are_documented_without_a_warning(self):
        with tempfile.TemporaryDirectory(prefix="ünd ") as folder:
            settings = (ROOT / "packaging" / "Doxyfile").read_text(encoding="utf-8")
            # No page need be written to be checked, but one kind must be.
            settings += f'\nOUTPUT_DIRECTORY = "{folder}"\nGENERATE_HTML = NO\nGENERATE_XML = YES\n'
            ran = subprocess.run(["doxygen", "-"], input=settings, capture_output=True, text=True,
                                 cwd=ROOT, check=False)
            self.assertEqual(ran.stderr, "")
            self.assertEqual(ran.returncode, 0)
            self.assertTrue((pathlib.Path(folder) / "xml" / "index.xml").exists())


if __name__ == "__main__":
    unittest.main()
