"""Text to paste: every block, its spaces empty, and nothing in it that means something to the place it is pasted to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from soc2desk.document.blocks import Checklist, Column, Form, FormField, Kind, ListItem, Look, Table, text
from soc2desk.renderers.plain import render
from tests.renderers.every_kind import HOSTILE, document


def made(*blocks: object) -> str:
    return render(replace(document(), title="Change", blocks=blocks), Look()).decode()


def test_a_field_is_a_label_and_an_empty_space() -> None:
    fields = (
        FormField("Title", help="What and why"),
        FormField("Kind", Kind.CHOICE, choices=("Usual", "Urgent")),
        FormField("Tested", Kind.BOOLEAN, required=False),
        FormField("Approved by", Kind.SIGNATURE),
    )
    assert made(Form(fields)) == (
        "# Change\n\n**Title**\nWhat and why\n\n\n**Kind**\n\n- [ ] Usual\n- [ ] Urgent\n\n"
        "**Tested** (optional)\n\n- [ ] Yes\n- [ ] No\n\n**Approved by**\n\n- Name: \n- Date and time: \n"
    )


def test_rules_are_boxes_to_tick_and_a_table_has_a_line_to_write_in() -> None:
    columns = (Column("a", "Risk"), Column("b", "Owner"))
    written = made(Checklist((ListItem(text("It is tested.")),)), Table(columns, (), "Risks", blank_rows=6))
    assert "- [ ] It is tested.\n" in written
    assert "**Risks**\n\n| Risk | Owner |\n| --- | --- |\n|  |  |\n" in written


def test_every_kind_of_block_can_be_pasted() -> None:
    written = render(document(), Look()).decode()
    assert written.startswith("# ")
    assert "\x00" not in written


@pytest.mark.parametrize(
    "words",
    [HOSTILE, "<img src=x onerror=alert(1)>", "@everyone #1 ~~x~~", "1. one", "- [x] done", "[a](javascript:b)"],
)
def test_what_a_person_typed_is_only_ever_text(words: str) -> None:
    tokens = MarkdownIt("commonmark").parse(made(Form((FormField(words, help=words),))))
    kinds = {child.type for token in tokens for child in token.children or ()} | {token.type for token in tokens}
    assert kinds.isdisjoint({"link_open", "html_inline", "html_block", "ordered_list_open", "image", "code_inline"})
    assert "onerror" not in "".join(t.content for t in tokens if t.type == "html_block")


def test_nothing_is_lost_of_what_is_known() -> None:
    assert "\nDue 15 January 2027\n" in made(Form((FormField("By", value=text("Due 15 January 2027")),)))
