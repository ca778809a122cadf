"""`python -m tools.translations [LANGUAGE ...]`: bring the catalogues up to date, begin those of new languages.

For translators: `--to-do zh_CN FIRST LAST` prints the entries with these numbers that have no finished translation, one
JSON line each; `--fill zh_CN FILE` takes such lines with a "translation" into the catalogue, or refuses all of them and
names everything that is wrong.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from metascope.simulator.engine.cli.languages import FOLDER, TEMPLATE, catalogue
from metascope.simulator.engine.errors import UserError
from tools.translations.catalogue import update
from tools.translations.work import fill, to_do


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description="The catalogues of texts.")
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="begin the catalogue of this language")
    work = parser.add_mutually_exclusive_group()
    work.add_argument("--to-do", nargs=3, metavar=("LANGUAGE", "FIRST", "LAST"), help="print what is not translated")
    work.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"), help="take translations into the catalogue")
    given = parser.parse_args(arguments)
    try:
        if given.to_do:
            language, first, last = given.to_do
            sys.stdout.writelines(f"{line}\n" for line in to_do(catalogue(language), first, last))
        elif given.fill:
            language, path = given.fill
            print(f"{fill(catalogue(language), Path(path))} translations taken")
        else:
            for path in sorted({TEMPLATE, *FOLDER.glob("metascope_*.ts"), *map(catalogue, given.languages)}):
                update(path)
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
