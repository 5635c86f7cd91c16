"""What somebody who teaches says beside a question or a finding: why it is asked, and what an auditor does about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeachingNote:
    """The note of a question or a rule, by its id.

    `writes` is an example of what an auditor might write about an invented company; empty where none would be written.
    """

    id: str
    why: str
    writes: str = ""
