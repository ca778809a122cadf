"""Formulas are typeset in the theme's colour, or refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.language.catalogue import CatalogueTranslator
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.views.formula import FormulaLabel, typeset
from tests.widgets.leaks import is_freed

UPDATE = r"\phi \leftarrow \phi - \beta \sum_{t} \nabla_\phi\, l_t\left(\theta_k(\phi)\right)"


@pytest.fixture(autouse=True)
def in_the_light(qapp: QApplication) -> None:
    LIGHT.apply(qapp)


def drawn(label: FormulaLabel) -> QImage:
    label.resize(label.sizeHint())
    return label.grab().toImage()


def brightness(image: QImage) -> list[int]:
    return [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]


def test_formula_leaves_ink_in_the_themes_colour(qtbot: QtBot) -> None:
    label = FormulaLabel(UPDATE, "phi is moved against the sum of gradients", LIGHT)
    qtbot.addWidget(label)
    values = brightness(drawn(label))
    assert 0.02 < sum(value < 90 for value in values) / len(values) < 0.5
    before = label.grab().toImage()
    label.set_theme(DARK)
    assert label.grab().toImage() != before


def test_formula_reads_as_plain_text(qtbot: QtBot) -> None:
    label = FormulaLabel(r"\theta", "theta", LIGHT)
    qtbot.addWidget(label)
    assert label.accessibleName() == "theta"


def test_longer_formula_asks_for_more_room(qtbot: QtBot) -> None:
    short, long = FormulaLabel(r"\phi", "phi", LIGHT), FormulaLabel(UPDATE, "update", LIGHT)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().width() < 30 < long.sizeHint().width()
    assert long.minimumSizeHint().width() < long.sizeHint().width()


def test_narrow_formula_is_drawn_smaller_not_cut(qtbot: QtBot) -> None:
    label = FormulaLabel(UPDATE, "update", LIGHT)
    qtbot.addWidget(label)
    label.resize(QSize(label.sizeHint().width() // 2, 40))
    image = label.grab().toImage()
    right_edge = [image.pixelColor(image.width() - 1, y).lightness() for y in range(image.height())]
    assert min(right_edge) > 200


@pytest.mark.parametrize("latex", [r"\frac{1}{", "x^", r"\nosuchcommand{x}"])
def test_bad_latex_is_a_developers_error(qtbot: QtBot, latex: str) -> None:
    with pytest.raises(ValueError, match="must"):
        FormulaLabel(latex, "", LIGHT)


def test_formula_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: FormulaLabel(r"\phi", "phi", LIGHT))


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    texts = {("Formula", "write:"): "写入：", ("Formula", "and"): "与", ("Formula", "emb"): "嵌入"}
    translator = CatalogueTranslator(texts)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("chinese")
def test_words_in_a_formula_are_set_in_chinese_and_the_rest_as_it_was() -> None:
    written = typeset(r"\text{write: } M^t \qquad a \text{ and } b", 20, "#102030").decode()
    assert written.count("<g ") == 4  # a piece each
    assert written.count('fill="#102030" d="M') == 2
    plain = typeset("b", 20, "#102030").decode()
    inside = plain[plain.index(">") + 1 : plain.index("</svg>")]
    assert inside in written


@pytest.mark.usefixtures("chinese")
def test_words_in_an_index_are_part_of_a_symbol_and_stay() -> None:
    latex = r"l^{\text{emb}}"
    assert typeset(latex, 20, "#000000").decode().count("<g ") == 0


@pytest.mark.usefixtures("chinese")
def test_chinese_words_leave_ink(qtbot: QtBot) -> None:
    label = FormulaLabel(r"\text{write: }", "write", LIGHT)
    qtbot.addWidget(label)
    values = brightness(drawn(label))
    assert 0.02 < sum(value < 90 for value in values) / len(values) < 0.5
