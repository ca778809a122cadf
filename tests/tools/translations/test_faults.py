"""What is wrong with a translation is told, and what is right is not."""

from __future__ import annotations

import pytest

from metascope.widgets.language.glossary import ANY, Glossary
from tools.translations.faults import faults, places

TERMS = Glossary(
    {"memory": ("记忆",), "memory matrix": ("记忆矩阵",), "query": ("查询样本", "查询"), "run": ("运行", ANY)}
)

RIGHT = [
    ("&File", "文件(&F)"),
    ("&Open…", "打开(&O)…"),
    ("Book&mark", "书签(&M)"),
    ("at {step:,} of {all}", "{all} 中的 {step:,}"),
    ("It is over.", "已结束。"),
    ("{name} et al.", "{name} 等"),
    ("Really?", "真的吗？"),
    ("Delete…\tDel", "删除…\tDel"),
    ("MAML, FOMAML", "MAML、FOMAML"),
    ("Adam", "Adam"),
    ("a memory (a place)", "记忆（位置）"),
    ("{category}: ", "{category}："),
    ("not in <b>bold</b>", "不<b>加粗</b>"),
    ("{mean} %", "{mean} %"),
    ("12:30 and 0.5, 1:2", "从 12:30，到 0.5"),
    ("no braces } here", "没有} 此处"),
    ("Decimal commas in CSV files", "CSV 文件用小数逗号"),
    ('pip install "PySide6>=6"', 'pip install "PySide6>=6"'),
]
WRONG = [
    ("at {step}", "在 {steps}", "places {steps} instead of {step}"),
    ("at {step:,}", "在 {step}", "places {step} instead of {step:,}"),
    ("at {step}", "在 {step", "places { instead of {step}"),
    ("&File", "文件", "no (&F) at its end"),
    ("&File", "&文件", "no (&F) at its end"),
    ("&File", "文件(&D)", "no (&F) at its end"),
    ("File", "文件(&F)", "a shortcut that the source does not have"),
    ("It is over.", "已结束", "no 。 at its end"),
    ("It is over", "已结束。", "a 。 at its end, where the source is no sentence"),
    ("Really?", "真的吗?", "no ？ at its end"),
    ("&Open…", "打开(&O)", "no … at its end"),
    ("a, b", "甲, 乙", "'甲,': half-width punctuation after Chinese"),
    ("a. Then b.", "甲.然后乙。", "'甲.': half-width punctuation after Chinese"),
    ("a (b)", "甲 (乙)", "'(乙)': half-width brackets around Chinese"),
    ("not in <b>bold</b>", "不加粗", "other tags than the source"),
    ("one\ntwo", "一二", "1 lines instead of 2"),
    ("Delete…\tDel", "删除…\t删除", "another shortcut after the tab"),
    ("no word of this", "no word of this", "no Chinese in it"),
    ("the memory", "内存", "“memory” is 记忆"),
    ("two memory matrices and queries", "两个记忆矩阵", "“query” is 查询样本 or 查询"),
]


@pytest.mark.parametrize(("source", "translation"), RIGHT)
def test_what_is_right_has_no_fault(source: str, translation: str) -> None:
    assert list(faults(source, translation, "zh_CN", TERMS)) == []


@pytest.mark.parametrize(("source", "translation", "fault"), WRONG)
def test_a_fault_is_told(source: str, translation: str, fault: str) -> None:
    assert fault in list(faults(source, translation, "zh_CN", TERMS))


def test_another_language_is_free_in_how_it_is_written() -> None:
    assert list(faults("&File", "&Datei.", "de", None)) == []
    assert list(faults("at {step}", "bei {schritt}", "de", None)) == ["places {schritt} instead of {step}"]


def test_an_entry_without_a_translation_has_no_fault() -> None:
    assert list(faults("at {step}.", "", "zh_CN", TERMS)) == []


def test_a_place_counts_with_its_format_and_once() -> None:
    assert places("{b:.2f} {a!r} {b:.2f}") == ["{a!r}", "{b:.2f}"]


def test_a_longer_term_hides_the_shorter_one_in_it() -> None:
    assert list(TERMS.found("The memory matrix of a Run")) == ["memory matrix", "run"]
    assert list(TERMS.found("{memory} running")) == []
