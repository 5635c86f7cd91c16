"""Written documents: Markdown with front matter, and the pieces they include."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from soc2desk.content.found import Found
from soc2desk.content.joining import check_categories, check_ids, check_plain_id
from soc2desk.content.names import read_condition
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.policies import ALONE, Partial, Template
from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.convert import convert
from soc2desk.reading.utf8 import decode
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from soc2desk.content.found import Files
    from soc2desk.content.joining import Reading
    from soc2desk.content.packs import ContentFile

_FOLDERS = {
    "policy": "policies",
    "plan": "plans",
    "procedure": "procedures",
    "record": "records",
    "report": "report",
    "training": "training",
    "lesson": "lessons",
}
_FENCE = "---"
_PARTIALS = "_partials"


@dataclass(frozen=True, slots=True)
class Header:
    """The front matter of a document. `when` is a condition, empty for always; `stands` says what it needs to print.

    `record` is the layout that the form of a record is made from.
    """

    id: str
    title: str
    kind: Literal["policy", "plan", "procedure", "record", "report", "training", "lesson"]
    audience: Literal["auditor", "internal", "staff", "customer"]
    owner: str
    approver: str
    review: Cadence
    version: str
    categories: tuple[str, ...] = ("always",)
    when: str = ""
    stands: Literal["", "alone"] = ""
    record: str = ""


def read_templates(reading: Reading) -> tuple[Template, ...]:
    """Return every document in the order of its path. Two with one id are a problem."""
    made: dict[str, Template] = {}
    for file in reading.files.values():
        if file.place.startswith("policy_templates/") and _PARTIALS not in file.place.split("/"):
            one = _template(file, reading)
            if one.id in made:
                message = f"The document {one.id} stands in this file and in {made[one.id].path}."
                reading.problems.append(ContentProblem(message, where=file.name, hint="Give one of them another id."))
            made[one.id] = one
    return tuple(made.values())


def read_partials(files: Files) -> tuple[Partial, ...]:
    """Return the pieces of text that documents include by name."""
    return tuple(
        Partial(file.place.rpartition("/")[2], file.name, _text(file))
        for file in files.values()
        if file.place.startswith("policy_templates/") and _PARTIALS in file.place.split("/")
    )


def _template(file: ContentFile, reading: Reading) -> Template:
    lines = _text(file).split("\n")
    end = _end_of_header(lines, file.name)
    located = read_yaml("\n".join(lines[1:end]), file.name, first_line=2)
    header = convert(located, Header, "document")
    one = Found(header.id, header, located, ())
    _check(one, file, reading)
    return Template(
        id=header.id,
        title=header.title,
        kind=header.kind,
        audience=header.audience,
        owner=header.owner,
        approver=header.approver,
        review=header.review.value,
        version=header.version,
        path=file.name,
        body="\n".join(lines[end + 1 :]),
        first_line=end + 2,
        categories=header.categories,
        when=read_condition(one, header.when, reading, "when"),
        stands_alone=header.stands == "alone" or header.kind in ALONE,
        record=header.record,
    )


def _check(one: Found[Header], file: ContentFile, reading: Reading) -> None:
    check_plain_id(one, reading)
    check_ids(one, "owner", "role", reading)
    check_ids(one, "approver", "role", reading)
    check_ids(one, "record", "record", reading)
    check_categories(one, reading)
    folder = _FOLDERS[one.value.kind]
    if f"/{folder}/" not in file.place:
        reading.problems.append(
            one.refuse(f"A document of the kind {one.value.kind} belongs in the folder {folder}.", "kind")
        )


def _end_of_header(lines: list[str], name: str) -> int:
    hint = "Begin the file with a --- line, the header, and a second --- line."
    if lines[0].rstrip() != _FENCE:
        raise ContentProblem("The document does not begin with a header.", where=f"{name}, line 1", hint=hint)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return number
    raise ContentProblem("The header of the document has no end.", where=f"{name}, line {len(lines)}", hint=hint)


def _text(file: ContentFile) -> str:
    text = decode(file.read(), file.name, ContentProblem)
    return text.replace("\r\n", "\n").replace("\r", "\n")
