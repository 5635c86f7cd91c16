"""From a row to the line of the file a person opens."""

from __future__ import annotations

from pathlib import Path

from soc2desk.content.shipped import resources
from soc2desk.lint.places import Places


def _line(where: str) -> str:
    """The text of the line a place names."""
    name, _, number = where.rpartition(", line ")
    return (resources().parent / name).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_a_statement_is_found_among_the_words() -> None:
    where = Places(None, "en").find("controls/ACC-07/statement")
    assert where.startswith("resources/words/en/controls.yaml, line ")
    assert "statement:" in _line(where)


def test_a_relation_is_found_in_its_row() -> None:
    where = Places(None, "en").find("controls/ACC-07/reviewer")
    assert where.startswith("resources/controls/acc.yaml, line ")
    assert "reviewer:" in _line(where)


def test_a_phrase_is_found_by_its_dotted_id() -> None:
    assert "quarterly" in _line(Places(None, "en").find("phrases/cadence.each.quarterly"))


def test_what_stands_in_no_file_stays_as_it_is() -> None:
    places = Places(None, "en")
    assert places.find("controls/XXX-01/statement") == "controls/XXX-01/statement"
    assert places.find("policy_templates/en/policies/a.md, line 4") == "policy_templates/en/policies/a.md, line 4"


def test_a_firms_own_file_is_named_before_ours(tmp_path: Path) -> None:
    folder = tmp_path / "firm" / "resources" / "policies"
    folder.mkdir(parents=True)
    ours = (resources() / "policies" / "policies.yaml").read_text(encoding="utf-8")
    (folder / "policies.yaml").write_text("# ours\n" + ours, encoding="utf-8")
    where = Places(tmp_path / "firm", "en").find("policies/POL-ISP/owner")
    assert where.startswith("firm/resources/policies/policies.yaml, line ")
