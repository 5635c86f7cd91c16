"""The list of files: it comes back as it was written, and nothing malformed is taken."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.packet.manifest import Manifest, entry_of, from_bytes, seal_of, to_bytes
from tests.packet import samples


def _with(**changes: object) -> bytes:
    return json.dumps(json.loads(to_bytes(samples.manifest())) | changes).encode()


def _with_entry(**changes: object) -> bytes:
    raw = json.loads(to_bytes(samples.manifest()))
    raw["files"][0] |= changes
    return json.dumps(raw).encode()


def test_a_manifest_comes_back_as_it_was_written() -> None:
    manifest = samples.manifest()
    assert from_bytes(to_bytes(manifest)) == manifest


def test_the_bytes_are_canonical_whatever_order_the_files_came_in() -> None:
    manifest = samples.manifest()
    written = to_bytes(manifest)
    assert to_bytes(replace(manifest, files=manifest.files[::-1])) == written
    assert written.endswith(b"}\n")
    assert "Électro Café" in written.decode()
    assert written.decode() == json.dumps(json.loads(written), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_an_entry_holds_size_and_fingerprint() -> None:
    entry = entry_of("a.txt", b"abc", title="A", kind="record", audience="staff")
    assert entry.size == 3
    assert entry.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_seal_is_a_line_sha256sum_reads() -> None:
    assert seal_of(b"abc") == b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  manifest.json\n"


def test_a_list_from_before_words_and_pages_were_counted_is_still_read_and_written_as_it_was() -> None:
    raw = json.loads(to_bytes(replace(samples.manifest(), format=2))) | {"format": 1}
    for entry in raw["files"]:
        del entry["words"], entry["pages"]
    old = (json.dumps(raw, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    manifest = from_bytes(old)
    assert manifest.format == 1
    assert to_bytes(manifest) == old


def test_own_templates_are_named_in_a_list_of_their_own_format_on_one_line() -> None:
    manifest = replace(samples.manifest(), format=3, templates="firm sha256:00")
    assert from_bytes(to_bytes(manifest)) == manifest
    assert b"templates" not in to_bytes(replace(manifest, format=2))
    for said in ("firm\nSigned by Jane Doe", "x" * 301):
        with pytest.raises(ProjectProblem, match="on one line"):
            from_bytes(to_bytes(replace(manifest, templates=said)))


def test_a_list_without_counts_is_no_list_of_today() -> None:
    raw = json.loads(to_bytes(replace(samples.manifest(), format=2)))
    del raw["files"][0]["pages"]
    with pytest.raises(ProjectProblem, match="fields are missing"):
        from_bytes(json.dumps(raw).encode())


def test_a_newer_format_is_refused_with_what_to_do() -> None:
    with pytest.raises(ProjectProblem, match="newer soc2desk") as caught:
        from_bytes(_with(format=4, something_new=[]))
    assert "Update" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"format": 1, "format": 1}',
        b'{"format": NaN}',
        _with(product="other"),
        _with(format="1"),
        _with(format=True),
        _with(format=0),
        _with(final=1),
        _with(company=None),
        _with(files={}),
        _with(files=[1]),
        _with(extra_field=1),
        _with(date="20 Nov 2026"),
        _with(date="\u0662\u0660\u0662\u0666-11-20"),  # digits of another script
        _with(inputs_sha256="abc"),
        _with_entry(size=1.0),
        _with_entry(size=True),
        _with_entry(size=-1),
        _with_entry(sha256="A" * 64),
        _with_entry(extra_field=1),
    ],
)
def test_what_is_malformed_is_refused_with_its_place(content: bytes) -> None:
    with pytest.raises(ProjectProblem) as caught:
        from_bytes(content)
    assert "manifest.json" in (caught.value.where or "")


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../a", "a\\b", "C:/a", "", "é", "Policies/Access-Control.PDF", "Manifest.json", "manifest.sha256"],
)
def test_a_path_no_packet_can_hold_is_refused(path: str) -> None:
    with pytest.raises(FileProblem):
        from_bytes(_with_entry(path=path))


def test_files_listed_as_too_large_are_refused() -> None:
    with pytest.raises(FileProblem, match="256 MiB"):
        from_bytes(_with_entry(size=10**15))


def test_a_manifest_without_one_of_its_fields_is_refused() -> None:
    whole = json.loads(to_bytes(replace(samples.manifest(), format=3)))
    for name in whole:
        less = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(Problem):
            from_bytes(json.dumps(less).encode())
    assert set(whole) == set(Manifest.__dataclass_fields__)
