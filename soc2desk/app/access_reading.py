"""An access review from a real list of users: what was seen, the record that begins with it, and its worksheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.access_told import own_lines, review_lines, told_of
from soc2desk.app.attaching_lists import attach_list, evidence_said
from soc2desk.app.record_entering import Entering
from soc2desk.document.access_sheet import LAYOUT, LINES
from soc2desk.domain.access_join import AccessSeen, join_access
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.due import periods
from soc2desk.domain.file_names import file_name
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.owed import fiscal_start
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.storage.codec_records import record_to_plain
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import Survey, survey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.access_wish import AccessWish
    from soc2desk.app.session import Session, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Line
    from soc2desk.reading.located import Plain

CONTROL = "ACC-07"
MOST_LINES = 2_000
"""Lines that a record keeps. Of a longer list it keeps those that stand out; the list itself is the evidence."""
MOST_NAMED = 200
_LONGEST_ID = 60


@dataclass(frozen=True)
class AccessPlan:
    """What taking a list of users would do: nothing is written yet. `told` are sentences about what was seen."""

    path: Path
    wish: AccessWish
    survey: Survey
    seen: AccessSeen
    record: KeptRecord
    own: tuple[Line, ...]
    export_id: str
    export: Mapping[str, Plain]
    told: tuple[str, ...]

    @property
    def is_partly_kept(self) -> bool:
        """Whether the list is too long for a record, so that only what stands out is kept in it."""
        return len(self.seen.lines) > MOST_LINES


def plan_access(session: Session, path: Path, wish: AccessWish) -> AccessPlan:
    """Return what a list of users shows and what taking it would write. Raises Problems for what cannot be read."""
    engagement = session.engagement
    wish = _completed(engagement, wish)
    looked = survey(path, chosen=wish.columns)
    doubts = Doubts()
    project = session.project
    day = wish.taken_at.date()
    seen = join_access(
        accounts_in(looked, doubts, wish.order), project.people, project.service_accounts, wish.system, day
    )
    if not seen.rows:
        raise UsageProblem("The list has no account.", where=path.name, hint="Export it again, and look at its filter.")
    lines = review_lines(seen, engagement, MOST_LINES)
    record = _record(session, wish, path, seen, lines)
    return AccessPlan(
        path=path,
        wish=wish,
        survey=looked,
        seen=seen,
        record=record,
        own=own_lines(record.lines(LINES), seen, wish.reviewer),
        export_id=_id(f"{wish.system}-{wish.taken_at:%Y-%m-%d-%H%M}"),
        export=_export(wish, looked, seen),
        told=told_of(looked, doubts, seen, engagement, wish),
    )


def take_access(session: Session, plan: AccessPlan, label: str) -> None:
    """Write what was seen into the project, as one change: the record, the list's summary, the evidence."""
    session.put(access_puts(session, plan), label)


def access_puts(session: Session, plan: AccessPlan) -> dict[Where, Plain]:
    """Return what taking a list of users writes; the list itself is attached as evidence."""
    system = session.project.system[plan.wish.system].name
    said = evidence_said(f"Users of {system}", system, plan.wish.taken_at, plan.seen.rows, plan.wish.occurrence)
    evidence, attached = attach_list(session, plan.path, said)
    before = session.plain.get("user_exports")
    old = before.get(plan.export_id, {}) if isinstance(before, dict) else {}
    kept: Plain = evidence or (old.get("evidence", "") if isinstance(old, dict) else "")
    held = dict.fromkeys((*plan.record.evidence, evidence) if evidence else plan.record.evidence)
    record = replace(plan.record, evidence=tuple(held))
    return {
        **attached,
        ("records", record.id): record_to_plain(record),
        ("user_exports", plan.export_id): {**plan.export, **({"evidence": kept} if kept else {})},
    }


# ---- what a person said, made whole ----------------------------------------------------------------


