"""Who answered and when, for values that a file of the client brought and that nobody changed since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.answers_taking import still_as_answered
from soc2desk.domain.confirming import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.domain.client_answers import ClientAnswers
    from soc2desk.domain.confirming import Part, Said
    from soc2desk.domain.engagement import Engagement
    from soc2desk.reading.located import Plain


def with_who_answered(parts: Iterable[Part], values: Mapping[str, Plain], engagement: Engagement) -> Iterator[Part]:
    """Yield the parts with who answered and the day of it; a line of which that is kept already stays as it is."""
    files = {place: file for file in engagement.project.client_answers for place in still_as_answered(values, file)}
    for part in parts:
        lines = tuple(_line(line, files.get(line.place), engagement) for line in part.lines)
        yield part if lines == part.lines else replace(part, lines=lines, tells_who=True)


def _line(line: Said, file: ClientAnswers | None, engagement: Engagement) -> Said:
    if file is None or line.who or line.on is not None or line.standing is Standing.OPEN:
        return line
    who = engagement.person_name(file.person)
    if not who and file.filled_in_by:
        who = engagement.catalogue.phrases["confirmation.as_file_says"].format(name=file.filled_in_by)
    return replace(line, who=who, on=file.entered_on)
