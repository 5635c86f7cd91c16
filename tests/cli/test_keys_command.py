"""Keys, signatures and passwords on the command line: nothing secret is printed or given among the words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.storage import locked_file
from soc2desk.storage.signing_keys import keep_key, read_key
from tests.cli.driving import Run
from tests.packet import samples

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys from passwords that take no time to try."""
    kept = keep_key
    monkeypatch.setattr(
        "soc2desk.app.signing.keep_key", lambda path, key, password: kept(path, key, password, locked_file.LEAST_COST)
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with settings of its own."""
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    """Return a file with a password, as an editor of Windows leaves it."""
    path = tmp_path / "password.txt"
    path.write_bytes(f"{PASSWORD}\r\n".encode())
    return path


def fingerprint(said: str) -> str:
    found = re.search("[0-9a-f]{64}", said)
    assert found, said
    return found[0]


def test_a_signed_packet_is_known_once_its_key_is_trusted_and_no_longer_when_forgotten(home: Path, run: Run) -> None:
    made = run("keys", "new", home / "jane.key", "--name", "Jane Doe")
    assert made.code == 0
    assert "not under a password" in made.err
    assert (home / "jane.key").read_text(encoding="utf-8").splitlines()[-1].split()[-1] not in made.out + made.err
    folder, archive = samples.folder(home), samples.archive(home)
    assert run("sign", folder, archive, "--key", home / "jane.key").code == 0
    for packet in (folder, archive):
        assert "do not know yet; its holder writes the name Jane Doe." in run("verify", packet).out
    assert run("keys", "trust", home / "jane.key.pub", "--name", "Jane of Northlight").code == 0
    assert "Signed by Jane of Northlight, whose key you trust." in run("verify", folder).out
    assert fingerprint(run("keys", "list").out) == fingerprint(made.out)
    assert run("keys", "forget", fingerprint(made.out)[:16]).code == 0
    assert json.loads(run("verify", folder, "--json").out)["signature"]["state"] == "unknown"


def test_a_reader_who_asks_for_a_signature_is_told_when_it_is_another_or_none(home: Path, run: Run) -> None:
    wanted = fingerprint(run("keys", "new", home / "jane.key", "--name", "Jane").out)
    folder = samples.folder(home)
    assert run("verify", folder).code == 0
    unsigned = run("verify", folder, "--signed-by", wanted)
    assert (unsigned.code, "does not bear the signature" in unsigned.err) == (1, True)
    run("sign", folder, "--key", home / "jane.key")
    pairs = " ".join(wanted[start : start + 4] for start in range(0, 64, 4)).upper()
    assert run("verify", folder, "--signed-by", pairs).code == 0
    assert run("verify", folder, "--signed-by", "0" * 64).code == 1
    assert run("verify", folder, "--signed-by", wanted[:8]).code == 2


def test_a_broken_signature_is_said_to_be_broken(home: Path, run: Run) -> None:
    files = samples.signed()
    signature = files["manifest.sig"].replace(b"Jane Doe", b"John Doe")
    seal = samples.seal_of(files["manifest.json"], signature)
    folder = samples.folder(home, {**files, "manifest.sig": signature, "manifest.sha256": seal})
    ran = run("verify", folder)
    assert ran.code == 1
    assert "changed: manifest.sig" in ran.out
    assert "The signature is broken" in ran.out


def test_a_key_under_a_password_signs_with_it_alone(home: Path, password_file: Path, run: Run) -> None:
    made = run("keys", "new", home / "jane.key", "--name", "Jane", "--password-file", password_file)
    assert made.code == 0
    assert PASSWORD not in made.out + made.err
    assert "nobody can bring it back" in made.err
    folder = samples.folder(home)
    asked = run("sign", folder, "--key", home / "jane.key")
    assert (asked.code, "The key is under a password." in asked.err) == (2, True)
    wrong = home / "wrong.txt"
    wrong.write_text("four words of yours", encoding="utf-8")
    ran = run("sign", folder, "--key", home / "jane.key", "--password-file", wrong)
    assert (ran.code, "not the one this file was locked with" in ran.err) == (4, True)
    assert not (folder / "manifest.sig").exists()
    assert run("sign", folder, "--key", home / "jane.key", "--password-file", password_file).code == 0
    assert read_key(home / "jane.key", PASSWORD).public.name == "Jane"


def test_a_password_is_typed_twice_unseen(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, "four words of nime", "Winter26", "Winter26"])
    monkeypatch.setattr("soc2desk.cli.passwords.getpass", lambda _: next(typed))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    differ = run("keys", "new", home / "jane.key", "--name", "Jane", "--password")
    assert (differ.code, "differ" in differ.err) == (2, True)
    assert not (home / "jane.key").exists()
    weak = run("keys", "new", home / "jane.key", "--name", "Jane", "--password")
    assert (weak.code, "can be guessed" in weak.err) == (0, True)


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines\n", b"\xff\xfe\x00", b"short", b"x" * 9000])
def test_what_is_no_password_is_refused_and_no_key_is_made(home: Path, run: Run, content: bytes) -> None:
    (home / "password.txt").write_bytes(content)
    ran = run("keys", "new", home / "jane.key", "--name", "Jane", "--password-file", home / "password.txt")
    assert ran.code in {2, 5}
    assert not list(home.glob("jane.key*"))


def test_keys_are_not_written_into_settings_that_cannot_be_read(home: Path, run: Run) -> None:
    run("keys", "new", home / "jane.key", "--name", "Jane")
    (home / "home").mkdir(exist_ok=True)
    (home / "home" / "preferences.json").write_text("{broken", encoding="utf-8")
    assert run("keys", "trust", home / "jane.key.pub").code == 4


def test_a_second_key_under_a_name_that_reads_alike_is_not_trusted_without_another_name(home: Path, run: Run) -> None:
    for file, name in (("jane.key", "Jane Doe"), ("other.key", "jane \uff24oe")):
        assert run("keys", "new", home / file, "--name", name).code == 0
    assert run("keys", "trust", home / "jane.key.pub").code == 0
    refused = run("keys", "trust", home / "other.key.pub")
    assert refused.code == 2
    assert "read alike" in refused.err
    assert run("keys", "list").out.count("fingerprint") == 1
    assert run("keys", "trust", home / "jane.key.pub").code == 0
    assert run("keys", "trust", home / "other.key.pub", "--name", "Jane Doe, new key").code == 0


def test_a_file_that_is_no_key_is_not_trusted(home: Path, run: Run) -> None:
    (home / "odd.pub").write_text("ssh-ed25519 AAAA", encoding="utf-8")
    assert run("keys", "trust", home / "odd.pub").code == 4
    assert run("keys", "forget", "0" * 64).code == 2
    assert "No key is trusted yet" in run("keys", "list").err
