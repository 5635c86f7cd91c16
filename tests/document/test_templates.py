"""The template language is closed: whatever is not in its short list is refused, with file and line."""

from __future__ import annotations

import pytest

from soc2desk.document.templates import Choice, Loop, Piece, Slot, Source, parse_template, slots_in
from soc2desk.domain.problems import ContentProblem

KNOWN = ("company", "has_office", "size", "rhythm")
PIECES = {"note.md": "A note on {{ company }}.\n", "nested.md": "{% include 'note.md' %}"}
LINES_BEFORE = "First.\n\n"


def read(text: str) -> tuple[object, ...]:
    return parse_template(text, Source("policies/a.md", 10), KNOWN, PIECES, deciding=("small_firm",))


def refused(text: str) -> ContentProblem:
    """Read a text whose third line is outside the language, and return the problem."""
    with pytest.raises(ContentProblem) as caught:
        read(LINES_BEFORE + text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "{% set a = 1 %}",
        "{% macro m() %}x{% endmacro %}",
        "{% call company() %}x{% endcall %}",
        "{% import 'note.md' as n %}",
        "{% from 'note.md' import n %}",
        "{% extends 'note.md' %}",
        "{% block b %}x{% endblock %}",
        "{% with %}x{% endwith %}",
        "{% filter capital %}x{% endfilter %}",
        "{% autoescape true %}x{% endautoescape %}",
        "{% do company %}",
        "{% raw %}{{ company }}{% endraw %}",
        "{%- raw -%}x{%- endraw -%}",
        "{{ 1 + 1 }}",
        "{{ size * 2 }}",
        "{{ -size }}",
        "{{ company ~ rhythm }}",
        "{{ 'words' }}",
        "{{ 3 }}",
        "{{ [company] }}",
        "{{ {'a': company} }}",
        "{{ company() }}",
        "{{ company.upper() }}",
        "{{ company.upper }}",
        "{{ company.__class__ }}",
        "{{ company['x'] }}",
        "{{ company[0] }}",
        "{{ company[1:2] }}",
        "{{ company if has_office else rhythm }}",
        "{{ has_office and company }}",
        "{{ not has_office }}",
        "{{ size == 1 }}",
        "{{ company is defined }}",
        "{{ company | safe }}",
        "{{ company | upper }}",
        "{{ company | attr('x') }}",
        "{{ company | each(1) }}",
        "{{ company | each(a=1) }}",
        "{{ offce }}",
        "{{ small_firm }}",
        "{{ self }}",
        "{{ loop.index }}",
        "{% if company() %}x{% endif %}",
        "{% if company.upper %}x{% endif %}",
        "{% if company ~ 'x' %}x{% endif %}",
        "{% if size + 1 == 2 %}x{% endif %}",
        "{% if company is defined %}x{% endif %}",
        "{% if company | each == 'x' %}x{% endif %}",
        "{% if 1 < size < 3 %}x{% endif %}",
        "{% if offce %}x{% endif %}",
        "{% if has_office %}x{% elif offce %}y{% endif %}",
        "{% for s in company %}x{% endfor %}",
        "{% for s in people %}x{% endfor %}",
        "{% for s in [1] %}x{% endfor %}",
        "{% for a, b in systems %}x{% endfor %}",
        "{% for s in systems if s.name %}x{% endfor %}",
        "{% for s in systems %}x{% else %}y{% endfor %}",
        "{% for s in systems recursive %}x{% endfor %}",
        "{% for s in systems %}{{ s }}{% endfor %}",
        "{% for s in systems %}{{ s.secret }}{% endfor %}",
        "{% for s in systems %}{{ s['name'] }}{% endfor %}",
        "{% for s in systems %}{{ s.name.upper() }}{% endfor %}",
        "{% for company in systems %}x{% endfor %}",
        "{% for s in systems %}{% for s in vendors %}x{% endfor %}{% endfor %}",
        "{% for a in systems %}{% for b in vendors %}{% for c in roles %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% include 'missing.md' %}",
        "{% include '../secret.md' %}",
        "{% include '/etc/passwd' %}",
        "{% include company %}",
        "{% include ['note.md'] %}",
        "{% include 'note.md' ignore missing %}",
        "{% if has_office %}never closed",
        "{{ company",
        "{% nonsense %}",
        "a \ue000 mark",
        "a &#xE000;0&#xE001; mark",
    ],
)
def test_what_is_outside_the_language_is_refused_with_file_and_line(text: str) -> None:
    where = refused(text).where or ""
    assert where.startswith("policies/a.md, line ")
    assert int(where.rpartition(" ")[2]) == 12


def test_a_piece_includes_nothing_itself_and_is_named_when_it_is_at_fault() -> None:
    problem = refused("{% include 'nested.md' %}")
    assert problem.where == "_partials/nested.md, line 1"


def test_an_unknown_name_offers_the_nearest() -> None:
    assert "company" in (refused("{{ compny }}").hint or "")


def test_an_unknown_filter_field_and_table_list_those_there_are() -> None:
    assert "listed" in (refused("{{ company | lst }}").hint or "")
    assert "purpose" in (refused("{% for s in systems %}{{ s.secret }}{% endfor %}").hint or "")
    assert "vendors" in (refused("{% for s in people %}x{% endfor %}").hint or "")


def test_a_name_that_only_decides_says_how_to_use_it() -> None:
    problem = refused("{{ small_firm }}")
    assert "cannot be printed" in problem.message
    assert "{% if small_firm %}" in (problem.hint or "")
    assert read("{% if small_firm %}few{% endif %}")


def test_a_whole_template_is_read_into_values() -> None:
    tree = read(
        "For {{ company | capital }}.\n"
        "{% if has_office %}\nIn.\n{% elif size < 3 %}\nFew.\n{% else %}\nOut.\n{% endif %}\n"
        "{% for s in systems %}\n- {{ s.name }}\n{% endfor %}\n"
        "{% include 'note.md' %}"
    )
    kinds = [type(node) for node in tree]
    assert {Piece, Slot, Choice, Loop} <= set(kinds)
    assert [slot.name for slot in slots_in(tree)] == ["company", "s", "company"]  # type: ignore[arg-type]
    choice = next(node for node in tree if isinstance(node, Choice))
    assert len(choice.branches) == 2
    assert choice.otherwise == (Piece("Out.\n"),)


def test_loops_go_two_deep() -> None:
    assert read("{% for a in systems %}{% for b in vendors %}{{ a.name }}{{ b.name }}{% endfor %}{% endfor %}")


def test_a_loop_variable_ends_with_its_loop() -> None:
    assert "stands behind no question" not in refused("{% for s in systems %}x{% endfor %}{{ s.name }}").message


def test_a_tag_on_a_line_of_its_own_takes_its_line_with_it_and_one_in_a_sentence_does_not() -> None:
    assert read("{% if has_office %}\nIn.\n{% endif %}\nAfter.") == (
        Choice((read_branch("has_office", "In.\n"),), ()),
        Piece("After."),
    )
    inline = read("Work{% if has_office %} inside{% endif %}\nAfter.")
    assert inline[-1] == Piece("\nAfter.")


def read_branch(name: str, words: str) -> object:
    choice = read("{% if " + name + " %}\n" + words + "{% endif %}")[0]
    assert isinstance(choice, Choice)
    return choice.branches[0]


def test_comments_leave_no_trace() -> None:
    assert "".join(node.text for node in read("A{# on {{ nothing }} #}B") if isinstance(node, Piece)) == "AB"
