"""What a person should know beside the picture: adaptation that diverges, how pictures were read."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.stories.picture_starts.frame import MetaTest
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.tasks.images.source import Source


def notices_of(settings: StartsSettings, source: Source, test: MetaTest) -> tuple[Message, ...]:
    """Return the notices of a run, the most urgent one first.

    Args:
        settings: as they are now.
        source: of the pictures.
        test: the last measurement.
    """
    found = []
    lost = [key for key, losses in zip(settings.methods, test.loss.T, strict=True) if not np.isfinite(losses).all()]
    if lost:
        text = "on held-out episodes {methods} diverges while adapting: the inner learning rate is too large"
        found.append(say(text, methods=listed(METHOD_NAMES[key] for key in lost)))
    return (*found, *source.notices)
