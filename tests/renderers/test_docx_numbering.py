"""The numbers in Word are the numbers the document states."""

from __future__ import annotations

import pytest
from lxml import etree

from soc2desk.document.blocks import Bullets, Document, Heading, ListItem, text
from tests.renderers.word_file import W, body, clause, found, made, parts, section, values, words


def counted(document: Document) -> list[str]:
    """Number the paragraphs as a word processor would, from the lists and styles in the file alone."""
    package = parts(document)
    numbering = etree.fromstring(package["word/numbering.xml"])
    of_list = {each.get(f"{W}numId"): values(each, "w:abstractNumId")[0] for each in found(numbering, "w:num")}
    starts = {
        each.get(f"{W}abstractNumId"): values(each, "w:lvl/w:start") for each in found(numbering, "w:abstractNum")
    }
    styled = {
        each.get(f"{W}styleId"): (values(each, ".//w:numPr/w:ilvl"), values(each, ".//w:numPr/w:numId"))
        for each in found(etree.fromstring(package["word/styles.xml"]), "w:style")
    }
    counts: dict[str, list[int | None]] = {}
    shown = []
    for line in found(etree.fromstring(package["word/document.xml"]), "w:body/w:p"):
        own = (values(line, "w:pPr/w:numPr/w:ilvl"), values(line, "w:pPr/w:numPr/w:numId"))
        levels, lists = own if own[1] else styled[values(line, "w:pPr/w:pStyle")[0]]
        if not lists or lists == ["0"]:
            continue
        key, level = of_list[lists[0]], int(levels[0])
        count = counts.setdefault(key, [None, None, None])
        before = count[level]
        count[level:] = [int(starts[key][level]) if before is None else before + 1, *[None] * (2 - level)]
        full = [int(start) if one is None else one for one, start in zip(count, starts[key], strict=True)]
        shown.append(".".join(map(str, full[: level + 1])))
    return shown


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "1.1", "1.2", "2", "2.1", "3", "3.1"),
        ("4", "4.2", "4.3", "5", "5.1"),
        ("2.5", "2.6", "2.7", "3", "3.1"),
        ("1", "1.1", "3", "3.1", "3.1.1", "3.1.2", "3.2", "1", "1.1"),
        ("1.1.4", "1.1.5", "1.2", "2", "7.7"),
    ],
)
def test_word_counts_to_the_very_numbers_the_document_states(numbers: tuple[str, ...]) -> None:
    blocks = [clause(number) if "." in number else section(number) for number in numbers]
    assert counted(made(*blocks)) == list(numbers)


def test_a_numbered_subsection_and_the_clauses_share_one_count() -> None:
    blocks = (section("1"), clause("1.1"), Heading(text("Sub"), 2, "sub", "1.2"), clause("1.3"))
    document = made(*blocks)
    assert counted(document) == ["1", "1.1", "1.2", "1.3"]
    assert b'w:abstractNumId="10"' not in parts(document)["word/numbering.xml"]


def test_a_number_word_cannot_count_is_written_as_text_and_none_stays_none() -> None:
    document = made(clause("A.1"), section("IV"), section(""), clause(""))
    assert counted(document) == []
    lines = [words(line) for line in found(body(document), "w:body/w:p")][-4:]
    assert [line.strip() for line in lines] == ["A.1Clause", "IVSection", "Section", "Clause"]


def test_each_list_of_steps_starts_at_one() -> None:
    steps = Bullets((ListItem(text("a")), ListItem(text("b"), 1), ListItem(text("c"))), ordered=True)
    package = parts(made(steps, steps))
    used = values(etree.fromstring(package["word/document.xml"]), ".//w:numPr/w:numId")
    assert [used.count(number) for number in dict.fromkeys(used)] == [3, 3]
    own = [
        each
        for each in found(etree.fromstring(package["word/numbering.xml"]), "w:num")
        if each.get(f"{W}numId") in used
    ]
    assert [values(each, "w:lvlOverride/w:startOverride") for each in own] == [["1"], ["1"]]
