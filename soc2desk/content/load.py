"""Load the content: the one door through which the rest of the program gets a catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.content import twin
from soc2desk.content.packs import content_files

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue


def load(pack: Path | None = None, language: str = "en") -> Catalogue:
    """Return the whole content in a language, with a firm's folder `pack` laid over it; None for ours alone.

    Reads the JSON twin when it matches the source files, else the sources, and then writes a twin for the next time.
    Raises ContentProblem, or SeveralProblems, with file and line.
    """
    catalogue = _read(pack, language)
    if pack is None:
        return catalogue
    from soc2desk.content.kept_words import check_words  # noqa: PLC0415
    from soc2desk.content.pack_mark import own_templates  # noqa: PLC0415

    check_words(pack, catalogue, _read(None, language))
    return replace(catalogue, own_templates=own_templates(pack, language, catalogue.templates))


def _read(pack: Path | None, language: str) -> Catalogue:
    files = content_files(pack, language)
    mark = twin.mark_of(files)
    found = twin.find(mark, pack, language)
    if found is not None:
        return found
    # Only now are YAML and Jinja needed; with a twin the program starts without them.
    from soc2desk.content.assemble import assemble  # noqa: PLC0415

    catalogue = assemble(files, language)
    twin.keep(catalogue, mark, pack, language)
    return catalogue


def write_twin(target: Path) -> None:
    """Write the JSON twin of our own content to a file, for the package that is shipped. Raises ContentProblem."""
    from soc2desk.content.assemble import assemble  # noqa: PLC0415

    files = content_files(None, "en")
    target.write_bytes(twin.encode(assemble(files, "en"), twin.mark_of(files)))
