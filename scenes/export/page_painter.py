"""Draws the pictures of a web page, in each theme and language, with hidden copies of a run's scene."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from metascope.scenes.export.tongue import Tongue
from metascope.scenes.layout_scene import DrawsFrames
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene, Words
from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.widgets.look.theme import Theme
from metascope.widgets.paper.export import svg_bytes
from metascope.widgets.paper.legend import draw_legend
from metascope.widgets.paper.page_model import Cursor, Look
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import TITLE_HEIGHT, View

STAGE = QSize(1280, 760)  # units in which a scene is laid out, for the shapes of its views
ACROSS = 560  # units across a picture: text scales with it
SHAPES = (0.5, 0.85)  # a picture's height in shares of its width, at least and at most
ELSEWHERE = 0.66  # of a view on another page of the scene
BELOW = 6  # units left free below a view, so that no label touches the frame

Drawn = Callable[[QPainter], None]

_FAMILY = re.compile(rb'font-family="([^"]*)"')
_FALLBACK = b"system-ui, sans-serif"


class PagePainter:
    """A hidden scene for each look, whose views are drawn in pieces of a few milliseconds. Call `close` at the end."""

    def __init__(
        self,
        run: Run,
        scene: Scene,
        emphasis: Mapping[str, str],
        themes: Sequence[Theme],
        languages: Sequence[str],
        labels: Sequence[str],
        width: int,
    ) -> None:
        """Make the scenes.

        Args:
            run: that is drawn.
            scene: whose choices and zoom are copied; it may be deleted afterwards.
            emphasis: of methods: "full", "dim" or "hidden".
            themes: of the pictures.
            languages: of the texts; the first is that of a reader without scripts.
            labels: those of them that pictures are drawn in.
            width: of a picture, in pixels.
        """
        self._themes: dict[str, Theme] = {theme.name: theme for theme in themes}
        self.looks: tuple[Look, ...] = tuple((theme.name, language) for language, theme in product(labels, themes))
        self._emphasis = dict(emphasis)
        self._scale = width / ACROSS
        self._sizes: dict[str, QSizeF] = {}
        self._tongues = {language: Tongue(language) for language in languages}
        first: str = themes[0].name
        self._twins: dict[Look, HiddenScene] = {}
        for theme, language in dict.fromkeys((*self.looks, *((first, language) for language in languages))):
            with self._tongues[language].spoken():
                self._twins[theme, language] = HiddenScene(run, scene, self._themes[theme])
        self._named = {look: _titles(twin) for look, twin in self._twins.items()}  # before any moment
        self._seen_titles: dict[str, set[str]] = {}  # of a view in the first look, at all moments
        self._drawn: set[Look] = set()
        with self._tongues[languages[0]].spoken():
            self.drawings = _drawings(self._twin(languages[0]), run.recording.metrics)

    def close(self) -> None:
        """Delete the scenes."""
        for twin in self._twins.values():
            twin.close()

    def tongue(self, language: str) -> Tongue:
        """Return a language of the texts."""
        return self._tongues[language]

    def scene(self, language: str) -> Scene:
        """Return a scene in this language."""
        return self._twin(language).scene

    def words(self, language: str) -> Words:
        """Return the scene's texts in this language."""
        with self._tongues[language].spoken():
            return self.scene(language).words()

    def titles(self, language: str) -> dict[str, str]:
        """Return the views' titles in this language; one that tells of a moment without what it tells."""
        [look] = [look for look, twin in self._twins.items() if twin is self._twin(language)]
        moving = {name for name, titles in self._seen_titles.items() if len(titles) > 1}
        first = self._named[look]
        return {
            name: (first[name] if name in moving else "") or title for name, title in _titles(self._twins[look]).items()
        }

    def pixels(self, view: str) -> tuple[int, int]:
        """Return the width and height of a view's pictures, once a frame has been drawn."""
        size = self._sizes[view] * self._scale
        return round(size.width()), round(size.height())

    def draw(
        self, look: Look, frame: Frame, tick: int, method: str, metrics: Metrics, views: Sequence[str]
    ) -> Iterator[tuple[str, QImage]]:
        """Draw a frame at an inner tick of a method in a look, view by view: each one's name and picture.

        Raises:
            UserError: the frame is from a file and cannot be drawn.
        """
        self._show(look, frame, tick, method, metrics)
        for view in self._views(look, views):
            with self._tongues[look[1]].spoken():
                image = self._picture(view)
            yield view.name, image

    def show_texts(self, frame: Frame, tick: int, method: str, metrics: Metrics) -> None:
        """Draw a frame where only texts are read of it."""
        for look in self._twins.keys() - set(self.looks):
            self._show(look, frame, tick, method, metrics)

    def drawing(self, look: Look, name: str) -> tuple[bytes, Cursor]:
        """Return the curves of a view as SVG, and where the cursor goes over it."""
        [view] = self._views(look, [name])
        assert isinstance(view, CurvesView), "only curves are drawings"
        size = self._sizes[name]
        with self._tongues[look[1]].spoken():
            view.set_remark("")  # of the frame drawn last, why it has no value
            made = _svg(lambda painter: _render(view, painter, size), view.title, size)
        area, top = view.area_on_paper(), view.theme.room(TITLE_HEIGHT)
        (low, high), _ = view.panels[0].view()
        unit = area.width() / (high - low)
        across, down = 100 / size.width(), 100 / size.height()
        return made, Cursor(
            left=area.left() * across,
            right=area.right() * across,
            top=(top + area.top()) * down,
            bottom=100 - (top + area.bottom()) * down,
            origin=(area.left() - low * unit) * across,
            unit=view.per_step * unit * across,
        )

    def legend(self, look: Look) -> tuple[bytes, int]:
        """Return the methods that are not hidden, each with its line and symbol, as SVG, and its height in units."""
        scene = self._twins[look].scene
        methods = [method for method in scene.methods() if self._emphasis.get(method[0]) != "hidden"]
        theme = scene.styled(self._themes[look[0]])
        room, tried = QRectF(0, 0, ACROSS, ACROSS), QPicture()
        with QPainter(tried) as painter:
            height = math.ceil(room.height() - draw_legend(painter, room, methods, theme))
        rect = QRectF(0, 0, ACROSS, height)

        def draw(painter: QPainter) -> None:
            draw_legend(painter, rect, methods, theme)

        return _svg(draw, "", rect.size()), height

    def _twin(self, language: str) -> HiddenScene:
        return next(twin for (_, spoken), twin in self._twins.items() if spoken == language)

    def _views(self, look: Look, names: Sequence[str]) -> list[View]:
        known = {view.name: view for view in self._twins[look].views}
        return [known[name] for name in names if name in known]

    def _show(self, look: Look, frame: Frame, tick: int, method: str, metrics: Metrics) -> None:
        twin = self._twins[look]
        with self._tongues[look[1]].spoken():
            twin.draw(frame, tick, method, metrics)
            if look == self.looks[0]:
                for name, title in _titles(twin).items():
                    self._seen_titles.setdefault(name, set()).add(title)
            if look in self._drawn:
                return
            twin.set_emphasis(self._emphasis)  # which needs a scene that has drawn a frame, as its layout does
            self._drawn.add(look)
            for view, place in zip(twin.views, twin.places(STAGE), strict=True):
                seen = view.isVisibleTo(twin.scene) and place.width() > 0
                shape = place.height() / place.width() if seen else ELSEWHERE
                shape = min(max(shape, SHAPES[0]), SHAPES[1])
                self._sizes.setdefault(view.name, QSizeF(ACROSS, round(ACROSS * shape)))
                if isinstance(view, PlotView) and view.name not in self.drawings:
                    view.draw_cursor_on_paper(True)

    def _picture(self, view: View) -> QImage:
        size = self._sizes[view.name]
        image = QImage(QSize(*self.pixels(view.name)), QImage.Format.Format_RGB32)
        image.fill(QColor(view.theme.panel))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(image.width() / size.width(), image.height() / size.height())
            _render(view, painter, size)
        return image


