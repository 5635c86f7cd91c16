"""What a rule is given and how it says what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.finding_kinds import kind_of_rule
from soc2desk.domain.findings import Finding, Severity
from soc2desk.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.engagement import Engagement


@dataclass(frozen=True)
class Wording:
    """What became of wordings of the company's own, by section id.

    `set_aside` holds why one cannot be used, `changed` where the template has a new text, `unstated` the controls that
    no document states any more because of one, `titles` the titles of sections.
    """

    set_aside: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    unstated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Statements:
    """What became of the client's own words for controls, by control id.

    `set_aside` holds why one cannot be used, `changed` where the library says something new, `left_out` which values of
    ours (how often, how much, how soon) the own words do not print.
    """

    set_aside: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Situation:
    """What rules look at.

    `documents` are titles of what is printed, by id; `approved` those approved with their present text; `described`
    the ids of the controls that stand in the description; `wording` what became of the company's own wordings of
    sections, `statements` of those of controls;
    `working_days` when the company works, for limits that count business days;
    `files` says of which pieces of evidence the file is "missing" or "changed", by id.
    `stated_in` the documents that state each control; `unprinted` the letters that no font has, by place.
    """

    engagement: Engagement
    documents: Mapping[str, str] = field(default_factory=dict)
    approved: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    wording: Wording = Wording()
    working_days: WorkingDays = field(default_factory=WorkingDays)
    files: Mapping[str, str] = field(default_factory=dict)
    stated_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unprinted: Mapping[str, str] = field(default_factory=dict)
    statements: Statements = Statements()


Rule = Callable[[Situation], Iterator[Finding]]


def see(
    situation: Situation,
    rule: str,
    place: str,
    *,
    about: str = "",
    controls: Iterable[str] = (),
    criteria: Iterable[str] = (),
    **words: object,
) -> Finding:
    """Return a finding in the words of the language. `words` fill the rule's message; values stay plain text."""
    catalogue = situation.engagement.catalogue
    phrases, text = catalogue.phrases, catalogue.finding.get(rule)
    return Finding(
        rule=rule,
        severity=Severity(text.severity if text else phrases[f"finding.{rule}.severity"]),
        title=text.title if text else phrases[f"finding.{rule}.title"],
        message=phrases[f"finding.{rule}.message"].format_map(words),
        fix=text.fix if text else phrases[f"finding.{rule}.fix"],
        place=place,
        about=about,
        controls=tuple(controls),
        criteria=tuple(criteria),
        kind=kind_of_rule(rule, catalogue),
    )


def applies_to_report(situation: Situation, rule: str) -> bool:
    """Return whether a rule of the catalogue concerns the chosen report type; rules of our own always do."""
    report = situation.engagement.scope.report_type
    text = situation.engagement.catalogue.finding.get(rule)
    return text is None or not report or report in text.report_types
