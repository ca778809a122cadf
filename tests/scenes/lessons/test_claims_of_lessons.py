"""What the texts of lessons claim is so in the runs that they open, by either engine."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from tests.scenes.lessons.claims import Begin, opening, told, trained

pytestmark = pytest.mark.usefixtures("kernels")


class TestWhatTheShortcutCosts:
    LESSON = "what-the-shortcut-costs"

    def test_with_a_small_inner_step_fomaml_is_as_good(self, begin: Begin) -> None:
        run = begin(self.LESSON, "question")
        angle, norm = told(run.look(), "fomaml.angle_to_maml", "fomaml.norm_to_maml")
        assert angle < 1
        assert 1 < norm < 2
        exact, cheap = told(trained(run, 300), "maml.loss_after", "fomaml.loss_after")
        assert cheap < 1.05 * exact
        assert exact < 0.2 * run.look().metrics["maml.loss_now"] * 10

    def test_the_curvatures_are_those_of_the_text(self) -> None:
        settings = opening(self.LESSON, "question").settings.model_dump()
        assert {row[:2] for row in settings["curvatures"]} == {(3.4, 0.15), (0.15, 3.4)}

    def test_across_the_valley_it_climbs_and_with_two_steps_it_comes_back(self, begin: Begin) -> None:
        run = begin(self.LESSON, "wall")
        angle, norm, first = told(run.look(), "fomaml.angle_to_maml", "fomaml.norm_to_maml", "fomaml.loss_after")
        assert angle > 170
        assert norm > 1
        climbed = dict(trained(run, 100).metrics)
        assert climbed["fomaml.loss_after"] > 2 * first
        assert climbed["maml.loss_after"] < first / 3
        run.change("inner_steps", 2)
        back = trained(run, 400).metrics
        assert back["fomaml.loss_after"] < first / 5
        assert back["fomaml.angle_to_maml"] < 45

    def test_fifteen_steps_lead_past_the_goal(self, begin: Begin) -> None:
        run = begin(self.LESSON, "fifteen")
        assert run.look().metrics["fomaml.angle_to_maml"] < 5
        losses = [trained(run, step).metrics["fomaml.loss_after"] for step in range(1, 301)]
        assert min(losses) < losses[0] / 10
        assert losses[-1] > 10 * min(losses)
        assert run.look().metrics["maml.loss_after"] < min(losses)


class TestGradientDescentIsAnLstm:
    LESSON = "gradient-descent-is-an-lstm"

    def test_the_input_gate_becomes_several_times_eta(self, begin: Begin) -> None:
        run = begin(self.LESSON, "alike")
        before = run.look().metrics["descent.loss_mean"]
        frame = cast(CellFrame, trained(run, 200))
        gate = float(frame.z_i[frame_methods().index("kept"), 1, 0])
        assert gate > 0.8
        assert gate > 3 * frame.eta
        assert frame.metrics["descent.loss_mean"] == before
        assert max(told(frame, "memory.loss_mean", "gradient.loss_mean", "kept.loss_mean", "lstm.loss_mean")) < before

    def test_its_advice_helps_gradient_descent(self, begin: Begin) -> None:
        run = begin(self.LESSON, "alike")
        before = trained(run, 200).metrics["descent.loss_mean"]
        run.change("eta", 0.9)
        assert trained(run, 220).metrics["descent.loss_mean"] < before / 5

    def test_weight_decay_is_the_forget_gate(self, begin: Begin) -> None:
        run = begin(self.LESSON, "decay")
        plain = cast(OptimizersFrame, run.look())
        run.change("decay", 0.2)
        frame = cast(OptimizersFrame, run.look())
        assert frame.metrics["gates.forget_mean"] == pytest.approx(0.9)
        assert frame.metrics["learned.gap_to_sgd"] < 1e-5
        assert frame.loss[-1] > plain.loss[-1]  # not quite at the lowest point


def frame_methods() -> tuple[str, ...]:
    """Return the methods of the LSTM cell's story in the order of its frame."""
    from metascope.simulator.stories.lstm_cell.names import METHODS

    return METHODS


@pytest.mark.slow
class TestWhatTheGatesLearned:
    LESSON = "what-the-gates-learned"

    def test_the_input_gate_grows_over_the_updates_and_the_forget_gate_stays_near_one(self, begin: Begin) -> None:
        run = begin(self.LESSON, "cell")
        first = run.look().metrics
        assert first["gates.input_std"] < first["gates.input_mean"] / 100
        measured: dict[str, float] = {}
        while run.look().step < 600:
            measured |= run.step().metrics
        frame = cast(OptimizersFrame, run.look())
        assert measured["gates.forget_mean"] > 0.9
        assert measured["gates.input_mean"] > 5 * first["gates.input_mean"]
        course = frame.input.astype(np.float64).mean(axis=1)  # (T,)
        assert course[0] == course.min()
        assert course[-1] > 5 * course[0]
        assert measured["learned.loss_10"] < min(measured["adam.loss_10"], measured["sgd.loss_10"])
        assert frame.loss[0] > frame.rivals[0].loss[0]  # the learned start is worse


