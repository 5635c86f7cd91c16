"""Every control belongs in a policy, and a policy that is written states all of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen


def stated(catalogue: Catalogue) -> Seen:
    """Yield a fault for each control that no policy claims, and each that its written policy does not state."""
    claimed = {control for policy in catalogue.policies for control in policy.controls}
    for control in catalogue.controls:
        if control.id not in claimed:
            message = f"No policy says that {control.id} belongs in it."
            yield message, f"controls/{control.id}", "Name it in the list of a policy, and state it in a clause there."
    written = {template.id: (template, sheet) for template, sheet in documents(catalogue)}
    for policy in catalogue.policies:
        if policy.id in written:
            template, sheet = written[policy.id]
            said = {control for part in outline(sheet) for control in part.controls}
            for missing in (control for control in policy.controls if control not in said):
                message = f"{policy.id} should state {missing}, and no clause names it."
                yield message, f"{template.path}, line 2", f"Write a clause that ends in [{missing}]."
