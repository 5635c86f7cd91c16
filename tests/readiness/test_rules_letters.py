"""A name in letters that no font has is told, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.renderers import font_search, pdf_fonts
from tests.composed import after, findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


@pytest.fixture(autouse=True)
def no_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer without any font."""
    monkeypatch.delenv(font_search.EXTRA, raising=False)
    monkeypatch.setattr(font_search, "_folders_of", lambda _: ())
    monkeypatch.setattr(font_search, "_BROUGHT", ())
    for one in (font_search._places, pdf_fonts._named):
        one.cache_clear()
    yield
    for one in (font_search._places, pdf_fonts._named):
        one.cache_clear()


def seen(rule: str, change: str) -> tuple[Finding, ...]:
    return findings(after("brightwater", change), rule)


def test_letters_that_no_font_has_are_told_where_they_stand_until_they_are_written_otherwise() -> None:
    assert seen("SD-70", "people.dana-whitfield.name=محمد Наталія Ελένη क्षितिज สมชาย") == ()
    (found,) = seen("SD-70", "people.dana-whitfield.name=王小明")
    assert found.place == "people.dana-whitfield"
    assert "王 小 明" in found.message
    assert "U+738B" in found.message


def test_letters_in_an_answer_are_told_at_the_answer() -> None:
    (found,) = seen("SD-70", "company=Rocket 🚀 Inc.")
    assert found.place == "answers.company"