def disturbed(run: Simulation) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the machine's answers (8, 8) from a changed memory, and the right ones."""
    frame = cast(NtmFrame, run.look())
    assert frame.disturbed is not None
    asked = frame.shown.mask
    return frame.disturbed.outputs[asked] > 0.5, frame.shown.targets[asked] > 0.5


class TestWritingToMemory:
    LESSON = "writing-to-memory"

    @pytest.fixture
    def frame(self, begin: Begin) -> NtmFrame:
        return cast(NtmFrame, begin(self.LESSON, "copy").look())

    def test_the_write_head_walks_and_the_read_head_waits(self, frame: NtmFrame) -> None:
        assert frame.weighting[:8, 0].argmax(axis=1).tolist() == list(range(1, 9))
        assert set(frame.weighting[:9, 1].argmax(axis=1).tolist()) == {0}

    def test_the_sliders_lead_where_the_answers_say(self, frame: NtmFrame) -> None:
        def row(**pushed: object) -> tuple[int, str, lens.Addressing]:
            own, before = lens.told(frame, 9, 1), lens.before(frame, 9, 1)
            acting = replace(own, **pushed)  # type: ignore[arg-type]
            found = lens.address(acting, lens.memories(frame)[9], before)
            decided = lens.decided(acting, found, before)
            return decided.row, decided.step, found

        assert row()[:2] == (1, "shifted")
        assert row()[2].content.max() < 0.2
        sharp = row(strength=100.0)
        assert sharp[0] == 1
        assert int(sharp[2].content.argmax()) == 11
        assert sharp[2].content.max() > 0.9
        assert row(strength=100.0, gate=1.0)[0] == 12
        assert row(kernel=np.array([1.0, 0.0, 0.0]))[0] == 23
        assert row(sharpness=1.0)[0] == 1
        assert 0.5 < row(sharpness=1.0)[2].weighting.max() < 0.95
        assert round(lens.told(frame, 9, 1).gate, 3) == 0.118

    def test_without_sharpening_the_weight_spreads(self, frame: NtmFrame) -> None:
        weighting, memories = lens.before(frame, 9, 1), lens.memories(frame)
        for step in range(9, 17):
            weighting = lens.address(
                replace(lens.told(frame, step, 1), sharpness=1.0), memories[step], weighting
            ).weighting
        assert weighting[8] < 1 / 3

    def test_an_erased_row_spoils_its_own_answer(self, begin: Begin) -> None:
        run = begin(self.LESSON, "copy")
        for row in range(1, 9):
            run.change("disturb", {"before": 9, "row": row, "how": "erase"})
            answers, targets = disturbed(run)
            assert {n for n in range(1, 9) if (answers[n - 1] != targets[n - 1]).any()} == {row}

    def test_swapped_rows_exchange_their_answers(self, begin: Begin) -> None:
        run = begin(self.LESSON, "copy")
        for one, other in permutations(range(1, 9), 2):
            run.change("disturb", {"before": 9, "row": one, "how": "swap", "other": other})
            answers, targets = disturbed(run)
            order = list(range(8))
            order[one - 1], order[other - 1] = other - 1, one - 1
            assert (answers == targets[order]).all()
            assert (targets[one - 1] != targets[other - 1]).any()

    def test_the_memory_is_full_beyond_its_rows(self, frame: NtmFrame) -> None:
        twenty, thirty = told(frame, "ntm.wrong_percent_20", "ntm.wrong_percent_30")
        assert twenty < 1
        assert thirty > 30
        assert frame.metrics["lstm.wrong_percent_20"] > 30
        assert frame.weighting.shape[2] == 24


@pytest.mark.slow
class TestOneLookIsEnough:
    LESSON = "one-look-is-enough"

    def test_one_look_brings_most_and_writing_goes_to_fresh_rows(self, begin: Begin) -> None:
        run = begin(self.LESSON, "episode")
        frame = cast(MannFrame, trained(run, 120))
        first, second, tenth = told(frame, "mann.accuracy_1", "mann.accuracy_2", "mann.accuracy_10")
        assert second - first > tenth - second
        assert first < 0.46
        assert second > frame.metrics["lstm.accuracy_2"]
        assert tenth > frame.metrics["lstm.accuracy_10"]
        assert frame.heads.gate.max() < 0.1
        assert frame.heads.read_weights.max() < 0.6
        rows = frame.heads.write_weights[:, 0].argmax(axis=1)
        assert len(set(rows.tolist())) == len(rows)
        self.check_erasing(run, frame)

    def check_erasing(self, run: Simulation, frame: MannFrame) -> None:
        """Check that with most rows none or a few of the 25 answers that follow change."""
        changed = []
        for row in range(1, 26):
            run.change("disturb", {"before": 25, "row": row, "how": "erase"})
            other = cast(MannFrame, run.look()).disturbed
            assert other is not None
            changed.append(int((other.answers.argmax(axis=1) != frame.answers.argmax(axis=1)).sum()))
        assert np.median(changed) <= 5
