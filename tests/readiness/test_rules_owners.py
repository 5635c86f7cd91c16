"""Rules about who owns what: the finding appears with the fault and goes with the cure."""

from __future__ import annotations

import pytest

from tests.composed import findings, of_sample, seen


def abouts(rule: str, *changes: str, name: str = "brightwater") -> set[str]:
    return {finding.about for finding in seen(rule, *changes, name=name)}


def test_fd_01_a_control_without_an_owner() -> None:
    bare = abouts("FD-01", "roles.vendor_manager=")
    assert bare == {"VEN-01", "VEN-02", "VEN-03", "VEN-04", "VEN-05", "PHY-02"}
    named = [f"owners.{control}={{owner: thomas-hendricks}}" for control in sorted(bare)]
    assert abouts("FD-01", "roles.vendor_manager=", *named) == set()
    assert abouts("FD-01") == set()


def test_fd_01_says_which_control_and_whose_role_it_is() -> None:
    finding = next(f for f in seen("FD-01", "roles.vendor_manager=") if f.about == "VEN-01")
    assert "VEN-01 (Vendor register and tiers)" in finding.message
    assert "Vendor manager" in finding.message
    assert (finding.place, finding.severity) == ("owners.VEN-01", "high")


def test_fd_01_a_control_that_does_not_apply_needs_no_owner() -> None:
    away = "control_states.VEN-05={state: does_not_apply, reason: We drop no vendor.}"
    assert "VEN-05" not in abouts("FD-01", "roles.vendor_manager=", away)


def test_fd_02_an_owner_who_has_left() -> None:
    left = "people.dana-whitfield.end=2026-11-20"
    assert abouts("FD-02", left) == {"dana-whitfield"}
    assert abouts("FD-02", "people.dana-whitfield.end=2026-11-21") == set()
    heir = "roles.it_lead={holder: marc-olivier-gagnon, backup: yuki-tanabe}"
    entered = (("END-01", "backup"), ("LOG-02", "reviewer"), ("VUL-01", "reviewer"), ("BCP-03", "reviewer"))
    tidy = [f"owners.{control}.{field}=yuki-tanabe" for control, field in entered]
    assert abouts("FD-02", left, heir, *tidy) == set()


def test_fd_02_a_leaver_who_holds_nothing_is_no_finding() -> None:
    people = of_sample("brightwater").engagement.project.person
    assert people["viktor-markovic"].end is not None
    assert abouts("FD-02") == set()


def test_fd_02_a_leaver_in_a_role_is_seen_even_as_backup() -> None:
    (finding,) = seen("FD-02", "people.thomas-hendricks.end=2026-10-30")
    assert finding.about == "thomas-hendricks"
    assert finding.message == "Thomas Hendricks left on 2026-10-30 and is still named for: Vendor manager."


def test_fd_02_says_the_controls_of_a_leaver_and_no_role_where_there_is_none() -> None:
    (finding,) = seen("FD-02", "owners.END-01.owner=viktor-markovic")
    assert finding.message.endswith("and is still named for: END-01.")


ONE_FOR_ALL = (
    "roles.security_lead={holder: dana-whitfield}",
    "roles.engineering_lead={holder: dana-whitfield}",
    "roles.it_lead={holder: dana-whitfield}",
)


def test_fd_03_one_person_owns_much_with_nobody_behind() -> None:
    assert abouts("FD-03", *ONE_FOR_ALL) == {"dana-whitfield"}
    behind = [f"{change[:-1]}, backup: yuki-tanabe}}" for change in ONE_FOR_ALL]
    assert abouts("FD-03", *behind) == set()


def test_fd_03_in_a_small_team_it_cannot_be_otherwise() -> None:
    assert abouts("FD-03", "roles.security_lead={holder: renee-claire-muise}", name="tamarack") == set()


def test_fd_04_no_backup() -> None:
    change = "roles.vendor_manager={holder: lukasz-wojcik}"
    (finding,) = seen("FD-04", change)
    assert finding.about == "lukasz-wojcik"
    assert "VEN-01" in finding.controls
    assert (len(finding.controls), "VEN-01" in finding.message) == (6, True)
    assert abouts("FD-04") == set()


def test_fd_04_an_owner_is_no_backup_of_their_own() -> None:
    change = "roles.vendor_manager={holder: lukasz-wojcik, backup: lukasz-wojcik}"
    assert abouts("FD-04", change) == {"lukasz-wojcik"}


def test_fd_22_nobody_reviews_the_logs() -> None:
    nobody = ("roles.security_lead=", "owners.LOG-02=")
    assert abouts("FD-22", *nobody) == {"LOG-02"}
    assert abouts("FD-22", "roles.security_lead=", "owners.LOG-02={owner: yuki-tanabe}") == set()


@pytest.mark.parametrize("name", ["clinique-erable", "prairie-hosting", "tamarack"])
def test_the_other_samples_have_no_fault_of_ownership(name: str) -> None:
    for rule in ("FD-01", "FD-02", "FD-03", "FD-04", "FD-22"):
        assert findings(of_sample(name), rule) == ()
