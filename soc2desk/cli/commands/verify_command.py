"""Check whether a packet is as it was handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json
from soc2desk.cli.commands.keys_command import settings_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.checking import Report
    from soc2desk.app.signing import Signer
    from soc2desk.cli.output import Output

DIFFERS = 1
KINDS = ("missing", "changed", "extra", "unreadable")
_SIGNED_BY = "the key that must have signed it, by its fingerprint or the first 16 digits or more"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("packet", metavar="FOLDER|ZIP", help="a packet's folder or its ZIP")
    command.add_argument("--signed-by", metavar="FINGERPRINT", help=_SIGNED_BY)
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Exit 0 when unchanged, 1 with what differs, or when the signature that was asked for is not there."""
    from soc2desk.app.checking import verify
    from soc2desk.app.signing import signed_by, typed_fingerprint
    from soc2desk.app.verifying import templates_of

    wanted = typed_fingerprint(args.signed_by) if args.signed_by is not None else ""
    report = verify(Path(args.packet))
    signer = signed_by(report.signature, settings_of(args).preferences.trusted_keys if report.signature else {})
    is_theirs = not wanted or (report.is_unchanged and signer.fingerprint.startswith(wanted))
    if output.as_json:
        kinds = {kind: getattr(report, kind) for kind in KINDS}
        signature = {"state": signer.known, "name": signer.name, "fingerprint": signer.fingerprint}
        told = {"unchanged": report.is_unchanged, "files": report.unchanged, **kinds, "signature": signature}
        output.json({**told, "templates": templates_of(report)})
    else:
        _print(report, output)
        if templates_of(report):
            output.report(f"Made with own templates: {templates_of(report)}")
        for line in said_of(signer):
            output.report(line)
    if not is_theirs:
        output.note("It does not bear the signature that was asked for.")
    return 0 if report.is_unchanged and is_theirs else DIFFERS


def said_of(signer: Signer) -> tuple[str, ...]:
    """Return what is known of who signed, in lines; nothing for a packet that nobody signed."""
    key = f"  key {signer.fingerprint}"
    match signer.known.value:
        case "known":
            return f"Signed by {signer.name}, whose key you trust.", key
        case "unknown":
            name = f"Signed with a key that you do not know yet; its holder writes the name {signer.name}."
            return (
                name,
                key,
                "  Compare it with one that came another way, then: soc2desk keys trust FILE.pub",
            )
        case "broken":
            return "The signature is broken: it was not made for this list of files.", key
    return ()


def _print(report: Report, output: Output) -> None:
    listed = len(report.manifest.files) if report.manifest else 0
    if report.is_unchanged and report.manifest:
        output.report(f"Unchanged since {report.manifest.date}. {report.unchanged} of {listed} files match.")
        return
    for kind in KINDS:
        for path in getattr(report, kind):
            output.say(f"{kind}: {path}")
    output.say(f"{report.unchanged} of {listed} files match.")