def _render(view: View, painter: QPainter, size: QSizeF) -> None:
    """Draw a view onto a ground of its own, with `BELOW` left free."""
    painter.fillRect(QRectF(QPointF(0, 0), size), QColor(view.theme.panel))
    view.render_to(painter, QRectF(0, 0, size.width(), size.height() - BELOW))


def _titles(twin: HiddenScene) -> dict[str, str]:
    return {view.name: view.title for view in twin.views}


def _svg(draw: Drawn, title: str, size: QSizeF) -> bytes:
    """Return a drawing as SVG, with typefaces for a computer that has not those of this one."""
    made = svg_bytes(draw, size, title)
    return _FAMILY.sub(lambda found: b'font-family="' + found[1] + b", " + _FALLBACK + b'"', made)


def _drawings(twin: HiddenScene, metrics: Metrics) -> tuple[str, ...]:
    """Return the views that show curves of the whole run, over which a cursor moves, and no frames."""
    curves = [one for one in twin.views if isinstance(one, CurvesView) and not isinstance(one, DrawsFrames)]
    for step in (metrics.last_step - 1, metrics.last_step):
        twin.scene.draw_curves(metrics, step)
        curves = [view for view in curves if view.cursor_at == step * view.per_step]
    return tuple(view.name for view in curves) if metrics.last_step > 0 else ()
