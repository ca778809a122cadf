"""Every text has a finished Chinese translation."""

from __future__ import annotations

from metascope.simulator.engine.cli.languages import catalogue
from tools.translations.work import entries


def test_no_chinese_translation_is_unfinished() -> None:
    """Where it fails: `python -m tools.translations --to-do zh_CN 1 9999` lists them, `--fill` takes them."""
    found = entries(catalogue("zh_CN").read_text(encoding="utf-8"))
    assert [f"{it.context}: {it.source}" for it in found if not it.finished] == []
