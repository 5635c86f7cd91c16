"""Nothing leaves this computer: a build opens no address, and this is looked at from inside and from outside."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, ROOT, SAMPLES, command, surroundings

if TYPE_CHECKING:
    from pathlib import Path

BUILD = (
    "build", SAMPLES / "tamarack.yaml", "--date", DAY, "--quiet",
    "--only", "POL-ACP", "REG-RDY", "--formats", "docx,pdf,xlsx,html",
)  # fmt: skip

WATCHED = """
import sys
from soc2desk.cli.main import main

def watch(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        raise RuntimeError(f"the network was used: {event} {arguments}")

sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""


def test_a_build_asks_for_no_address(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *map(str, BUILD), "--out", tmp_path / "out", "--jobs", "1"],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / "out").glob("*.zip"))


def test_the_watch_sees_the_network() -> None:
    used = WATCHED.replace("sys.exit(main(sys.argv[1:]))", "import socket\nsocket.socket().connect(('127.0.0.1', 9))")
    done = subprocess.run([sys.executable, "-c", used], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "the network was used: socket.connect" in done.stderr


if shutil.which("strace"):

    @pytest.mark.slow
    def test_the_system_opens_no_socket_to_an_address(tmp_path: Path) -> None:
        seen = tmp_path / "seen"
        watch = ["strace", "--follow-forks", "--trace=%network", "--output", str(seen)]
        build = command(*BUILD, "--out", tmp_path / "out", "--jobs", 2)
        done = subprocess.run(
            [*watch, *build], cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        calls = seen.read_text(encoding="utf-8", errors="replace")
        assert "exited with 0" in calls
        assert "AF_INET" not in calls
