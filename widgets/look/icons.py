"""The program's own icons: single-colour drawings that take the theme's colours and stay sharp at any scale."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from metascope.widgets.look.colours import mixed
from metascope.widgets.look.theme import Theme

ICON_SIZE = 16  # pixels, of buttons and menus
_SIDES = (16, 20, 24, 32, 48, 64)  # pixels: up to 32 at twice the scale
_FOLDER = Path(__file__).parents[2] / "assets" / "icons"


def icon_names() -> tuple[str, ...]:
    """Return the names that `icon` knows, in alphabetical order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def icon(name: str, theme: Theme, colour: str = "") -> QIcon:
    """Return the icon `name` for normal, disabled and checked buttons of a theme; needs a QGuiApplication.

    Args:
        name: one of `icon_names()`.
        theme: gives the colours.
        colour: the colour to draw in, the theme's text colour where empty.

    Raises:
        KeyError: there is no such icon.
    """
    made = QIcon()
    faded = mixed(theme.muted, theme.window, 0.35)
    for mode, state, ink in (
        (QIcon.Mode.Normal, QIcon.State.Off, QColor(colour or theme.text)),
        (QIcon.Mode.Normal, QIcon.State.On, QColor(theme.on_accent)),
        (QIcon.Mode.Disabled, QIcon.State.Off, faded),
        (QIcon.Mode.Disabled, QIcon.State.On, faded),
    ):
        for side in _SIDES:
            made.addPixmap(icon_pixmap(name, ink, side), mode, state)
    return made


def icon_pixmap(name: str, colour: QColor, side: int) -> QPixmap:
    """Return the icon in one colour, `side` pixels wide and high.

    Raises:
        KeyError: there is no such icon.
    """
    return QPixmap.fromImage(_drawn(name, colour.name(), side))


@lru_cache(maxsize=4096)  # images, which may outlive the application, where pixmaps may not
def _drawn(name: str, colour: str, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        _renderer(name, colour).render(painter)
    return image


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


@cache
def _source(name: str) -> bytes:
    path = _FOLDER / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"there must be an icon {name!r} in {icon_names()}")
    return path.read_bytes()
