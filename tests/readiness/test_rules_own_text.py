"""Text of a firm's own templates is told until somebody approved the document as it reads now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.own_templates import OwnTemplates, OwnText
from soc2desk.readiness.rule import Situation
from soc2desk.readiness.rules.own_text import own_text_not_approved
from tests.composed import DAY, catalogue, sample

if TYPE_CHECKING:
    from soc2desk.domain.findings import Finding

POLICY = OwnText("firm/policy_templates/en/policies/access-control.md", "POL-ACP", 3, 14)
WORDS = OwnText("firm/resources/words/en/controls.yaml", "", 1, 7)
TITLES = {"POL-ACP": "Access control policy"}


def seen(*texts: OwnText, approved: frozenset[str] = frozenset(), titles: dict[str, str] = TITLES) -> list[Finding]:
    own = OwnTemplates("firm", "0" * 64, texts) if texts else None
    engagement = decide_engagement(replace(catalogue(), own_templates=own), sample("brightwater"), DAY)
    return list(own_text_not_approved(Situation(engagement, titles, approved)))


def test_own_text_is_told_with_file_and_line() -> None:
    policy, words = seen(POLICY, WORDS)
    assert (policy.rule, policy.about, policy.place) == ("SD-72", "POL-ACP", "documents.POL-ACP")
    assert "line 14 of firm/policy_templates/en/policies/access-control.md" in policy.message
    assert words.about == "firm/resources/words/en/controls.yaml"


def test_an_approved_text_is_somebodys_word_and_words_that_print_everywhere_never_are() -> None:
    assert [one.about for one in seen(POLICY, WORDS, approved=frozenset({"POL-ACP"}))] == [WORDS.file]


def test_a_document_that_is_not_in_the_packet_and_shipped_text_are_no_finding() -> None:
    assert seen(POLICY, titles={}) == []
    assert seen() == []
