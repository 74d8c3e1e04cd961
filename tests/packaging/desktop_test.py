#!/usr/bin/python3
"""The studio's entry in menus, its types of files and its description pass what desktops check them with;
tests of a tool that is not installed are skipped."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

LINUX = pathlib.Path(__file__).resolve().parent.parent.parent / "packaging" / "linux"


def need(tool):
    if not shutil.which(tool):
        raise unittest.SkipTest(f"{tool} is not installed")


class Desktop(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="ünd ")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def succeeds(self, *command, **environment):
        need(command[0])
        ran = subprocess.run(command, capture_output=True, text=True, check=False,
                             env=dict(os.environ, LC_ALL="C.UTF-8", **environment))
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        return ran.stdout

    def test_the_entry_in_menus_is_valid(self):
        self.assertEqual(self.succeeds("desktop-file-validate", LINUX / "rudolph-studio.desktop"), "")

    def test_the_description_is_valid(self):
        text = (LINUX / "rudolph-studio.metainfo.xml.in").read_text(encoding="utf-8")
        file = self.folder / "org.rudolph.studio.metainfo.xml"
        file.write_text(text.replace("@PROJECT_VERSION@", "0.1.0").replace("@RUDOLPH_DATE@", "2025-01-31"),
                        encoding="utf-8")
        self.succeeds("appstreamcli", "validate", "--no-net", "--strict", file)

    def type_of(self, name, content):
        need("gio")
        need("update-mime-database")
        mime = self.folder / "data" / "mime"
        if not mime.exists():
            (mime / "packages").mkdir(parents=True)
            shutil.copy(LINUX / "rudolph.xml", mime / "packages")
            self.succeeds("update-mime-database", mime)
        file = self.folder / name
        file.write_bytes(content)
        said = self.succeeds("gio", "info", "-a", "standard::content-type", file,
                             XDG_DATA_HOME=str(self.folder / "data"))
        return said.split()[-1]

    def test_files_of_points_and_projects_are_known(self):
        self.assertEqual(self.type_of("faces.rudolph", b'{\n"rudolph_project": 1,\n"name": "faces"}'),
                         "application/x-rudolph-project+json")
        self.assertEqual(self.type_of("a.pts", b"version: 1\nn_points: 1\n{\n1 2\n}\n"), "text/x-ibug-points")
        self.assertEqual(self.type_of("a.asf", b"####\n#\n#    AAM Shape File  -  written: 2001\n#\n"),
                         "text/x-aam-shape")
        self.assertEqual(self.type_of("b.asf", b"# A face\n#\n# number of points\n#\n58\n"), "text/x-aam-shape")

    def test_videos_of_the_same_extension_stay_videos(self):
        header = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(100)
        self.assertEqual(self.type_of("video.asf", header), "application/vnd.ms-asf")

    def test_the_entry_opens_every_type_that_is_known(self):
        types = (LINUX / "rudolph.xml").read_text(encoding="utf-8").split('<mime-type type="')[1:]
        entry = (LINUX / "rudolph-studio.desktop").read_text(encoding="utf-8")
        for text in types:
            self.assertIn(text.split('"')[0] + ";", entry)


if __name__ == "__main__":
    unittest.main()
