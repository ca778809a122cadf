"""The map of ideas: every method and scenario has its place, and everything wrong in its file is told at once."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.ideas.parsing import BOXES, PATH, parse, shipped
from metascope.simulator.engine.story import PACKAGE, all_stories
from metascope.simulator.learners.surfaces import adapt as adapting
from metascope.simulator.learners.surfaces import reference
from metascope.simulator.tasks.landscapes import Landscapes

DOCUMENT = json.loads(PATH.read_text(encoding="utf-8"))


def problems(document: object) -> list[str]:
    """Return what is told of a document."""
    with pytest.raises(UserError) as caught:
        parse(document, "ideas.json")
    return [str(problem) for problem in caught.value.problems]


def changed() -> Any:
    return deepcopy(DOCUMENT)


def test_every_method_of_the_program_is_on_a_card_or_left_out_on_purpose() -> None:
    ideas = shipped()
    placed = {method for card in ideas.cards for method in card.methods} | {*ideas.unplaced_methods}
    own = [story for story in all_stories().values() if story.settings.__module__.startswith(f"{PACKAGE}.")]
    assert [
        f"{story.name}/{it.key}" for story in own for it in story.methods if (story.name, it.key) not in placed
    ] == []


def test_every_scenario_is_behind_a_door_or_left_out_on_purpose() -> None:
    ideas = shipped()
    doors = {name for card in ideas.cards for name in card.scenarios} | {*ideas.unplaced_scenarios}
    own = [preset.name for preset in presets.shipped() if (PATH.parent.parent / "presets" / preset.story).is_dir()]
    assert [name for name in own if name not in doors] == []


def test_a_cards_first_door_opens_a_story_of_its_methods_and_shows_one() -> None:
    stories = {preset.name: preset.story for preset in presets.shipped()}
    for card in shipped().cards:
        assert {stories[name] for name in card.scenarios[:1]} <= {story for story, _ in card.methods}, card.key
        if card.see is not None:
            assert (stories[card.see.preset], card.see.method) in card.methods, card.key


def test_every_card_has_its_place_in_the_picture_or_in_another_order() -> None:
    ideas = shipped()
    somewhere = {key for box in ideas.boxes for key in box.cards}
    somewhere |= {key for way in ideas.arrangements for group in way.groups for key in group.cards}
    assert [card.key for card in ideas.cards if card.key not in somewhere] == []


def test_every_card_that_can_be_opened_stands_in_the_orders_by_experience_place_and_cost() -> None:
    ideas = shipped()
    open_ones = {card.key for card in ideas.cards if card.scenarios}
    for way in ideas.arrangements:
        if way.key in ("experience", "meta-parameters", "cost"):
            assert open_ones - {key for group in way.groups for key in group.cards} == set(), way.key


def test_what_a_new_task_costs_is_told_where_the_card_stands() -> None:
    ideas = shipped()
    groups = next(way for way in ideas.arrangements if way.key == "cost").groups
    for test, group in zip(("none", "examples", "steps", "many"), groups, strict=True):
        costs = [ideas.card(key).cost for key in group.cards]
        assert {cost.test for cost in costs if cost is not None} == {test}
        assert None not in costs


def test_gradients_are_counted_with_the_scenarios_own_numbers() -> None:
    settings = presets.find("two-tasks").settings.model_dump()
    k, tasks = settings["inner_steps"], settings["tasks"]
    found = {key: shipped().card(key).cost for key in ("maml", "fomaml", "reptile", "pretraining")}
    counted = {key: (it.counted.gradients, it.counted.products) for key, it in found.items() if it and it.counted}
    assert counted == {
        "maml": (tasks * (k + 1), tasks * k),
        "fomaml": (tasks * (k + 1), 0),
        "reptile": (tasks * k, 0),
        "pretraining": (tasks, 0),
    }


def test_counted_numbers_are_those_that_the_readable_reference_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    paths: list[tuple[int, int]] = []

    def adapt(landscapes: Landscapes, *given: Any) -> Any:
        path = adapting.adapt(landscapes, *given)
        paths.append((path.gradients.shape[0], landscapes.tasks))
        return path

    settings = presets.find("two-tasks").settings.replaced(engine="reference")
    simulation = all_stories()["landscapes"].load()(settings)
    monkeypatch.setattr(reference, "adapt", adapt)
    simulation.step()
    cost = shipped().card("maml").cost
    assert cost is not None
    assert cost.counted is not None
    assert (cost.counted.k, cost.counted.tasks) == paths[0]


def test_every_statement_is_seen_somewhere_or_only_named() -> None:
    for part in (
        *DOCUMENT["boxes"],
        *DOCUMENT["cards"],
        *(it for way in DOCUMENT["arrangements"] for it in way.get("groups", ())),
    ):
        assert ("see" in part) != part.get("named_only", False), part["title"]


def test_all_boxes_of_the_picture_are_there() -> None:
    assert sorted(box.key for box in shipped().boxes) == sorted(BOXES)


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    document = changed()
    document["boxes"][0]["cards"].append("mamel")
    document["boxes"][1]["key"] = "start"
    del document["boxes"][2]["see"]
    document["cards"][0]["year"] = "2017"
    document["cards"][0]["methods"][0] = "landscapes/mamle"
    document["cards"][1]["see"]["step"] = 10**6
    document["cards"][2]["scenarios"] = []
    document["cards"][3]["learns"] = ""
    document["cards"][3]["levle"] = "lecture"
    document["arrangements"][0]["groups"] = []
    document["left_out"] = {"methods": {"sines/nothing": "why"}}
    told = "\n".join(problems(document))
    for expected in (
        "ideas.json: boxes.1.cards: must be one that there is, not 'mamel'; did you mean maml",
        "ideas.json: boxes: must have start only once",
        "ideas.json: boxes: must have weights",
        "ideas.json: boxes.3: must have see, the moment at which this is seen, or be only named",
        "ideas.json: cards.1.year: must be a year, not '2017'",
        "ideas.json: cards.1.methods: must be one that there is, not 'landscapes/mamle'; did you mean landscapes/maml",
        "ideas.json: cards.2.see: step: must be at most",
        "ideas.json: cards.3: must have scenarios, or be only named",
        "ideas.json: cards.4.learns: must be 1 to 400 characters of text",
        "ideas.json: cards.4: has no key levle; did you mean level?",
        "ideas.json: arrangements.1.groups: must be a list that is not empty",
        "ideas.json: left_out.methods: must be one that there is, not 'sines/nothing'",
    ):
        assert expected in told, told


@pytest.mark.parametrize("document", [None, [], 3, "map", {}, {"metascope_ideas": 2}])
def test_what_is_no_map_is_refused(document: object) -> None:
    assert problems(document)


def test_counts_need_numbers_of_a_scenario() -> None:
    document = changed()
    document["cards"][0]["cost"]["counted"] = {"scenario": "two-tasks", "steps": "family", "tasks": "tasks"}
    document["cards"][1]["cost"]["counted"]["tasks"] = "tsaks"
    told = problems(document)
    assert [one.partition(": must")[0] for one in told] == [
        "ideas.json: cards.1.cost.counted",
        "ideas.json: cards.2.cost.counted.tasks",
    ]


def test_years_are_of_papers_and_named_cards_have_no_doors() -> None:
    for card in shipped().cards:
        assert card.year is None or 1950 < card.year < 2030
        assert bool(card.scenarios) == bool(card.methods) == (card.see is not None) == (card.cost is not None)
