"""The palettes keep their promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.method import Colour, Style
from metascope.widgets.look.colours import contrast
from metascope.widgets.look.pens import SeriesStyle
from metascope.widgets.look.theme import CLASS_LETTERS, DARK, HUES, LIGHT, MIN_CONTRAST, TASK_LETTERS, Theme, by_name

THEMES = (LIGHT, DARK)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", ["text", "muted", "accent", "info", "warning", "error", "success"])
def test_text_is_readable_wherever_it_stands(theme: Theme, text: str) -> None:
    for back in ("window", "panel", "field", "raised", "hover"):
        assert contrast(getattr(theme, text), getattr(theme, back)) >= MIN_CONTRAST, back


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_on_coloured_grounds_is_readable(theme: Theme) -> None:
    for text, back in (
        (theme.info, theme.info_back),
        (theme.warning, theme.warning_back),
        (theme.error, theme.error_back),
        (theme.on_accent, theme.accent),
    ):
        assert contrast(text, back) >= MIN_CONTRAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_series_stand_out_from_the_panel(theme: Theme) -> None:
    assert all(contrast(colour, theme.panel) >= 3 for colour in theme.colours.values())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_letters_of_tasks_are_readable_and_differ(theme: Theme) -> None:
    colours = [theme.style(f"task.{letter}").colour for letter in TASK_LETTERS]
    assert len(set(colours)) == len(TASK_LETTERS)
    assert all(contrast(colour, theme.panel) >= MIN_CONTRAST for colour in colours)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_tasks_are_neutral_and_colours_of_methods_are_not(theme: Theme) -> None:
    tasks = max(QColor(theme.style(f"task.{letter}").colour).hslSaturationF() for letter in TASK_LETTERS)
    neutral = ("grey", "slate", "pale", "ink")
    methods = [QColor(colour) for name, colour in theme.colours.items() if name not in neutral]
    assert tasks < 0.2 < min(colour.hslSaturationF() for colour in methods)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_letters_of_classes_are_readable_in_tints_that_no_method_has(theme: Theme) -> None:
    colours = [theme.style(f"class.{letter}").colour for letter in CLASS_LETTERS]
    assert len(set(colours)) == HUES
    assert all(contrast(colour, theme.panel) >= MIN_CONTRAST for colour in colours)
    assert max(QColor(colour).hslSaturationF() for colour in colours) < 0.4
    assert not set(colours) & set(theme.colours.values())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_areas_of_classes_differ_and_leave_lines_visible(theme: Theme) -> None:
    shades = [QColor(*row).name() for row in theme.class_shades[:HUES].round().astype(int).tolist()]
    assert len(set(shades)) == HUES
    for shade in shades:
        assert contrast(theme.text, shade) >= MIN_CONTRAST
        assert contrast(shade, theme.panel) < 2.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_colours_of_series_differ(theme: Theme) -> None:
    assert theme.colours.keys() == set(get_args(Colour))
    assert len(set(theme.colours.values())) == len(theme.colours)


def test_a_theme_knows_the_styles_it_is_given_beside_its_pens() -> None:
    styles = {"mine": Style("sky", "long", "star", 1.25)}
    for theme in THEMES:
        found = theme.with_styles(styles).style("mine")
        assert found == SeriesStyle(theme.colours["sky"], "long", "star", 1.25)
        assert theme.with_styles(styles).style("now") == theme.style("now")


def test_the_same_styles_make_the_same_theme() -> None:
    styles = {"mine": Style("sky")}
    made = LIGHT.with_styles(styles)
    assert LIGHT.with_styles(styles) is made
    assert made.with_styles(styles) is made
    assert made.with_styles({"mine": Style("green")}) is not made
    with pytest.raises(KeyError):
        LIGHT.style("mine")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_diverging_map_is_the_panel_at_zero(theme: Theme) -> None:
    middle = theme.diverging_map[127:129].astype(int)
    read = QColor(theme.panel)
    panel = np.array([read.red(), read.green(), read.blue()])
    assert np.abs(middle - panel).max() <= 2


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_surface_map_rises_in_lightness(theme: Theme) -> None:
    brightness = theme.surface_map.astype(float) @ np.array([0.21, 0.72, 0.07])
    assert (np.diff(brightness[::8]) > 0).all()


def test_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        by_name("sepia")


def test_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError):
        LIGHT.style("nobody")


def test_system_theme_is_one_of_the_two(qapp: QApplication) -> None:
    assert by_name("system") in THEMES


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_theme_dresses_the_application(qapp: QApplication, theme: Theme, request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: LIGHT.apply(qapp))  # the next test begins in the light
    theme.apply(qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.window
    assert qapp.font().pixelSize() == 13
    assert "{" not in qapp.styleSheet().replace("{\n", "").replace("{ ", "")


def test_no_colour_is_named_outside_the_theme() -> None:
    root = Path(__file__).resolve().parents[3]
    sources = [path for folder in ("widgets", "scenes") for path in (root / folder).rglob("*.py")]
    sources.append(root / "main.py")
    found = [
        f"{path.name}: {match}"
        for path in sources
        if path.exists() and path.name != "theme.py"
        for match in re.findall(r"""["'](#[0-9a-fA-F]{3,8})["']""", path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_a_scaled_theme_has_larger_type_and_the_same_colours(qapp: QApplication) -> None:
    large = LIGHT.with_styles({"maml": Style("blue")}).scaled(1.5)
    assert large.font().pixelSize() == round(1.5 * LIGHT.font().pixelSize())
    assert large.room(40) == 60
    assert large.style("maml").colour == LIGHT.colours["blue"]
    assert large.name == LIGHT.name
    assert large.scaled(1 / 1.5).font_scale == pytest.approx(1.0)
