#!/usr/bin/python3
"""Lays out faces to train a model for everybody's faces on, with some infants, photographs of AFW and all
their turned copies held back, and measures models on what was held back. So the model that comes with the
program was trained: see resources/models/README.md.

    tests/studies/everybody.py split build/release/bin/rudolph FACES PARTS
    tests/studies/everybody.py table build/release/bin/rudolph PARTS MODEL...

FACES holds the folders ibug300w (with dlib's list of 300-W), infanface_train and turned_afw (300W-LP).
PARTS gets links to their pictures: ibug, infants, turned to train on, each infant three times as there
are few; held-infants, held-turned, held-afw to measure on. Of turned heads (as-turned, as they came),
points of the hidden jaw lose their labels. `split` prints the command that trains.
"""

import argparse
import hashlib
import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree

HELD = ["held-infants", "held-turned", "held-afw"]
TIMES = 3  # each infant counts
SETTINGS = ["loss.kind=mse", "augmentation.occlusion_things=0.6", "augmentation.motion_px=8",
            "augmentation.motion_probability=0.1", "augmentation.resolution_px=22",
            "augmentation.resolution_probability=0.1"]


def is_held(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 100 < 18


def photograph(stem):
    """Of one of AFW's faces or of its turned copies."""
    return re.sub("^AFW_", "", stem).split("_")[0]


def link(source, to):
    to.parent.mkdir(parents=True, exist_ok=True)
    to.symlink_to(source.resolve())


def split_points(faces, kept, held, key, times=1):
    for points in sorted(faces.glob("*.pts")):
        is_back = is_held(key(points.stem))
        for copy in range(1 if is_back else times):
            folder = held if is_back else kept
            name = points.stem if copy == 0 else f"{points.stem}-{copy + 1}"
            link(points, folder / f"{name}.pts")
            link(points.with_suffix(".jpg"), folder / f"{name}.jpg")


def split_list(faces, parts):
    name = "labels_ibug_300W_train.xml"
    for part, held in [("ibug", False), ("held-afw", True)]:
        tree = ElementTree.parse(faces / name)
        images = tree.getroot().find("images")
        for image in list(images):
            file = pathlib.PurePosixPath(image.get("file"))
            if (file.parts[0] == "afw" and is_held(photograph(file.stem))) == held:
                link(faces / file, parts / part / file)
            else:
                images.remove(image)
        tree.write(parts / part / "faces.xml")


def split(arguments):
    faces, parts = arguments.faces, arguments.parts
    if parts.exists():
        raise SystemExit(f"{parts} is there already: name a new folder")
    split_list(faces / "ibug300w", parts)
    split_points(faces / "infanface_train", parts / "infants", parts / "held-infants",
                 lambda stem: stem.split(".")[0], TIMES)
    split_points(faces / "turned_afw", parts / "as-turned", parts / "held-as-turned",
                 photograph)
    for turned, mended in [("as-turned", "turned"), ("held-as-turned", "held-turned")]:
        subprocess.run([arguments.rudolph, "convert", parts / turned, parts / mended, "--to",
                        "coco", "--mend", "jaw", "--pictures", "link", "--follow-outside"],
                       check=True)
    data = [f"--data {parts / part}" for part in ["ibug/faces.xml", "infants", "turned"]]
    print("\nrudolph train face68-fast", *data, "--scheme ibug-68 --set", *SETTINGS)


def figures(arguments, command, model, part, *options):
    said = subprocess.run([arguments.rudolph, command, model, "--data", arguments.parts / part,
                           "--all", *options, "--json", "-"],
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said)


def table(arguments):
    print("| model | set | faces | NME | median | above 8 % | over √(w·h) | confidence off by | "
          "doubtful of right | from 8 to 12 % | above 12 % |")
    print("|" + " --- |" * 11)
    for model in arguments.models:
        for part in HELD:
            errors = figures(arguments, "evaluate", model, part)
            sure = figures(arguments, "calibrate", model, part, "--check")["plain"]
            doubts = [f"{sure[group]['doubtful']} of {sure[group]['faces']}"
                      for group in ("right", "off", "far_off")]
            print(f"| {model} | {part} | {errors['faces']} | {100 * errors['nme']:.2f} % | "
                  f"{100 * errors['median_nme']:.2f} % | {100 * errors['fr_08']:.1f} % | "
                  f"{100 * errors['box_nme']:.2f} % | {100 * sure['faces_error']:.1f} % | "
                  f"{' | '.join(doubts)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    for run, words in [(split, ["rudolph", "faces", "parts"]), (table, ["rudolph", "parts"])]:
        command = commands.add_parser(run.__name__)
        for word in words:
            command.add_argument(word, type=pathlib.Path)
        command.set_defaults(run=run)
    command.add_argument("models", nargs="+")
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
