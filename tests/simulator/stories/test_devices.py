"""Stories on a GPU: the same frames as on the CPU to the last bit, states that fit both, and no product left behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.stories.ntm.settings import LONGER
from metascope.simulator.stories.optimizers import arena
from metascope.simulator.stories.optimizers import simulation as story
from tests.contracts.runs import arrays, assert_same
from tests.simulator.devices import There, pretended_gpu
from tests.simulator.stories import mann, meta_networks, ntm, optimizers
from tests.tiers import first_quick

NETWORK: Mapping[str, object] = {"hidden_units": 3, "updates": 4, "truncation": 2, "side": 7, "batch": 8}
DISTURBED = {"before": 2, "row": 1, "how": "overwrite"}
Make = Callable[..., Simulation]
MEMORIES: list[Make] = [
    *(partial(ntm.simulation, **values) for values in ntm.TASKS),
    partial(ntm.simulation, optimizer="adam", clipping="norm"),
    partial(ntm.simulation, optimizer="graves"),
    *(partial(mann.simulation, **values) for values in mann.KINDS),
    partial(mann.simulation, optimizer="adam"),
]
FAST_WEIGHTS: list[Make] = [partial(meta_networks.meta_network), partial(meta_networks.meta_network, shots=2)]
OPTIMIZERS: list[Make] = [
    *(partial(optimizers.simulation, variant=variant) for variant in optimizers.VARIANTS),
    *(partial(optimizers.simulation, **NETWORK, problem=problem) for problem in ("sine", "glyphs", "episodes")),
    partial(optimizers.simulation, problem="landscape"),
    partial(optimizers.simulation, second_derivatives=True, laboratory=True),
    partial(optimizers.simulation, **{**NETWORK, "truncation": 4}, problem="sine", learned_start=True, laboratory=True),
    partial(optimizers.simulation, variant="gates", layers=0, preprocessing="log-sign", sees_loss=True),
]


def named(make: Make) -> str:
    assert isinstance(make, partial)
    values = (f"{name}={value}" for name, value in make.keywords.items() if name not in NETWORK)
    return "-".join([make.func.__module__.rpartition(".")[2], *values])


QUICK = (MEMORIES[0], MEMORIES[8], *FAST_WEIGHTS, OPTIMIZERS[0], OPTIMIZERS[3])
each_story = pytest.mark.parametrize(
    "make",
    [
        pytest.param(make, id=named(make), marks=[] if make in QUICK else [pytest.mark.slow])
        for make in [*MEMORIES, *FAST_WEIGHTS, *OPTIMIZERS]
    ],
)
a_story = pytest.mark.parametrize(
    "make", first_quick([MEMORIES[0], MEMORIES[8], FAST_WEIGHTS[0], OPTIMIZERS[3]]), ids=named
)


@pytest.fixture(autouse=True)
def quick_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arena, "TUNED_ON", 2)
    for kind, sizes in LONGER.items():
        monkeypatch.setitem(LONGER, kind, sizes[:1])


def played(make: Make, device: str) -> list[Frame]:
    made = make(device=device)
    return [made.look(), *(made.step() for _ in range(3))]


@each_story
def test_what_trains_on_a_gpu_is_what_trains_on_the_cpu(make: Make) -> None:
    with pretended_gpu() as pretended:
        there = played(make, "cuda")
    for one, other in zip(played(make, "cpu"), there, strict=True):
        assert_same(one, other, ())
    assert pretended.products["cuda"] > 0
    assert pretended.products["cpu"] == 0 or "landscape" in named(make)  # which are surfaces, in double precision


@pytest.mark.parametrize("make", [MEMORIES[0], MEMORIES[8], FAST_WEIGHTS[0]], ids=named)
def test_a_disturbed_memory_is_the_same_on_both(make: Make) -> None:
    def disturbed(device: str) -> Frame:
        made = make(device=device)
        made.change("disturb", DISTURBED)
        return made.look()

    with pretended_gpu():
        there = disturbed("cuda")
    assert_same(disturbed("cpu"), there, ())


@a_story
def test_states_and_weights_are_of_the_cpu_and_go_on_anywhere(make: Make) -> None:
    with pretended_gpu():
        there = make(device="cuda")
        there.step()
        state, weights = there.state(), there.weights()
        after = [there.step(), there.step()]
        again = make(device="cuda")
        again.restore(state)
        for one in after:
            assert_same(again.step(), one, ())
        again.load_weights(weights)
        again.step()
    assert not any(isinstance(value, There) for value in (*state.values(), *weights.values()))
    here = make(device="cpu")
    here.load_weights(weights)
    for name, weight in here.weights().items():
        if not name.startswith("best."):
            assert torch.equal(weight, weights[name]), name


@pytest.mark.slow
def test_the_laboratory_goes_on_from_a_state_on_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    optimizers.hurry_laboratory(monkeypatch)
    values = {"learned_start": True, "truncation": 10, "laboratory": True, "laboratory_problems": 2, "device": "cuda"}
    with pretended_gpu():
        made = optimizers.simulation(**values)
        made.step()
        monkeypatch.setattr(story, "LABORATORY_SHARE", 1e-9)  # from here on a row at a time
        made.step()
        state = made.state()
        again = optimizers.simulation(**values)
        again.restore(state)
        assert state["laboratory.laid"]
        for _ in range(3):
            optimizers.assert_same(again.step(), made.step())


@a_story
def test_copies_of_weights_and_states_do_not_change_with_the_run(make: Make) -> None:
    with pretended_gpu():
        made = make(device="cuda")
        taken = {**made.weights(), **{name: x for name, x in made.state().items() if isinstance(x, Tensor)}}
        before = {name: tensor.clone() for name, tensor in taken.items()}
        made.step()
        assert all(torch.equal(tensor, before[name]) for name, tensor in taken.items())


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU")
@pytest.mark.filterwarnings("ignore:RNN module weights are not part of single contiguous chunk")
@a_story
def test_a_real_gpu_does_the_same_but_for_rounding(make: Make) -> None:
    here, there = (dict(arrays(played(make, device)[1], compared=True)) for device in ("cpu", "cuda"))
    for name, array in here.items():
        found, wanted = (np.asarray(values, np.float64) for values in (there[name], array))
        np.testing.assert_allclose(found, wanted, rtol=0.05, atol=0.01, err_msg=name)
