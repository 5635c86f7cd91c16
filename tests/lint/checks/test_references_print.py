"""References print only for those who have their target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Audience
from soc2desk.lint.checks.references_print import SEEN_BY
from soc2desk.packet.plan import READERS
from soc2desk.reading.expressions import parse_condition
from tests.lint.broken import at, document, seen, shipped

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

TARGET = """## @one One

1. @a The IT lead looks. [ACC-07]

{% if has_office %}
## @office Office

1. @b The IT lead locks. [PHY-01]
{% endif %}

## @wide Wide

1. @c The engineering lead looks. [BCP-03]

## @notes Notes

Words.
"""


def _pair(text: str, reader: str = "staff", **changes: object) -> Catalogue:
    """The shipped controls with one document of this text, and one it may refer to."""
    one = document(f"## @one One\n\n{text}", audience=reader)
    other = replace(document(TARGET, **changes), id="POL-TWO", path="policy_templates/en/policies/two.md")
    return replace(shipped(), templates=(one, other), partials=(), lessons=())


def _faults(catalogue: Catalogue) -> list[str]:
    faults = seen("references-print", catalogue)
    assert {fault.where for fault in faults} <= {at(14)}
    return [fault.message for fault in faults]


@pytest.mark.parametrize(
    "text",
    [
        "1. @x See [ref](POL-TWO). [ACC-01]",
        "1. @x See [ref](POL-TWO/one). [ACC-01]",
        "1. @x See [ref](POL-TWO/one/a). [ACC-01]",
        "1. @x See [ref](POL-TWO/notes). [ACC-01]",
        "1. @x Look{% if has_office %} at [ref](POL-TWO/office/b){% endif %}. [ACC-01]",
        "{% if has_office and type_2 %}\n1. @x See [ref](POL-TWO/office). [ACC-01]\n{% endif %}",
        "{% if not fully_remote %}\n1. @x See [ref](POL-TWO/office). [ACC-01]\n{% endif %}",
        "See [ref](POL-NO) and [words](https://example.ca).",
    ],
)
def test_a_reference_whose_readers_have_the_target_is_left_alone(text: str) -> None:
    assert _faults(_pair(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. @x See [ref](POL-TWO/office). [ACC-01]", "has_office: no"),
        ("1. @x Look at [ref](POL-TWO/office/b){% if has_office %} or so{% endif %}. [ACC-01]", "has_office: no"),
        ("1. @x Look{% if has_contractors %} at [ref](POL-TWO/office/b){% endif %}. [ACC-01]", "has_office: no"),
    ],
)
def test_a_reference_to_what_some_companies_do_not_print_is_named(text: str, said: str) -> None:
    (message,) = _faults(_pair(text))
    assert said in message


def test_a_document_of_another_scope_is_no_place_to_refer_to() -> None:
    (message,) = _faults(_pair("1. @x See [ref](POL-TWO). [ACC-01]", categories=("availability",)))
    assert "categories: security," in message
    scoped = "1. @x See{% if 'availability' in categories %} [ref](POL-TWO){% endif %}. [ACC-01]"
    assert _faults(_pair(scoped, categories=("availability",))) == []


def test_a_document_with_a_condition_is_no_place_to_refer_to_without_it() -> None:
    when = parse_condition("develops_software", "here")
    assert _faults(_pair("1. @x See [ref](POL-TWO). [ACC-01]", when=when))
    assert _faults(_pair("1. @x See{% if develops_software %} [ref](POL-TWO){% endif %}. [ACC-01]", when=when)) == []


def test_a_clause_of_the_full_set_is_not_there_for_the_lean_one() -> None:
    extra = next(one for one in shipped().controls if not one.core and "always" in one.categories)
    other = f"## @one One\n\n1. @a The IT lead looks. [ACC-07]\n2. @full Somebody looks. [{extra.id}]\n"
    catalogue = _pair("1. @x See [ref](POL-TWO/one/full). [ACC-01]")
    first, second = catalogue.templates
    (message,) = _faults(replace(catalogue, templates=(first, replace(second, body=other))))
    assert "control_set: lean" in message


@pytest.mark.parametrize(("one", "other"), [("auditor", "internal"), ("staff", "auditor"), ("customer", "staff")])
def test_a_document_that_some_readers_do_not_have_is_no_place_to_refer_to(one: str, other: str) -> None:
    (message,) = _faults(_pair("1. @x See [ref](POL-TWO). [ACC-01]", one, audience=other))
    assert f"for the audience {other}" in message
    assert _faults(_pair("1. @x See [ref](POL-TWO). [ACC-01]", other, audience=one)) == []


def test_readers_are_those_of_the_packets() -> None:
    for audience, seen_by in SEEN_BY.items():
        packets = [READERS[name] for name in ("auditor", "staff", "customer") if Audience(audience) in READERS[name]]
        assert all(seen_by <= packet for packet in packets)


def test_our_references_lead_somewhere_for_everybody() -> None:
    assert seen("references-print", shipped()) == ()
