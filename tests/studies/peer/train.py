#!/usr/bin/python3
"""Trains one of Rudolph's experiments with PyTorch as Python programs usually do, to compare with.

Everything comes from a run folder of Rudolph's (experiment.json and split.json), so that both train
the same network on the same faces with the same crops, augmentation, loss, optimiser and batches:
only the random numbers differ. Prints one JSON object a line: "start", then "epoch" after each.

Needs Debian's python3-torch, python3-torchvision and python3-opencv.
"""

import argparse
import json
import math
import os
import pathlib
import sys
import time
import xml.etree.ElementTree

import cv2
import numpy
import torch
import torchvision

NOSE_TIP = 52  # of IMM's points
BOX_MARGIN = 1.2  # what a detector sees around the points of a face
# Settings that this script has.
KNOWN = {
    "name", "description", "data", "split.method", "split.validation_share", "split.seed", "target",
    "input.crop", "input.width", "input.height", "input.channels", "input.box_scale", "input.mean",
    "input.deviation", "augmentation.brightness", "augmentation.contrast", "augmentation.shift_px",
    "augmentation.rotation_deg", "model.family", "model.channels", "model.kernels",
    "model.activation", "model.pooling", "model.hidden", "optimiser.learning_rate", "epochs",
    "batch_size", "seed",
    # These say how it is computed, or change nothing while those below are as they are.
    "device", "precision", "threads", "model.width", "model.pyramid", "model.map_stride",
    "model.neighbours", "loss.wing_width_px", "loss.wing_curvature_px", "loss.map_weight",
    "loss.map_deviation", "optimiser.momentum", "schedule.step_epochs", "schedule.step_factor",
    "split.folds", "split.fold",
}
# Settings that it does not have, which must be like this.
WITHOUT_EFFECT = {
    "input.normalisation": "fixed", "augmentation.flip": 0, "augmentation.scale": 0,
    "augmentation.gamma": 0, "augmentation.shade": 0, "augmentation.blur_px": 0,
    "augmentation.noise": 0, "augmentation.occlusion": 0, "augmentation.jpeg_quality": 100,
    "augmentation.shift_probability": 1, "augmentation.rotation_probability": 1,
    "augmentation.light_probability": 1, "model.weights": "", "model.layers": [],
    "model.head": "direct",
    "model.flip_average": "off", "model.looks": 1, "loss.kind": "mse", "optimiser.kind": "adam",
    "optimiser.weight_decay": 0, "optimiser.clip_norm": 0, "optimiser.body_rate": 1,
    "optimiser.freeze_epochs": 0, "schedule.kind": "constant",
    "schedule.warm_up": 0, "average_decay": 0, "patience": 0, "balance_poses": "off",
}


def settings(tree, prefix=""):
    """{"input.width": 80, …}"""
    found = {}
    for key, value in tree.items():
        found.update(settings(value, prefix + key + ".") if isinstance(value, dict)
                     else {prefix + key: value})
    return found


def unknown_settings(experiment):
    """Settings that change the training and that this script does not have."""
    flat = settings(experiment)
    without = {key for key, value in WITHOUT_EFFECT.items() if flat.get(key, value) == value}
    # The share of the pictures that an effect happens to, when it does nothing.
    without |= {key for key in flat if key.startswith("augmentation.") and
                key.endswith("_probability") and key not in WITHOUT_EFFECT}
    return [f"{key} = {flat[key]}" for key in flat if key not in KNOWN | without]


def read_imm(folder):
    """{id: (picture, box, points)} of a folder of .asf files; points in pixels, 0-based."""
    faces = {}
    for file in sorted(folder.rglob("*.asf")):
        rows = [line.split() for line in file.read_text().splitlines() if not line.startswith("#")]
        relative = numpy.array([[float(row[2]), float(row[3])] for row in rows if len(row) == 7])
        picture = file.with_suffix(".jpg")
        height, width = cv2.imread(str(picture), cv2.IMREAD_GRAYSCALE).shape
        faces[str(picture.relative_to(folder).with_suffix(""))] = (
            picture, None, relative * (width, height))
    return faces


def read_dlib(file):
    """The same of a list of dlib's, where every picture has one face."""
    faces = {}
    for image in xml.etree.ElementTree.parse(file).getroot().iter("image"):
        picture = file.parent / image.get("file")
        box = image.find("box")
        parts = sorted(box.findall("part"), key=lambda part: part.get("name"))
        faces[str(pathlib.Path(image.get("file")).with_suffix(""))] = (
            picture,
            # Edges lie half a pixel before the centres.
            [float(box.get(key)) - half for key, half in
             (("left", 0.5), ("top", 0.5), ("width", 0), ("height", 0))],
            numpy.array([[float(part.get("x")), float(part.get("y"))] for part in parts]))
    return faces


