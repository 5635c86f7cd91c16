"""The linter as a whole: our own content is sound, and what is not is told in order, once, with its place."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.lint.check import CHECKS, lint
from tests.lint.broken import at, shipped, with_control, written


def test_the_shipped_content_has_no_fault() -> None:
    assert lint(shipped()) == ()


def test_every_check_has_a_name_of_its_own() -> None:
    names = [name for name, _ in CHECKS]
    assert len(set(names)) == len(names)


def test_faults_come_in_the_order_of_their_lines() -> None:
    lines = ["## @a One", "", *(f"{n}. @c{n} We are robust. [GOV-01]" for n in range(1, 12))]
    wheres = [fault.where for fault in lint(written(*lines)) if fault.check == "empty-words"]
    assert wheres == [at(line) for line in range(14, 25)]


def test_a_fault_in_a_piece_is_told_once_however_many_documents_include_it() -> None:
    catalogue = written("{% include 'end.md' %}", pieces={"end.md": "## @end End\n\nA robust end.\n"})
    twice = replace(catalogue, templates=(*catalogue.templates, replace(catalogue.templates[0], id="POL-TWO")))
    faults = [fault for fault in lint(twice) if fault.check == "empty-words"]
    assert [fault.where for fault in faults] == ["policy_templates/en/_partials/end.md, line 3"]


def test_every_fault_says_what_to_do() -> None:
    catalogue = written("## No id", "", "A robust <b>text</b> [ref](POL-NO), weekly {{ has_office }} {{ rto_hours }}.")
    faults = lint(catalogue)
    assert len({fault.check for fault in faults}) >= 6
    assert all(fault.hint for fault in faults)


def test_a_fault_in_a_row_names_the_line_of_its_words() -> None:
    (fault,) = lint(with_control("ACC-07", title="Access review, compliant"))
    assert fault.check == "claims"
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")
