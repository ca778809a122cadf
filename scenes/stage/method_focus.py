"""Chooses which methods stand out: those a person has chosen, or the one whose inner steps are looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from metascope.scenes.scene import Scene
from metascope.scenes.stage.playing.playback import Playback
from metascope.scenes.unseen.ghosts import Ghosts
from metascope.widgets.clock.inner_clock import InnerClock
from metascope.widgets.methods.chips import MethodChips


class MethodFocus(QObject):
    """Passes on to the scene, and to the runs behind it, how far each method stands out.

    Args:
        scene: of the run.
        chips: by which a person chooses methods.
        clock: by which a person goes through a method's inner steps.
        playback: plays them.
        parent: owns it.
    """

    def __init__(
        self, scene: Scene, chips: MethodChips, clock: InnerClock, playback: Playback, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._scene, self._chips, self._clock, self._playback = scene, chips, clock, playback
        self._ghosts: Ghosts | None = None
        self._inside = False  # a person looks at an inner step: its method stands out
        clock.moved.connect(self._look_inside)
        clock.play_toggled.connect(self._slow_motion)
        clock.pace_changed.connect(self._follow_pace)
        clock.method_chosen.connect(self._choose)
        chips.emphasis_changed.connect(self._emphasize)
        scene.method_chosen.connect(chips.toggle_focus)

    def set_ghosts(self, ghosts: Ghosts | None) -> None:
        """Let the methods of other runs behind this one stand out alike."""
        self._ghosts = ghosts
        self._show()

    def stop_slow_motion(self) -> None:
        """Stop the inner clock, and dim nothing."""
        self._clock.set_playing(False)
        self._slow_motion(False)

    def _slow_motion(self, playing: bool) -> None:
        """Play the inner clock of the chosen method with everything else dimmed, or stop it and dim nothing."""
        if self._playback.in_slow_motion and not playing:
            self._inside = False
        self._playback.set_slow_motion(playing)
        self._show()

    def _follow_pace(self) -> None:
        if self._playback.in_slow_motion:
            self._playback.set_slow_motion(True)

    def _look_inside(self) -> None:
        self._inside = not self._playback.clocks.inner.live
        self._show()

    def _choose(self, method: str) -> None:
        self._clock.set_method(method)
        self._playback.set_method(method)
        self._show()

    def _emphasize(self, levels: dict[str, str]) -> None:
        """Pass the emphasis on; a method in focus is also the one that the inner clock shows."""
        full = [key for key, level in levels.items() if level == "full"]
        if len(full) == 1:
            self._choose(full[0])
        self._show()

    def _show(self) -> None:
        levels = self._chips.emphasis()
        if self._playback.in_slow_motion or self._inside:
            told = self._playback.method
            levels = {key: level if key == told or level == "hidden" else "dim" for key, level in levels.items()}
            levels[told] = "full"
        self._scene.set_emphasis(levels)
        if self._ghosts is not None:
            self._ghosts.set_emphasis(levels)
