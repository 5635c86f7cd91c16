"""Take people or vendors from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.importing import ImportPlan
    from soc2desk.cli.output import Output

TABLES = ("people", "vendors", "systems")
INCOMPLETE = 1


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("table", choices=TABLES, help="what the spreadsheet lists")
    command.add_argument("file", metavar="FILE", help="a CSV or XLSX file with headings in its first row")
    command.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Show what is new, changed and left out, and take it; exit 1 when a row cannot be read."""
    from soc2desk.app.importing import What, plan_import, read_sheet
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder
    from soc2desk.app.usual_headings import usual_headings

    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        rows = read_sheet(Path(args.file))
        plan = plan_import(session, args.table, rows, usual_headings(desk.window_words, args.table))
        _tell(plan, output)
        if plan.puts and not args.dry_run:
            session.put(plan.puts, f"Import of {args.table}")
            session.save()
            output.note(f"Took {counted(len(plan.puts), 'row')}.")
    finally:
        session.close()
    return INCOMPLETE if plan.counts[What.UNREADABLE] else 0


def _tell(plan: ImportPlan, output: Output) -> None:
    if output.as_json:
        rows = [
            {"line": row.line, "what": row.what, "id": row.id, "name": row.name, "problem": row.problem}
            for row in plan.rows
        ]
        output.json({"taken": plan.taken, "dropped": plan.dropped, "rows": rows})
        return
    output.say(f"Columns taken: {', '.join(plan.taken)}.")
    if plan.dropped:
        output.say(f"Columns left out, nothing of them is kept: {', '.join(plan.dropped)}.")
    for row in plan.rows:
        detail = row.problem or ", ".join(f"{one.column}: {one.after}" for one in row.changes)
        output.say(f"row {row.line}: {row.what}, {row.name or '(no name)'}" + (f" ({detail})" if detail else ""))
