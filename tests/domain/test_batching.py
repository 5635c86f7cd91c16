from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.domain.batching import Client, client_name, told_apart


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("clients/acme", "acme"),
        ("clients/Acme & Co.yaml", "acme-co"),
        ("clients/v1.2", "v1-2"),
        ("clients/Santé.yml", "sante"),
        ("clients/con.yaml", "client-con"),
        ("clients/../x", "x"),
    ],
)
def test_a_clients_folder_is_named_so_that_every_system_takes_it(path: str, name: str) -> None:
    assert client_name(Path(path), is_file=path.endswith((".yaml", ".yml"))) == name


def test_names_without_a_letter_that_can_be_written_everywhere_stay_apart() -> None:
    one, other = (client_name(Path(words), is_file=False) for words in ("株式会社", "有限会社"))
    assert one.startswith("client-")
    assert other.startswith("client-")
    assert one != other


def test_clients_that_would_share_a_folder_are_all_refused_and_the_others_are_not() -> None:
    paths = ("a/Acme.yaml", "b/acme", "b/beta", "c/ACME!.yaml")
    clients = [Client(client_name(Path(p), is_file=p.endswith("yaml")), Path(p)) for p in paths]
    alone, refused = told_apart(clients)
    assert [client.name for client in alone] == ["beta"]
    assert {str(row.client.path) for row in refused} == {"a/Acme.yaml", "b/acme", "c/ACME!.yaml"}
    assert all(not row.is_good and '"acme"' in row.reason for row in refused)
    assert str(Path("b/acme")) in refused[0].reason
