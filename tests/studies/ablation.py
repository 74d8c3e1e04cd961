#!/usr/bin/python3
"""What each ingredient of a preset brings: trains it whole, then with one thing changed at a time, on
the same faces and the same split, and prints a table of the validation faces, plain and made hard.

    tests/studies/ablation.py build/release/bin/rudolph face68-fast --data FACES [--small]

--small makes a preset for 68 points smaller and shorter, so that a row takes minutes instead of a
quarter of an hour; its figures are worse, and what is compared are the differences. Rows of one seed
scatter: --seeds 3 shows by how much.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

SMALL = ["input.width=96", "input.height=96", "augmentation.shift_px=13", "model.width=24",
         "model.pyramid=48", "epochs=20"]
ROWS = [
    ("everything", []),
    ("no flips", ["augmentation.flip=0"]),
    ("no rotation, scale, shift", ["augmentation.rotation_deg=0", "augmentation.scale=0",
                                   "augmentation.shift_px=0"]),
    ("no change of light, no shade", ["augmentation.light_probability=0",
                                      "augmentation.shade_probability=0"]),
    ("nothing covered", ["augmentation.occlusion_probability=0"]),
    ("no blur, noise, JPEG", ["augmentation.blur_probability=0", "augmentation.noise_probability=0",
                              "augmentation.jpeg_probability=0"]),
    ("normalised with fixed numbers", ["input.normalisation=fixed", "input.deviation=0.25"]),
    ("normalised by the whole crop", ["input.normalisation=crop"]),
    ("coordinates instead of maps", ["model.head=direct"]),
    ("MSE instead of Wing", ["loss.kind=mse"]),
    ("L1 instead of Wing", ["loss.kind=l1"]),
    ("maps not held to a bell", ["loss.map_weight=0"]),
    ("no average of weights", ["average_decay=0"]),
    ("constant learning rate", ["schedule.kind=constant", "optimiser.learning_rate=0.001"]),
    ("rare poses as rare as they are", ["balance_poses=off"]),
    ("no mirror average", ["model.flip_average=off"]),
    ("one look", ["model.looks=1"]),
]
HARD = ["dark-10", "half-shaded", "eyes-covered", "rolled-45", "box-shifted-20", "noisy"]


def figures(program, preset, data, settings, runs):
    command = [program, "train", preset, "--data", data, "--runs", runs, "--json", "--set",
               *settings]
    lines = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, check=True,
                           text=True).stdout.splitlines()
    summary = json.loads(lines[-1])["summary"]
    hard = {row["name"]: row["nme"] for row in summary["stress"]}
    return [summary["nme"] * 100, summary["fr_08"] * 100, summary["shape_variance_ratio"],
            *(hard[name] * 100 for name in HARD)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rudolph", type=pathlib.Path)
    parser.add_argument("preset")
    parser.add_argument("--data", required=True)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--only", help="rows whose name holds this")
    parser.add_argument("--set", nargs="+", default=[], metavar="KEY=VALUE", help="in every row")
    arguments = parser.parse_args()
    settings = (SMALL if arguments.small else []) + arguments.set
    print("| | NME % | FR % | variance | " + " | ".join(HARD) + " |")
    print("|---|" + "---:|" * (3 + len(HARD)), flush=True)
    for name, changed in ROWS:
        if arguments.only and arguments.only not in name:
            continue
        with tempfile.TemporaryDirectory() as runs:
            columns = list(zip(*(
                figures(arguments.rudolph, arguments.preset, arguments.data,
                        [*settings, *changed, f"seed={seed}"], runs)
                for seed in range(1, arguments.seeds + 1))))
        cells = []
        for values in columns:
            cell = f"{statistics.mean(values):.2f}"
            if len(values) > 1:
                cell += f" ± {statistics.stdev(values):.2f}"
            cells.append(cell)
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
