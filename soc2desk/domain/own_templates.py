"""A firm's own templates as a packet names them: whose folder, which texts, and what of them nobody can confirm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """What a firm laid over the shipped content. `sha256` is over the files that differ from the shipped ones.

    `documents` are the ids of those whose text is the firm's; `files` are all that differ, words and pieces among them.
    """

    name: str
    sha256: str
    files: int
    documents: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Name, hash and counts on one line, as the list of a packet keeps it: two are the same paper when it is."""
        return f"{self.name} sha256:{self.sha256} documents:{len(self.documents)} files:{self.files}"

    @property
    def short(self) -> str:
        """The digits of the hash that a person compares."""
        return self.sha256[:12]
