"""Every colour, font and distance of the program, in a light and a dark theme, and which pens series have in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as declared
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.method import Colour, Style
from metascope.widgets.look.colours import class_tint, colour_ramp, mixed, shades, task_tint
from metascope.widgets.look.pens import SeriesStyle
from metascope.widgets.look.style_sheet import STYLE_SHEET

if TYPE_CHECKING:  # a window is painted before numpy is imported, and so before there are any maps
    import numpy as np
    from numpy.typing import NDArray

Size = Literal["small", "body", "title"]

GRID = 8  # pixels: every distance between things is a multiple, or half, of it
LARGER = 1.2  # scale of text with the preference "larger text"
MARK = 11.0  # pixels: diameter of a filled mark
RADIUS = 4  # pixels: corners of buttons and boxes
DIM = 0.22  # opacity of what is out of focus
GHOST = 0.45  # opacity of another run behind the current one
BAND = 0.18  # opacity of the area between two quantiles
MIN_CONTRAST = 4.5  # of text against what it stands on
TASK_LETTERS = "ABCDEFGHIJKLMNOP"
CLASS_LETTERS = "ABCDEFGHIJKLMNOPQRST"
HUES = 8  # of classes: more could not be told apart, and letters tell the classes that share one

_ASSETS = Path(__file__).resolve().parents[2] / "assets" / "theme"
_PIXELS: Mapping[Size, int] = {"small": 12, "body": 13, "title": 18}
_FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans", "sans-serif"]
CHINESE = ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei"]
# Cividis (Nunez, Anderton and Renslow 2018) at ten even places.
_CIVIDIS = (
    "#00224e",
    "#123570",
    "#3b496c",
    "#575d6d",
    "#707173",
    "#8a8678",
    "#a59c74",
    "#c3b369",
    "#e1cc55",
    "#fee838",
)  # dark to light

PENS: Mapping[str, Style] = {  # what is drawn beside the methods of any story
    "optimum": Style("ink", "fine", "plus", 1.0),
    "now": Style("grey", "dashed", "none", 1.75),
    "after": Style("ink", "solid", "none", 2.0),
    "ink": Style("ink", "solid", "disc", 1.5),
    "muted": Style("pale", "solid", "disc", 1.5),
}


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies([*_FAMILIES, *CHINESE])  # the latter for characters that the former lack
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)  # Qt thickens Chinese for no lighter one
    return font


@dataclass(frozen=True)
class Theme:
    """The looks of the program. Two themes exist: `LIGHT` and `DARK`, and what `with_styles` makes of them.

        theme = LIGHT.with_styles({"maml": Style("blue")})
        painter.setPen(theme.style("maml").pen())

        DARK.apply(app)
        painter.setFont(DARK.font("small"))
        painter.setPen(DARK.style("after").pen())

    Text colours have a contrast of at least `MIN_CONTRAST` on window, panel and raised; series at least 3 on panel.
    """

    name: Literal["light", "dark"]
    window: str  # behind everything
    panel: str  # behind pictures, fields and cards
    field: str  # behind text fields and check marks
    raised: str  # buttons
    hover: str  # buttons under the pointer
    border: str
    grid: str  # grid lines of plots
    text: str
    muted: str  # secondary text, axes
    accent: str  # focus rings, selection, what is live
    on_accent: str  # text on the accent
    info: str  # text of a notice for information
    info_back: str
    warning: str
    warning_back: str
    error: str
    error_back: str
    success: str
    absent: str  # where a picture has no number
    colours: Mapping[Colour, str]  # of series
    negative: str  # the diverging map's ends
    positive: str
    ink: str  # 1 on the map of [0, 1]
    surface_blend: float  # share of the panel in the muted surface map
    task_lightness: tuple[float, float]
    class_lightness: tuple[float, float]
    class_blend: float  # share of the panel in the area of a class
    contour: str  # of surfaces
    contour_alpha: float
    font_scale: float = 1.0  # of all type, and of the room that is made for it
    styles: Mapping[str, Style] = declared(default_factory=dict)  # of a story's methods, by key

    def with_styles(self, styles: Mapping[str, Style]) -> Theme:
        """Return these looks, which know the styles of a story's methods too; for the same mapping the same object."""
        if styles is self.styles:
            return self
        known = self._with_styles.get(id(styles))
        if known is None:
            known = self._with_styles[id(styles)] = replace(self, styles=styles)
        return known

    def style(self, role: str) -> SeriesStyle:
        """Return the style of a method's key, of a task or class, or of one of the `PENS`, such as `now`.

        Tasks are `task.A` to `task.P`, classes `class.A` to `class.T`.

        Raises:
            KeyError: no style has this name.
        """
        try:
            return self._series[role]
        except KeyError:
            self._series[role] = found = self._tinted(role)
            return found

    def _tinted(self, role: str) -> SeriesStyle:
        if role.startswith("class."):
            return self._classes[CLASS_LETTERS.index(role.removeprefix("class.")) % HUES]
        if role.startswith("task."):
            return self._tasks[TASK_LETTERS.index(role.removeprefix("task."))]
        raise KeyError(role)

    def font(self, size: Size = "body", bold: bool = False) -> QFont:
        """Return the typeface in one of its three sizes, in pixels so that it is the same on paper and on screen."""
        return QFont(_font(max(round(_PIXELS[size] * self.font_scale), 1), bold))

    def scaled(self, factor: float) -> Theme:
        """Return this theme with all type, and the room made for it, `factor` times as large."""
        return replace(self, font_scale=self.font_scale * factor)

    def room(self, pixels: float) -> int:
        """Return how many pixels type needs where `pixels` are enough at a scale of 1."""
        return round(pixels * max(self.font_scale, 0.5))

    @cached_property
    def surface_map(self) -> NDArray[np.uint8]:
        """The muted map of surfaces: (256, 3) red, green, blue; low is dark on both screens."""
        return colour_ramp(_CIVIDIS, self.panel, self.surface_blend)

    @cached_property
    def unit_map(self) -> NDArray[np.uint8]:
        """The map of weights and gates in [0, 1]: (256, 3), from the panel to ink."""
        return colour_ramp([self.panel, self.ink])

    @cached_property
    def diverging_map(self) -> NDArray[np.uint8]:
        """The map of signed quantities: (256, 3), the panel's colour is 0."""
        return colour_ramp([self.negative, self.panel, self.positive])

    @cached_property
    def class_shades(self) -> NDArray[np.float64]:
        """The muted tints of classes as areas: (20, 3) red, green and blue from 0 to 255."""
        tints = (self.style(f"class.{letter}").colour for letter in CLASS_LETTERS)
        return shades(tints, self.panel, self.class_blend)

    @cached_property
    def _with_styles(self) -> dict[int, Theme]:
        """What `with_styles` returned; each holds its styles, so that no other mapping gets their id."""
        return {}

    @cached_property
    def _series(self) -> dict[str, SeriesStyle]:
        """The styles by role; those of tasks and classes join when they are asked for."""
        named = {**PENS, **self.styles}
        return {
            role: SeriesStyle(self.colours[style.colour], style.dash, style.symbol, style.width)
            for role, style in named.items()
        }

    @cached_property
    def _tasks(self) -> tuple[SeriesStyle, ...]:
        return tuple(SeriesStyle(task_tint(index, self.task_lightness), "solid", "none", 1.5) for index in range(16))

    @cached_property
    def _classes(self) -> tuple[SeriesStyle, ...]:
        tints = [class_tint(index, self.class_lightness) for index in range(HUES)]
        return tuple(SeriesStyle(tint, "solid", "square", 1.5) for tint in tints)

    def apply(self, app: QApplication) -> None:
        """Apply this theme to the whole program."""
        app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self._style_sheet())

    def _style_sheet(self) -> str:
        tick = _ASSETS / ("tick-white.svg" if self.name == "light" else "tick-black.svg")
        return STYLE_SHEET.format(theme=self, radius=RADIUS, grid=GRID, half=GRID // 2, tick=tick.as_posix())

    def palette(self) -> QPalette:
        """Return the colours of Qt's own controls."""
        role = QPalette.ColorRole
        palette = QPalette()
        for colour, roles in (
            (self.window, (role.Window,)),
            (self.field, (role.Base,)),
            (self.panel, (role.ToolTipBase,)),
            (self.raised, (role.Button, role.AlternateBase)),
            (self.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText)),
            (self.muted, (role.PlaceholderText,)),
            (self.accent, (role.Highlight, role.Accent, role.Link)),
            (self.on_accent, (role.HighlightedText,)),
            (self.border, (role.Mid,)),
        ):
            for one in roles:
                palette.setColor(one, QColor(colour))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, mixed(self.muted, self.window, 0.35))
        return palette


