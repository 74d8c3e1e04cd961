"""What the tests of the checks in packaging share: sources planted in a folder, and a check run on it."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class PlantedSources(unittest.TestCase):
    script = ""  # of those that derive: its name in packaging

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)

    def write(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def check(self, root=None):
        """The exit status and what was told, of the planted sources or of another folder."""
        ran = subprocess.run([sys.executable, ROOT / "packaging" / self.script, root or self.root],
                             capture_output=True, text=True, check=False)
        return ran.returncode, ran.stdout + ran.stderr
