"""Loading: the twin is read in place of the sources, never against them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from soc2desk.content import load as load_module
from soc2desk.content import shipped, twin
from soc2desk.content.load import load, write_twin
from soc2desk.content.packs import content_files
from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

WITHOUT_PARSERS = """
import sys
from soc2desk.content.load import load
count = len(load().controls)
print(count, sorted({"yaml", "jinja2"} & sys.modules.keys()))
"""


def twin_file(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_the_twin_holds_what_the_sources_say(cache: Path, catalogue: Catalogue) -> None:
    first = load()
    assert twin_file(cache).is_file()
    assert first == catalogue
    assert load() == catalogue
    assert repr(load()) == repr(catalogue), "the fingerprint of a packet would depend on the cache"


def test_with_a_twin_no_parser_is_loaded(cache: Path) -> None:
    load()
    assert twin_file(cache).is_file()
    said = subprocess.run([sys.executable, "-c", WITHOUT_PARSERS], capture_output=True, text=True, check=True)
    assert said.stdout.split(maxsplit=1) == ["113", "[]\n"]


@pytest.mark.parametrize("damage", ["shorter", "changed", "empty", "other version", "no JSON", "a folder"])
def test_a_twin_that_was_touched_is_ignored(cache: Path, catalogue: Catalogue, damage: str) -> None:
    load()
    file = twin_file(cache)
    content = file.read_bytes()
    match damage:
        case "shorter":
            file.write_bytes(content[:-100])
        case "changed":
            file.write_bytes(content.replace(b"Access review", b"User access skipped"))
        case "empty":
            file.write_bytes(b"")
        case "other version":
            file.write_text(json.dumps(json.loads(content) | {"mark": "0" * 64}))
        case "no JSON":
            file.write_bytes(b"\xff\xfe\x00")
        case _:
            file.unlink()
            file.mkdir()
    assert load() == catalogue


def test_a_twin_made_from_other_sources_is_not_read(cache: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    place = pack / "resources" / "content.yaml"
    place.parent.mkdir(parents=True)
    place.write_text("version: one\nedition: e\n")
    assert load(pack).version == "one"
    place.write_text("version: two\nedition: e\n")
    assert load(pack).version == "two"
    # One of the pack, and one of the shipped content that it is held against.
    assert len(list(cache.iterdir())) == 2


def test_a_cache_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("SOC2DESK_CACHE", str(blocked / "cache"))
    assert load() == catalogue


def test_the_shipped_twin_is_read_first(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "catalogue.json"
    write_twin(target)
    monkeypatch.setattr(twin, "_shipped", lambda: target)
    assert len(load_module.load().controls) == 113
    assert not cache.exists()


def test_the_same_sources_give_the_same_twin(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_twin(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_language_that_is_not_there_is_refused(cache: Path) -> None:
    with pytest.raises(ContentProblem, match="no words in the language xx"):
        load(language="xx")
    assert not cache.exists()


def test_the_mark_covers_every_source() -> None:
    files = content_files(None, "en")
    marks = {twin.mark_of(files)}
    for place in list(files)[::20]:
        marks.add(twin.mark_of({other: file for other, file in files.items() if other != place}))
    assert len(marks) == len(list(files)[::20]) + 1


def test_content_is_found_inside_the_package_before_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "program"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert shipped.resources(package) == package / "resources"
    (package / "resources").rmdir()
    assert shipped.resources(package) == tmp_path / "resources"


def test_a_folder_beside_an_installed_package_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "policy_templates").mkdir()
    with pytest.raises(ContentProblem, match="policy_templates is missing"):
        shipped.policy_templates(tmp_path / "program")
