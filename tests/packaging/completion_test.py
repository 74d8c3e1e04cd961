#!/usr/bin/python3
"""What the programs print for shells and man: completion_test.py RUDOLPH [RUDOLPH_STUDIO].

Real shells complete by the real scripts, and the formatters of manual pages find nothing to complain of;
tests of a tool that is not installed are skipped.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

RUDOLPH = sys.argv[1]
STUDIO = sys.argv[2] if len(sys.argv) > 2 else None

ASK_BASH = r"""
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
compopt() { [[ $2 == default ]] && echo "(files)"; return 0; }
_${COMP_WORDS[0]//-/_}
printf '%s\n' "${COMPREPLY[@]}"
"""

# Presses Tab behind each line in a real zsh on a terminal of its own, which then says what the line is.
ASK_ZSH = r"""
zmodload zsh/zpty
zpty z zsh -f -i
read_until() {
    local text all=
    repeat 3000; do
        if zpty -r -t z text; then all+=$text; [[ $all == *$1* ]] && break; else sleep 0.01; fi
    done
    print -r -- $all
}
zpty -w z "PS1=; autoload -Uz compinit; fpath=(${(q)1} \$fpath); compinit -u -D"
zpty -w z "tab() { zle complete-word; print -rn -- \"<<\$BUFFER>\"'>' >/dev/tty }; zle -N tab; bindkey '^I' tab"
zpty -w z "print READ""Y"
read_until READY >/dev/null
shift
for line; do
    zpty -n -w z "$line"$'\t'
    read_until '>>'
    zpty -n -w z $'\C-u'
done
zpty -d z
"""


def printed_by(program, kind):
    arguments = ["--completion", kind] if program == STUDIO else ["completion", kind]
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1735689600", LC_ALL="C.UTF-8")
    ran = subprocess.run([program, *arguments], capture_output=True, text=True, check=True, env=environment)
    return ran.stdout


class OfAProgram:
    program = None
    name = None

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="ünd ")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def script(self, kind, name):
        file = self.folder / name
        file.write_text(printed_by(self.program, kind), encoding="utf-8")
        return file

    def bash(self, *words):
        """What bash offers for the last word."""
        script = self.script("bash", "completion")
        ran = subprocess.run(["bash", "-c", ASK_BASH, "bash", script, self.name, *words],
                             capture_output=True, text=True, check=True)
        self.assertEqual(ran.stderr, "")
        return ran.stdout.split()

    def test_its_manual_page_has_no_fault(self):
        page = self.script("man", "page.1")
        tried = False
        for command in (["mandoc", "-Tlint", "-Wwarning", page],
                        ["man", "--warnings", "-Tutf8", "-l", page]):
            if shutil.which(command[0]):
                ran = subprocess.run(command, capture_output=True, text=True, check=False,
                                     env=dict(os.environ, LC_ALL="C.UTF-8", MANWIDTH="80"))
                self.assertEqual(ran.stderr, "")
                self.assertEqual(ran.returncode, 0, ran.stdout)
                tried = True
        if not tried:
            self.skipTest("neither mandoc nor man is installed")

    def test_its_manual_page_is_dated_by_the_source(self):
        self.assertIn(" 1 2025-01-01 ", printed_by(self.program, "man"))

    def test_zsh_reads_its_script(self):
        if not shutil.which("zsh"):
            self.skipTest("zsh is not installed")
        script = self.script("zsh", "_" + self.name)
        ran = subprocess.run(["zsh", "-n", script], capture_output=True, text=True, check=False)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))


class Rudolph(OfAProgram, unittest.TestCase):
    program = RUDOLPH
    name = "rudolph"

    def zsh(self, *lines):
        """What zsh makes of the lines."""
        if not shutil.which("zsh"):
            self.skipTest("zsh is not installed")
        self.script("zsh", "_" + self.name)
        ran = subprocess.run(["zsh", "-f", "-c", ASK_ZSH, "zsh", self.folder, *lines],
                             capture_output=True, text=True, check=True, timeout=300)
        return [said.strip() for said in re.findall(r"<<(.*?)>>", ran.stdout)]

    def test_bash_completes_commands_and_those_of_commands(self):
        self.assertEqual(self.bash("con"), ["convert"])
        self.assertEqual(self.bash("recipe", "su"), ["suggest"])
        self.assertIn("train", self.bash(""))
        self.assertNotIn("completion", self.bash(""))

    def test_bash_completes_the_options_of_the_command(self):
        self.assertEqual(self.bash("convert", "--dry"), ["--dry-run"])
        self.assertEqual(self.bash("runs", "compare", "--fa"), ["--faces"])
        self.assertEqual(self.bash("train", "--dry"), [])

    def test_bash_completes_what_an_option_takes(self):
        self.assertEqual(self.bash("convert", "a", "b", "--to", "co"), ["coco"])
        self.assertEqual(self.bash("convert", "--to", "=", "co"), ["coco"])
        self.assertEqual(self.bash("convert", "--to", "="), self.bash("convert", "--to", ""))
        self.assertEqual(self.bash("train", "--set", "optimiser.learn"), ["optimiser.learning_rate="])

    def test_bash_completes_presets_and_schemes_and_recipes(self):
        self.assertEqual(self.bash("train", "nose-tip-w"), ["nose-tip-wide"])
        self.assertEqual(set(self.bash("convert", "--map", "ibug-68")), {"ibug-68", "ibug-68-3d"})
        self.assertEqual(self.bash("inspect", "--recipe", "wfl"), ["wflw"])

    def test_bash_completes_files_where_they_may_stand(self):
        self.assertEqual(self.bash("inspect", "fac"), ["(files)"])
        self.assertEqual(self.bash("train", "--data", ""), ["(files)"])
        self.assertEqual(self.bash("train", "--epochs", ""), [])

    def test_bash_takes_what_an_option_takes_for_no_command(self):
        self.assertEqual(self.bash("runs", "--help", "li"), ["list"])
        self.assertEqual(self.bash("train", "--runs", "convert", "--find"), ["--find-rate"])

    def test_zsh_completes_commands_options_and_values(self):
        self.assertEqual(self.zsh("rudolph conv", "rudolph convert --dry", "rudolph convert --to lj",
                                  "rudolph recipe sugg"),
                         ["rudolph convert", "rudolph convert --dry-run", "rudolph convert --to ljson",
                          "rudolph recipe suggest"])

    def test_its_manual_page_tells_of_every_command(self):
        page = printed_by(RUDOLPH, "man")
        for command in ("convert", "recipe suggest", "runs export\\-tensorboard"):
            self.assertIn(f".SS rudolph {command}\n", page)
        self.assertNotIn(".SS rudolph completion", page)

    def test_nothing_tells_of_what_the_help_does_not_show(self):
        for kind in ("man", "bash", "zsh"):
            self.assertNotIn("--parse-only", printed_by(RUDOLPH, kind).replace("\\-", "-"))


@unittest.skipUnless(STUDIO, "the studio is not built")
class Studio(OfAProgram, unittest.TestCase):
    program = STUDIO
    name = "rudolph-studio"

    def test_bash_completes_options_pages_and_files(self):
        self.assertEqual(self.bash("--pa"), ["--page"])
        self.assertEqual(self.bash("--page", "ph"), ["photos"])
        self.assertEqual(self.bash("fac"), ["(files)"])

    def test_help_and_version_need_no_display(self):
        without = {name: value for name, value in os.environ.items()
                   if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        for option, text in (("--help", "--page"), ("-v", "rudolph-studio")):
            said = subprocess.run([STUDIO, option], env=without, capture_output=True, text=True,
                                  check=False)
            self.assertEqual((said.returncode, said.stderr), (0, ""))
            self.assertIn(text, said.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
