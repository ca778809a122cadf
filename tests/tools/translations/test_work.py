"""Translators get what is to be done as JSON lines, and their lines are taken, or all of them refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from tools.translations.work import entries, fill, to_do

TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query &quot;{n}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished">文</translation>
    </message>
</context>
</TS>
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "metascope_zh_CN.ts"
    path.write_text(TEXT, encoding="utf-8")
    return path


def line(context: str, source: str, translation: str) -> str:
    return json.dumps({"context": context, "source": source, "translation": translation, "terms": {}}) + "\n"


def test_what_is_not_finished_is_listed_by_numbers_that_stay(catalogue: Path) -> None:
    lines = [json.loads(it) for it in to_do(catalogue, "1", "4")]
    assert [(it["number"], it["context"], it["source"]) for it in lines] == [
        (1, "Menus", "&File"),
        (2, "Menus", 'Query "{n}"'),
        (4, "Setting", "&File"),
    ]
    assert lines[1]["terms"] == {"query": ["查询样本", "查询"]}
    assert [json.loads(it)["number"] for it in to_do(catalogue, "2", "3")] == [2]


def test_translations_are_taken_where_they_belong_and_nothing_else_changes(catalogue: Path, tmp_path: Path) -> None:
    done = tmp_path / "done.jsonl"
    done.write_text(
        line("Menus", "&File", "文件(&F)") + "\n" + line("Menus", 'Query "{n}"', '查询 "{n}"'), encoding="utf-8"
    )
    assert fill(catalogue, done) == 2
    unfinished = '<translation type="unfinished"></translation>'
    expected = TEXT.replace(unfinished, "<translation>文件(&amp;F)</translation>", 1)
    expected = expected.replace(unfinished, "<translation>查询 &quot;{n}&quot;</translation>")
    assert catalogue.read_text(encoding="utf-8") == expected
    assert [it.finished for it in entries(expected)] == [True, True, True, False]


def test_all_that_is_wrong_is_named_at_once_and_nothing_is_taken(catalogue: Path, tmp_path: Path) -> None:
    done = tmp_path / "done.jsonl"
    right = line("Menus", "Save", "保存")
    done.write_text(
        right
        + line("Menus", "&File", "文件")
        + line("Menus", 'Query "{n}"', "查询 {m}")
        + line("Menus", "Load", "打开")
        + "no JSON\n"
        + '{"context": "Menus", "source": 3}\n'
        + line("Setting", "&File", ""),
        encoding="utf-8",
    )
    with pytest.raises(UserError) as error:
        fill(catalogue, done)
    assert str(error.value).splitlines() == [
        "done.jsonl:2: '&File': no (&F) at its end",
        "done.jsonl:3: 'Query \"{n}\"': places {m} instead of {n}",
        "done.jsonl:4: no such entry: 'Menus', 'Load'",
        "done.jsonl:5: must be JSON: Expecting value (line 1)",
        "done.jsonl:6: must be an object with the texts context, source, translation",
        "done.jsonl:7: '&File': no translation",
    ]
    assert catalogue.read_text(encoding="utf-8") == TEXT


def test_numbers_and_files_that_cannot_be_read_are_refused(catalogue: Path) -> None:
    with pytest.raises(UserError, match="LAST: must be a whole number, not x"):
        list(to_do(catalogue, "1", "x"))
    with pytest.raises(UserError, match="cannot be read"):
        list(to_do(catalogue.with_name("metascope_de.ts"), "1", "2"))
