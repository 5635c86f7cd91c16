"""Fingerprints as a person compares them, with a letter or a voice on the telephone."""

from __future__ import annotations


def in_groups(fingerprint: str, size: int = 8) -> str:
    """Return a fingerprint in groups, which can be read aloud and break at the end of a line."""
    return " ".join(fingerprint[at : at + size] for at in range(0, len(fingerprint), size))
