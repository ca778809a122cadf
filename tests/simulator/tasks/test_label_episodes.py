"""Episodes whose labels are told one step late."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.label_episodes import (
    Episodes,
    LabelEpisodes,
    Plan,
    accuracy_by_instance,
    accuracy_interval,
    ceiling,
)


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def pictures(classes: int = 7, drawings: int = 12) -> Pictures:
    return draw_glyphs(0, classes, drawings, 8)


def drawn(batch: int = 6, seed: int = 0, turned: bool = True) -> Episodes:
    return LabelEpisodes(pictures(), turned=turned).draw(batch, generator(seed))


def test_shapes_are_those_that_are_announced() -> None:
    family = LabelEpisodes(pictures(), classes=3, images=4)
    episodes = family.draw(2, generator())
    assert (family.steps, family.inputs) == (12, 8 * 8 + 3)
    assert episodes.inputs.shape == (12, 2, 67)
    for part in (episodes.labels, episodes.instances, episodes.classes, episodes.drawings, episodes.turns):
        assert part.shape == (12, 2)


@pytest.mark.parametrize("turned", [False, True])
def test_pictures_are_those_that_the_episode_names(turned: bool) -> None:
    episodes, all_pictures = drawn(turned=turned), pictures()
    for t in range(50):
        for b in range(6):
            image = all_pictures.images[int(episodes.classes[t, b]), int(episodes.drawings[t, b])]
            expected = np.rot90(image, int(episodes.turns[t, b])) / 255
            np.testing.assert_allclose(episodes.inputs[t, b, :64].reshape(8, 8).numpy(), expected, atol=1e-6)
    assert bool(episodes.turns.any()) == turned


def test_every_class_has_its_own_label_turn_and_drawings() -> None:
    episodes = drawn(20)
    for b in range(20):
        seen = zip(*(part[:, b].tolist() for part in (episodes.labels, episodes.classes, episodes.turns)), strict=True)
        assert len(set(seen)) == 5
        assert len(set(episodes.classes[:, b].tolist())) == 5
        shown = zip(episodes.classes[:, b].tolist(), episodes.drawings[:, b].tolist(), strict=True)
        assert len(set(shown)) == 50
        assert torch.bincount(episodes.labels[:, b]).tolist() == [10] * 5


def test_labels_are_told_one_step_late_and_none_at_first() -> None:
    episodes = drawn()
    told = episodes.inputs[..., 64:]
    assert not told[0].any()
    assert torch.equal(told[1:].argmax(-1), episodes.labels[:-1])
    assert told[1:].sum(-1).eq(1).all()


def test_instances_count_the_pictures_of_a_class() -> None:
    episodes = drawn()
    for b in range(6):
        counts: dict[int, int] = {}
        for label, instance in zip(episodes.labels[:, b].tolist(), episodes.instances[:, b].tolist(), strict=True):
            counts[label] = counts.get(label, 0) + 1
            assert instance == counts[label]


def test_labels_say_nothing_of_the_class() -> None:
    episodes = drawn(3000)
    pairs = torch.bincount(episodes.classes[0] * 5 + episodes.labels[0], minlength=35).double()  # (class, label)
    expected = 3000 / 35
    assert float(((pairs - expected) ** 2 / expected).sum()) < 34 + 5 * math.sqrt(2 * 34)  # chi squared


def test_order_says_nothing_of_the_label() -> None:
    labels = drawn(2000).labels.double()
    for t in (0, 1, 25, 49):
        assert float(labels[t].mean()) == pytest.approx(2, abs=4.5 * math.sqrt(2 / 2000))
    together = (drawn(2000).labels[0] == drawn(2000).labels[1]).double().mean()
    assert float(together) == pytest.approx(9 / 49, abs=4.5 * math.sqrt(0.15 / 2000))


def test_draws_depend_on_the_generator_alone() -> None:
    assert torch.equal(drawn(seed=1).inputs, drawn(seed=1).inputs)
    assert not torch.equal(drawn(seed=1).inputs, drawn(seed=2).inputs)


@pytest.mark.parametrize("turned", [False, True])
def test_old_runs_draw_the_same_again(turned: bool) -> None:
    episodes, chance = drawn(turned=turned), generator()
    classes = torch.rand(6, 7, generator=chance).argsort(-1)[:, :5]
    turns = torch.randint(4, (6, 5), generator=chance) if turned else torch.zeros(6, 5, dtype=torch.long)
    drawings = torch.rand(6, 5, 12, generator=chance).argsort(-1)[..., :10].flatten(1)
    order = torch.rand(6, 50, generator=chance).argsort(-1)
    labels = order // 10
    for found, expected in (
        (episodes.labels, labels),
        (episodes.classes, classes.gather(1, labels)),
        (episodes.turns, turns.gather(1, labels)),
        (episodes.drawings, drawings.gather(1, order)),
    ):
        assert torch.equal(found, expected.T)


def test_episodes_planned_one_by_one_are_shown_together() -> None:
    family = LabelEpisodes(pictures(), classes=3, images=4)
    together = family.show(Plan.joined([family.plan(1, generator(seed)) for seed in range(4)]))
    for seed in range(4):
        alone = family.draw(1, generator(seed))
        for name in vars(alone):
            assert torch.equal(getattr(together, name)[:, seed], getattr(alone, name)[:, 0]), name


def test_an_interval_is_that_of_a_mean_over_episodes() -> None:
    episodes, chance = drawn(9), torch.rand(50, 9, generator=generator(4))
    guesses = torch.where(chance < 0.6, episodes.labels, 0)
    right = (guesses == episodes.labels).double()
    found = accuracy_interval(guesses, episodes.labels, episodes.instances)
    for k in range(10):
        each = [float(right[:, b][episodes.instances[:, b] == k + 1].mean()) for b in range(9)]
        assert float(found[k]) == pytest.approx(1.96 * np.std(each, ddof=1) / 3, rel=1e-12)


def test_accuracy_is_counted_for_each_instance() -> None:
    labels = torch.tensor([[0, 1], [1, 1], [0, 0], [1, 0]])
    instances = torch.tensor([[1, 1], [1, 2], [2, 1], [2, 2]])
    predicted = torch.tensor([[0, 0], [1, 1], [0, 1], [0, 0]])
    assert accuracy_by_instance(predicted, labels, instances).tolist() == [0.5, 0.75]
    episodes = drawn()
    assert torch.bincount(episodes.instances.flatten()).tolist() == [0, *[5 * 6] * 10]
    assert accuracy_by_instance(episodes.labels, episodes.labels, episodes.instances).tolist() == [1] * 10


def test_a_perfect_memory_that_guesses_among_the_labels_left_reaches_the_ceiling() -> None:
    assert ceiling(5) == pytest.approx(0.4567, abs=1e-4)
    assert ceiling(15) == pytest.approx(0.2212, abs=1e-4)
    episodes = drawn(2000)
    guesses = torch.empty_like(episodes.labels)
    chance = torch.rand(50, 2000, 5, generator=generator(9))
    told = torch.zeros(2000, 5)
    for t in range(50):
        told[range(2000), episodes.labels[t - 1]] += float(t > 0)
        left = (chance[t] * (told == 0)).argmax(-1)
        guesses[t] = torch.where(episodes.instances[t] > 1, episodes.labels[t], left)
    accuracy = accuracy_by_instance(guesses, episodes.labels, episodes.instances)
    assert float(accuracy[0]) == pytest.approx(ceiling(5), abs=0.02)
    assert accuracy[1:].tolist() == [1] * 9


def test_impossible_sizes_are_refused_all_at_once() -> None:
    with pytest.raises(UserError) as caught:
        LabelEpisodes(pictures(), classes=8, images=13)
    assert str(caught.value) == (
        "classes: must be from 2 to 7, the number of classes, not 8\n"
        "images: must be from 1 to 12, the number of drawings per class, not 13"
    )
    with pytest.raises(UserError, match="classes: must be from 2 to 7, the number of classes, not 1"):
        LabelEpisodes(pictures(), classes=1)
