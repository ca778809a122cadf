#!/usr/bin/env bash
# pyside6-lupdate extracts texts, without a warning, under a context or a source that the running program never asks for.
#
# Version: PySide6_Essentials 6.11.3 (pyside6-lupdate, pyside6-lrelease), Python 3.11.
# One would expect: what lupdate extracts and a translator translates is shown translated; what it cannot follow is left out, or named.
# Seen: `tr = partial(QCoreApplication.translate, "Menus")` is the usual short form in a module without a class. lupdate takes `tr("Open")` for a method's
# `tr` outside a class, and files it under a context with an empty name; the program asks for context "Menus", and gets English. An f-string is extracted
# with its braces and the *expression* in them as the source text; the program asks for the formatted text. Both count as "found".
# An alias, `translate = QCoreApplication.translate`, is followed, and nested functions and lambdas keep their class's context.
# Output seen:
#   partial: extracted, shown as 'Open'
#   f-string: extracted, shown as '3 runs'
#   alias: extracted, shown as 'translated: Close'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6_Essentials==6.11.3
cat >"$folder/texts.py" <<'PYTHON'
from functools import partial

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
tr = partial(QCoreApplication.translate, "Menus")


def texts(count: int) -> dict[str, str]:
    return {
        "partial": tr("Open"),
        "f-string": translate("Menus", f"{count} runs"),
        "alias": translate("Menus", "Close"),
    }
PYTHON
cat >"$folder/show.py" <<'PYTHON'
import re
import subprocess
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

here = Path(__file__).parent
bin = here / "venv" / "bin"
subprocess.run([bin / "pyside6-lupdate", "texts.py", "-ts", "texts.ts"], cwd=here, check=True, capture_output=True)
source = (here / "texts.ts").read_text("utf-8")
extracted = {"partial": "<source>Open<", "f-string": "<source>{count} runs<", "alias": "<source>Close<"}
translated = re.sub(
    r"(<source>(.*?)</source>\s*)<translation type=\"unfinished\"></translation>",
    r"\1<translation>translated: \2</translation>",
    source,
)
(here / "texts.ts").write_text(translated, "utf-8")
subprocess.run([bin / "pyside6-lrelease", "texts.ts"], cwd=here, check=True, capture_output=True)

app = QCoreApplication([])
translator = QTranslator()
assert translator.load(str(here / "texts.qm"))
app.installTranslator(translator)

import texts

shown = texts.texts(3)
for kind, text in shown.items():
    assert extracted[kind] in source, source
    print(f"{kind}: extracted, shown as {text!r}")
assert shown == {"partial": "Open", "f-string": "3 runs", "alias": "translated: Close"}, shown
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
