#!/usr/bin/env bash
# `QProcess.startDetached()` of a process object returns a bool where its signature promises (bool, int): the process id is lost.
#
# Version: PySide6-Essentials 6.11.3, Python 3.11, Linux.
# One would expect: what docstring and stub say of both overloads, `Tuple[bool, int]`, as in `started, pid = process.startDetached()`; in C++ both give the id.
# Seen: the static overload with program and arguments returns the pair, the method of an object returns True alone, and `processId()` is 0 afterwards, so that
# nothing tells the id. mypy accepts the unpacking, which then fails with "cannot unpack non-iterable bool object".
# Output seen:
#   PySide6 6.11.3: signatures promise Tuple[bool, int] twice
#   the static overload returns (bool, int), its id is the program's: True
#   the method returns bool; cannot unpack non-iterable bool object; processId() is 0
# What helps: the static overload, where its three arguments are enough (scenes/sweeps/local_runner.py); else `subprocess.Popen(..., start_new_session=True)`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat >"$folder/detached.py" <<'PYTHON'
import sys
import time
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QProcess

app = QCoreApplication([])
told = Path(sys.argv[1])
program = ["-c", f"import os; open({str(told)!r}, 'w').write(f'{{os.getpid()}}.')"]


def own_id() -> int:
    """Return what the detached program says of itself."""
    while not (told.exists() and told.read_text().endswith(".")):
        time.sleep(0.05)
    text = told.read_text()
    told.unlink()
    return int(text[:-1])


pair = QProcess.startDetached(sys.executable, program)
same = pair[1] == own_id()
process = QProcess()
process.setProgram(sys.executable)
process.setArguments(program)
alone = process.startDetached()
own_id()
promised = QProcess.startDetached.__doc__.count("-> Tuple[bool, int]")
try:
    started, pid = alone
    unpacked = "it can be unpacked"
except TypeError as error:
    unpacked = str(error)
print(f"PySide6 {PySide6.__version__}: signatures promise Tuple[bool, int] {'twice' if promised == 2 else promised}")
print(f"the static overload returns ({', '.join(type(part).__name__ for part in pair)}), its id is the program's: {same}")
print(f"the method returns {type(alone).__name__}; {unpacked}; processId() is {process.processId()}")
sys.exit(0 if promised == 2 and same and alone is True and process.processId() == 0 else 1)
PYTHON
timeout 60 "$folder/venv/bin/python" "$folder/detached.py" "$folder/id" || { echo "it is different now"; exit 1; }
