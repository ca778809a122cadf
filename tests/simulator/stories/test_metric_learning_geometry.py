"""The plane of three class means shows every decision as it is."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.stories.metric_learning import geometry

E = 32


def drawn(count: int, seed: int = 0) -> geometry.Array:
    return np.random.default_rng(seed).standard_normal((count, E))


def shares(points: geometry.Array, means: geometry.Array) -> geometry.Array:
    """Return the softmax of minus squared distances, (P, N)."""
    logits = -np.square(points[:, None] - means).sum(-1)
    found = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(found / found.sum(1, keepdims=True))


def test_three_classes_have_the_same_probabilities_in_the_plane() -> None:
    means, points = drawn(3), drawn(200, seed=1)
    seen = geometry.projection(means, means, points)
    np.testing.assert_allclose(shares(seen.places(points), seen.places(means)), shares(points, means), atol=1e-12)
    decided = shares(points, means).argmax(1)
    assert geometry.kept(decided, seen.places(points), seen.places(means)) == 1.0


def episode(ways: int, shots: int, draws: np.random.Generator) -> tuple[geometry.Array, geometry.Array]:
    """Return class means (N, E) and 15 queries of each class, all of normal classes with normal pictures."""
    classes = draws.standard_normal((ways, E))
    supports = classes[:, None] + draws.standard_normal((ways, shots, E))
    queries = classes[:, None] + draws.standard_normal((ways, 15, E))
    return supports.mean(1), queries.reshape(-1, E)


def kept_in(axes: geometry.Array, means: geometry.Array, points: geometry.Array) -> float:
    """Return the share of decisions that are the same along these axes (A, E), computed another way."""
    gaps, seen = points[:, None] - means, (points[:, None] - means) @ axes.T
    return float((np.linalg.norm(gaps, axis=-1).argmin(1) == np.linalg.norm(seen, axis=-1).argmin(1)).mean())


@pytest.mark.parametrize(("ways", "shots", "share"), [(3, 1, 1.0), (4, 1, 0.777), (5, 1, 0.642), (5, 5, 0.859)])
def test_the_best_plane_of_more_classes_keeps_what_two_principal_directions_keep(
    ways: int, shots: int, share: float
) -> None:
    found, others, draws = list[float](), list[float](), np.random.default_rng(0)
    for _ in range(100):
        means, points = episode(ways, shots, draws)
        seen = geometry.projection(means, means, points)
        kept = geometry.kept(shares(points, means).argmax(1), seen.places(points), seen.places(means))
        _, directions = np.linalg.eigh(np.cov(means.T))  # ascending
        assert kept == kept_in(directions[:, -2:].T, means, points)
        assert kept_in(directions[:, 1 - ways :].T, means, points) == 1.0, "all directions of the means keep all"
        found.append(kept)
        others.append(kept_in(directions[:, [-1, -3]].T, means, points))
    assert np.mean(found) == pytest.approx(share, abs=0.015)
    if ways > 3:
        assert np.mean(found) > np.mean(others) + 0.01, "other directions keep less"


def test_turning_the_embedding_turns_nothing_in_the_plane() -> None:
    means, points = drawn(3), drawn(50, seed=1)
    turn, _ = np.linalg.qr(np.random.default_rng(2).standard_normal((E, E)))
    before = geometry.projection(means, means, points)
    after = geometry.projection(means @ turn + 3, means @ turn + 3, points @ turn + 3)
    np.testing.assert_allclose(after.places(points @ turn + 3), before.places(points), atol=1e-9)


@pytest.mark.parametrize("classes", [3, 5])
def test_the_first_class_stands_at_the_top_and_the_others_follow_clockwise(classes: int) -> None:
    angles = 2 * np.pi * np.arange(classes) / classes
    polygon = np.stack([np.cos(angles), np.sin(angles)], 1)  # counterclockwise, from the right
    plane, _ = np.linalg.qr(drawn(2).T)
    corners = polygon @ plane.T
    places = geometry.projection(corners, corners, corners).places(corners)
    np.testing.assert_allclose(places, np.stack([np.sin(angles), np.cos(angles)], 1), atol=1e-9)


def test_two_classes_and_equal_ones_have_a_plane_too() -> None:
    for corners in (drawn(2), np.repeat(drawn(1), 3, axis=0), np.linspace(0, 1, 3)[:, None] * drawn(1)):
        seen = geometry.projection(corners, corners, corners)
        np.testing.assert_allclose(seen.axes @ seen.axes.T, np.eye(2), atol=1e-9)
        assert np.isfinite(seen.places(corners)).all()


def test_a_moved_point_lies_where_it_is_put_and_nothing_else_of_it_changes() -> None:
    means, points = drawn(3), drawn(4, seed=1)
    seen = geometry.projection(means, means, points)
    moved = seen.moved(points, np.array([0.25, -2.0]))
    np.testing.assert_allclose(seen.places(moved), [[0.25, -2.0]] * 4, atol=1e-12)
    across = np.eye(E) - seen.axes.T @ seen.axes
    np.testing.assert_allclose((moved - points) @ across, 0, atol=1e-12)


def test_a_raster_holds_the_probabilities_of_its_places() -> None:
    means = np.array([[0.0, 1.0], [1.0, -1.0], [-1.0, -0.5]])
    around = np.array([[-2.0, 2.0], [-1.0, 3.0]])
    found = geometry.raster(around, 2 * means, -np.square(means).sum(1))
    x, y = np.linspace(-2, 2, geometry.GRID[0]), np.linspace(-1, 3, geometry.GRID[1])
    np.testing.assert_allclose(found[7, 30], shares(np.array([[x[30], y[7]]]), means)[0], atol=1e-12)


def test_a_class_without_points_has_no_mean_and_is_nearest_to_nothing() -> None:
    means = geometry.class_means(np.ones((2, E)), np.array([0, 2]), 3)
    assert np.isnan(means[1]).all()
    assert geometry.nearest(np.zeros((1, 2)), np.array([[5.0, 5.0], [np.nan, np.nan]])).tolist() == [0]


def test_the_extent_is_a_square_around_what_there_is() -> None:
    around = geometry.extent(np.array([[0.0, 0.0], [2.0, 1.0], [np.nan, np.nan]]))
    assert np.ptp(around, axis=1) == pytest.approx([2.6, 2.6])
    assert around.mean(1) == pytest.approx([1.0, 0.5])
    wider = geometry.widened(around)
    assert np.ptp(wider, axis=1) == pytest.approx((2.6 * geometry.WIDER[:, 0]).tolist())
    assert wider.mean(1) == pytest.approx([1.0, 0.5])


def test_classes_meet_where_both_are_likeliest() -> None:
    draws = np.random.default_rng(3)
    slopes, offsets, around = draws.standard_normal((5, 2)), draws.standard_normal(5), np.array([[-3, 3.0], [-2, 2]])
    lines, pairs = geometry.borders(around, slopes, offsets)
    assert len(lines) > 3
    for line, pair in zip(lines, pairs, strict=True):
        assert ((line >= around[:, 0] - 1e-9) & (line <= around[:, 1] + 1e-9)).all()
        for share in (0.1, 0.5, 0.9):
            logits = slopes @ (line[0] + share * (line[1] - line[0])) + offsets
            np.testing.assert_allclose(logits[pair], logits.max(), atol=1e-9)
    x, y = (axis.ravel() for axis in np.meshgrid(np.linspace(-3, 3, 301), np.linspace(-2, 2, 201)))
    likeliest = (np.stack([x, y], 1) @ slopes.T + offsets).argmax(1).reshape(201, 301)
    beside = np.concatenate([np.stack([likeliest[:, 1:].ravel(), likeliest[:, :-1].ravel()], 1)], axis=0)
    met = {tuple(sorted(pair)) for pair in beside[beside[:, 0] != beside[:, 1]].tolist()}
    assert met <= {tuple(pair) for pair in pairs.tolist()}


def test_a_head_that_tells_no_classes_apart_has_no_borders() -> None:
    around = np.array([[-1.0, 1.0], [-1.0, 1.0]])
    assert len(geometry.borders(around, np.zeros((3, 2)), np.zeros(3))[0]) == 0
    slopes, offsets = np.array([[1.0, 0.0], [np.nan, np.nan], [-1.0, 0.0]]), np.zeros(3)
    lines, pairs = geometry.borders(around, slopes, offsets)
    np.testing.assert_allclose(np.abs(lines[..., 1]), [[1, 1]])
    assert pairs.tolist() == [[0, 2]]
