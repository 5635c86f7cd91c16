"""Show what an auditor or a careful colleague would see today."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, day, desk_on_paper
from soc2desk.cli.levels import show_levels
from soc2desk.cli.told_days import tell_of_days

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.findings import Finding

FOUND = 1
MOST_ALIKE = 4
"""Findings of one rule that are printed in full; the rest stand by what they are about. JSON holds all."""


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    add_json(command)
    command.add_argument(
        "--severity", choices=("high", "medium", "low"), default="low",
        help="show findings of this severity or worse, and exit 1 when there is one (default: low)",
    )  # fmt: skip
    command.add_argument("--levels", action="store_true", help="show how far each control and criterion has come")
    help_text = "see what was known by this day, and people and dates as of it (default: today)"
    command.add_argument("--as-of", metavar="DATE", type=day, help=help_text)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the findings; exit 1 when there is one at or above the severity."""
    from soc2desk.app.checking import at_least, look_over
    from soc2desk.domain.findings import Severity

    desk = desk_on_paper(args, args.source)
    source = desk.source(args.source)
    composition = look_over(desk, source, args.as_of)
    tell_of_days(source, output)
    if args.levels:
        return show_levels(composition.levels, composition.engagement, output)
    findings = at_least(composition.findings, Severity(args.severity))
    if output.as_json:
        said = findings_as_data(findings)
        output.json({"findings": said, "open": [p.question for p in composition.points]})
    else:
        _print(findings, len(composition.points), desk.catalogue, output)
    return FOUND if findings else 0


def findings_as_data(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """Return findings as plain data, each with what it is to an auditor."""
    names = ("rule", "severity", "title", "message", "fix", "place", "about", "controls", "criteria", "kind")
    return [{name: getattr(one, name) for name in names} for one in findings]


def _print(findings: tuple[Finding, ...], open_points: int, catalogue: Catalogue, output: Output) -> None:
    phrases, severity = catalogue.phrases, None
    for (_, rule), group in groupby(findings, key=lambda finding: (finding.severity, finding.rule)):
        alike = tuple(group)
        if alike[0].severity is not severity:
            severity = alike[0].severity
            output.say(phrases[f"severity.{severity}"])
        for finding in alike[:MOST_ALIKE]:
            kind = phrases[f"finding_kind.{finding.kind}"]
            output.say(f"  {rule}  {finding.message}\n         {kind}. {finding.fix}  [{finding.place}]")
        if more := alike[MOST_ALIKE:]:
            output.say(f"  {rule}  and {len(more)} more like it: {', '.join(finding.about for finding in more)}")
    if not findings:
        output.report("Nothing stands out. An auditor may still ask for more.")
    if open_points:
        still = "1 answer is" if open_points == 1 else f"{open_points} answers are"
        output.say(f"{still} still open, not confirmed or not done yet; the readiness report lists them.")
