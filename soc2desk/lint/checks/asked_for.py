"""An auditor asks about every control: each has an evidence request for each kind of report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

REPORT_TYPES = ("type_1", "type_2")


def asked_for(catalogue: Catalogue) -> Seen:
    """Yield a fault for each control that no request of a kind of report asks about."""
    for report in REPORT_TYPES:
        asked = {c for request in catalogue.requests if report in request.report_types for c in request.controls}
        for control in catalogue.controls:
            if control.id not in asked:
                message = f"No evidence request of a {report} report asks about {control.id}."
                yield message, f"controls/{control.id}", "Name the control in a request, or write one."
