"""Passwords on the command line: typed unseen or read from a file, never given among the words of a command."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.passwords import Strength, check_password, strength
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

_WEAK = "This password is short or repeats itself, so it can be guessed. Twelve characters or more hold longer."


def add_password_file(command: argparse.ArgumentParser, what: str) -> None:
    """Let a password come from a file."""
    command.add_argument("--password-file", metavar="FILE", help=what)


def known_password(file: str | None, what: str) -> str:
    """Return a password that exists already, from its file or as typed. `what` it opens, as in "the key"."""
    if file:
        return _in_file(file)
    _check_terminal(f"{what[:1].upper()}{what[1:]} is under a password.")
    return getpass(f"Password of {what}: ")


def new_password(file: str | None, what: str, output: Output) -> str:
    """Return a password to lock something with, from its file, or typed twice; a weak one is said to be weak.

    Raises UsageProblem for what cannot be a password, and where the two differ.
    """
    if file:
        chosen = _in_file(file)
    else:
        _check_terminal(f"A password for {what} is to be typed.")
        chosen = getpass(f"New password for {what}: ")
        if getpass("The same once more: ") != chosen:
            raise UsageProblem("The two passwords differ; nothing was made.", hint="Try again.")
    check_password(chosen)
    if strength(chosen) is Strength.WEAK:
        output.note(_WEAK)
    output.note("Nobody can open it without this password, and nobody can bring it back. Keep it in a safe place.")
    return chosen


def _in_file(file: str) -> str:
    from soc2desk.app.password_files import password_in

    return password_in(Path(file))


def _check_terminal(message: str) -> None:
    if not sys.stdin.isatty():
        raise UsageProblem(message, hint="Write the password into a file and name it with --password-file.")
