#!/usr/bin/python3
"""Brings resources/translations in line with the texts of the sources; new ones are marked unfinished.

    packaging/update_translations.py            writes the files
    packaging/update_translations.py --check    fails where a text is missing, unfinished or broken

Texts of core that the studio shows (settings, presets) are not marked in the sources, as core knows no
Qt; they are collected here under the context "core", and the names of points under "landmarks".
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
STRING = r'"((?:[^"\\]|\\.)*)"'
FIELD = re.compile(r"\.(?:label|tip|unit)\s*=\s*((?:" + STRING + r"\s*)+)")
SAY = re.compile(r"\bsay\(\s*((?:" + STRING + r"\s*)+)")
SECTION = re.compile(r"visit\.section\(" + STRING + r"\)")


def core_texts():
    texts = []
    for header in sorted((ROOT / "core" / "experiment").glob("visit_*.h")):
        source = header.read_text(encoding="utf-8")
        for match in FIELD.finditer(source):
            texts.append("".join(re.findall(STRING, match.group(1))))
        texts += SECTION.findall(source)
    # As choiceText() of the form writes them.
    record = (ROOT / "core" / "experiment" / "field_record.h").read_text(encoding="utf-8")
    for names in re.findall(r"k\w+Names = \{([^}]*)\}", record):
        texts += [name.replace("-", " ").capitalize() for name in re.findall(STRING, names)]
    for preset in sorted((ROOT / "resources" / "experiments").glob("*.json")):
        texts.append(json.loads(preset.read_text(encoding="utf-8"))["description"]
                     .replace("\\", "\\\\").replace('"', '\\"'))
    for scheme in sorted((ROOT / "resources" / "schemes").glob("*.json")):
        about = json.loads(scheme.read_text(encoding="utf-8")).get("about", "")
        texts.append(about.replace("\\", "\\\\").replace('"', '\\"'))
    findings = "".join((ROOT / "core" / file).read_text(encoding="utf-8")
                       for file in ("runs/finding_text.cpp", "study/study_text.cpp"))
    texts += ["".join(re.findall(STRING, match.group(1))) for match in SAY.finditer(findings)]
    return list(dict.fromkeys(text for text in texts if re.search("[A-Za-z]{2}", text)))


def landmark_texts():
    """Of the built-in schemes, as landmarkText() of the studio takes their names apart."""
    texts = []
    for file in sorted((ROOT / "resources" / "schemes").glob("*.json")):
        scheme = json.loads(file.read_text(encoding="utf-8"))
        distance = [scheme["normaliser"]["name"]] if "normaliser" in scheme else []
        for name in scheme["points"] + distance:
            texts += [re.sub(r" \d+$", "", word) for word in name.split(", ")]
    return list(dict.fromkeys(texts))


def tool(name):
    for folder in ("/usr/lib/qt6/bin", ""):
        found = shutil.which(str(pathlib.Path(folder) / name)) if folder else shutil.which(name)
        if found:
            return found
    sys.exit(f"{name} is missing: run packaging/setup.sh")


def update(files):
    with tempfile.TemporaryDirectory() as folder:
        collected = pathlib.Path(folder) / "core_texts.cpp"
        collected.write_text("#include <QtGlobal>\nconst char* texts[] = {\n" + "".join(
            f'QT_TRANSLATE_NOOP("{context}", "{text}"),\n'
            for context, texts in (("core", core_texts()), ("landmarks", landmark_texts()))
            for text in texts) + "};\n",
            encoding="utf-8")
        # English needs its plurals alone.
        for file in files:
            only = ["-pluralonly"] if file.stem.endswith("_en") else []
            subprocess.run([tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", *only,
                            "-I", str(ROOT), str(ROOT / "ui"), str(ROOT / "app"), str(collected),
                            "-ts", str(file)], check=True)


def placeholders(text, with_count=True):
    return sorted(re.findall(r"%L?\d|%L?n" if with_count else r"%L?\d", text))


def fits(source, form, plural):
    """Whether a form has the places of its source; a plural's may leave the count out: "the last one"."""
    return placeholders(form, not plural) == placeholders(source, not plural)


def problems(file):
    found = []
    for message in ElementTree.parse(file).iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        forms = forms or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(forms):
            found.append(f"{file.name}: not translated: {source!r}")
        elif not all(fits(source, form, message.get("numerus") == "yes") for form in forms):
            found.append(f"{file.name}: other placeholders than in {source!r}: {forms}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    files = sorted(FOLDER.glob("*.ts"))
    if not check:
        return update(files)
    with tempfile.TemporaryDirectory() as folder:
        copies = [pathlib.Path(shutil.copy(file, folder)) for file in files]
        update(copies)
        found = [problem for copy in copies for problem in problems(copy)]
    print("\n".join(found[:50]) or f"{len(files)} translation(s) are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
