"""A firm's own pack: begun with copies of what it changes, looked at, and brought up to what is shipped now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.app.pack_overrides import Overridden, document_id, overridden
from soc2desk.app.pack_readme import README, README_NAME
from soc2desk.content.pack_origin import ORIGINALS, PACK_FILE, Copied, copied_in, digest_of_text, list_of, plain_text
from soc2desk.content.pack_state import MOVED_ON, PackFile, State, pack_state
from soc2desk.content.packs import is_replaceable, shipped_files
from soc2desk.domain.problems import FileProblem, UsageProblem, nearest
from soc2desk.storage.pack_files import replace_in, set_aside, write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

__all__ = ["MOVED_ON", "Look", "PackFile", "PackLook", "State", "Wanted", "begin_pack", "keep_mine", "look_at_pack"]

LANGUAGE = "en"
SET_ASIDE = "set-aside"
_WORDS = f"resources/words/{LANGUAGE}/"
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is copied into a pack: documents by id, words by the name of their file, other files by their place."""

    documents: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """One file of a pack: how it stands, the document it is, and what it changes of the shipped text."""

    file: PackFile
    document: str
    changes: Overridden


@dataclass(frozen=True, slots=True)
class PackLook:
    """A pack as a whole. `newer` and `older` are other versions of the program that files were copied from."""

    files: tuple[Look, ...]
    taken_out: tuple[str, ...]
    newer: tuple[str, ...]
    older: tuple[str, ...]

    @property
    def to_decide(self) -> tuple[Look, ...]:
        """Files whose shipped text changed since they were copied."""
        return tuple(one for one in self.files if one.file.state in MOVED_ON)


def begin_pack(catalogue: Catalogue, pack: Path, wanted: Wanted) -> tuple[str, ...]:
    """Copy what is wanted into a new pack, or one that was begun before, and return the places of the copies.

    Raises UsageProblem for what is not shipped, FileProblem for a folder that holds something else or where a file
    would be replaced; nothing is written then.
    """
    places = _places(catalogue, wanted)
    copies = _copies_so_far(pack)
    shipped = shipped_files()
    texts = {place: plain_text(shipped[place]) for place in places}
    was_begun = bool(copies)
    copies |= {place: Copied(place, __version__, digest_of_text(text)) for place, text in texts.items()}
    originals = {f"{ORIGINALS}/{place}": text.encode() for place, text in texts.items()}
    # The original of a file that was taken out of the pack stands there still.
    kept = {place: raw for place, raw in originals.items() if was_begun and (pack / place).is_file()}
    files = {place: text.encode() for place, text in texts.items()}
    files |= {place: raw for place, raw in originals.items() if place not in kept}
    if was_begun:
        write_new(pack, files)
        for place, raw in kept.items():
            replace_in(pack, place, raw)
        replace_in(pack, PACK_FILE, list_of(copies.values()))
    else:
        readme = README.format(version=__version__).encode()
        write_new(pack, files | {README_NAME: readme, PACK_FILE: list_of(copies.values())})
    return places


def look_at_pack(pack: Path) -> PackLook:
    """Return what a pack changes and what changed as shipped since. Raises ContentProblem, FileProblem."""
    state = pack_state(pack, LANGUAGE)
    programs = sorted({file.program for file in state.files if file.program and file.program != __version__})
    newer = tuple(one for one in programs if _is_newer(one))
    older = tuple(one for one in programs if one not in newer)
    return PackLook(tuple(map(_look, state.files)), state.taken_out, newer, older)


def take_new(pack: Path, places: Iterable[str]) -> tuple[str, ...]:
    """Put the shipped text in the place of a pack's files, and return where the files with own changes are kept.

    Raises UsageProblem for a file that is not in the pack or shipped no more, FileProblem.
    """
    kept = []
    for file in _named(pack, places, lambda one: one.now is not None, "is not shipped, so there is no new one"):
        if file.state not in {State.SAME, State.BEHIND}:
            kept.append(set_aside(pack, SET_ASIDE, file.place))
        replace_in(pack, file.place, (file.now or "").encode())
        _settle(pack, file)
    return tuple(kept)


