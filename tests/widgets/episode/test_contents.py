"""Episodes and answers are told in words, and refused where they do not fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from metascope.widgets.episode.contents import UNKNOWN, Answers, Episode
from tests.widgets.episode.trials import answers, episode, pictures


def test_an_episode_refuses_labels_that_do_not_match() -> None:
    good = episode()
    for labels in (good.labels[1:], good.labels + 1, good.labels - 1):
        with pytest.raises(ValueError, match="labels"):
            replace(good, labels=labels)
    with pytest.raises(ValueError, match="1 to 20"):
        replace(good, names=tuple("abcdefghijklmnopqrstu"))


def test_an_answer_is_right_wrong_or_unknown() -> None:
    shown = episode()
    assert [answers(shown).is_right(query, query) for query in range(3)] == [True] * 3
    assert answers(shown, right=False).is_right(0, 0) is False
    assert answers(shown).is_right(0, UNKNOWN) is None


def test_no_answer_is_neither_right_nor_chosen() -> None:
    shares = np.array([[0.9, 0.1], [np.nan, 0.5]])
    found = Answers("mann", "MANN", shares)
    assert found.winners == (0, None)
    assert found.is_right(1, 0) is None
    assert np.isnan(found.probability(1))
    assert found.told(1, 0) == "MANN: no answer"


def test_right_answers_are_counted_where_the_class_is_known() -> None:
    found = Answers("mann", "MANN", np.eye(3))
    assert found.count_right(np.array([0, 2, UNKNOWN])) == 1


def test_a_query_is_told_with_every_answer_that_is_not_hidden() -> None:
    shown = episode()
    hidden = replace(answers(shown, "ntm"), level="hidden")
    told = shown.told_query(1, [answers(shown), answers(shown, "lstm", right=False), hidden]).split("\n")
    assert told == ["Query 2: class B (sign 2)", "MANN: B with 0.7, right", "LSTM: C with 0.7, wrong"]


def test_a_drawn_query_has_no_class() -> None:
    shown = episode()
    drawn = Episode(shown.supports, shown.labels, pictures(np.array([0])), np.array([UNKNOWN]), shown.names)
    assert drawn.told_query(0, [Answers("mann", "MANN", np.array([[0.2, 0.7, 0.1]]))]) == (
        "Query 1: class unknown\nMANN: B with 0.7"
    )
