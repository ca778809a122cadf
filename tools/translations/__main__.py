"""`python -m tools.translations [LANGUAGE ...]`: bring the catalogues up to date, begin those of new languages."""

from __future__ import annotations

import sys

from simulator.engine.cli.languages import FOLDER, TEMPLATE, compiled
from tools.translations.catalogue import compile_catalogue, update


def main(languages: list[str]) -> None:
    """Update every .ts file there is and those of `languages`, and compile them."""
    paths = {TEMPLATE, *FOLDER.glob("metascope_*.ts"), *(FOLDER / f"metascope_{it}.ts" for it in languages)}
    for path in sorted(paths):
        update(path)
        if path != TEMPLATE:
            compile_catalogue(path, compiled(path.stem.partition("_")[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
