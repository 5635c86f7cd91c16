"""Rules about sections that a person worded anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def own_wording_set_aside(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording that cannot be used, so that the template's text stands in its place."""
    for section, why in situation.wording.set_aside.items():
        title = _title(section, situation)
        yield see(situation, "SD-10", f"documents.{section}", about=section, section=title, why=why)


def template_changed_under_own_wording(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording whose template has a new text that nobody compared with it."""
    for section in situation.wording.changed:
        yield see(situation, "SD-11", f"documents.{section}", about=section, section=_title(section, situation))


def own_wording_leaves_control_out(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording without which a control of this scope would still stand in a document."""
    for section, controls in situation.wording.unstated.items():
        yield see(
            situation, "SD-12", f"documents.{section}", about=section, controls=controls,
            section=_title(section, situation), listed=", ".join(controls),
        )  # fmt: skip


def _title(section: str, situation: Situation) -> str:
    title = situation.wording.titles.get(section)
    document = section.partition("/")[0]
    name = situation.documents.get(document, document)
    return f"{name}, {title}" if title else section
