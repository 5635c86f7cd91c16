"""Control ids exist and stand where they are read."""

from __future__ import annotations

from dataclasses import replace

from tests.lint.broken import at, seen, shipped, written


def test_a_control_that_does_not_exist_is_named() -> None:
    (fault,) = seen("control-ids", written("## @one One", "", "1. @a Words. [ACC-07] [ACC-99]"))
    assert fault.where == at(14)
    assert "ACC-99" in fault.message
    assert "Did you mean" in fault.hint


def test_an_id_that_nothing_reads_is_named() -> None:
    lines = (
        "1. @a Words [ACC-07] and more.",
        "",
        "A paragraph. [ACC-07]",
        "",
        "1. @b Words. [ACC-07]",
        "   - [ACC-08]",
    )
    assert [fault.where for fault in seen("control-ids", written(*lines))] == [at(12), at(14), at(17)]


def test_ids_at_the_end_of_a_clause_are_read() -> None:
    assert seen("control-ids", written("1. @a Words. [ACC-07] [GOV-09]", "   - a bullet below")) == ()


def test_a_row_that_names_no_control_is_named_by_its_line() -> None:
    request = next(one for one in shipped().requests if one.controls)
    requests = tuple(replace(r, controls=("ACC-77",)) if r.id == request.id else r for r in shipped().requests)
    (fault,) = seen("control-ids", replace(shipped(), requests=requests))
    assert fault.where.startswith("resources/requests/requests.yaml, line ")
