"""The embedding: sizes, statistics, and torch's own layers as another way to compute it."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from metascope.simulator.learners.embedding.reference import Blocks, Weights, embed, follow, initial, statistics_among
from tests.simulator.learners.metric.episodes import TINY, generator, moved, pictures


def torch_network(blocks: Blocks, weights: Weights) -> nn.Sequential:
    layers: list[nn.Module] = []
    for block in range(blocks.count):
        given = 1 if block == 0 else blocks.width
        convolution = nn.Conv2d(given, blocks.width, 3, padding=1, bias=False, dtype=torch.float64)
        norm = nn.BatchNorm2d(blocks.width, dtype=torch.float64)
        of = {part: weights[f"block{block + 1}.{part}"] for part in ("filters", "scale", "shift", "mean", "variance")}
        convolution.load_state_dict({"weight": of["filters"]})
        norm.load_state_dict(
            {
                "weight": of["scale"],
                "bias": of["shift"],
                "running_mean": of["mean"],
                "running_var": of["variance"],
                "num_batches_tracked": torch.tensor(0),
            }
        )
        layers += [convolution, norm, nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten())


def weights_of(blocks: Blocks) -> Weights:
    return moved(initial(blocks, generator(), torch.float64))


def close(a: Tensor, b: Tensor) -> bool:
    return torch.allclose(a, b, rtol=0, atol=1e-12)


def test_running_statistics_embed_as_torchs_network_does_when_it_is_evaluated() -> None:
    weights = weights_of(TINY)
    given = pictures(5, 8, 8)
    assert close(embed(weights, given), torch_network(TINY, weights).eval()(given.unsqueeze(1)))


def test_statistics_of_the_episode_embed_as_torchs_network_does_when_it_trains() -> None:
    weights = weights_of(TINY)
    given = pictures(5, 8, 8)
    assert close(embed(weights, given, "episode"), torch_network(TINY, weights).train()(given.unsqueeze(1)))


def test_running_statistics_follow_as_torchs_do() -> None:
    weights, measured = weights_of(TINY), Weights()
    network = torch_network(TINY, weights).train()
    given = pictures(5, 8, 8)
    network(given.unsqueeze(1))
    embed(weights, given, "episode", measured)
    follow(weights, measured)
    assert set(measured) == set(statistics_among(weights))
    theirs = dict(network.named_buffers())
    assert close(weights["block2.mean"], theirs["5.running_mean"])
    assert close(weights["block2.variance"], theirs["5.running_var"])


def test_measuring_changes_no_feature() -> None:
    weights, measured = weights_of(TINY), Weights()
    given = pictures(5, 8, 8)
    assert torch.equal(embed(weights, given, "episode", measured), embed(weights, given, "episode"))


def test_a_picture_is_embedded_by_itself_only_with_running_statistics() -> None:
    weights = weights_of(TINY)
    given = pictures(5, 8, 8)
    assert close(embed(weights, given)[:2], embed(weights, given[:2]))
    assert not torch.allclose(embed(weights, given, "episode")[:2], embed(weights, given[:2], "episode"), atol=1e-3)


def test_gradients_agree_with_finite_differences() -> None:
    blocks = Blocks(side=4, width=2, count=2)
    weights = moved(initial(blocks, generator(), torch.float64))
    given = pictures(3, 4, 4)
    trained = [name for name in weights if name not in statistics_among(weights)]

    def features(*values: Tensor) -> Tensor:
        return embed(weights | dict(zip(trained, values, strict=True)), given, "episode")

    assert torch.autograd.gradcheck(features, tuple(weights[name].clone().requires_grad_() for name in trained))


@pytest.mark.parametrize(
    ("blocks", "sides", "features"),
    [
        (Blocks(14, 32, 3), (14, 7, 3, 1), 32),
        (Blocks(28, 64, 4), (28, 14, 7, 3, 1), 64),
        (Blocks(28, 64, 4, pooled=2), (28, 14, 7, 7, 7), 64 * 49),
        (Blocks(20, 8, 3), (20, 10, 5, 2), 32),
    ],
)
def test_sizes_are_those_of_what_comes_out(blocks: Blocks, sides: tuple[int, ...], features: int) -> None:
    assert blocks.sides == sides
    assert blocks.features == features
    made = embed(initial(blocks, generator()), torch.rand(2, blocks.side, blocks.side), pooled=blocks.pooled)
    assert made.shape == (2, features)


@pytest.mark.parametrize(
    ("blocks", "millions"), [(Blocks(28, 64, 4), 19.6), (Blocks(28, 32, 4), 5.1), (Blocks(14, 32, 3), 1.18)]
)
def test_operations_of_known_networks(blocks: Blocks, millions: float) -> None:
    assert 2 * blocks.multiply_adds / 1e6 == pytest.approx(millions, rel=0.01)


def test_parameters_are_the_numbers_that_are_trained() -> None:
    weights = initial(TINY, generator())
    trained = [weight for name, weight in weights.items() if name not in statistics_among(weights)]
    assert TINY.parameters == sum(weight.numel() for weight in trained)


def test_the_same_seed_gives_the_same_start_and_another_seed_another() -> None:
    a, b, c = (initial(TINY, generator(seed))["block2.filters"] for seed in (1, 1, 2))
    assert torch.equal(a, b)
    assert not torch.equal(a, c)


def test_the_published_start_has_its_deviation() -> None:
    filters = initial(Blocks(14, 64, 2), generator(), start="published")["block2.filters"]
    assert float(filters.std()) == pytest.approx((2 / (9 * 64)) ** 0.5, rel=0.02)


def test_no_picture_gives_no_features() -> None:
    assert embed(weights_of(TINY), pictures(0, 8, 8)).shape == (0, 16)
