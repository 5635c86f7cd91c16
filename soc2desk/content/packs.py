"""The content files of one reading: ours, with a firm's own folder laid over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.content import shipped
from soc2desk.content.window_words import WINDOW
from soc2desk.domain.file_names import is_device
from soc2desk.domain.problems import ContentProblem, FileProblem, nearest

if TYPE_CHECKING:
    from pathlib import Path

RESOURCES = "resources"
TEMPLATES = "policy_templates"
_ENDINGS = {RESOURCES: ".yaml", TEMPLATES: ".md"}
_MOST_BYTES = 5_000_000
_MOST_FILES = 1000
"""Files of a pack: several times as many as are shipped, and few enough that reading them ends soon."""
_NOT_CONTENT = frozenset({"samples", "brand", "fonts", "icons", "help", "wording"})


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file: `place` is its path within the content, `name` is what errors call it."""

    place: str
    name: str
    path: Path

    def read(self) -> bytes:
        """Return its bytes. Raises FileProblem when it cannot be read, ContentProblem when it is far too large."""
        try:
            with self.path.open("rb") as file:
                raw = file.read(_MOST_BYTES + 1)
        except OSError as error:
            raise FileProblem(f"The file cannot be read: {error.strerror}.", where=self.name) from error
        if len(raw) > _MOST_BYTES:
            raise ContentProblem("The file is larger than 5 MB, which no file of this kind is.", where=self.name)
        return raw


def content_files(pack: Path | None, language: str) -> dict[str, ContentFile]:
    """Return every content file by place, in sorted order; a pack's file replaces ours of the same place.

    Raises ContentProblem when the pack is no folder or holds neither resources nor policy_templates, or when there are
    no words in the language.
    """
    files = shipped_files()
    if pack is not None:
        files |= pack_files(pack)
    here = {place: file for place, file in sorted(files.items()) if _in_language(place, language)}
    if not any(place.startswith(f"{RESOURCES}/words/{language}/") for place in here):
        raise ContentProblem(f"There are no words in the language {language}.", hint="The language en is shipped.")
    return here


def shipped_files() -> dict[str, ContentFile]:
    """Return every file of our own content by place, in all languages. Raises ContentProblem when it is nowhere."""
    return _files(shipped.resources(), RESOURCES, "") | _files(shipped.policy_templates(), TEMPLATES, "")


def pack_files(pack: Path) -> dict[str, ContentFile]:
    """Return every file of a pack by place. Raises ContentProblem for a folder that is none or leads elsewhere."""
    own = _own_files(pack)
    _check_places(own, {_folder(place) for place in shipped_files()})
    return own


def kept_files(pack: Path, folder: str) -> dict[str, ContentFile]:
    """Return by place the files that a pack keeps beside its content, in a folder laid out as the content is."""
    kept = pack / folder
    owner = f"{pack.name}/{folder}"
    found = _files(kept / RESOURCES, RESOURCES, owner) | _files(kept / TEMPLATES, TEMPLATES, owner)
    for file in found.values():
        check_inside(file, pack)
    return found


def is_replaceable(place: str, language: str) -> bool:
    """Tell whether a pack may hold a file of this place in a language: the words of the window stay ours."""
    return _in_language(place, language) and not _of_the_window(place)


def _own_files(pack: Path) -> dict[str, ContentFile]:
    if not pack.is_dir():
        hint = "Give the path of a folder."
        raise ContentProblem("The folder of templates does not exist.", where=str(pack), hint=hint)
    own = _files(pack / RESOURCES, RESOURCES, pack.name) | _files(pack / TEMPLATES, TEMPLATES, pack.name)
    if not own:
        message = "The folder holds no content: a folder policy_templates or resources with files is expected in it."
        raise ContentProblem(message, where=str(pack))
    if len(own) > _MOST_FILES:
        message = f"The folder holds {len(own):,} files of content; at most {_MOST_FILES:,} are read."
        raise ContentProblem(message, where=str(pack), hint="Leave in it what your firm words itself.")
    for file in own.values():
        check_inside(file, pack)
    return own


def check_inside(file: ContentFile, pack: Path) -> None:
    """Raise ContentProblem for what is not in the folder: reached through a link, or by the name of a device."""
    if any(map(is_device, file.path.relative_to(pack).parts)):
        message = "Windows takes this name for a device and not for a file."
        raise ContentProblem(message, where=file.name, hint="Give the file another name.")
    if not file.path.resolve().is_relative_to(pack.resolve()):
        message = "This is a link to a file outside the folder of templates, which is not read."
        raise ContentProblem(message, where=file.name, hint="Put the file itself there.")


def _folder(place: str) -> str:
    return place.split("/")[1] if place.startswith(f"{RESOURCES}/") else TEMPLATES


def _check_places(own: dict[str, ContentFile], folders: set[str]) -> None:
    """A file in a misspelt folder would be left out without a word."""
    for place, file in own.items():
        if _folder(place) not in folders:
            message = f"Nothing is read from {_folder(place)}."
            hint = nearest(_folder(place), folders) or f"Known here: {', '.join(sorted(folders))}."
            raise ContentProblem(message, where=file.name, hint=hint)
        if _of_the_window(place):
            hint = "Keep to policy_templates and the other files of words."
            raise ContentProblem("The words of the window cannot be replaced.", where=file.name, hint=hint)


def _of_the_window(place: str) -> bool:
    """The window's words are no content: they are read by themselves, before any."""
    steps = place.split("/")
    return steps[1] == "words" and steps[3:4] == [WINDOW]


def _files(root: Path, kind: str, owner: str) -> dict[str, ContentFile]:
    found = {}
    for path in sorted(root.rglob(f"*{_ENDINGS[kind]}")):
        inside = path.relative_to(root)
        hidden = any(part.startswith(".") for part in inside.parts)
        if hidden or inside.parts[0] in _NOT_CONTENT or not path.is_file():
            continue
        place = f"{kind}/{inside.as_posix()}"
        found[place] = ContentFile(place, f"{owner}/{place}" if owner else place, path)
    return found


def _in_language(place: str, language: str) -> bool:
    """Words and templates of other languages are neither read nor part of the twin's mark."""
    kind, *inside = place.split("/")
    if kind == TEMPLATES:
        return inside[0] == language
    return inside[0] != "words" or (inside[1] == language and not _of_the_window(place))
