"""The web page: valid, self-contained, nothing typed becomes markup, and everything can be reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Column,
    Form,
    FormField,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Run,
    Table,
    text,
)
from soc2desk.renderers import html
from tests.renderers.every_kind import LOOK, document, register

_VOID = {"meta", "br", "col"}


class _Page(HTMLParser):
    """The tags, attributes and text of a page; open tags must be closed in order."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode())
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute, in order."""
        return [value for _, attrs in self.found if (value := attrs.get(name)) is not None]

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of this name."""
        return [attrs for name, attrs in self.found if name == tag]


def _page() -> _Page:
    return _Page(html.render(document(), LOOK))


def _body(*blocks: object) -> str:
    page = html.render(document(*blocks), LOOK).decode()  # type: ignore[arg-type]
    return page[page.index("<main") : page.index("</main>")]


def test_the_page_is_the_same_every_time() -> None:
    assert html.render(document(), LOOK) == html.render(document(), LOOK)


def test_the_page_says_its_language_title_and_character_set() -> None:
    page = html.render(replace(document(), language="fr-CA"), LOOK).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr-CA">\n<head>\n<meta charset="utf-8">')
    assert "<title>Access &lt;Control&gt; Policy \u2013 Électro &amp; Café Inc.</title>" in page


def test_nothing_is_loaded_or_run() -> None:
    page = _page()
    assert {"script", "link", "img", "iframe", "object", "base", "form"}.isdisjoint(tag for tag, _ in page.found)
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on") or name == "src"]
    style = html.render(document(), LOOK).decode().split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page.values("content")[0]


def test_what_a_person_types_never_becomes_markup() -> None:
    page = html.render(document(), LOOK).decode()
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; =1+1 {{ name }}  Ünïcode 審査 \U0001f512" in page
    hostile = "\"><b id=x>'&"
    everywhere = document(
        Heading(text(hostile), 1, hostile, hostile),
        Callout(text(hostile), hostile, hostile),
        Paragraph((Run(hostile, target="https://" + hostile),), hostile),
        Table((Column("k", hostile),), (), hostile, hostile),
        Form((FormField(hostile, help=hostile, choices=(hostile,)),)),
    )
    named = replace(
        everywhere, title=hostile, company=hostile, language=hostile, footer=hostile, id=hostile, keywords=(hostile,)
    )
    parsed = _Page(html.render(named, Look(accent=hostile, prepared_by=hostile)))
    assert not parsed.tags("b")
    assert hostile in parsed.values("href")[-1]


def test_headings_stand_in_order_under_one_title() -> None:
    tags = Counter(tag for tag, _ in _page().found)
    assert (tags["h1"], tags["h2"], tags["h3"]) == (1, 4, 1)
    assert '<h3 id="POL-ACP/details"><span class="number">2.2</span> Details</h3>' in _body()


def test_every_section_and_clause_can_be_linked_to() -> None:
    ids = _page().values("id")
    assert {"POL-ACP/purpose", "POL-ACP/reviews/quarterly", "vendors"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_every_link_leads_somewhere() -> None:
    page = _page()
    links = page.values("href")
    outside = {link for link in links if not link.startswith("#")}
    assert outside == {"mailto:a@example.com", "https://example.com/mail"}
    assert {link[1:] for link in links if link.startswith("#")} <= set(page.values("id"))
    assert '<a href="#POL-ACP/reviews/quarterly">clause 2.1</a>' in _body()


def test_a_link_to_another_document_or_an_unsafe_address_stays_plain_words() -> None:
    assert " and another.</p>" in _body()
    for target in ("javascript:alert(1)", "data:text/html,x", "http://example.com", "file:///etc/passwd", "//x"):
        assert "<p>words</p>" in _body(Paragraph((Run("words", target=target),)))


def test_ids_with_spaces_and_ids_that_stand_twice_are_still_good_anchors() -> None:
    twins = (Heading(text("A"), 1, "a b"), Heading(text("B"), 1, "a b"), Paragraph((Run("see", target="a b"),)))
    page = _Page(html.render(document(*twins), LOOK))
    assert page.values("id").count("a-b") == 1
    assert "#a-b" in page.values("href")


def test_marks_are_seen_and_explained() -> None:
    page = html.render(document(), LOOK).decode()
    assert '<mark class="open" title="open: nobody answered yet">[who reviews access]</mark>' in page
    legend = page.split('<p class="legend">')[1].split("</p>")[0]
    assert legend.count("<mark") == 3
    clean = html.render(replace(document(Paragraph(text("All answered."))), cover=()), LOOK).decode()
    assert "<mark" not in clean


def test_a_table_has_a_caption_headers_and_a_header_for_each_row() -> None:
    page = _page()
    scopes = Counter(page.values("scope"))
    assert scopes == {"col": 6 + 4 + 3, "row": 3 + 6 + 2 + 3}
    assert "<caption>Vendors: list/2026</caption>" in _body()
    assert '<tr class="bad"><th scope="row">V-02</th>' in _body()
    assert '<td class="amount">1200</td>' in _body()


def test_a_form_adds_its_empty_rows() -> None:
    table = Table((Column("a", "A"), Column("b", "B")), (), "Log", blank_rows=3)
    assert _body(table).count('<tr><td class="space"></td><td class="space"></td></tr>') == 3


def test_list_items_nest_inside_the_item_above() -> None:
    assert "<ul><li>one<ul><li>one and a half</li></ul></li><li>two</li></ul>" in _body()
    assert "<ol><li>first</li><li>second</li></ol>" in _body()
    assert '<ul class="indented"><li>in</li></ul>' in _body(Bullets((ListItem(text("in"), 1),)))
    assert "<ul" not in _body(Bullets(()))


def test_a_form_shows_its_values_choices_and_spaces() -> None:
    body = _body()
    assert "Dana Roy" in body
    assert body.count("\u2610") == 2 + 2 + 2  # checklist, choices, yes and no
    assert 'Was it complete? <span class="help">(optional)</span>' in body
    assert '<td class="tall"></td>' in body


def test_the_front_says_who_when_and_whether_it_is_a_draft() -> None:
    page = html.render(document(), LOOK).decode()
    assert '<p class="status">Draft \u00b7 2026-11-20 \u00b7 version 2026.1</p>' in page
    assert "<dt>Owner</dt><dd>Head of IT</dd>" in page
    assert "Prepared by A &amp; B Advisers &lt;LLP&gt;" in page


@pytest.mark.parametrize("accent", ["red;} body{display:none", "#12345", "", "</style>"])
def test_a_colour_that_is_none_gives_the_usual_blue(accent: str) -> None:
    style = html.render(document(), Look(accent=accent)).decode().split("<style>")[1].split("</style>")[0]
    assert "#1f5fa8" in style
    assert "ACCENT" not in style


def test_a_register_is_laid_out_wide_and_printed_across() -> None:
    assert '<body class="wide"' in html.render(register(), LOOK).decode()
    assert "letter landscape" in html.render(register(), LOOK).decode()
    assert "letter portrait" in html.render(document(), LOOK).decode()


def test_lines_inside_a_cell_stay_lines() -> None:
    assert "=HYPERLINK(&#x27;x&#x27;)<br>second line" in _body()


def test_a_bare_document_is_still_a_page() -> None:
    bare = replace(document(Paragraph(())), cover=(), footer="", subtitle="", version="", keywords=())
    page = _Page(html.render(bare, Look()))
    assert not page.tags("footer")
    assert not page.tags("nav")
