"""What the files of a pack were copied from: program, SHA-256 and the text as it was then, kept in the pack itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from soc2desk.content.packs import ContentFile, check_inside
from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.convert import convert
from soc2desk.reading.utf8 import decode
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.reading.yaml_write import write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.reading.located import Plain

PACK_FILE = "pack.yaml"
ORIGINALS = "originals"

_FORM = 1
_MOST_COPIES = 2000
_SHA256 = re.compile("[0-9a-f]{64}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9a-z+-]{1,20}){1,5}")
_SAID = """\
# What the files of this pack were copied from. soc2desk keeps this list; the texts of then stand in originals.
"""


@dataclass(frozen=True, slots=True)
class Copied:
    """One file that was copied: its place in the content, the program it came with, the SHA-256 of its text then."""

    place: str
    program: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Listing:
    format: int
    copied: tuple[Copied, ...] = ()


def copied_in(pack: Path) -> dict[str, Copied]:
    """Return by place what a pack says of its copies; nothing for a pack that was not begun by the program.

    Raises ContentProblem, or SeveralProblems, with file and line for a list that cannot be read.
    """
    file = ContentFile(PACK_FILE, f"{pack.name}/{PACK_FILE}", pack / PACK_FILE)
    if not file.path.is_file():
        return {}
    check_inside(file, pack)
    located = read_yaml(file.read(), file.name)
    listing = convert(located, _Listing, "list of copies")
    if listing.format != _FORM:
        raise located.refuse("The list was written by another version of soc2desk.", ("format",), "Update soc2desk.")
    if len(listing.copied) > _MOST_COPIES:
        raise located.refuse(f"The list names more than {_MOST_COPIES} files, which no pack has.", ("copied",))
    found: dict[str, Copied] = {}
    for number, one in enumerate(listing.copied):
        where = ("copied", number)
        if one.place in found:
            raise located.refuse(f"{one.place} stands here twice.", where, "Take one of the two away.")
        if not _SHA256.fullmatch(one.sha256) or not _VERSION.fullmatch(one.program):
            hint = "It should give program: 1.2.3 and sha256: 64 digits and letters a to f."
            raise located.refuse("This does not say what was copied.", where, hint)
        found[one.place] = one
    return found


def list_of(copies: Iterable[Copied]) -> bytes:
    """Return the list of copies as a pack keeps it."""
    rows: list[Plain] = [asdict(one) for one in sorted(copies, key=lambda one: one.place)]
    return (_SAID + write_yaml({"format": str(_FORM), "copied": rows})).encode()


def plain_text(file: ContentFile) -> str:
    """Return the text of a file with the line ends of this program. Raises ContentProblem, FileProblem."""
    return decode(file.read(), file.name, ContentProblem).replace("\r\n", "\n").replace("\r", "\n")


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text, the same after an editor of another system gave its lines other ends."""
    return hashlib.sha256(text.encode()).hexdigest()
