"""What a person should know beside the picture: adaptation that diverges."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.stories.navigation.frame import MetaTest
from metascope.simulator.stories.navigation.names import METHOD_NAMES
from metascope.simulator.stories.navigation.settings import NavigationSettings


def notices_of(settings: NavigationSettings, test: MetaTest) -> tuple[Message, ...]:
    """Return the notices of a run."""
    lost = [key for key, values in zip(settings.methods, test.returns.T, strict=True) if not np.isfinite(values).all()]
    if not lost:
        return ()
    text = "on held-out goals {methods} diverges while adapting: the inner learning rate is too large"
    return (say(text, methods=listed(METHOD_NAMES[key] for key in lost)),)
