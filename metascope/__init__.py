"""Metascope: the program's folders under one name, so that nothing of them meets anybody's `scenes` or `widgets`.

Installed, `simulator/`, `widgets/`, `scenes/` and `assets/` lie in this folder; in a checkout they lie beside it, where
this looks for them too.
"""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
if not (_HERE / "simulator").is_dir():
    __path__.append(str(_HERE.parent))
