"""The pretended GPU itself: it refuses what a GPU refuses, and computes what the CPU computes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Generator, Tensor

from tests.simulator.devices import GPU, There, pretended_gpu


@pytest.mark.parametrize(
    "mixed",
    [
        lambda there, here: there @ here,
        lambda there, here: there.add_(here),
        lambda there, here: torch.cat([there, here]),
        lambda there, here: there * torch.tensor(2.0),
        lambda there, here: there[here.argmax(-1)],
        lambda there, here: torch.mul(here, here, out=there),
        lambda there, here: torch.ops.aten.tanh_backward.grad_input(there, here, grad_input=there),
        lambda there, here: torch.nn.functional.binary_cross_entropy_with_logits(there, here),
        lambda there, here: torch.rand(2, device=GPU, generator=Generator()),
    ],
)
def test_what_mixes_devices_is_refused(mixed: Callable[[Tensor, Tensor], object]) -> None:
    with pretended_gpu():
        there, here = torch.ones(2, 2, device=GPU), torch.ones(2, 2)
        with pytest.raises(RuntimeError, match="cpu"):
            mixed(there, here)


def test_numpy_sees_only_what_was_brought_to_the_cpu() -> None:
    with pretended_gpu():
        there = torch.ones(2, device=GPU)
        with pytest.raises(TypeError):
            there.numpy()
        assert there.cpu().numpy().tolist() == [1, 1]


@pytest.mark.parametrize("brought", [lambda x: x.cpu(), lambda x: x.to("cpu"), lambda x: x.to(GPU).to(torch.ones(1))])
def test_the_devices_share_no_memory(brought: Callable[[Tensor], Tensor]) -> None:
    with pretended_gpu():
        there = torch.ones(2).to(GPU)
        here = brought(there)
        there.zero_()
        assert (here.tolist(), isinstance(here, There), there.tolist()) == ([1, 1], False, [0, 0])


@pytest.mark.parametrize(
    "made",
    [
        lambda x: x + 1,
        lambda x: x.mT,
        lambda x: x[0],
        lambda x: next(iter(x)),
        lambda x: x.new_zeros(3),
        lambda x: torch.zeros_like(x),
        lambda x: x.sort(dim=-1, stable=True).indices,
        lambda x: x.chunk(2)[1],
        lambda x: torch.where(x > 0, 1.0, 0.0),
        lambda x: x.to(torch.float64),
        lambda x: x.detach().clone(),
    ],
)
def test_what_comes_of_a_tensor_there_is_there(made: Callable[[Tensor], Tensor]) -> None:
    with pretended_gpu():
        found = made(torch.ones(2, 2, device="cuda"))
        assert found.device == GPU


def test_gradients_there_are_those_of_the_cpu() -> None:
    weight, x = torch.randn(3, 3, generator=Generator().manual_seed(1)), torch.ones(2, 3)

    def gradient(weight: Tensor, x: Tensor) -> Tensor:
        traced = weight.detach().requires_grad_()
        return torch.autograd.grad((x @ traced).tanh().sum(), [traced])[0]

    with pretended_gpu() as pretended:
        found = gradient(weight.to(GPU), x.to(GPU))
        assert found.device == GPU
        assert torch.equal(found.cpu(), gradient(weight, x))
    assert pretended.products == {"cuda": 1, "cpu": 1}
