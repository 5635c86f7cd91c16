"""Sign packets that are finished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.passwords import add_password_file, known_password

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.signing import SigningKey
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("packets", metavar="FOLDER|ZIP", nargs="+", help="packets as they were made")
    command.add_argument("--key", metavar="FILE", required=True, help="a key that soc2desk keys new made")
    add_password_file(command, "a file whose one line is the password of the key")


def run(args: argparse.Namespace, output: Output) -> int:
    """Sign each packet and say so."""
    from soc2desk.app.signing import sign_packet

    key = key_at(args.key, args.password_file)
    for packet in args.packets:
        sign_packet(Path(packet), key)
        output.report(f"{packet}\n  signed by {key.public.name}, key {key.public.fingerprint}")
    return 0


def key_at(file: str, password_file: str | None) -> SigningKey:
    """Return the key in a file, asking for its password where it has one."""
    from soc2desk.app.signing import needs_password, read_key

    path = Path(file)
    return read_key(path, known_password(password_file, "the key") if needs_password(path) else "")