def _completed(engagement: Engagement, wish: AccessWish) -> AccessWish:
    project = engagement.project
    if wish.system not in project.system:
        hint = nearest(wish.system, project.system) or f"Known: {', '.join(project.system)}."
        raise UsageProblem(f'There is no system "{wish.system}".', hint=hint)
    reviewer = wish.reviewer or project.system[wish.system].owner
    if reviewer and reviewer not in project.person:
        hint = nearest(reviewer, project.person) or f"Known: {', '.join(project.person)}."
        raise UsageProblem(f'There is nobody "{reviewer}".', hint=hint)
    if reviewer and project.person[reviewer].has_left(engagement.day):
        raise UsageProblem(f"{engagement.person_name(reviewer)} has left.", hint="Name a reviewer who works here.")
    if wish.taken_at.date() > engagement.day:
        raise UsageProblem(
            "The list would be taken after today.", hint='Say when it was run: --taken-at "2027-04-01 09:30".'
        )
    refuse_behind(project, engagement.day)
    reviewed = engagement.catalogue.record[LAYOUT].owed_by
    if wish.occurrence and wish.occurrence.partition("/")[0] not in reviewed:
        hint = f"It is made for {', '.join(reviewed)}: write {CONTROL}/2027-Q1."
        raise UsageProblem("An access review is not made for this control.", where=wish.occurrence, hint=hint)
    occurrence = wish.occurrence or suggested_occurrence(engagement, wish.taken_at.date())
    return replace(wish, reviewer=reviewer, occurrence=occurrence)


def suggested_occurrence(engagement: Engagement, day: date) -> str:
    """Return the period of the access reviews in which a day lies; empty where they have no rhythm yet."""
    state = engagement.state.get(CONTROL)
    value = state.cadence.value if state and state.cadence else None
    if not isinstance(value, str):
        return ""
    found = periods(CONTROL, Cadence(value), day, day, fiscal_start(engagement))
    return found[0].id if found else ""


# ---- what is written -------------------------------------------------------------------------------


def _record(session: Session, wish: AccessWish, path: Path, seen: AccessSeen, lines: tuple[Line, ...]) -> KeptRecord:
    engagement = session.engagement
    period = wish.occurrence.partition("/")[2]
    id_ = _id(f"access-review-{wish.system}-{period or wish.taken_at.date().isoformat()}")
    before = next((one for one in session.project.records if one.id == id_), None)
    phrases = engagement.catalogue.phrases
    source = phrases["access_sheet.source"].format(
        system=engagement.project.system[wish.system].name, taken=f"{wish.taken_at:%Y-%m-%d %H:%M}", file=path.name,
        rows=f"{seen.rows:,}", enabled=f"{seen.enabled:,}",
    )  # fmt: skip
    if len(lines) < len(seen.lines):
        source += phrases["access_sheet.partly"].format(count=f"{len(seen.lines) - len(lines):,}")
    values: dict[str, object] = {
        **(dict(before.values) if before else {}),
        **({"period": period} if period else {}),
        "system": engagement.project.system[wish.system].name,
        "list_source": source,
        **({"reviewer": wish.reviewer} if wish.reviewer else {}),
        LINES: _with_decisions(lines, before),
    }
    if not values[LINES]:
        values.pop(LINES)
    record = KeptRecord(
        id=id_,
        type=LAYOUT,
        occurrence=wish.occurrence,
        values=values,  # type: ignore[arg-type]
        evidence=before.evidence if before else (),
    )
    return Entering(session.desk.today).stamped(record, before)


def _with_decisions(lines: tuple[Line, ...], before: KeptRecord | None) -> tuple[Line, ...]:
    """Return lines with what was decided of the same accounts before: reading a list again loses no decision."""
    decided = {str(line.get("user", "")): line for line in before.lines(LINES)} if before else {}
    kept = ("decision", "reason")
    return tuple(
        {**line, **{name: old[name] for name in kept if name in (old := decided.get(str(line["user"]), {}))}}
        for line in lines
    )


def _export(wish: AccessWish, looked: Survey, seen: AccessSeen) -> dict[str, Plain]:
    columns = [f"{guess.kind}={heading}" for guess in looked.guesses for heading in guess.headings]
    lists: dict[str, tuple[str, ...]] = {
        "columns": tuple(columns), "leavers": seen.leavers, "unknown": seen.unknown, "admins": seen.admins,
        "shared_admins": seen.shared_admins,
    }  # fmt: skip
    return {
        "system": wish.system,
        "taken_at": f"{wish.taken_at:%Y-%m-%d %H:%M}",
        "rows": str(seen.rows),
        "enabled": str(seen.enabled),
        **{name: list(words[:MOST_NAMED]) for name, words in lists.items() if words},
    }


def _id(words: str) -> str:
    return file_name(words, _LONGEST_ID)
