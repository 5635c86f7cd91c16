"""The table of the files in which a client answered."""

from __future__ import annotations

from soc2desk.domain.client_answers import ClientAnswers
from soc2desk.domain.questions import Belongs
from soc2desk.storage.row_fields import Field, Holds, Keys, Section, date_field, entries_field, person_field, text_field

CLIENT_ANSWERS = Section(
    "client_answers",
    "file of a client's answers",
    Keys.OWN,
    {
        "file": text_field("the name of the file", required=True),
        "digest": Field(Holds.DIGEST, "the SHA-256 of the file", required=True),
        "filled_in_by": text_field("who filled it in, as it says"),
        "person": person_field("whom that names"),
        "places": entries_field("the answers and rows it brought, each with its code"),
        "entered_on": date_field("the day it was read and taken"),
    },
    ClientAnswers,
    belongs=Belongs.CLIENT,
)