def keep_mine(pack: Path, places: Iterable[str]) -> None:
    """Note that a pack's files stay as they are beside what is shipped now. Raises UsageProblem, FileProblem."""
    for file in _named(pack, places, lambda one: one.state is not State.OWN, "is the pack's own already"):
        _settle(pack, file)


def _places(catalogue: Catalogue, wanted: Wanted) -> tuple[str, ...]:
    documents = {one.id: one.path for one in (*catalogue.templates, *catalogue.lessons)}
    known = [place for place in shipped_files() if is_replaceable(place, LANGUAGE)]
    words = {place.removeprefix(_WORDS).removesuffix(".yaml"): place for place in known if place.startswith(_WORDS)}
    found = [
        *(_known(one, documents, "document") for one in wanted.documents),
        *(_known(one, words, "file of words") for one in wanted.words),
        *(_known(one, dict(zip(known, known, strict=True)), "file of the content") for one in wanted.files),
    ]
    if not found:
        hint = "Name documents, words or files, for example --document POL-ACP."
        raise UsageProblem("Nothing was named that should be copied.", hint=hint)
    return tuple(dict.fromkeys(found))


def _known(name: str, places: dict[str, str], kind: str) -> str:
    if name not in places:
        hint = nearest(name, places) or "soc2desk content list names the documents."
        raise UsageProblem(f'There is no {kind} "{name}".', hint=hint)
    return places[name]


def _copies_so_far(pack: Path) -> dict[str, Copied]:
    """Nothing is mixed into a folder that was not begun as a pack."""
    if not pack.is_dir() and (pack.exists() or pack.is_symlink()):
        raise FileProblem("A file stands where the folder of the pack should be.", where=str(pack))
    if pack.is_dir() and any(pack.iterdir()) and not (pack / PACK_FILE).is_file():
        hint = f"Name a new folder, or one that was begun with new-pack and holds {PACK_FILE}."
        raise FileProblem("The folder holds something else already; nothing was written.", where=str(pack), hint=hint)
    return copied_in(pack)


def _look(file: PackFile) -> Look:
    shipped = file.now if file.now is not None else file.then
    changes = overridden(file.name, shipped, file.yours) if shipped not in {None, file.yours} else Overridden()
    return Look(file, document_id(file.yours), changes)


def _is_newer(program: str) -> bool:
    theirs, ours = (_VERSION.match(one) for one in (program, __version__))
    return bool(theirs and ours) and _numbers(theirs) > _numbers(ours)


def _numbers(found: re.Match[str] | None) -> tuple[int, ...]:
    return tuple(int(part or 0) for part in found.groups()) if found else ()


def _named(pack: Path, places: Iterable[str], fits: Callable[[PackFile], bool], why: str) -> tuple[PackFile, ...]:
    """Look at all that was named before anything is done."""
    files = {file.place: file for file in pack_state(pack, LANGUAGE).files}
    files |= {document_id(file.yours): file for file in files.values() if document_id(file.yours)}
    chosen = []
    for name in dict.fromkeys(places):
        if name not in files:
            hint = nearest(name, files) or "soc2desk content pack DIR lists its files."
            raise UsageProblem(f'The pack holds no file "{name}".', hint=hint)
        if not fits(files[name]):
            raise UsageProblem(f"{files[name].place} {why}.", hint="Take it out of the list of what should be done.")
        chosen.append(files[name])
    return tuple(dict.fromkeys(chosen))


def _settle(pack: Path, file: PackFile) -> None:
    """From now on a file counts as copied from what is shipped now; the list is written last."""
    copies = copied_in(pack)
    if file.now is None:
        copies.pop(file.place, None)
    else:
        replace_in(pack, f"{ORIGINALS}/{file.place}", file.now.encode())
        copies[file.place] = Copied(file.place, __version__, digest_of_text(file.now))
    replace_in(pack, PACK_FILE, list_of(copies.values()))
