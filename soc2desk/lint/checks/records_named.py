"""A record or population that a control names exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import nearest

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen


def records_named(catalogue: Catalogue) -> Seen:
    """Yield a fault for each record or population a control names that does not exist."""
    records = {record.id for record in catalogue.records}
    populations = {population.id for population in catalogue.populations}
    for control in catalogue.controls:
        for record in control.records:
            if record not in records:
                message = f"{control.id} is shown by the record {record}, which does not exist."
                yield message, f"controls/{control.id}/records", nearest(record, records) or ""
        if control.population and control.population not in populations:
            message = f"{control.id} picks from {control.population}, which does not exist."
            yield message, f"controls/{control.id}/population", nearest(control.population, populations) or ""
