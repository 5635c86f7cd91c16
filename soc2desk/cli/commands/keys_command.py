"""Make a key to sign packets with, and say whose signatures you know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.passwords import add_password_file, new_password
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.preferences import Settings
    from soc2desk.app.signing import PublicKey
    from soc2desk.cli.output import Output

_LOCK = "put the key under a password, typed unseen or read from --password-file"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True, help="new, show, trust, list, forget")
    new = acts.add_parser("new", help="make a key", description="Make a key.")
    new.add_argument("file", metavar="FILE", help="where the key goes; FILE.pub beside it is to hand out")
    new.add_argument("--name", metavar="NAME", required=True, help="the person or the firm that signs")
    new.add_argument("--password", action="store_true", help=_LOCK)
    add_password_file(new, "a file whose one line is the password for the key")
    show = acts.add_parser("show", help="say whose a key is", description="Say whose a key is.")
    show.add_argument("file", metavar="FILE", help="a key, or what was handed out of it")
    trust = acts.add_parser("trust", help="know a signature from now on", description="Know a signature from now on.")
    trust.add_argument("file", metavar="FILE.pub", help="the public part of a key, as it was handed out")
    trust.add_argument("--name", metavar="NAME", default="", help="the name under which you know its holder")
    acts.add_parser("list", help="list the keys you trust", description="List the keys you trust.")
    forget = acts.add_parser("forget", help="trust a key no longer", description="Trust a key no longer.")
    forget.add_argument("fingerprint", metavar="FINGERPRINT", help="its fingerprint, or the first 16 digits or more")


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act with keys."""
    {"new": _new, "show": _show, "trust": _trust, "list": _list, "forget": _forget}[args.act](args, output)
    return 0


def settings_of(args: argparse.Namespace) -> Settings:
    """Return the settings of this person, in which the keys that they trust stand."""
    from soc2desk.app.preferences import Settings

    return Settings.read(Path(args.workspace) if args.workspace else None)


def _new(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.signing import make_key

    if not args.file.strip():
        raise UsageProblem("No file is named for the key.", hint="For example: soc2desk keys new jane.key --name Jane")
    is_locked = args.password or args.password_file
    password = new_password(args.password_file, "the key", output) if is_locked else ""
    key, public = make_key(Path(args.file), args.name, password)
    _say(key.public, output)
    output.note(f"Keep {args.file} to yourself, and a copy of it; hand out {public.name}.")
    if not password:
        output.note("The key is not under a password: whoever gets hold of its file can sign as you.")


def _show(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.signing import read_public

    _say(read_public(Path(args.file)), output)


def _trust(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.signing import trust_key

    _say(trust_key(settings_of(args), Path(args.file), args.name), output)
    output.note("Compare this fingerprint with one that came another way, for example read to you on the telephone.")


def _list(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.signing import trusted_keys

    keys = trusted_keys(settings_of(args))
    for key in keys:
        _say(key, output)
    if not keys:
        output.note("No key is trusted yet: soc2desk keys trust FILE.pub")


def _forget(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.signing import forget_key

    key = forget_key(settings_of(args), args.fingerprint)
    output.report(f"No longer trusted: {key.name}")


def _say(key: PublicKey, output: Output) -> None:
    output.say(f"{key.name}\n  fingerprint {key.fingerprint}")
