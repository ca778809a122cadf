"""A small web page made of plain colours, for tests of what a page is."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from metascope.widgets.paper.page_model import Cursor, Drawing, Page, Row, Shown, Texts, Words

WORDS = Words(
    language="Language",
    theme="Theme",
    light="Light",
    dark="Dark",
    outer="Meta-step",
    inner="Inner step",
    step="meta-step {value}",
    tick="inner step {value}",
    play_outer="Play the meta-steps",
    play_inner="Play the inner steps",
    pictures="Pictures",
    curves="Curves",
    formulas="Formulas",
    settings="Settings",
    setting="Setting",
    value="Value",
    keys="Keys",
    keys_told="Arrows move.",
    scriptless="Nothing moves here.",
    footer="Made by a test",
)
CHINESE = replace(
    WORDS,
    language="语言",
    theme="主题",
    light="浅色",
    dark="深色",
    outer="元步",
    inner="内步",
    step="元步 {value}",
    tick="内步 {value}",
    play_outer="播放元步",
    play_inner="播放内步",
    pictures="图",
    curves="曲线",
    formulas="公式",
    settings="设置",
    setting="设置项",
    value="值",
    keys="按键",
    keys_told="方向键移动。",
    scriptless="此处静止。",
    footer="测试所作",
)
STEPS, TICKS = (0, 10, 20, 1000), (0, 2, 4)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="%s"/></svg>'
FORMULA = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="8"><path d="M0 0h9" stroke="currentColor"/></svg>'


def plain(colour: tuple[int, ...]) -> bytes:
    """Return a picture of one colour as PNG."""
    file = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", (40, 20), colour).save(file, "PNG")
    return file.getvalue()


def texts(words: Words, title: str, description: str, caption: str) -> Texts:
    """Return the texts of the small page in one language."""
    return Texts(
        words=words,
        title=title,
        description=description,
        captions=[[f"{caption} {step}.{tick}" for tick in TICKS] for step in STEPS],
        formulas=[(FORMULA, f"{title}: a formula")],
        settings=[("Group", [Row(title="Rate α", value="0.1", changed=True)])],
        titles={"main": f"{title}: main", "loss": f"{title}: loss"},
        methods="MAML",
    )


def page(title: str = "A title", description: str = "A story.") -> Page:
    """Return a page of two languages, two themes, and one view with another picture at each moment."""
    pictures = [plain((255, 255, 255)), plain((0, 0, 0))]
    shown = []
    for theme in range(2):
        shown.append([[len(pictures) + 3 * row + tick for tick in range(3)] for row in range(4)])
        pictures += [plain((20 * row, 80 * tick, 100 * theme, 255)) for row in range(4) for tick in range(3)]
    cursor = Cursor(left=10, right=90, top=5, bottom=15, origin=10, unit=0.08)
    return Page(
        languages={"en": "English", "zh_CN": "简体中文"},
        texts={
            "en": texts(WORDS, title, description, "Moment"),
            "zh_CN": texts(CHINESE, "标题", "故事。", "时刻"),
        },
        looks=[("light", "en"), ("dark", "en")],
        steps=STEPS,
        ticks=[TICKS] * 4,
        opening=(3, 2),
        views=[Shown("main", 40, 20, [0, 1], shown)],
        curves=[Drawing("loss", 40, 20, [SVG % b"white", SVG % b"black"], [cursor, cursor])],
        legend=Drawing("methods", 40, 20, [SVG % b"white", SVG % b"black"]),
        pictures=pictures,
        kind="image/png",
        version="1.2.3",
    )
