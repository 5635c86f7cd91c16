"""The tables of docs/library.md, one function a table. What moves with every sentence is rounded: "about 40"."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tools.library_figures import (
    SCOPES,
    catalogue,
    computed,
    held,
    in_scope,
    series,
    stated,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.policies import Template

PEERS = Path(__file__).resolve().parents[1] / "docs" / "peers.yaml"
KINDS = {
    "policy": "policy",
    "plan": "plan",
    "procedure": "procedure",
    "record": "record to fill in",
    "report": "part of the report",
    "register": "register",
    "training": "training",
    "sheet": "owner's sheet",
}
FOR = {"auditor": "auditor", "staff": "staff", "customer": "customers", "internal": "the team alone"}
SAID = {
    "develops_software": "it writes software",
    "handles_personal_information": "it handles information about people",
    "prior_report_type": "it had a report before",
    "type_2": "the report is Type II",
    "has_office": "it has an office",
    "has_contractors": "it has contractors",
    "uses_hosting_provider": "a provider hosts it",
    "runs_own_equipment": "it runs equipment of its own",
    "quebec_law_applies": "the law of Quebec applies",
}
"""Conditions in words, each about the company; others stand by their name."""


def figures() -> str:
    """Return what the library holds, kind by kind."""
    head = ("Kind", "Documents", "Clauses with a control", "Controls stated", "Criteria these serve",
            "Words as written", "Words as printed")  # fmt: skip
    rows = [
        (KINDS[one.kind], str(one.documents), about(one.clauses, 10), str(one.controls or "-"),
         str(one.criteria or "-"), about(one.authored, 500), about(one.printed, 500))
        for one in held()
    ]  # fmt: skip
    return table(head, rows)


def behind() -> str:
    """Return what stands behind the documents."""
    content = catalogue()
    adopted = {control for one in content.templates if one.kind in _ADOPTED for control in stated()[one.id]}
    reached = {criterion for control in adopted for criterion in content.control[control].criteria}
    rows = [
        ("Controls, each with owner, rhythm and evidence", str(len(content.controls))),
        ("of them stated by a clause of a policy, plan or procedure", str(len(adopted))),
        ("Criteria (33 of Security, 28 of the other categories)", str(len(content.criteria))),
        ("of them reached by such a clause, through a control", str(len(reached))),
        ("Evidence requests", str(len(content.requests))),
        ("Layouts of records", str(len(content.records))),
        ("Questions of the interview", str(len(content.questions))),
        ("Rules of the readiness report", str(len(content.findings))),
    ]
    return table(("Behind the documents", "Number"), rows)


_ADOPTED = ("policy", "plan", "procedure")


def scopes(listed: Sequence[tuple[str, ...]] = SCOPES) -> str:
    """Return what each choice of categories makes, for both reports."""
    names = _categories()
    head = ("Security and", "Type I: documents", "clauses", "criteria", "Type II: documents", "clauses", "criteria")
    rows = []
    for chosen in listed:
        cells = [", ".join(names[one] for one in chosen) or "nothing else"]
        for one in (in_scope(chosen, "type_1"), in_scope(chosen, "type_2")):
            cells += [str(one.documents), about(one.clauses, 10), f"{one.reached} of {one.criteria}"]
        rows.append(tuple(cells))
    return table(head, rows)


def listed() -> str:
    """Return every written document."""
    order = list(KINDS)
    templates = sorted(catalogue().templates, key=lambda one: (order.index(one.kind), one.id))
    roles = catalogue().role
    rows = [
        (one.id, one.title, KINDS[one.kind], FOR[one.audience], roles[one.owner].name, when(one),
         ranges(stated()[one.id]))
        for one in templates
    ]  # fmt: skip
    return table(("Id", "Document", "Kind", "For", "Owner", "Prints", "Controls it states"), rows)


def computed_documents() -> str:
    """Return every document that is computed from the answers alone."""
    rows = [
        (series(one.id), one.title if series(one.id) == one.id else f"{one.title.split(':')[0]}, one for each owner",
         KINDS[one.kind], FOR[one.audience])
        for one in computed()
    ]  # fmt: skip
    return table(("Id", "Document", "Kind", "For"), rows)


def when(template: Template) -> str:
    """Return when a document prints, in words."""
    names = _categories()
    examined = " or ".join(names[one] for one in template.categories if one in names)
    parts = [f"{examined} is examined"] if examined else []
    if template.when.op != "constant":
        parts.append(_within(template.when) if parts else said(template.when))
    return f"if {' and '.join(parts)}" if parts else "always"


def said(condition: Condition) -> str:
    """Return a condition in words; what has no words stands by its name."""
    match condition.op:
        case "name":
            return SAID.get(str(condition.value), f"`{condition.value}`")
        case "constant":
            return str(condition.value)
        case "list":
            return ", ".join(said(part) for part in condition.of)
        case "not":
            return f"not: {said(condition.of[0])}"
        case "in" if _is_scope(condition.of[1]):
            return f"{_categories().get(str(condition.of[0].value), condition.of[0].value)} is examined"
        case _:
            return f" {condition.op} ".join(_within(part) for part in condition.of)


def _within(condition: Condition) -> str:
    """Return a part of a condition, in brackets where it has parts of its own that could be misread."""
    return f"({said(condition)})" if condition.op in {"and", "or"} else said(condition)


def _is_scope(condition: Condition) -> bool:
    return condition.op == "name" and condition.value == "categories"


def _categories() -> dict[str, str]:
    return {one.id: one.name for one in catalogue().categories}


def ranges(controls: Iterable[str]) -> str:
    """Return control ids shortly: ACC-01 to 03, CHG-07."""
    found = []
    for _, run in groupby(enumerate(sorted(set(controls))), key=lambda one: (one[1][:4], int(one[1][4:]) - one[0])):
        ids = [control for _, control in run]
        found.append(ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1][4:]}")
    return ", ".join(found) or "-"


def peers() -> dict[str, Any]:
    """Return what was read about other libraries."""
    read: dict[str, Any] = yaml.safe_load(PEERS.read_text(encoding="utf-8"))
    return read


def counted() -> str:
    """Return what each library brings, this one first."""
    columns = peers()["counts"]
    rows = [(f"**{peers()['ours']}**", *(_ours(key) for key in columns))]
    rows += [(one["name"], *(_cell(one["counts"].get(key)) for key in columns)) for one in peers()["peers"]]
    return table(("Library", *columns.values()), rows)


def _ours(key: str) -> str:
    found = {one.kind: one for one in held()}
    kinds = {"policies": ("policy", "plan"), "procedures": ("procedure",), "records": ("record",),
             "report": ("report",), "training": ("training",)}  # fmt: skip
    if key in kinds:
        return str(sum(found[kind].documents for kind in kinds[key] if kind in found))
    match key:
        case "papers":
            return str(sum(found[kind].documents for kind in ("register", "sheet")))
        case "requests":
            return str(len(catalogue().requests))
        case "words":
            return about(sum(one.authored for one in found.values()), 1000)
        case "criteria":
            adopted = {c for one in catalogue().templates if one.kind in _ADOPTED for c in stated()[one.id]}
            return str(len({criterion for c in adopted for criterion in catalogue().control[c].criteria}))
    raise KeyError(key)


def compared() -> str:
    """Return what each library can do: a row for each question, a column for each library."""
    named = [one for one in peers()["peers"] if "can" in one]
    rows = [
        (question, f"**{peers()['can'][key]}**", *(_cell(one["can"].get(key)) for one in named))
        for key, question in peers()["questions"].items()
    ]
    return table(("", peers()["ours"], *(one["name"] for one in named)), rows)


def better() -> str:
    """Return what others do better, library by library."""
    return "\n".join(f"- **{one['name']}**: {one['better']}" for one in peers()["peers"])


def doubts() -> str:
    """Return the source, the day and the doubts of every library."""
    rows = [(one["name"], one["read"], one.get("doubt", "-")) for one in peers()["peers"]]
    return table(("Library", "Read", "Doubts"), rows)


def _cell(value: object) -> str:
    return "not seen" if value is None else str(value)


def about(count: int, step: int) -> str:
    """Return a rounded number with the word about; a dash for nothing."""
    return f"about {max(step, round(count / step) * step):,}" if count else "-"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


TABLES: dict[str, Callable[[], str]] = {
    "figures": figures,
    "behind": behind,
    "scopes": scopes,
    "documents": listed,
    "computed": computed_documents,
    "counts": counted,
    "compared": compared,
    "better": better,
    "doubts": doubts,
}
"""Every table by the name of its markers."""
SLOW = frozenset({"scopes"})
"""Tables that compose the whole set many times."""
