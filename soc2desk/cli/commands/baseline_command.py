"""Show the self-check of the Canadian baseline and what it proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, desk_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from soc2desk.app.self_check import Group, SelfRow
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print each answered item with its proposals, and the criteria that the baseline does not reach."""
    from soc2desk.app.checking import look_over
    from soc2desk.app.self_check import answered_items, self_check_groups
    from soc2desk.domain.self_check import not_reached

    desk = desk_of(args)
    engagement = look_over(desk, desk.source(args.source)).engagement
    groups, beyond = self_check_groups(engagement), not_reached(engagement)
    done, total = answered_items(engagement)
    if output.as_json:
        output.json({"answered": done, "items": [_data(row) for g in groups for row in g.rows], "beyond": list(beyond)})
        return 0
    output.say(f"{done} of {total} items answered.")
    _print(groups, engagement.catalogue.phrases, output)
    output.say(f"Criteria in scope that the baseline does not reach: {', '.join(beyond)}.")
    output.say("An answer here confirms no control. The register REG-CCC shows everything side by side.")
    return 0


def _print(groups: tuple[Group, ...], phrases: Mapping[str, str], output: Output) -> None:
    for group in groups:
        for row in group.rows:
            if row.answer:
                note = f": {row.note}" if row.note else f" ({phrases['baseline.lacks']})" if row.lacks else ""
                output.say(f"  {row.id}  {phrases[f'baseline.{row.answer}']}{note}")
            for offer in row.proposed:
                proposed = f"{phrases['baseline.proposes']}: {offer.about} {offer.words}."
                output.say(f"         {proposed}  [{offer.place}]")


def _data(row: SelfRow) -> dict[str, object]:
    proposed = [{"place": one.place, "about": one.about, "proposed": one.words} for one in row.proposed]
    return {
        "item": row.id,
        "title": row.title,
        "answer": row.answer,
        "note": row.note,
        "by": row.by,
        "on": row.on.isoformat() if row.on else "",
        "proposed": proposed,
    }
