"""A clause of a policy, plan or procedure says who acts: what is only "done" is nobody's duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.controls import Nature
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.lint.actors import acts_without_actor
from soc2desk.lint.prose import sentences
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_HINT = 'Begin with who does it ("The IT lead reviews ..."), or add "by ..."; a tool that enforces it may be named.'


def acted(catalogue: Catalogue) -> Seen:
    """Yield a fault for each sentence of a clause with controls that says what is done and not by whom.

    Where all controls of the clause are automated, a tool may be the one who acts without being named.
    """
    automated = {control.id for control in catalogue.controls if control.nature is Nature.AUTOMATED}
    for template, sheet in documents(catalogue):
        if template.kind in TO_APPROVE:
            for one in sentences(sheet):
                if one.part.kind == "clause" and one.part.controls:
                    act = acts_without_actor(one.words, by_tool=automated.issuperset(one.part.controls))
                    if act:
                        yield f'"{act}" leaves open who does it.', one.where, _HINT
