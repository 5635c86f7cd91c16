"""Walk owners through the requests before fieldwork, and keep the list of what is to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_on_paper
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.walking import Asked, OwnerWalk

READY = ("yes", "partly", "no")
ADVICE = ("go", "conditions", "delay")

_HELP = {
    "act": "walk lists the requests by owner, answer writes down what an owner could show, remedies brings the list of "
    "gaps up to date, close marks one as mended, finish keeps the record of the review",
    "id": "the request of an answer (ER-045), or the line of the list to close",
    "owner": "the person asked; walk then lists only theirs",
    "ready": "what the owner could show",
    "answer": "what the owner said, in a sentence",
    "anew": "order all that is open again: by severity, then by the day, then by effort",
    "by": "who signs the record of the review: an id or a full name",
    "recommend": "what the review says about fieldwork",
}


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("act", choices=tuple(_ACTS), help=_HELP["act"])
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("id", metavar="ID", nargs="?", default="", help=_HELP["id"])
    command.add_argument("--owner", metavar="PERSON", default="", help=_HELP["owner"])
    command.add_argument("--ready", choices=READY, help=_HELP["ready"])
    command.add_argument("--answer", metavar="TEXT", default="", help=_HELP["answer"])
    command.add_argument("--anew", action="store_true", help=_HELP["anew"])
    command.add_argument("--by", metavar="PERSON", default="", help=_HELP["by"])
    command.add_argument("--recommend", choices=ADVICE, help=_HELP["recommend"])
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one part of the readiness review."""
    return _ACTS[args.act](args, output)


def _walk(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.checking import look_over
    from soc2desk.domain.walking import walk

    desk = desk_on_paper(args, args.project)
    engagement = look_over(desk, desk.source(args.project)).engagement
    if args.owner and args.owner not in engagement.project.person:
        raise UsageProblem(f'There is no person "{args.owner}".', hint="Use the id of a person.")
    walked = tuple(one for one in walk(engagement) if not args.owner or one.owner == args.owner)
    if output.as_json:
        output.json([{"owner": one.owner, "requests": [_data(asked) for asked in one.asked]} for one in walked])
        return 0
    for one in walked:
        _print_owner(one, engagement, output)
    if not walked:
        output.report("Nothing is asked of them.")
    return 0


def _print_owner(one: OwnerWalk, engagement: Engagement, output: Output) -> None:
    phrases = engagement.catalogue.phrases
    output.say(engagement.person_name(one.owner) or phrases["person.nobody"])
    for asked in one.asked:
        said = asked.said
        state = said.ready.value if said else "-"
        output.say(f"  {asked.request.id}  {state:<6}  {asked.request.request}")
        if said and said.answer:
            output.say(f"          {said.asked_on}  {said.answer}")


def _data(asked: Asked) -> dict[str, object]:
    said = asked.said
    return {
        "request": asked.request.id,
        "asked": asked.request.request,
        "good_shows": asked.request.good_shows,
        "reject_if": asked.request.reject_if,
        "ready": said.ready.value if said else "",
        "answer": said.answer if said else "",
        "asked_on": said.asked_on if said else None,
    }


def _answer(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.reviewing import answer_request
    from soc2desk.domain.auditing import Ready

    if not args.id or not args.ready:
        raise UsageProblem("Which request, and can it be shown?", hint="Write a request id and --ready yes|partly|no.")
    said = answer_request(
        desk_on_paper(args, args.project), args.project, args.id, Ready(args.ready), args.answer, args.owner
    )
    output.report(f"{said.id}  {said.ready.value}, asked on {said.asked_on}" + (f" of {said.owner}" * bool(said.owner)))
    return 0


def _remedies(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.reviewing import bring_up_to_date
    from soc2desk.domain.remedying import in_order

    found = in_order(bring_up_to_date(desk_on_paper(args, args.project), args.project, anew=args.anew))
    if output.as_json:
        names = ("id", "name", "controls", "request", "finding", "owner", "due", "hours", "order", "closed_on")
        output.json([{name: getattr(one, name) for name in names} for one in found])
        return 0
    for one in found:
        state = f"done {one.closed_on}" if one.closed_on else f"by {one.due or '-'}, about {one.hours or '-'} h"
        output.say(f"{one.order or '-':>3}  {one.id}  {one.owner or 'nobody'}, {state}\n     {one.name}")
    if not found:
        output.report("Nothing has to be mended, as far as was asked and our checks can tell.")
    return 0


def _close(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.reviewing import close_remedy

    done = close_remedy(desk_on_paper(args, args.project), args.project, args.id)
    output.report(f"{done.id}  done on {done.closed_on}")
    return 0


def _finish(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.reviewing import finish_review

    if not args.by or not args.recommend:
        hint = "Write --by PERSON and --recommend go|conditions|delay."
        raise UsageProblem("Who signs the record, and what does it recommend?", hint=hint)
    record = finish_review(desk_on_paper(args, args.project), args.project, args.by, args.recommend)
    output.report(f"{record.id}  signed by {record.signer('approved')} on {record.day('approved')}")
    return 0


_ACTS = {"walk": _walk, "answer": _answer, "remedies": _remedies, "close": _close, "finish": _finish}