class Faces(torch.utils.data.Dataset):
    """Pictures decoded once, then cropped and augmented by one warp each time they are asked for."""

    def __init__(self, faces, ids, experiment, augment):
        self.input = experiment["input"]
        self.augmentation = experiment["augmentation"] if augment else {}
        self.faces = []
        for name in ids:
            picture, box, points = faces[name]
            self.faces.append(self.reduced(cv2.imread(str(picture), cv2.IMREAD_GRAYSCALE), box,
                                           points, experiment["target"]))

    def reduced(self, grey, box, points, target):
        """The picture at no more than twice the crop's resolution, and the crop's matrix."""
        height, width = grey.shape
        size = (self.input["width"], self.input["height"])
        if self.input["crop"] == "whole-image":
            crop = scaling(size[0] / width, size[1] / height)
            region = (0, 0, width, height)
        else:
            left, top, w, h = box
            side = max(w, h) * self.input["box_scale"]
            centre = (left + w / 2, top + h / 2)
            scale = max(size) / side
            crop = (translation((size[0] - 1) / 2, (size[1] - 1) / 2)
                    @ numpy.diag([scale, scale, 1.0]) @ translation(-centre[0], -centre[1]))
            region = (max(0, math.floor(centre[0] - side)), max(0, math.floor(centre[1] - side)),
                      min(width, math.ceil(centre[0] + side)),
                      min(height, math.ceil(centre[1] + side)))
        grey = grey[region[1]:region[3], region[0]:region[2]]
        shape = (max(1, math.ceil(grey.shape[1] * min(1, 2 * crop[0, 0]))),
                 max(1, math.ceil(grey.shape[0] * min(1, 2 * crop[1, 1]))))
        source = (scaling(shape[0] / grey.shape[1], shape[1] / grey.shape[0])
                  @ translation(-region[0], -region[1]))
        grey = cv2.resize(grey, shape, interpolation=cv2.INTER_AREA)
        wanted = points[[NOSE_TIP]] if target == "nose-tip" else points
        return grey, crop, numpy.linalg.inv(source), wanted

    def __len__(self):
        return len(self.faces)

    def __getitem__(self, index):
        grey, crop, image_from_source, points = self.faces[index]
        size = (self.input["width"], self.input["height"])
        within = lambda key: self.augmentation.get(key, 0) * numpy.random.uniform(-1, 1)
        if self.augmentation:
            centre = ((size[0] - 1) / 2, (size[1] - 1) / 2)
            turn = numpy.vstack([cv2.getRotationMatrix2D(centre, within("rotation_deg"), 1),
                                 [0, 0, 1]])
            crop = translation(within("shift_px"), within("shift_px")) @ turn @ crop
        pixels = cv2.warpAffine(grey, (crop @ image_from_source)[:2], size,
                                flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        if self.augmentation:
            brightness, contrast = 1 + within("brightness"), 1 + within("contrast")
            pixels = cv2.addWeighted(pixels, brightness * contrast, pixels, 0,
                                     brightness * pixels.mean() * (1 - contrast))
        values = (pixels.astype(numpy.float32) / 255 - self.input["mean"]) / self.input["deviation"]
        inputs = torch.from_numpy(values.astype(numpy.float32)).expand(
            self.input["channels"], -1, -1)
        in_crop = points @ crop[:2, :2].T + crop[:2, 2]
        labels = ((in_crop + 0.5) / size).astype(numpy.float32).reshape(-1)
        return inputs, torch.from_numpy(labels)


def translation(x, y):
    return numpy.array([[1.0, 0, x], [0, 1, y], [0, 0, 1]])


def scaling(x, y):
    """Resizing, with the centre of the top-left pixel at (0, 0)."""
    return numpy.array([[x, 0, x / 2 - 0.5], [0, y, y / 2 - 0.5], [0, 0, 1]])


def seed_worker(_):
    """Without this every worker would draw the same numbers."""
    numpy.random.seed(torch.initial_seed() % 2**32)
    cv2.setNumThreads(1)


def make_network(experiment, outputs):
    model, channels = experiment["model"], experiment["input"]["channels"]
    if model["family"] == "resnet18":
        network = torchvision.models.resnet18()
        if channels != 3:
            network.conv1 = torch.nn.Conv2d(channels, 64, 7, 2, 3, bias=False)
        network.fc = torch.nn.Linear(512, outputs)
        return network, network.fc
    activation = {"relu": torch.nn.ReLU, "leaky-relu": torch.nn.LeakyReLU,
                  "tanh": torch.nn.Tanh}[model["activation"]]
    pooling = torch.nn.AvgPool2d if model["pooling"] == "average" else torch.nn.MaxPool2d
    layers = []
    for width, kernel in zip(model["channels"], model["kernels"]):
        layers += [torch.nn.Conv2d(channels, width, kernel), activation(), pooling(2)]
        channels = width
    layers.append(torch.nn.Flatten())
    size = torch.zeros(1, experiment["input"]["channels"], experiment["input"]["height"],
                       experiment["input"]["width"])
    features = torch.nn.Sequential(*layers)(size).shape[1]
    for width in model["hidden"]:
        layers += [torch.nn.Linear(features, width), activation()]
        features = width
    layers.append(torch.nn.Linear(features, outputs))
    return torch.nn.Sequential(*layers), layers[-1]


class InUnitsOfTheFace(torch.nn.Module):
    """Makes labels of a network's answers, which start at the mean shape."""

    def __init__(self, network, last, mean):
        super().__init__()
        self.network = network
        points = mean.view(-1, 2)
        area = (points.max(0).values - points.min(0).values).prod()
        self.register_buffer("mean", mean)
        self.register_buffer("size", area.sqrt() if area > 0 else torch.ones(()))
        torch.nn.init.zeros_(last.bias)

    def forward(self, inputs):
        return self.mean + self.size * self.network(inputs)


def train_epoch(network, loader, optimiser, loss_of):
    network.train()
    total = 0.0
    for inputs, labels in loader:
        optimiser.zero_grad(set_to_none=True)
        loss = loss_of(network(inputs), labels)
        loss.backward()
        optimiser.step()
        total += loss.item() * len(inputs)
    return total / len(loader.dataset)


def validate(network, loader, loss_of):
    network.eval()
    with torch.inference_mode():
        return sum(loss_of(network(inputs), labels).item() * len(inputs)
                   for inputs, labels in loader) / len(loader.dataset)


def say(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="a folder of .asf files or a dlib list")
    parser.add_argument("run", type=pathlib.Path, help="Rudolph's run folder")
    parser.add_argument("--epochs", type=int, help="instead of the run's")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, help="of PyTorch's; else all processors for ResNet, "
                        "which gains by them, and PyTorch's own number for small networks")
    arguments = parser.parse_args()
    experiment = json.loads((arguments.run / "experiment.json").read_text())
    split = json.loads((arguments.run / "split.json").read_text())
    if unknown := unknown_settings(experiment):
        sys.exit("this script does not have: " + ", ".join(unknown))
    threads = arguments.threads
    if threads is None and experiment["model"]["family"] != "cnn":
        threads = os.cpu_count()
    if threads:
        torch.set_num_threads(threads)
    faces = read_imm(arguments.data) if arguments.data.is_dir() else read_dlib(arguments.data)
    torch.manual_seed(experiment["seed"])
    numpy.random.seed(experiment["seed"])
    training = Faces(faces, split["train"], experiment, augment=True)
    plain = Faces(faces, split["train"], experiment, augment=False)
    validation = Faces(faces, split["validation"], experiment, augment=False)
    options = {"num_workers": arguments.workers, "worker_init_fn": seed_worker,
               "persistent_workers": arguments.workers > 0}
    train_loader = torch.utils.data.DataLoader(training, experiment["batch_size"], shuffle=True,
                                               **options)
    validation_loader = torch.utils.data.DataLoader(validation, 32, **options)
    mean = torch.stack([labels for _, labels in plain]).mean(0)
    network = InUnitsOfTheFace(*make_network(experiment, len(mean)), mean)
    loss_of = torch.nn.MSELoss()
    optimiser = torch.optim.Adam(network.parameters(), experiment["optimiser"]["learning_rate"])
    say("start", train_faces=len(training), validation_faces=len(validation),
        batch_size=experiment["batch_size"], threads=torch.get_num_threads(),
        workers=arguments.workers, torch=torch.__version__)
    for epoch in range(1, (arguments.epochs or experiment["epochs"]) + 1):
        start = time.perf_counter()
        train_loss = train_epoch(network, train_loader, optimiser, loss_of)
        trained = time.perf_counter()
        validation_loss = validate(network, validation_loader, loss_of)
        end = time.perf_counter()
        say("epoch", epoch=epoch, train_loss=train_loss, validation_loss=validation_loss,
            seconds=end - start, train_seconds=trained - start,
            images_per_second=len(training) / (trained - start))


if __name__ == "__main__":
    main()
