"""How a story is declared: its methods' styles, and a simulation that is imported when it is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.engine.story import all_stories, lazily
from tests.simulator.engine.walks import Walk, WalkSettings


def test_a_simulation_is_imported_when_it_is_wanted() -> None:
    assert lazily("tests.simulator.engine.walks:Walk")() is Walk
    assert lazily("tests.simulator.engine.walks:Walk")()(WalkSettings()).look().step == 0
    missing = lazily("no_such_package.module:Walk")
    with pytest.raises(ModuleNotFoundError):
        missing()


def test_a_storys_looks_are_its_methods_and_what_is_drawn_beside_them() -> None:
    methods = (Method("mine", "Mine", Style("sky")), Method("yours", "Yours", Style("green", "long", "star")))
    story = replace(all_stories()["landscapes"], methods=methods, styles={"beside": Style("grey")})
    assert story.looks == {"beside": Style("grey"), "mine": Style("sky"), "yours": Style("green", "long", "star")}
    assert story.looks is story.looks  # a theme keeps what it made of it
    assert names_of(methods) == {"mine": "Mine", "yours": "Yours"}
