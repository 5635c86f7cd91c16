"""A firm's own templates as a packet names them: whose folder, which texts, and what of them nobody can confirm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnText:
    """One file of a firm that says something else than the shipped one: how many lines do, and which is the first.

    `document` is the id of a document; empty for words and pieces. `file` is what errors call it.
    """

    file: str
    document: str
    lines: int
    first: int


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """What a firm laid over the shipped content. `sha256` is over the files that differ from the shipped ones.

    `texts` are the files that differ, documents first.
    """

    name: str
    sha256: str
    texts: tuple[OwnText, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents whose text is the firm's."""
        return tuple(one.document for one in self.texts if one.document)

    @property
    def mark(self) -> str:
        """Name, hash and counts on one line, as the list of a packet keeps it: two are the same paper when it is."""
        return f"{self.name} sha256:{self.sha256} documents:{len(self.documents)} files:{len(self.texts)}"

    @property
    def short(self) -> str:
        """The digits of the hash that a person compares."""
        return self.sha256[:12]
