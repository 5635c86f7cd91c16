"""Rules about promises: two of them that cannot both be kept are seen before an auditor lays them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.answers import Duration
from soc2desk.domain.clashes import answers_that_clash, commitments_that_clash, wordings_that_clash
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def answers_clash(situation: Situation) -> Iterator[Finding]:
    """Yield each pair of answers that cannot both be kept."""
    phrases = situation.engagement.catalogue.phrases
    for clash in answers_that_clash(situation.engagement):
        yield see(
            situation, "SD-50", f"answers.{clash.first}", about=f"{clash.first}/{clash.second}",
            controls=filter(None, (clash.control,)), first=_label(clash.first, situation),
            first_value=_said(clash.first, clash.first_value, situation), second=_label(clash.second, situation),
            second_value=_said(clash.second, clash.second_value, situation), why=phrases[f"finding.SD-50.{clash.why}"],
        )  # fmt: skip


def commitment_clashes(situation: Situation) -> Iterator[Finding]:
    """Yield each commitment that is harder to keep than what the documents promise."""
    names = {made.id: made.name for made in situation.engagement.project.commitments_made}
    for clash in commitments_that_clash(situation.engagement):
        yield see(
            situation, "SD-51", f"commitments_made.{clash.first}", about=clash.first, controls=(clash.control,),
            name=names[clash.first], figure=clash.first_value, question=_label(clash.second, situation),
            value=_said(clash.second, clash.second_value, situation),
        )  # fmt: skip


def own_wording_clashes(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording with a rhythm that is not that of its control."""
    for edit in situation.engagement.project.edits:
        if edit.id in situation.wording.set_aside:
            continue
        for clash in wordings_that_clash(edit, situation.engagement):
            title = situation.wording.titles.get(edit.id, edit.id)
            yield see(
                situation, "SD-52", f"documents.{edit.id}", about=f"{edit.id}/{clash.control}",
                controls=(clash.control,), section=title, typed=clash.first_value, control=clash.control,
                rhythm=_said("", clash.second_value, situation),
            )  # fmt: skip


def _label(name: str, situation: Situation) -> str:
    question = situation.engagement.catalogue.questions.get(name)
    return question.label if question else name


def _said(name: str, value: object, situation: Situation) -> str:
    """Return a value as documents print it: "every week", "30 days", "1 business day"."""
    phrases, question = situation.engagement.catalogue.phrases, situation.engagement.catalogue.questions.get(name)
    if isinstance(value, Duration):
        return str(value)
    if isinstance(value, int) and question is not None and question.unit:
        form = "one" if value == 1 else "many"
        return f"{value} {phrases[f'unit.{question.unit}.{form}']}"
    return phrases.get(f"cadence.{name}.each.{value}", phrases.get(f"cadence.each.{value}", str(value)))
