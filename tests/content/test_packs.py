"""A firm's own folder, laid over ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.content.load import load
from soc2desk.content.packs import content_files
from soc2desk.domain.problems import ContentProblem, Problem

if TYPE_CHECKING:
    from pathlib import Path

POLICY = """---
id: POL-OWN
title: Our own policy
kind: policy
audience: staff
owner: it_lead
approver: executive_sponsor
review: annual
version: "1.0"
---
## @purpose Purpose
"""


def write(pack: Path, place: str, text: str) -> None:
    path = pack / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("cache")
def test_a_new_document_is_added(tmp_path: Path) -> None:
    write(tmp_path / "firm", "policy_templates/en/policies/own.md", POLICY)
    document = load(tmp_path / "firm").template["POL-OWN"]
    assert document.title == "Our own policy"
    assert document.path == "firm/policy_templates/en/policies/own.md"


@pytest.mark.usefixtures("cache")
def test_a_file_of_the_same_place_replaces_ours(tmp_path: Path) -> None:
    write(tmp_path / "firm", "resources/content.yaml", "version: firm 3\nedition: ours\n")
    assert load(tmp_path / "firm").version == "firm 3"


@pytest.mark.usefixtures("cache")
def test_words_of_a_firm_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    words = "findings: {FD-99: {title: t, auditor_sees: a, fix: f}}"
    write(tmp_path / "firm", "resources/words/en/findings-firm.yaml", words)
    row = "{id: FD-99, severity: low, kind: exception, criteria: [], controls: [], report_types: [type_1]}"
    write(tmp_path / "firm", "resources/findings/firm.yaml", f"findings: [{row}]\n")
    assert {"FD-01", "FD-99"} <= {finding.id for finding in load(tmp_path / "firm").findings}


@pytest.mark.usefixtures("cache")
def test_a_fault_in_a_firms_file_names_that_file(tmp_path: Path) -> None:
    write(tmp_path / "firm", "policy_templates/en/policies/own.md", POLICY.replace("it_lead", "it_led"))
    with pytest.raises(Problem) as caught:
        load(tmp_path / "firm")
    assert caught.value.where == "firm/policy_templates/en/policies/own.md, line 6"
    assert caught.value.hint == "Did you mean it_lead?"


def test_an_empty_folder_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ContentProblem) as caught:
            content_files(folder, "en")
        assert caught.value.where == str(folder)


def test_a_misspelt_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path, "resources/control/acc.yaml", "controls: []\n")
    with pytest.raises(ContentProblem, match="Nothing is read from control") as caught:
        content_files(tmp_path, "en")
    assert caught.value.hint == "Did you mean controls?"


@pytest.mark.usefixtures("cache")
def test_a_file_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "firm", "policy_templates/en/policies/own.md", POLICY + "x" * 5_000_000)
    with pytest.raises(ContentProblem, match="larger than 5 MB"):
        load(tmp_path / "firm")


def test_a_folder_with_more_files_than_any_firm_writes_is_refused_before_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "policy_templates" / "en" / "policies"
    folder.mkdir(parents=True)
    for number in range(1001):
        (folder / f"{number}.md").touch()
    with pytest.raises(ContentProblem, match="1,001 files"):
        content_files(tmp_path, "en")


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "policy_templates/en/policies/.draft.md", "x\n")
    write(tmp_path, "policy_templates/en/policies/own.md", POLICY)
    assert content_files(tmp_path, "en").keys() - content_files(None, "en").keys() == {
        "policy_templates/en/policies/own.md"
    }


def test_samples_fonts_and_other_languages_are_no_content(tmp_path: Path) -> None:
    write(tmp_path, "resources/samples/a.yaml", "x: 1\n")
    write(tmp_path, "resources/words/fr/controls.yaml", "x: 1\n")
    write(tmp_path, "policy_templates/fr/policies/a.md", "x\n")
    write(tmp_path, "resources/content.yaml", "x: 1\n")
    added = content_files(tmp_path, "en").keys() - content_files(None, "en").keys()
    assert added == set()


@pytest.mark.parametrize("place", ["policy_templates/en/policies/own.md", "policy_templates/en/_partials/own.md"])
def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path, place: str) -> None:
    (tmp_path / "secret").write_text("nobody's business", encoding="utf-8")
    write(tmp_path / "firm", "resources/content.yaml", "version: firm 3\nedition: ours\n")
    link = tmp_path / "firm" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "secret")
    with pytest.raises(ContentProblem, match="link to a file outside the folder") as caught:
        content_files(tmp_path / "firm", "en")
    assert caught.value.where == f"firm/{place}"
    assert caught.value.hint


def test_a_linked_folder_is_not_gone_into(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", "policies/own.md", POLICY)
    (tmp_path / "firm" / "policy_templates").mkdir(parents=True)
    (tmp_path / "firm" / "policy_templates" / "en").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentProblem, match=r"holds no content|outside the folder"):
        content_files(tmp_path / "firm", "en")


def test_links_within_the_folder_and_to_the_folder_are_fine(tmp_path: Path) -> None:
    write(tmp_path / "kept", "policy_templates/en/policies/own.md", POLICY)
    (tmp_path / "kept/policy_templates/en/policies/same.md").symlink_to("own.md")
    (tmp_path / "firm").symlink_to(tmp_path / "kept")
    assert "policy_templates/en/policies/same.md" in content_files(tmp_path / "firm", "en")


@pytest.mark.parametrize("name", ["con.md", "NUL.md", "aux.v2.md", "com1.md", "LPT¹.md"])
def test_a_name_that_is_a_device_on_windows_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"policy_templates/en/policies/{name}", POLICY)
    with pytest.raises(ContentProblem, match="takes this name for a device") as caught:
        content_files(tmp_path, "en")
    assert (caught.value.where or "").endswith(name)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("id_", ["../../evil", "a/b", "..", "C:x", "a\\b", "-x", "A" * 61, "with space", "|"])
def test_an_id_that_could_lead_somewhere_is_none(tmp_path: Path, id_: str) -> None:
    write(tmp_path / "firm", "policy_templates/en/policies/own.md", POLICY.replace("POL-OWN", f"'{id_}'"))
    with pytest.raises(Problem, match="This is no id") as caught:
        load(tmp_path / "firm")
    assert caught.value.where == "firm/policy_templates/en/policies/own.md, line 2"


@pytest.mark.usefixtures("cache")
def test_the_id_of_a_row_that_could_lead_somewhere_is_none_either(tmp_path: Path) -> None:
    row = "{id: ../../x, severity: low, kind: exception, criteria: [], controls: [], report_types: [type_1]}"
    write(tmp_path / "firm", "resources/findings/firm.yaml", f"findings: [{row}]\n")
    write(tmp_path / "firm", "resources/words/en/x.yaml", "findings: {../../x: {title: t, auditor_sees: a, fix: f}}")
    with pytest.raises(Problem, match="This is no id") as caught:
        load(tmp_path / "firm")
    assert caught.value.where == "firm/resources/findings/firm.yaml, line 1"
