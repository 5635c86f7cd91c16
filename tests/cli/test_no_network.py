"""Nothing leaves this computer: no command opens an address, and this is looked at from inside and from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, ROOT, SAMPLES, surroundings
from tests.watched import can_watch, needs_strace, run_alone, watched

if TYPE_CHECKING:
    from pathlib import Path

USERS = ROOT / "tests" / "storage" / "exports" / "shapes" / "mail-suite.csv"

WATCH = """
import sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        raise RuntimeError(f"the network was used: {event} {arguments}")

sys.addaudithook(watch)
"""

WORKED = """
import sys
from pathlib import Path
from soc2desk.cli.main import main

answers, day, users, here = *sys.argv[1:4], Path(sys.argv[4])
packets, one = here / "packets", ("--only", "POL-ACP", "REG-RDY")

def run(*words, may_be=(0,)):
    code = main([str(word) for word in words])
    assert code in may_be, (words, code)

# Two processes draw, so that what they fork is watched too.
run("build", answers, "--date", day, *one, "--formats", "docx,pdf,xlsx,html,md", "--jobs", "2", "--out", packets)
(archive,) = (path for path in packets.glob("*.zip") if "internal" not in path.name)
run("verify", archive)
run("compare", archive, answers, may_be=(0, 1))
run("check", answers, may_be=(0, 1))
run("new", "acme", "--sample", "tamarack")
run("set", "acme", "company=See https://example.com and mailto:a@b.example")
run("evidence", "list", "acme")
run("access", "read", "acme", users, "--system", "github", "--taken-at", "2026-11-20 09:00", "--dry-run")
run("build", "acme", *one, "--formats", "html", "--jobs", "1", "--out", packets)
run("schedule", answers, "--calendar", here / "calendar")
run("keys", "new", here / "jane.key", "--name", "Jane Doe")
run("sign", archive, "--key", here / "jane.key")
(here / "password").write_text("four words of mine")
run("export", "acme", here / "acme.soc2desk", "--with-evidence", "--password-file", here / "password")
run("take-in", here / "acme.soc2desk", "--name", "taken", "--password-file", here / "password")
run("set", "acme", "company=Tamarack Gauges")
run("merge", "acme", here / "acme.soc2desk", "--take", "theirs", "--password-file", here / "password")
run("projects")
print("done")
"""


@needs_strace
def test_a_day_of_commands_asks_the_system_for_no_internet_socket(tmp_path: Path) -> None:
    given = [SAMPLES / "tamarack.yaml", DAY, USERS, tmp_path]
    done, families = watched(WORKED, given, tmp_path, surroundings())
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("done\n")
    assert families == frozenset()


@pytest.mark.skipif(can_watch(), reason="the same commands are watched from outside, which sees more")
def test_a_day_of_commands_asks_for_no_address_that_python_knows_of(tmp_path: Path) -> None:
    done = run_alone(WATCH + WORKED, [SAMPLES / "tamarack.yaml", DAY, USERS, tmp_path], surroundings())
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("done\n")


def test_the_watch_sees_the_network() -> None:
    done = run_alone(WATCH + "import socket\nsocket.socket().connect(('127.0.0.1', 9))", [], {})
    assert done.returncode != 0
    assert "the network was used: socket.connect" in done.stderr
