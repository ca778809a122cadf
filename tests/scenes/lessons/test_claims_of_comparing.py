"""What the lessons on distances, forgetting, fast weights and policies claim is so in the runs that they open."""

from __future__ import annotations

import math
from typing import cast

import numpy as np
import pytest

from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.navigation.frame import NavigationFrame
from tests.scenes.lessons.claims import Begin, told

pytestmark = [pytest.mark.usefixtures("kernels"), pytest.mark.slow]


def measured(run: Simulation, step: int) -> dict[str, float]:
    """Return the newest metrics when this meta-step is done."""
    found = dict(run.look().metrics)
    while run.look().step < step:
        found |= run.step().metrics
    return found


class TestDistances:
    LESSON = "distances"

    def test_the_claims(self, begin: Begin) -> None:
        run = begin(self.LESSON, "question")
        early = measured(run, 10)
        assert early["relation.accuracy"] < early["prototypes.accuracy"] - 0.1
        late = measured(run, 40)
        assert min(told(run.look(), *(f"{key}.accuracy" for key in ("prototypes", "matching", "relation")))) > 0.6
        assert late["pixels.accuracy"] < 0.55
        assert late["cosine.loss"] > late["matching.loss"]
        assert late["cosine.loss"] > math.log(math.e + 4) - 1 > 0.9
        assert late["pixels.accuracy"] < late["cosine.accuracy"] < late["matching.accuracy"]
        frame = cast(MetricFrame, run.look())
        prototypes = frame.answers["prototypes"]
        assert prototypes.plane.exact
        assert prototypes.plane.regions.size
        assert prototypes.plane.kept == 1
        cap = math.e / (math.e + 2)
        assert round(cap, 2) == 0.58
        assert float(frame.answers["cosine"].probabilities.max()) <= cap + 1e-6
        run.change("point", {"method": "prototypes", "support": 0, "to": [1.0, 1.0]})
        held = cast(MetricFrame, run.look()).answers["prototypes"]
        assert held.plane.moved[0]
        assert (held.plane.regions != prototypes.plane.regions).any()
        run.change("reset", None)
        run.change("move", {"support": 0, "to": 1})
        moved = cast(MetricFrame, run.look()).answers["prototypes"]
        assert 0 not in moved.predicted
        assert np.isnan(moved.plane.prototypes[0]).all()
        run.change("move", {"support": 0, "to": 0})
        back = cast(MetricFrame, run.look()).answers["prototypes"]
        assert (back.predicted == prototypes.predicted).all()


class TestForgetting:
    LESSON = "forgetting"

    def test_the_claims(self, begin: Begin) -> None:
        run = begin(self.LESSON, "classifier")
        late = measured(run, 12)
        assert late["finetuning.base_before"] > 0.8
        assert late["finetuning.base_after"] < 0.5
        assert late["neighbours.base_before"] - late["neighbours.base_after"] < 0.03
        apart = abs(late["finetuning.accuracy"] - late["neighbours.accuracy"])
        assert apart < late["finetuning.ci"] + late["neighbours.ci"]
        frame = cast(MetricFrame, run.look())
        tuned = frame.answers["finetuning"].tuned
        assert tuned is not None
        assert tuned.diverged < 0
        assert tuned.base[0] > tuned.among_all[0]
        assert tuned.base[-1] < tuned.among_all[-1]  # the curves cross
        neighbours, weights = frame.costs["neighbours"].stored, frame.costs["finetuning"].stored
        assert (np.diff(neighbours) > 0).all()
        assert (np.diff(weights) == 0).all()
        assert (weights > neighbours).all()
        run.change("move", {"support": 0, "to": 1})
        for answer in cast(MetricFrame, run.look()).answers.values():
            assert 0 not in answer.predicted


class TestFastWeights:
    LESSON = "fast-weights"

    def test_the_claims(self, begin: Begin) -> None:
        run = begin(self.LESSON, "question")
        late = measured(run, 50)
        assert late["meta.accuracy"] > late["pixels.accuracy"]
        assert abs(late["slow.accuracy"] - 0.2) < 0.03
        frame = cast(MetaNetFrame, run.look())
        own = frame.table.asked == 0
        before = frame.reply.predicted["meta"]
        assert frame.ticks() == 20
        assert (before[own] == 0).mean() > 0.6
        sizes = np.sqrt(np.square(frame.embedding.fast_pixels[:, frame.embedding.patterns]).mean((1, 2, 3)))
        assert (np.abs(np.diff(sizes, prepend=0.0)) > 1e-4).all()  # theta+ changes at each gradient that F reads
        shares = frame.reply.attention[frame.query]
        assert int(shares.argmax()) == int(frame.table.asked[frame.query])
        run.change("move", {"support": 0, "to": 1})
        relabelled = cast(MetaNetFrame, run.look()).reply.predicted["meta"]
        assert (relabelled[own] == 1).mean() >= 0.8
        run.change("move", {"support": 0, "to": 0})
        assert (cast(MetaNetFrame, run.look()).reply.predicted["meta"] == before).all()
        run.change("phi_scale", 0.0)
        reply = cast(MetaNetFrame, run.look()).reply
        np.testing.assert_allclose(reply.probabilities["meta"], reply.probabilities["slow"], atol=1e-6)
        run.change("phi_scale", 1.0)
        for row in range(5):
            run.change("disturb", {"before": 19, "row": row, "how": "erase"})
            erased = cast(MetaNetFrame, run.look()).reply.predicted["meta"]
            mine = frame.table.asked == row
            assert (erased[mine] == row).mean() <= 0.2
            assert (erased[~mine] == before[~mine]).mean() > 0.6
            run.change("reset", None)


class TestAPolicyThatAdapts:
    LESSON = "a-policy-that-adapts"

    def test_the_claims(self, begin: Begin) -> None:
        run = begin(self.LESSON, "goals")
        late = measured(run, 10)
        assert abs(late["maml.return_0"] - late["pretraining.return_0"]) < 6
        assert late["maml.return_1"] - late["maml.return_0"] > 2 * (
            late["pretraining.return_1"] - late["pretraining.return_0"]
        )
        frame = cast(NavigationFrame, run.look())
        assert frame.ticks() == 13
        which = frame.methods.index("maml")
        cloud, fan = (np.nanmean(frame.course.walks[stage, which], axis=(1, 2)) for stage in (0, 1))  # (G, 2)
        goals = frame.course.goals
        towards = np.sum(fan * goals, axis=1) / np.hypot(*goals.T)
        assert (towards > 0.1).all()
        assert np.ptp(cloud, axis=0).max() < np.ptp(fan, axis=0).min()
        shown = frame.course.goals.tolist()
        run.change("goals", [[-0.3, 0.1], *shown[1:]])
        moved = cast(NavigationFrame, run.look()).course
        assert np.nanmean(moved.walks[1, which, 0], axis=(0, 1))[0] < -0.05
        run.change("inner_rate", 0.0)
        still = cast(NavigationFrame, run.look()).course
        assert np.abs(still.returns[1, which] - still.returns[0, which]).mean() < 3
