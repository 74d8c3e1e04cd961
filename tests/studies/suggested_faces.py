#!/usr/bin/python3
"""Whether marking the faces that `rudolph suggest` names is worth more than marking any: takes a set
whose points are known as if they were not, "marks" faces by giving their points away, some at random and
some as suggested by the network trained on what is marked so far, trains after each round, and prints the
error on faces that are in neither.

    tests/studies/suggested_faces.py build/release/bin/rudolph ibug300w/labels_ibug_300W_train.xml

The list is dlib's. Both begin with the same 25 faces taken at random. All trainings take as many steps,
however many faces there are. In half an hour on two processor cores it printed, as means of three seeds after 50,
100 and 200 faces, 6.97, 6.52 and 6.35 % at random, 8.63, 6.77 and 6.60 % as suggested.
"""

import argparse
import copy
import json
import pathlib
import random
import statistics
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

FIRST = 25
ROUNDS = [50, 100, 200]
HELD = 400
FACES_SHOWN = 12800  # faces times epochs of a training
SETTINGS = ["input.width=96", "input.height=96", "augmentation.shift_px=13", "model.width=24",
            "model.pyramid=48", "loss.kind=mse", "schedule.warm_up=0.1"]


class Pool:
    """The faces of a list by the pictures that they are in, and lists of some of them. The pictures
    are linked into a folder of their own: beside them lie their points, which would be found."""

    def __init__(self, file, pictures):
        self.tree = ElementTree.parse(file)
        self.faces = {}
        for image in self.tree.getroot().find("images"):
            picture = file.parent.resolve() / image.get("file")
            link = pictures / image.get("file").replace("/", "-")
            link.symlink_to(picture)
            self.faces[str(link)] = image

    def write(self, to, files, marked):
        tree = copy.deepcopy(self.tree)
        images = tree.getroot().find("images")
        images.clear()
        for file in files:
            image = copy.deepcopy(self.faces[file])
            image.set("file", file)
            if file not in marked:
                for box in image:
                    for part in list(box):
                        box.remove(part)
            images.append(image)
        tree.write(to)


def said(command):
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True).stdout


def trained(rudolph, pool, marked, folder, seed):
    """The run's folder."""
    faces = folder / "marked.xml"
    pool.write(faces, sorted(marked), marked)
    lines = said([rudolph, "train", "face68-fast", "--data", faces, "--scheme", "ibug-68", "--runs",
                  folder, "--epochs", FACES_SHOWN // len(marked), "--json", "--set", *SETTINGS,
                  f"seed={seed}"]).splitlines()
    return json.loads(lines[0])["run"]


def suggested(rudolph, pool, candidates, marked, run, folder, count):
    faces = folder / "all.xml"
    pool.write(faces, candidates, marked)
    answer = json.loads(said([rudolph, "suggest", faces, "--model", run, "--scheme", "ibug-68",
                              "--count", count, "--json"]))
    return [face["image"] for face in answer["faces"]]


def measure(arguments, pool):
    print("| seed | chosen | " + " | ".join(f"NME after {count}" for count in ROUNDS) + " |")
    print("|---|---|" + "---:|" * len(ROUNDS), flush=True)
    figures = {True: [], False: []}
    for seed in range(1, arguments.seeds + 1):
        chance = random.Random(seed)
        files = sorted(pool.faces)
        chance.shuffle(files)
        held, candidates = files[:HELD], files[HELD:]
        for by_suggestion in [False, True]:
            row = []
            marked = candidates[:FIRST]
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                pool.write(folder / "held.xml", held, set(held))
                run = None
                if by_suggestion:
                    run = trained(arguments.rudolph, pool, set(marked), folder, seed)
                for count in ROUNDS:
                    if by_suggestion:
                        marked = marked + suggested(arguments.rudolph, pool, candidates,
                                                    set(marked), run, folder, count - len(marked))
                    else:
                        marked = candidates[:count]
                    run = trained(arguments.rudolph, pool, set(marked), folder, seed)
                    found = json.loads(said([arguments.rudolph, "evaluate", run, "--data",
                                             folder / "held.xml", "--all", "--json", "-"]))
                    row.append(100 * found["nme"])
            figures[by_suggestion].append(row)
            print(f"| {seed} | {'as suggested' if by_suggestion else 'at random'} | " +
                  " | ".join(f"{nme:.2f} %" for nme in row) + " |", flush=True)
    for by_suggestion, name in [(False, "at random"), (True, "as suggested")]:
        columns = zip(*figures[by_suggestion])
        print(f"| mean | {name} | " +
              " | ".join(f"{statistics.mean(column):.2f} %" for column in columns) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rudolph", type=pathlib.Path)
    parser.add_argument("list", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as pictures:
        measure(arguments, Pool(arguments.list, pathlib.Path(pictures)))


if __name__ == "__main__":
    main()
