"""How the schedule is said: when a step is due, what is to know of its day, and why somebody else does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.plan_steps import When
from soc2desk.domain.who_does import Because

if TYPE_CHECKING:
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.plan_steps import Step
    from soc2desk.domain.who_does import Who
    from soc2desk.domain.working_days import WorkingDays


def day_words(step: Step, ground: Ground) -> str:
    """Return the day on which a step is due, "now", or that there is no day yet."""
    if step.due is None or step.when is When.NOW:
        return ground.phrases[f"schedule.when.{step.when}"]
    return step.due.isoformat()


def step_note(step: Step, ground: Ground) -> str:
    """Return what is to know of a step's day and of who sees to it; empty where there is nothing."""
    phrases = ground.phrases
    said = [
        phrases["schedule.now"] if step.when is When.NOW else "",
        phrases[f"schedule.usual_{step.milestone.anchor}"] if step.usual else "",
        phrases["schedule.moved"].format(plain=step.plain) if step.plain and step.plain != step.due else "",
        who_note(step.who, ground),
    ]
    return " ".join(filter(None, said))


def who_note(who: Who, ground: Ground) -> str:
    """Return why somebody else does it, or nobody; empty where the owner does."""
    if who.because is Because.OWN:
        return ""
    stands_in = bool(who.person) and not (who.because is Because.AWAY and not who.owner)
    words = ground.phrases[f"schedule.{'instead' if stands_in else 'gone'}_{who.because}"]
    return words.format(owner=ground.engagement.person_name(who.owner))


def say_off(working_days: WorkingDays, ground: Ground) -> str:
    """Return which days the schedule avoids."""
    place = working_days.place
    if not place:
        return ground.phrases["schedule.off_weekends"]
    return ground.phrases["schedule.off_province"].format(province=ground.phrases[f"schedule.province.{place}"])