def by_name(name: str) -> Theme:
    """Return the theme called `light` or `dark`; `system` follows the desktop, light where that is unknown.

    Raises:
        KeyError: there is no such theme.
    """
    if name != "system":
        return {"light": LIGHT, "dark": DARK}[name]
    hints = QGuiApplication.styleHints()
    return DARK if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


# The first six colours of the palettes are Okabe and Ito's.
LIGHT = Theme(
    name="light",
    window="#f3f4f6",
    panel="#ffffff",
    field="#ffffff",
    raised="#fbfbfc",
    hover="#e7eaee",
    border="#c3c8d0",
    grid="#e6e8ec",
    text="#1b1f26",
    muted="#565d69",
    accent="#0b63c5",
    on_accent="#ffffff",
    info="#174a86",
    info_back="#e6f0fb",
    warning="#7a4a00",
    warning_back="#fff1d6",
    error="#a3161a",
    error_back="#fde8e7",
    success="#146c43",
    absent="#d9dce1",
    colours={
        "blue": "#0072b2",
        "sky": "#3398d4",
        "green": "#008f68",
        "orange": "#c27a00",
        "vermilion": "#cc5500",
        "purple": "#b8619a",
        "violet": "#6f4bb5",
        "teal": "#007d88",
        "iris": "#a040f0",
        "crimson": "#8c1515",
        "slate": "#464c56",
        "grey": "#6a7079",
        "pale": "#878d96",
        "ink": "#15181d",
    },
    negative="#2b6cb0",
    positive="#b3402a",
    ink="#10131a",
    surface_blend=0.5,
    task_lightness=(0.40, 0.24),
    class_lightness=(0.36, 0.30),
    class_blend=0.62,
    contour="#3c414b",
    contour_alpha=0.45,
)

