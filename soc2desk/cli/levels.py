"""How far controls and criteria have come, as lines of a terminal or as data. There is no sum: it would be a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.cli.output import Output
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.standing import ControlLevel, CriterionLevel, Levels


def show_levels(reached: Levels, engagement: Engagement, output: Output) -> int:
    """Print each criterion with its level and its controls by level, then each control with what it waits for."""
    if output.as_json:
        criteria = [_criterion(one) for one in reached.criteria.values()]
        output.json({"criteria": criteria, "controls": [_control(one) for one in reached.controls.values()]})
        return 0
    phrases = engagement.catalogue.phrases
    for one in reached.criteria.values():
        counted = ", ".join(f"{count} {phrases[f'level.{level}'].lower()}" for level, count in _counts(one))
        output.say(f"{one.criterion:<6} {phrases[f'level.{one.level}']:<23} {counted or '-'}")
    output.say("")
    for found in reached.controls.values():
        waits = phrases[f"level.waits.{found.missing}"] if found.missing else ""
        waits = waits.format(due=found.due, done=found.done)
        output.say(f"{found.control}  {phrases[f'level.{found.level}']:<23} {waits}".rstrip())
    return 0


def _counts(one: CriterionLevel) -> list[tuple[str, int]]:
    return [(level.value, count) for level, count in sorted(one.counts.items(), key=lambda pair: pair[0].rank)]


def _criterion(one: CriterionLevel) -> dict[str, object]:
    return {
        "criterion": one.criterion, "level": one.level.value, "behind": list(one.behind),
        "controls_by_level": dict(_counts(one)),
    }  # fmt: skip


def _control(one: ControlLevel) -> dict[str, object]:
    return {
        "control": one.control, "level": one.level.value, "waits_for": one.missing.value, "due": one.due,
        "done": one.done,
    }  # fmt: skip
