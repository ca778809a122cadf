"""Returns that the authors have published (Finn et al., 2017), and what standing still costs."""

from __future__ import annotations

import math
from collections.abc import Mapping

from metascope.simulator.stories.navigation.names import MAML, ORACLE, SCRATCH

# Means over 40 goals after 0, 1, 2, ... steps, of the released results; the paper's table 4 has the first four of MAML.
RETURNS: Mapping[str, tuple[float, ...]] = {
    MAML: (-40.41, -11.68, -3.33, -3.23, -3.35),
    SCRATCH: (-82.66, -57.96, -53.84, -46.81, -42.91),
    ORACLE: (-2.29,),
}

STILL = (math.sqrt(2) + math.log(1 + math.sqrt(2))) / 6  # per step: mean distance of a goal in the square from 0
STILL_SQUARED = 1 / 6