DARK = Theme(
    name="dark",
    window="#16191e",
    panel="#1d2127",
    field="#272c34",
    raised="#292e36",
    hover="#343a44",
    border="#434a55",
    grid="#2d323a",
    text="#e8eaee",
    muted="#a3abb8",
    accent="#6cb2ff",
    on_accent="#0b1420",
    info="#a9d0ff",
    info_back="#1b2c42",
    warning="#ffcf7d",
    warning_back="#3a2c10",
    error="#ffa8a0",
    error_back="#43201f",
    success="#7fd6a7",
    absent="#383d46",
    colours={
        "blue": "#3a96de",
        "sky": "#9bd4f7",
        "green": "#2dbd91",
        "orange": "#eba52a",
        "vermilion": "#f0793a",
        "purple": "#d98fbe",
        "violet": "#b39bf2",
        "teal": "#4cc2ca",
        "iris": "#9359fb",
        "crimson": "#e23653",
        "slate": "#d0d5dd",
        "grey": "#a2a9b4",
        "pale": "#7f8792",
        "ink": "#f2f4f7",
    },
    negative="#63a8ef",
    positive="#ee7f62",
    ink="#f2f4f7",
    surface_blend=0.52,
    task_lightness=(0.62, 0.80),
    class_lightness=(0.66, 0.72),
    class_blend=0.66,
    contour="#aab4c4",
    contour_alpha=0.3,
)
