"""The document on the screen: what Qt's rich text knows, what just changed marked, nothing typed becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

from soc2desk.document.blocks import REVISIONS, Clause, Column, Fact, Heading, Mark, Paragraph, Row, Run, Table, text
from soc2desk.renderers.screen import LONGEST, Change, render
from tests.renderers.every_kind import VENDORS, document, register

HOSTILE = "<script>alert('x')</script>\x00\u202e \N{HANGUL SYLLABLE GA}"


def marked(page: str) -> list[str]:
    return re.findall(r'<span class="changed"[^>]*>(.*?)</span>', page)


def test_a_name_with_markup_shows_as_text_and_loses_its_control_characters() -> None:
    page = render(replace(document(Paragraph(text(HOSTILE))), company=HOSTILE, title=HOSTILE))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3
    assert "\x00" not in page
    assert "\N{HANGUL SYLLABLE GA}" in page


def test_the_head_says_company_title_and_status_and_there_is_no_list_of_contents() -> None:
    page = render(document())
    assert "Électro &amp; Café Inc." in page
    assert "Draft · version 2026.1" in page
    assert "<nav" not in page


def test_the_words_of_a_changed_answer_are_marked_and_no_others() -> None:
    clause = Clause("POL-ACP/a/b", (Run("After "), Run("4 hours", names=("access_removed",)), Run(" at most.")), "1.1")
    assert marked(render(document(clause), Change(frozenset({"access_removed"})))) == ["4 hours"]
    assert marked(render(document(clause))) == []


def test_an_open_phrase_that_changed_keeps_its_own_mark_too() -> None:
    block = Paragraph((Run("[Who]", mark=Mark.OPEN, names=("who",)),))
    page = render(document(block), Change(frozenset({"who"})))
    assert marked(page) == ["[Who]"]
    assert '<mark class="open"' in page


def test_a_sentence_that_was_not_there_before_is_marked_as_a_whole() -> None:
    old, new = Paragraph(text("It was here.")), Paragraph(text("It is new."))
    assert marked(render(document(old, new), Change(before=document(old)))) == ["It is new."]


def test_a_clause_that_only_got_another_number_is_not_marked() -> None:
    clause = Clause("POL-ACP/a/b", text("The same."), "1.1")
    assert marked(render(document(replace(clause, number="1.2")), Change(before=document(clause)))) == []


def test_only_the_row_that_changed_is_marked() -> None:
    new = Row((text("Elsewhere Inc."), *VENDORS.rows[0].cells[1:]), "elsewhere")
    grown = replace(VENDORS, rows=(*VENDORS.rows, new))
    found = marked(render(register(grown), Change(before=register(VENDORS))))
    assert found[0] == "Elsewhere Inc."
    assert len(found) <= len(new.cells)


def test_a_lapsed_approval_in_the_revisions_is_marked_without_drawing_the_eye_from_the_text() -> None:
    columns = (Column("what", "What it is"),)
    old = Table(columns, (Row((text("This text was approved"),), "approved"),), id=REVISIONS)
    new = Table(columns, (Row((text("An earlier text was approved"),), "approved"),), id=REVISIONS)
    page = render(document(Paragraph(text("x")), new), Change(before=document(Paragraph(text("x")), old)))
    assert marked(page) == ["An earlier text was approved"]
    assert 'id="changed"' not in page


def test_a_changed_fact_of_the_cover_is_marked_without_drawing_the_eye_from_the_text() -> None:
    before = document(Paragraph(text("x")))
    after = replace(before, cover=(Fact("Owner", text("Somebody else")), *before.cover[1:]))
    page = render(after, Change(before=before))
    assert marked(page) == ["Somebody else"]
    assert 'id="changed"' not in page


def test_links_lead_to_other_documents_only_where_these_exist() -> None:
    block = Paragraph((Run("there", target="POL-IRP/a b"), Run("nowhere", target="POL-XXX")))
    page = render(document(block), elsewhere=("POL-IRP/a b",))
    assert '<a href="#POL-IRP/a%20b">there</a>' in page
    assert "POL-XXX" not in page


def test_sections_clauses_and_rows_can_be_gone_to() -> None:
    row = replace(VENDORS.rows[0], id="boreal cloud")
    page = render(document(Heading(text("Purpose"), id="POL-ACP/purpose"), replace(VENDORS, rows=(row,))))
    assert 'id="POL-ACP/purpose"' in page
    assert '<a name="boreal-cloud"></a>' in page


def test_an_answer_of_a_million_characters_is_cut_and_says_so() -> None:
    page = render(document(Paragraph(text("a" * 1_000_000))))
    assert len(page) < LONGEST + 10_000
    assert "[and 996,000 more characters]" in page
