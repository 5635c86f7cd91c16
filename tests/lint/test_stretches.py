"""Texts are cut where the Markdown reader of the document engine cuts them."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from soc2desk.lint.sheet import Sheet, spell_out
from soc2desk.lint.sheets import documents
from soc2desk.lint.stretches import items, opening, stretches
from tests.lint.broken import shipped

KINDS = {"ordered_list": "steps", "bullet_list": "bullets", "blockquote": "callout", "code_block": "code"}


def _as_the_engine_cuts(sheet: Sheet) -> list[tuple[str, str, str]]:
    text = "\n".join(row.words for row in sheet.rows)
    tree = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).enable("table").parse(text))
    found = []
    for node in tree.children:
        start, end = node.map or (0, 0)
        rows = [row for row in sheet.rows[start:end] if row.words.strip()]
        kind = node.info.strip() if node.type == "fence" else KINDS.get(node.type, node.type)
        found.append((kind, rows[0].where, rows[-1].where))
    return found


def _as_we_cut(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(one.kind, one.rows[0].where, one.rows[-1].where) for one in stretches(sheet.rows)]


def test_our_documents_are_cut_as_the_engine_cuts_them() -> None:
    for _, sheet in documents(shipped()):
        assert _as_we_cut(sheet) == _as_the_engine_cuts(sheet)


@pytest.mark.parametrize(
    "text",
    [
        "words\nmore\n\nother",
        "words\n## @a A\nwords\n***\nwords",
        "1. one\n2. two\n\n   - below\n\n   words below\n3. three\n\nafter",
        "1. one\nlazily going on\n\nafter",
        "- a\n- b\n  - c\n1. one",
        "- [ ] tick\n\n- [ ] tock\n\n\n- more",
        "> **Note.** words\n> more\nlazy\n\n> other",
        "| A | B |\n| --- | :-: |\n| 1 | 2 |\n\nwords",
        "words | with a bar\nand more",
        "```form\nDay | date |\n\n- no list\n```\nafter",
        "```sign-off\nIT lead",
        "    code\n    more\n\nwords",
        "- item\n***\nwords\n- other",
        "words\n- item\n1. step\n> quote",
    ],
)
def test_every_kind_is_cut_as_the_engine_cuts_it(text: str) -> None:
    sheet = spell_out("D", text, "d.md", 1, {})
    assert _as_we_cut(sheet) == _as_the_engine_cuts(sheet)


def test_a_clause_ends_before_what_is_listed_below_it() -> None:
    (stretch,) = stretches(
        spell_out("D", "1. @a One\n   goes on. [ACC-07]\n   - below\n2. @b Two.", "d.md", 1, {}).rows
    )
    assert [opening(rows) for rows in items(stretch)] == ["@a One goes on. [ACC-07]", "@b Two."]
