"""What the paper says of weightings, reading and writing: identities, limits and its own examples, in float64."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.ntm import addressing
from metascope.simulator.learners.ntm.addressing import Columns

N, M, HEADS = 9, 4, 3


def drawn(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def one_hot(index: int, size: int = N) -> Tensor:
    return torch.eye(size, dtype=torch.float64)[index].unsqueeze(0)  # (1, N)


def weightings(seed: int = 0, heads: int = HEADS) -> Tensor:
    return normal(2, heads, N, seed=seed).softmax(-1)


def same(found: Tensor, expected: Tensor, within: float = 1e-14) -> None:
    torch.testing.assert_close(found, expected, rtol=0, atol=within)


def test_every_stage_keeps_a_weighting_a_weighting() -> None:
    memory = normal(2, N, M)
    stages = [addressing.content(normal(2, HEADS, M, seed=1), 5 * drawn(2, HEADS), memory)]
    stages.append(addressing.interpolate(drawn(2, HEADS, seed=2), stages[-1], weightings()))
    stages.append(addressing.shift(stages[-1], normal(2, HEADS, 3).softmax(-1)))
    stages.append(addressing.sharpen(stages[-1], 1 + 3 * drawn(2, HEADS, seed=3)))
    for stage in stages:
        assert stage.min() >= 0
        same(stage.sum(-1), torch.ones(2, HEADS, dtype=torch.float64))


def test_reading_at_one_location_returns_its_row() -> None:
    memory = normal(N, M)
    same(addressing.read(memory, one_hot(5)), memory[5:6], 0)


def test_what_is_read_lies_between_the_least_and_the_greatest_of_each_column() -> None:
    memory = normal(2, N, M)
    found = addressing.read(memory, weightings())
    assert (found >= memory.amin(1, keepdim=True)).all()
    assert (found <= memory.amax(1, keepdim=True)).all()


def test_without_erasing_and_adding_the_memory_stays_bit_for_bit() -> None:
    memory, nothing = normal(2, N, M), torch.zeros(2, HEADS, M, dtype=torch.float64)
    assert torch.equal(addressing.write(memory, weightings(), nothing, nothing), memory)


def test_a_sharp_write_that_erases_all_replaces_one_row() -> None:
    memory, add = normal(N, M), normal(1, M, seed=1)
    found = addressing.write(memory, one_hot(2), torch.ones(1, M, dtype=torch.float64), add)
    same(found[2], add[0], 0)
    assert torch.equal(found[[0, 1, *range(3, N)]], memory[[0, 1, *range(3, N)]])


# The table of memories that pytorch-ntm's tests use, by equations (3) and (4): a row of ones.
@pytest.mark.parametrize(
    ("weight", "erase", "add", "expected"),
    [
        (1.0, [0, 0, 0, 0], [0, 0, 0, 0], [1, 1, 1, 1]),
        (1.0, [1, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]),
        (1.0, [0, 1, 0, 0], [0, 1, 0, 0], [1, 1, 1, 1]),
        (0.5, [1, 0, 0.5, 0], [0, 0, 0, 4], [0.5, 1, 0.75, 3]),
        (0.0, [1, 1, 1, 1], [9, 9, 9, 9], [1, 1, 1, 1]),
    ],
)
def test_writing_follows_the_equations(
    weight: float, erase: list[float], add: list[float], expected: list[float]
) -> None:
    given = [torch.tensor([row], dtype=torch.float64) for row in (erase, add)]
    found = addressing.write(torch.ones(1, M, dtype=torch.float64), torch.tensor([[weight]]).double(), *given)
    same(found[0], torch.tensor(expected, dtype=torch.float64), 0)


def test_order_of_write_heads_does_not_matter_but_all_erase_before_any_adds() -> None:
    memory, w, erase, add = normal(2, N, M), weightings(), drawn(2, HEADS, M), normal(2, HEADS, M, seed=1)
    together = addressing.write(memory, w, erase, add)
    same(addressing.write(memory, w.flip(1), erase.flip(1), add.flip(1)), together)
    one_by_one = memory
    for h in range(HEADS):
        one_by_one = addressing.write(one_by_one, w[:, h : h + 1], erase[:, h : h + 1], add[:, h : h + 1])
    assert (one_by_one - together).abs().max() > 1e-3


def test_a_strong_key_finds_the_most_similar_row_and_a_weak_one_none() -> None:
    memory, key = normal(2, N, M), normal(2, HEADS, M, seed=1)
    best = addressing.cosine(key, memory).argmax(-1)
    strong, weak = (torch.full((2, HEADS), beta, dtype=torch.float64) for beta in (1e6, 0.0))
    same(addressing.content(key, strong, memory), torch.nn.functional.one_hot(best, N).double())
    same(addressing.content(key, weak, memory), torch.full((2, HEADS, N), 1 / N, dtype=torch.float64))


def test_length_of_key_and_rows_does_not_matter_to_the_cosine() -> None:
    memory, key = normal(N, M), normal(HEADS, M, seed=1)
    same(addressing.cosine(7 * key, memory), addressing.cosine(key, 0.3 * memory), 1e-7)
    expected = torch.nn.functional.cosine_similarity(key.unsqueeze(1), memory.unsqueeze(0), dim=-1)
    same(addressing.cosine(key, memory), expected, 1e-7)


def test_a_row_of_zeros_is_like_no_key() -> None:
    assert addressing.cosine(normal(HEADS, M), torch.zeros(N, M, dtype=torch.float64)).eq(0).all()


@pytest.mark.parametrize(("gate", "wins"), [(0.0, "before"), (1.0, "content")])
def test_gate_chooses_between_content_and_the_weighting_before(gate: float, wins: str) -> None:
    given = {"content": weightings(seed=1), "before": weightings(seed=2)}
    found = addressing.interpolate(torch.full((2, HEADS), gate, dtype=torch.float64), given["content"], given["before"])
    assert torch.equal(found, given[wins])


@pytest.mark.parametrize(("place", "offset"), [(0, -1), (1, 0), (2, 1)])
def test_a_sure_shift_rotates(place: int, offset: int) -> None:
    w = weightings()
    same(addressing.shift(w, one_hot(place, 3).expand(2, HEADS, 3)), w.roll(offset, -1), 0)


def test_shift_by_one_leads_to_the_next_location_and_from_the_last_to_the_first() -> None:
    forward = one_hot(2, 3)
    same(addressing.shift(one_hot(4), forward), one_hot(5), 0)
    same(addressing.shift(one_hot(N - 1), forward), one_hot(0), 0)


@pytest.mark.parametrize("reach", [1, 2])
def test_shift_is_equation_8_and_a_product_of_spectra(reach: int) -> None:
    w, s = weightings(), normal(2, HEADS, 2 * reach + 1).softmax(-1)
    found = addressing.shift(w, s)
    whole = torch.zeros(2, HEADS, N, dtype=torch.float64)  # s as a function of all offsets modulo N
    for k in range(-reach, reach + 1):
        whole[..., k % N] = s[..., k + reach]
    summed = torch.zeros_like(w)
    for i in range(N):
        for j in range(N):
            summed[..., i] += w[..., j] * whole[..., (i - j) % N]
    same(found, summed)
    same(found, torch.fft.ifft(torch.fft.fft(w) * torch.fft.fft(whole)).real)
    same(found.sum(-1), w.sum(-1))


def test_a_blurred_shift_spreads_a_sure_weighting() -> None:
    found = addressing.shift(one_hot(4), torch.tensor([[0.1, 0.8, 0.1]], dtype=torch.float64))
    same(found[0, 3:6], torch.tensor([0.1, 0.8, 0.1], dtype=torch.float64), 0)


def test_a_shift_by_6_7_is_shared_by_6_and_7() -> None:
    kernel = addressing.kernel_between(torch.tensor(6.7, dtype=torch.float64), 7)
    same(kernel[-2:], torch.tensor([0.3, 0.7], dtype=torch.float64))
    assert kernel[:-2].eq(0).all()


@pytest.mark.parametrize("gamma", [1.0, 2.5, 20.0])
def test_sharpening_is_equation_9_and_keeps_the_favourite(gamma: float) -> None:
    w = weightings()
    found = addressing.sharpen(w, torch.full((2, HEADS), gamma, dtype=torch.float64))
    same(found, w.pow(gamma) / w.pow(gamma).sum(-1, keepdim=True))
    assert torch.equal(found.argmax(-1), w.argmax(-1))


def test_sharpening_goes_from_nothing_to_one_location() -> None:
    w = weightings()
    one, many = (torch.full((2, HEADS), gamma, dtype=torch.float64) for gamma in (1.0, 1e5))
    same(addressing.sharpen(w, one), w)
    same(addressing.sharpen(w, many), torch.nn.functional.one_hot(w.argmax(-1), N).double())


def test_sharpening_of_tiny_shares_does_not_underflow() -> None:
    tiny = torch.full((1, N), 1e-12)
    found = addressing.sharpen(tiny, torch.tensor([5.0]))
    assert torch.isnan(tiny**5 / (tiny**5).sum()).all()  # what the literal form gives in float32
    same(found, torch.full((1, N), 1 / N), 1e-7)


@pytest.mark.parametrize("bounded", [False, True])
def test_parameters_of_heads_are_within_their_ranges_whatever_the_controller_says(bounded: bool) -> None:
    columns = Columns(2, HEADS, M)
    found = addressing.heads(1e4 * normal(6, columns.total), columns, bounded=bounded)
    for share in (found.erase, found.gate, found.kernel):
        assert share.min() >= 0
        assert share.max() <= 1
    same(found.kernel.sum(-1), torch.ones(6, 5, dtype=torch.float64))
    assert found.strength.min() >= 0
    assert found.sharpness.min() >= 1
    assert found.sharpness.max() <= 1 + 20 + 1e-8
    most = 1.0 if bounded else 20.0
    assert found.key.abs().max() == pytest.approx(most)
    assert found.add.abs().max() == pytest.approx(most)
    shapes = {"erase": (6, 2, M), "kernel": (6, 5, 3), "key": (6, 5, M), "gate": (6, 5)}
    assert {name: tuple(getattr(found, name).shape) for name in shapes} == shapes


def test_each_parameter_stands_in_the_columns_that_its_place_says() -> None:
    columns = Columns(1, 2, M)
    activations: dict[str, Callable[[Tensor], Tensor]] = {
        "erase": torch.sigmoid,
        "gate": torch.sigmoid,
        "strength": torch.nn.functional.softplus,
        "sharpness": lambda x: 1 + torch.nn.functional.softplus(x),
        "kernel": lambda x: x.softmax(-1),
        "key": lambda x: x,
        "add": lambda x: x,
    }
    raw = normal(columns.total)
    found = addressing.heads(raw, columns, bounded=False)
    places = columns.places()
    assert sorted(math.prod(place.shape) for place in places.values()) == [3, 3, 3, 4, 4, 9, 12]
    for name, place in places.items():
        same(getattr(found, name), activations[name](raw[place]))
