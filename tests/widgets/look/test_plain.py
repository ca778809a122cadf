"""Texts are told as they are, without the marks that only a menu needs."""

from __future__ import annotations

import pytest

from metascope.widgets.look.plain import without_mnemonic


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("&Open…", "Open…"),
        ("Sa&ve", "Save"),
        ("打开(&O)…", "打开…"),
        ("打开 (&O)", "打开"),
        ("loss (mean)", "loss (mean)"),
    ],
)
def test_a_text_is_told_without_the_mark_of_its_key(text: str, told: str) -> None:
    assert without_mnemonic(text) == told
