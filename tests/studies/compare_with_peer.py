#!/usr/bin/python3
"""Measures Rudolph's training beside a PyTorch script's (peer/train.py), alternating, so that both
meet the same machine. Prints for each preset the medians of seconds an epoch (training and
validation) and of images a second, their ratios, and the losses after the last epoch.

    tests/studies/compare_with_peer.py build/release/bin/rudolph --ibug LABELS.xml

Demo faces are drawn for nose-tip and full-face; resnet18-ibug needs a list of iBUG's 300-W. Run it on
a machine that does nothing else; the load is printed.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

PEER = pathlib.Path(__file__).parent / "peer" / "train.py"
# Pictures of which the large network's epoch is made: whole epochs would take an hour.
IBUG_FACES = 120


def events(command):
    """What a program prints as one JSON object a line."""
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def epochs_of(lines):
    return [line for line in lines if line["event"] == "epoch"]


def measured(lines, train_faces):
    """The first epoch warms up: it starts workers and fills caches."""
    epochs = epochs_of(lines)
    seconds = statistics.median(epoch["seconds"] for epoch in epochs[1:] or epochs)
    return {"seconds": seconds, "images_per_second": train_faces / seconds,
            "train_loss": epochs[-1]["train_loss"],
            "validation_loss": epochs[-1]["validation_loss"]}


def part_of_list(source, folder, count):
    """The first faces of a dlib list in a folder of their own, with links to the pictures."""
    folder.mkdir()
    for below in source.parent.resolve().iterdir():
        if below.is_dir():
            (folder / below.name).symlink_to(below)
    lines, found = [], 0
    for line in source.read_text(encoding="latin-1").splitlines():
        found += "<image " in line
        if found <= count or "</images>" in line or "</dataset>" in line:
            lines.append(line)
    (folder / "labels.xml").write_text("\n".join(lines), encoding="latin-1")
    return folder / "labels.xml"


class Comparison:
    def __init__(self, rudolph, peer_options, settings):
        self.rudolph, self.peer_options, self.settings = rudolph, peer_options, settings

    def train(self, preset, data, runs, epochs):
        # The script's network starts from random weights; which ones changes no time.
        command = [self.rudolph, "train", preset, "--data", data, "--runs", runs, "--json",
                   "--device", "cpu", "--set", f"epochs={epochs}", "--set", "model.weights="]
        for setting in self.settings:
            command += ["--set", setting]
        return events([str(part) for part in command])

    def of_preset(self, preset, data, folder, epochs, runs):
        # A first run gives the experiment and the split that the script reads.
        reference = folder / f"reference-{preset}"
        first = self.train(preset, data, reference, 1)
        run = next(reference.iterdir())
        faces = next(line for line in first if line["event"] == "start")["train_faces"]
        results = {"peer": [], "rudolph": []}
        for _ in range(runs):
            peer = events([sys.executable, PEER, data, run, "--epochs", str(epochs),
                           *self.peer_options])
            results["peer"].append(measured(peer, faces))
            ours = self.train(preset, data, folder / f"runs-{preset}", epochs)
            results["rudolph"].append(measured(ours, faces))
        self.report(preset, faces, results, peer[0], ours[0])

    @staticmethod
    def report(preset, faces, results, peer, ours):
        medians = {name: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                   for name, runs in results.items()}
        ratio = medians["peer"]["seconds"] / medians["rudolph"]["seconds"]
        print(json.dumps({
            "preset": preset, "train_faces": faces, "batch_size": peer["batch_size"],
            "peer_threads": peer["threads"], "peer_workers": peer["workers"],
            "rudolph_threads": ours.get("threads"), "rudolph_precision": ours.get("precision"),
            "load": round(os.getloadavg()[0], 1), "epochs_per_second_ratio": round(ratio, 2),
            **{f"{name}_{key}": float(f"{value:.4g}")
               for name, values in medians.items() for key, value in values.items()},
            "ratios": [round(p["seconds"] / r["seconds"], 2)
                       for p, r in zip(results["peer"], results["rudolph"])]}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rudolph", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3, help="of each, alternating")
    parser.add_argument("--epochs", type=int, default=5, help="of the small networks")
    parser.add_argument("--batch", type=int, help="instead of the presets'")
    parser.add_argument("--presets", default="nose-tip,full-face,resnet18-ibug")
    parser.add_argument("--ibug", type=pathlib.Path, help="labels_ibug_300W_train.xml")
    parser.add_argument("--workers", type=int, default=2, help="of the script's DataLoader")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE",
                        help="for Rudolph, as rudolph train takes it")
    arguments = parser.parse_args()
    settings = [f"batch_size={arguments.batch}"] if arguments.batch else []
    settings += arguments.set
    comparison = Comparison(arguments.rudolph, ["--workers", str(arguments.workers)], settings)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        faces = folder / "faces"
        subprocess.run([arguments.rudolph, "demo-faces", faces, "--people", "40", "--seed", "1"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for preset in arguments.presets.split(","):
            if preset != "resnet18-ibug":
                comparison.of_preset(preset, faces, folder, arguments.epochs, arguments.runs)
            elif arguments.ibug:
                part = part_of_list(arguments.ibug, folder / "ibug", IBUG_FACES)
                comparison.of_preset(preset, part, folder, 2, arguments.runs)
            else:
                print("resnet18-ibug is left out: --ibug names no list", file=sys.stderr)


if __name__ == "__main__":
    main()
