"""What the self-check proposes can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.storage.codec_answers import NOT_YET, SUGGESTED, answer_from
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.reading.located import Plain


def suggestions(catalogue: Catalogue) -> Seen:
    """Yield a fault for each answer that an item of the baseline proposes and its question would not take."""
    for item in catalogue.baseline_item.values():
        for one in item.suggests:
            if not one.question or not one.value:
                continue
            written: Plain = NOT_YET if one.value == NOT_YET else {SUGGESTED: one.value}
            try:
                answer_from(written, catalogue.questions[one.question])
            except NotFitting as fault:
                message = f'{item.id} proposes "{one.value}" for {one.question}, which {fault.message}'
                yield message, f"baseline/{_control(item.id)}", fault.hint or ""


def _control(item: str) -> str:
    """Items of the thirteen controls have a number of their own behind the control's; a step is its own item."""
    return item.rpartition(".")[0] if item.count(".") > 1 else item
