"""Links in Word: inside the document by bookmark, outside to safe addresses alone."""

from __future__ import annotations

import pytest
from lxml import etree

from soc2desk.document.blocks import Clause, Paragraph, Run, text
from tests.renderers.word_file import W, body, found, made, parts, words


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.com/a?b=1&c=2", "https://example.com/a?b=1&c=2"),
        ("https://example.com/%zz/é<", "https://example.com/%25zz/%C3%A9%3C"),
        ("mailto:ann@example.com", "mailto:ann@example.com"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://example.com", ""),
        ("https://[bad", ""),
        ("https://example.com/a b", ""),
        ("https://user@example.com/", ""),
        ("https://example.com/" + "a" * 3000, ""),
        ("POL-OTHER/clause", ""),
    ],
)
def test_only_safe_addresses_become_links_and_the_words_stay(target: str, address: str) -> None:
    package = parts(made(Paragraph((Run("words", target=target),))))
    relations = etree.fromstring(package["word/_rels/document.xml.rels"])
    assert [each.get("Target") for each in relations if each.get("TargetMode")] == ([address] if address else [])
    assert "words" in words(etree.fromstring(package["word/document.xml"]))


def test_an_id_of_the_document_becomes_a_link_to_its_bookmark() -> None:
    whole = body(made(Clause("POL-ACP/é b", text("Here"), "1.1"), Paragraph((Run("there", target="POL-ACP/é b"),))))
    (link,) = found(whole, ".//w:hyperlink")
    (mark,) = found(whole, ".//w:bookmarkStart")
    assert link.get(f"{W}anchor") == mark.get(f"{W}name")
    (line,) = found(whole, ".//w:p[w:bookmarkStart]")
    assert words(line) == "Here"
