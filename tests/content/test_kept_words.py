"""A firm's words cannot take away what tells a reader that nobody confirmed something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.content.kept_words import check_words
from soc2desk.content.load import load
from soc2desk.content.packs import content_files
from soc2desk.domain.problems import Problem
from tests.composed import catalogue

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = "resources/words/en/documents.yaml"
PHRASES = "resources/words/en/phrases.yaml"
RULES = "resources/findings/findings.yaml"


def pack_with(tmp_path: Path, place: str, before: str, after: str) -> tuple[Path, int]:
    """Return a pack with one file changed, and the line of the change."""
    text = content_files(None, "en")[place].read().decode()
    assert before in text
    path = tmp_path / "firm" / place
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return tmp_path / "firm", text[: text.index(before)].count("\n") + 1


@pytest.mark.parametrize(
    ("place", "before", "after", "said"),
    [
        (PHRASES, "not_confirmed: Not confirmed", "not_confirmed: In place", "state.not_confirmed stays"),
        (DOCUMENTS, "approved_not: Not approved yet", "approved_not: Approved", "cover.approved_not stays"),
        (DOCUMENTS, "draft: Draft made from", "draft: Made from", "footer.draft stays"),
        (DOCUMENTS, "more: and {count} more", "more: and {count.__class__} more", "places.more has a blank"),
        (DOCUMENTS, "more: and {count} more", "more: 'and {count:>999999999} more'", "places.more has a blank"),
        (DOCUMENTS, "more: and {count} more", "other: and {count} more", "places.more is missing"),
    ],
    ids=["state", "approval", "draft", "reaches-into", "bomb", "of-an-older-program"],
)
def test_a_mark_or_a_blank_that_was_changed_is_refused_with_its_line(
    place: str, before: str, after: str, said: str, tmp_path: Path
) -> None:
    pack, line = pack_with(tmp_path, place, before, after)
    phrases = dict(catalogue().phrases)
    key = said.split(maxsplit=1)[0]
    del phrases[key]
    if "missing" not in said:
        phrases[key] = after.partition(": ")[2].strip("'")
    with pytest.raises(Problem) as caught:
        check_words(pack, replace(catalogue(), phrases=phrases), catalogue())
    assert said in caught.value.message
    assert (caught.value.where or "").startswith(f"firm/{place}, line ")
    assert "missing" in said or caught.value.where == f"firm/{place}, line {line}"
    assert "content pack" in (caught.value.hint or "")


def test_a_rule_of_the_readiness_report_cannot_be_made_quieter(tmp_path: Path) -> None:
    pack, _ = pack_with(tmp_path, RULES, "severity: high", "severity: low")
    first, *others = catalogue().findings
    own = replace(catalogue(), findings=(replace(first, severity="low"), *others))
    with pytest.raises(Problem, match="FD-01 stays"):
        check_words(pack, own, catalogue())


@pytest.mark.usefixtures("cache")
def test_other_words_are_the_firms_to_choose_and_a_pack_is_held_to_the_rest_when_it_is_read(tmp_path: Path) -> None:
    pack, _ = pack_with(tmp_path, DOCUMENTS, "more: and {count} more", "more: plus {count}")
    assert load(pack).phrases["places.more"] == "plus {count}"
    path = pack / DOCUMENTS
    path.write_text(path.read_text(encoding="utf-8").replace("approved_not: Not", "approved_not: Quite"))
    with pytest.raises(Problem, match=r"cover\.approved_not stays"):
        load(pack)
