#!/usr/bin/env python3
"""Works in the real window for an hour, as a person would, and watches memory and the console.

    tests/soak/soak.py build/release/bin [--minutes 60] [--keep FOLDER]

Needs Xvfb, xdotool and a window manager (openbox). Makes demo faces, opens them, and goes round and
round: browses, moves points and takes that back, saves, looks at augmentation, trains and stops, looks at
runs and cases, opens photographs, finds their faces. After each round the resident memory is noted. It
fails where the program ends, prints anything, or has grown by more than 5 % from the end of the first
quarter to the end.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800
FACES = 240  # that demo-faces makes
MOST_GROWTH = 0.05
SEARCH = "^Find a command"
CHOOSE = "^Open a folder of photographs"


class Studio:
    """The program on a display of its own, with a home of its own."""

    def __init__(self, programs: pathlib.Path, folder: pathlib.Path):
        self.folder = folder
        self.errors = folder / "console.txt"
        read, write = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        number = os.read(read, 16).decode().strip()
        home = folder / "home"
        home.mkdir()
        (home / "runtime").mkdir(mode=0o700)
        self.env = {**os.environ, "DISPLAY": f":{number}", "HOME": str(home), "LANG": "C.UTF-8",
                    "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
                    "XDG_CACHE_HOME": str(home / "cache"),
                    "XDG_RUNTIME_DIR": str(home / "runtime"), "OMP_WAIT_POLICY": "passive"}
        self.env.pop("QT_QPA_PLATFORM", None)
        # As a project, which holds all that is changed, so that saving asks nothing.
        self.faces = folder / "faces" / "faces.rudolph"
        made = folder / "made"
        for command in (["demo-faces", made], ["convert", made, self.faces, "--to", "project"]):
            subprocess.run([programs / "rudolph", *command], check=True, env=self.env,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.photos = folder / "photos"
        self.photos.mkdir()
        pictures = sorted(p for p in made.rglob("*") if p.suffix in (".jpg", ".png"))
        for picture in pictures[:12]:
            shutil.copy(picture, self.photos)
        self.manager = subprocess.Popen(["openbox"], env=self.env, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.console = open(self.errors, "w")
        self.program = subprocess.Popen(
            [programs / "rudolph-studio", "--runs", folder / "runs", self.faces], env=self.env,
            stdout=self.console, stderr=self.console)
        self.window = self.wait_for_window()
        self.tool("windowsize", self.window, str(WIDTH), str(HEIGHT - 30))
        self.rest(3)

    def tool(self, *words: str) -> str:
        return subprocess.run(["xdotool", *words], env=self.env, capture_output=True,
                              text=True).stdout.strip()

    def wait_for_window(self) -> str:
        for _ in range(60):
            found = self.tool("search", "--onlyvisible", "--name", "Rudolph").split()
            if found:
                return found[-1]
            self.rest(1)
        raise SystemExit("the window did not come")

    def rest(self, seconds: float):
        time.sleep(seconds)
        if self.program_ended():
            raise SystemExit(f"the program ended by itself: see {self.errors}")

    def program_ended(self) -> bool:
        return hasattr(self, "program") and self.program.poll() is not None

    def keys(self, *names: str, pause: float = 0.2):
        for name in names:
            self.tool("key", name)
            self.rest(pause)

    def drag(self, start: tuple, end: tuple):
        self.tool("mousemove", *map(str, start), "mousedown", "1", "mousemove", *map(str, end),
                  "mouseup", "1")
        self.rest(0.3)

    def shown(self, title: str) -> bool:
        return bool(self.tool("search", "--onlyvisible", "--name", title))

    def wait_for(self, title: str, wanted: bool = True, seconds: float = 20) -> bool:
        for _ in range(int(5 * seconds)):
            if self.shown(title) == wanted:
                return True
            self.rest(0.2)
        return False

    def command(self, words: str):
        """Through the search of commands, which names every action."""
        self.keys("ctrl+k")
        if not self.wait_for(SEARCH):
            raise SystemExit("the search of commands did not come")
        self.tool("type", "--delay", "15", words)
        self.rest(0.4)
        self.keys("Return")
        # What is not possible now leaves the search open.
        if not self.wait_for(SEARCH, False, 2):
            self.keys("Escape")
            self.wait_for(SEARCH, False)
        self.rest(0.3)

    def shot(self, name: str):
        subprocess.run(["import", "-window", "root", self.folder / name], env=self.env, check=False)

    def memory(self) -> int:
        """Resident, in kibibytes."""
        for line in open(f"/proc/{self.program.pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1])
        return 0

    def end(self):
        self.program.terminate()
        self.program.wait(timeout=60)
        self.manager.terminate()
        self.display.terminate()
        self.console.close()


def one_round(studio: Studio, number: int):
    # Browse and annotate: all points move, one is dragged, some of it is taken back, the rest is saved.
    studio.keys("ctrl+1", pause=1)
    if number == 0:
        studio.command("annotate")
        # All faces, whose thumbnails are kept up to a bound: from then on none are new.
        studio.keys(*["d"] * FACES, pause=0.15)
    studio.keys(*["a"] * 15, pause=0.25)
    studio.keys("ctrl+a", "Right", "Right", "bracketright", "period", "ctrl+z", "ctrl+z")
    middle = (WIDTH // 2, HEIGHT // 2)
    if number == 0:
        studio.shot("annotate.png")
    studio.drag(middle, (middle[0] + 12, middle[1] + 7))
    studio.keys("ctrl+z", "ctrl+z", "ctrl+z", "1", "3", "Escape")
    studio.keys(*["d"] * 10, pause=0.2)
    studio.keys("ctrl+s", pause=1)
    if number == 0:
        studio.shot("data.png")
    # Augmentation as training would apply it.
    studio.keys("ctrl+2", pause=4)
    if number == 0:
        studio.shot("augment.png")
    # A training, paused, resumed and stopped.
    studio.command("start training")
    studio.rest(4)
    studio.command("pause or resume")
    studio.rest(1)
    studio.command("pause or resume")
    studio.rest(10)
    if number == 0:
        studio.shot("train.png")
    studio.command("stop the training")
    studio.rest(3)
    # Its run and its cases.
    studio.keys("ctrl+4", pause=2)
    studio.keys("Down", "Down", "Up", pause=0.5)
    if number == 0:
        studio.shot("runs.png")
    studio.keys("ctrl+5", pause=2)
    studio.keys(*["Right"] * 6, pause=0.3)
    if number == 0:
        studio.shot("cases.png")
    # Photographs, with a network.
    studio.keys("ctrl+6", pause=1)
    studio.command("photos open a folder")
    if studio.wait_for(CHOOSE):
        studio.tool("type", "--delay", "15", str(studio.photos))
        studio.keys("Return", pause=10)
    studio.command("next photograph")
    studio.command("next photograph")
    if number == 0:
        studio.shot("photos.png")
    studio.command("remove all")
    studio.keys("ctrl+1", pause=1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder for pictures and figures")
    arguments = parser.parse_args()
    folder = arguments.keep or pathlib.Path(tempfile.mkdtemp(prefix="soak-"))
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(arguments.programs.resolve(), folder.resolve())
    samples = []
    begun = time.monotonic()
    try:
        while time.monotonic() - begun < 60 * arguments.minutes or len(samples) < 8:
            one_round(studio, len(samples))
            samples.append(studio.memory())
            minutes = (time.monotonic() - begun) / 60
            with open(folder / "memory.csv", "a") as table:
                table.write(f"{minutes:.2f},{samples[-1]}\n")
            print(f"{minutes:5.1f} min  round {len(samples):3}  {samples[-1] / 1024:7.1f} MiB",
                  flush=True)
        studio.shot("end.png")
    finally:
        studio.end()
    warm = len(samples) // 4
    some = max(2, len(samples) // 10)
    before = statistics.median(samples[warm:warm + some])
    after = statistics.median(samples[-some:])
    growth = after / before - 1
    said = studio.errors.read_text().strip()
    print(f"{len(samples)} rounds; memory {before / 1024:.1f} to {after / 1024:.1f} MiB: "
          f"{100 * growth:+.1f} %; console: {said or 'nothing'}; see {folder}")
    return 1 if growth > MOST_GROWTH or said else 0


if __name__ == "__main__":
    sys.exit(main())
