"""A web page as a person uses it in a real browser: both clocks move picture and caption, by keys, mouse and finger."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from metascope.widgets.paper.page import assemble
from tests.browser import CHROMIUM, SHIFT, Browser
from tests.widgets.paper.pages import STEPS, TICKS, page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt install chromium)"),
]
OUTER, INNER = "document.getElementById('outer')", "document.getElementById('inner')"
CAPTION = "document.getElementById('caption').textContent"
PAINTED = """(() => {
    const image = document.querySelector('[data-view]'), canvas = document.createElement('canvas');
    const ink = canvas.getContext('2d');
    ink.drawImage(image, 0, 0);
    return [...ink.getImageData(0, 0, 1, 1).data]; })()"""
DRAWN = "(async () => { await document.querySelector('[data-view]').decode(); return true; })()"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(assemble(page()))
    return path


@pytest.fixture
def seen(chromium: Browser, file: Path) -> Iterator[Browser]:
    """Give the page, just opened; at the end it must have complained of nothing."""
    chromium.open(file, prefers_color_scheme="light")
    yield chromium
    assert chromium.complaints == []


def focus(seen: Browser, id: str) -> None:
    seen.value(f"document.getElementById('{id}').focus()")


def moment(seen: Browser) -> str:
    """Return the caption, after a look that the picture is the one of this moment."""
    told = str(seen.value(CAPTION))
    step, tick = (int(part) for part in told.split(" ")[1].split("."))
    assert seen.value(DRAWN)
    row, column = STEPS.index(step), TICKS.index(tick)
    dark = seen.value("document.documentElement.dataset.theme") == "dark"
    assert seen.value(PAINTED) == [20 * row, 80 * column, 100 * dark, 255]
    return told


def test_it_opens_at_the_last_moment(seen: Browser) -> None:
    assert moment(seen) == "Moment 1000.4"
    assert seen.value(f"[{OUTER}.value, {INNER}.value, {OUTER}.ariaValueText]") == ["3", "2", "meta-step 1,000"]


def test_sliders_change_picture_and_caption(seen: Browser) -> None:
    focus(seen, "outer")
    for key, told in (
        ("ArrowLeft", "20.4"),
        ("Home", "0.4"),
        ("PageUp", "20.4"),
        ("PageDown", "0.4"),
        ("End", "1000.4"),
    ):
        seen.press(key)
        assert moment(seen) == f"Moment {told}"
    focus(seen, "inner")
    for key, told in (("ArrowLeft", "1000.2"), ("Home", "1000.0"), ("ArrowRight", "1000.2"), ("End", "1000.4")):
        seen.press(key)
        assert moment(seen) == f"Moment {told}"


def test_arrows_move_both_clocks_wherever_the_focus_is(seen: Browser) -> None:
    seen.press("ArrowLeft")
    seen.press("ArrowLeft", SHIFT)
    assert moment(seen) == "Moment 20.2"


def test_a_click_on_a_slider_goes_there(seen: Browser) -> None:
    seen.click("#outer")
    assert moment(seen) in ("Moment 10.4", "Moment 20.4")


@pytest.mark.parametrize("fingers", [False, True])
def test_a_drag_across_a_picture_moves_the_outer_clock(seen: Browser, fingers: bool) -> None:
    seen.ask("Emulation.setTouchEmulationEnabled", enabled=fingers)
    seen.drag("[data-view]", -0.45, fingers)
    seen.ask("Emulation.setTouchEmulationEnabled", enabled=False)
    assert moment(seen) in ("Moment 10.4", "Moment 20.4")


@pytest.mark.parametrize("fingers", [False, True])
@pytest.mark.parametrize(("slider", "told"), [("#outer", "Moment 0.4"), ("#inner", "Moment 1000.0")])
def test_a_drag_along_a_slider_moves_its_clock(seen: Browser, slider: str, told: str, fingers: bool) -> None:
    seen.resize(360, 740)
    seen.ask("Emulation.setTouchEmulationEnabled", enabled=fingers)
    seen.drag(slider, -0.48, fingers)
    seen.ask("Emulation.setTouchEmulationEnabled", enabled=False)
    assert moment(seen) == told


def test_space_plays_and_pauses(seen: Browser) -> None:
    seen.press(" ")
    assert seen.value("document.getElementById('play-outer').ariaPressed") == "true"
    seen.until(f"{CAPTION} === 'Moment 1000.4'")  # it began at the first one
    seen.until("document.getElementById('play-outer').ariaPressed === 'false'")
    focus(seen, "inner")
    seen.press(" ")
    seen.press(" ")
    assert seen.value("document.getElementById('play-inner').ariaPressed") == "false"
    assert moment(seen).startswith("Moment 1000.")


def test_a_button_plays_its_clock(seen: Browser) -> None:
    seen.click("#play-inner")
    assert seen.value("document.getElementById('play-inner').ariaPressed") == "true"
    seen.until(f"{CAPTION} === 'Moment 1000.4' && document.getElementById('play-inner').ariaPressed === 'false'")


def test_the_language_can_be_switched(seen: Browser) -> None:
    seen.click("input[value='zh-CN']")
    assert moment(seen) == "时刻 1000.4"
    assert seen.value("document.querySelector('.story').innerText") == "故事。"
    assert seen.value("[document.documentElement.lang, document.title]") == ["zh-CN", "标题"]
    names = [name for _, name, _ in seen.accessible()]
    assert {"播放元步", "标题: main", "标题: a formula", "元步"} <= set(names)
    assert "Play the meta-steps" not in names


def test_the_theme_can_be_switched(seen: Browser) -> None:
    back = "getComputedStyle(document.body).backgroundColor"
    light = seen.value(back)
    seen.click("input[value='dark']")
    assert seen.value(back) != light
    moment(seen)
    assert seen.value("document.querySelector('.curve img').src").endswith(
        base64.b64encode(page().curves[0].drawn[1]).decode()
    )


def test_it_begins_as_the_desktop_is(chromium: Browser, file: Path) -> None:
    chromium.open(file, prefers_color_scheme="dark")
    assert chromium.value("document.querySelector('input[value=dark]').checked")
    moment(chromium)


def test_the_cursor_of_the_curves_follows_the_outer_clock(seen: Browser) -> None:
    left = "document.querySelector('.cursor').style.left"
    assert seen.value(left) == "90%"
    focus(seen, "outer")
    seen.press("Home")
    assert seen.value(left) == "10%"


def test_a_screen_reader_is_told_of_every_part(seen: Browser) -> None:
    told = {(role, name) for role, name, _ in seen.accessible()}
    assert {
        ("heading", "A title"),
        ("slider", "Meta-step"),
        ("slider", "Inner step"),
        ("button", "Play the meta-steps"),
        ("button", "Play the inner steps"),
        ("radio", "English"),
        ("radio", "Dark"),
        ("image", "A title: main"),
        ("image", "A title: loss"),
        ("image", "A title: a formula"),
        ("table", "Settings"),
        ("region", "Curves"),
    } <= told
    named = {"slider", "button", "radio", "image", "region", "table", "link"}
    assert not [role for role, name in told if role in named and not name]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (640, 400), (1280, 800)])
def test_it_fits_a_phone_and_twice_the_size(seen: Browser, width: int, height: int) -> None:
    seen.resize(width, height)
    assert seen.value("document.documentElement.scrollWidth") <= width
    assert seen.value("document.querySelector('.clocks').getBoundingClientRect().height") < 0.4 * height
    for id in ("outer", "inner", "play-outer", "play-inner"):
        box = seen.value(
            f"(() => {{ const it = document.getElementById('{id}').getBoundingClientRect();"
            " return [it.left, it.top, it.right, it.bottom, it.height]; })()"
        )
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= width
        assert box[3] <= height
        assert box[4] >= 36


def test_without_scripts_there_are_story_and_picture(chromium: Browser, file: Path) -> None:
    chromium.open(file)
    chromium.ask("Emulation.setScriptExecutionDisabled", value=True)
    chromium.ask("Page.reload")
    chromium.ask("Page.getFrameTree")
    tree = chromium.accessible()
    deadline = 100
    while "Nothing moves here." not in [name for _, name, _ in tree] and deadline:
        tree, deadline = chromium.accessible(), deadline - 1
    names = [name for _, name, _ in tree]
    assert {"A story.", "Nothing moves here.", "A title: main"} <= set(names)
    assert "故事。" not in names
    assert not [role for role, _, _ in tree if role == "slider"]
    chromium.ask("Emulation.setScriptExecutionDisabled", value=False)
