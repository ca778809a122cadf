"""The inner clock of the optimizers story: at every tick a sentence with the numbers of the frame."""

from __future__ import annotations

import pytest

from metascope.simulator.stories.optimizers.captions import captions_of
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.names import METHOD_NAMES, METHODS, RIVALS
from tests.simulator.stories.optimizers import measure_slowly, simulation
from tests.simulator.stories.played import after


@pytest.fixture(scope="module")
def frame() -> OptimizersFrame:
    return after(simulation(variant="gates", forget_bias=0.0, input_bias=0.0, meta_rate=0.1), 6)


def sentences(frame: OptimizersFrame, method: str) -> list[str]:
    return list(map(str, captions_of(frame, method)))


def rounded(*values: float) -> tuple[str, ...]:
    return tuple(f"{float(value):.3g}" for value in values)


@pytest.mark.parametrize("method", METHODS)
def test_every_update_has_a_tick_and_so_have_the_start_and_the_end(frame: OptimizersFrame, method: str) -> None:
    assert len(sentences(frame, method)) == frame.ticks() == 12


def test_the_start_is_told_with_its_loss(frame: OptimizersFrame) -> None:
    (loss,) = rounded(frame.loss[0])
    assert sentences(frame, "learned")[0] == f"The learned optimizer starts on a held-out problem: loss {loss}"


def test_each_update_is_told_with_its_gates_and_losses(frame: OptimizersFrame) -> None:
    for gate in (frame.forget, frame.input):
        assert len(set(rounded(*gate.mean(1)))) > 2
    for t in range(1, 11):
        forget, taken = rounded(frame.forget[t - 1].mean(), frame.input[t - 1].mean())
        before, after = rounded(frame.loss[t - 1], frame.loss[t])
        assert sentences(frame, "learned")[t] == (
            f"Update {t} of 10: mean forget gate {forget}, mean input gate {taken}, loss {before} → {after}"
        )


def test_the_end_is_told_with_the_meta_step_that_led_there(frame: OptimizersFrame) -> None:
    loss, meta, norm = rounded(frame.test_loss, frame.meta_loss, frame.meta_gradient)
    assert sentences(frame, "learned")[-1] == (
        f"After the last update: loss {loss}. Last meta-step: meta-loss {meta}, meta-gradient norm {norm}"
    )


def test_the_end_says_so_where_nothing_has_been_trained_yet() -> None:
    frame = simulation().look()
    (loss,) = rounded(frame.test_loss)
    assert sentences(frame, "learned")[-1] == f"After the last update: loss {loss}; not meta-trained yet"


def test_the_end_says_so_where_the_meta_step_taught_nothing() -> None:
    made = simulation()
    after(made, 2)
    made.change("learn", False)
    assert sentences(made.step(), "learned")[-1].endswith("The last meta-step taught it nothing")


def test_fixed_gates_end_with_their_distance_from_plain_sgd() -> None:
    frame = after(simulation(variant="gradient-descent"), 1)
    loss, gap = rounded(frame.test_loss, frame.metrics["learned.gap_to_sgd"])
    assert sentences(frame, "learned")[-1] == (
        f"After the last update: loss {loss}. Plain SGD with the same η and λ stayed within {gap} of it"
    )


@pytest.mark.parametrize("method", RIVALS)
def test_a_rivals_ticks_are_told_with_its_rate_and_losses(frame: OptimizersFrame, method: str) -> None:
    rival, name, told = frame.rivals[RIVALS.index(method)], METHOD_NAMES[method], sentences(frame, method)
    (rate,) = rounded(rival.rate)
    losses = rounded(*rival.loss)
    assert told[0] == f"{name} starts at the problem's start: loss {losses[0]}"
    for t in range(1, 11):
        assert told[t] == f"Update {t} of 10: {name} with learning rate {rate}, loss {losses[t - 1]} → {losses[t]}"
    assert told[-1] == (
        f"{name} learns nothing from problem to problem; its learning rate {rate} is the best of"
        f" {len(rival.tuning.rates)} tried"
    )


def test_a_rival_that_is_not_tuned_says_so_at_every_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    told = sentences(simulation().look(), "rmsprop")
    assert set(told) == {"RMSprop is not tuned yet: its learning rate is being searched"}
    assert len(told) == 12
