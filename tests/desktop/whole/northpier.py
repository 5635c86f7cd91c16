"""Northpier Freight: a company that exists only here, and all that its people know about it, by question."""

from __future__ import annotations

from dataclasses import dataclass

COMPANY = "Northpier Freight"


@dataclass(frozen=True)
class Told:
    """What a person means to answer. `planned` is the day it begins; `usual` leaves the usual value as it stands."""

    value: str | tuple[str, ...] | None = None
    planned: str = ""
    not_yet: bool = False
    usual: bool = False


USUAL = Told(usual=True)
NOT_YET = Told(not_yet=True)
PICTURE = Told("a picture")


def _told(**values: str | tuple[str, ...] | Told) -> dict[str, Told]:
    return {question: value if isinstance(value, Told) else Told(value) for question, value in values.items()}


ANSWERS = {
    "company": _told(
        company=COMPANY,
        province="NS",
        time_zone="America/Halifax",
        fiscal_year_start="4",
        has_office="yes",
        has_contractors="yes",
        prepared_by="Saltmarsh Advisory",
        accent_color="#20603c",
        logo=PICTURE,
    ),
    "service": _told(
        service="Northpier Manifest",
        service_summary="Northpier Manifest books freight on short sea routes.\nIt tells where a container is.",
        service_users="shippers & forwarders in Atlantic Canada",
        commitments="The service is available 99.5 percent of each month.",
        data_kinds=("account_data", "business_documents"),
        handles_personal_information="yes",
        privacy_role="processor",
        uses_hosting_provider="yes",
        cloud_provider="Boreal Cloud",
        provider_report_type=USUAL,
        hosting_locations="Montreal, Quebec",
        runs_own_equipment="no",
        has_equipment_room="no",
        runs_on_more_than_one_zone="yes",
        multi_tenant="yes",
        develops_software="yes",
    ),
    "report": _told(
        report_type="type_2",
        window_start="2027-02-01",
        window_end="2027-07-31",
        fieldwork_start="2027-08-16",
        report_needed_by="2027-10-29",
        auditor_firm="Tidemark & Finch LLP",
    ),
    "scope": _told(
        control_set=USUAL,
        quebec_law_applies="no",
        pipeda_applies="yes",
        privacy_regulators=("the Office of the Privacy Commissioner of Canada",),
    ),
    "tools": _told(
        identity_provider="Google Workspace",
        ticket_system="Jira",
        source_control="GitHub",
        endpoint_management="Jamf Pro",
        logging_tool="Heronlog",
        monitoring_tool="Pulsewatch North",
        backup_tool="the snapshot service of Boreal Cloud",
        password_manager="1Password",  # noqa: S106 - the name of a product
        hr_system="Payfern HR",
        change_system="a GitHub pull request",
        merge_rule="branch protection on the main branch",
        kept_in_tools=("access_request", "change_record"),
    ),
    "people_practices": _told(
        oversight_body="the board of directors",
        oversight_period=USUAL,
        management_review_period="semi_annual",
        owner_check_period=USUAL,
        owner_change_days="10",
        self_check_period=USUAL,
        recheck_count=USUAL,
        training_due_days="21",
        training_period=USUAL,
        phishing_practice="not yet",
        owner_training_days=USUAL,
        owner_training_period=USUAL,
    ),
    "access": _told(
        access_review_period=USUAL,
        privileged_review_period=Told("monthly", planned="2027-01-15"),
        access_removal_limit="2 business days",
        involuntary_removal_limit=USUAL,
        role_change_days=USUAL,
        mfa_systems=("Google Workspace", "GitHub", "Production on Boreal Cloud"),
        password_min_length="14",  # noqa: S106 - a length
        breached_password_check="yes",  # noqa: S106 - an answer
        screen_lock_minutes="10",
        separate_admin_accounts="yes",
        time_limited_elevation="no",
    ),
    "watching": _told(
        log_review_style="alerts",
        log_review_period=USUAL,
        log_retention_days="400",
        alert_triage_hours="8",
        tool_check_period=USUAL,
        scan_scope=("external", "code"),
        scan_frequency=USUAL,
        critical_patch_days=USUAL,
        high_patch_days=USUAL,
    ),
    "incidents": _told(
        plan_review_period=USUAL,
        offline_copy_form="a printed copy at the office",
        incident_contacts=("the cyber insurer", "Boreal Cloud", "outside counsel"),
        incident_contact_check_period=USUAL,
        customer_notice_hours="72",
        post_incident_days=USUAL,
        emergency_review_days=USUAL,
        change_check="before",
    ),
    "continuity": _told(
        backup_frequency=USUAL,
        restore_test_frequency=NOT_YET,
        rto_hours="24",
        rpo_hours="24",
    ),
}
"""Every question of every page; the table of questions in the content may ask no other."""

PEOPLE = (
    _told(name="Inez Lavoie", title="Chief executive", email="inez@northpier.example", start="2015-03-02"),
    _told(name="Thomas Brandt", title="Head of IT", email="thomas@northpier.example", start="2018-09-10",
          moved_on="2024-05-06", note="Also looks after the phones."),
    _told(name="Aoife Sandoval", title="Lead developer", email="aoife@northpier.example", start="2019-01-14"),
    _told(name="Wen Oduya", title="Office manager", email="wen@northpier.example", start="2020-06-01"),
    _told(name="Rasa Petrauskas", title="Developer", email="rasa@northpier.example", start="2023-11-20",
          end="2027-12-31", absent_from="2027-08-02", absent_until="2027-08-27", contractor="yes"),
)  # fmt: skip
LAST = _told(name="\u00c9lo\u00efse Doucet", title="Support lead", email="eloise@northpier.example", start="2021-02-15")
COPIED = ("Name", "name"), ("Job title", "title"), ("E-mail", "email"), ("First day", "start")


def pasted(*before: dict[str, Told]) -> str:
    """Return people as a spreadsheet gives them to the clipboard, and the last one after them."""
    rows = [[str(row[column].value) for _, column in COPIED] for row in (*before, LAST)]
    return "\n".join("\t".join(cells) for cells in ([heading for heading, _ in COPIED], *rows))


ROLES = {
    "executive_sponsor": ("Inez Lavoie", "Wen Oduya"),
    "security_lead": ("Thomas Brandt", "Aoife Sandoval"),
    "it_lead": ("Thomas Brandt", "Aoife Sandoval"),
    "engineering_lead": ("Aoife Sandoval", "Rasa Petrauskas"),
    "hr_lead": ("Wen Oduya", "Inez Lavoie"),
    "privacy_officer": ("Wen Oduya", "Inez Lavoie"),
    "support_lead": ("\u00c9lo\u00efse Doucet", "Wen Oduya"),
    "vendor_manager": ("Wen Oduya", "Thomas Brandt"),
    "oversight_body": ("Inez Lavoie", ""),
}
SYSTEMS = (
    _told(name="Production on Boreal Cloud", purpose="runs the service", owner="Aoife Sandoval", in_scope="yes",
          data="bookings of customers", privileged_or_remote="yes", mfa="yes"),
    _told(name="Google Workspace", purpose="sign-in and mail", owner="Thomas Brandt", in_scope="yes",
          data="accounts of staff", privileged_or_remote="yes", mfa="yes"),
    _told(name="GitHub", purpose="keeps the source code", owner="Aoife Sandoval", in_scope="yes",
          data="source code", privileged_or_remote="yes", mfa="yes"),
)  # fmt: skip
VENDORS = (
    _told(name="Boreal Cloud", service="hosting of production", tier="critical", location="Montreal, Quebec",
          subservice="yes", method="carve_out", holds_customer_data="yes", holds_personal_information="yes",
          last_review="2026-05-12", report="SOC 2 Type II", owner="Wen Oduya",
          data="bookings of customers", report_from="2025-04-01", report_until="2026-03-31",
          expected_controls=("Physical access to the data centres is limited to approved people",)),
    _told(name="Payfern HR", service="payroll", tier="important", location="Hamilton, Ontario", subservice="no",
          holds_customer_data="no", holds_personal_information="yes", last_review="2026-07-14",
          report="SOC 1 Type II", owner="Wen Oduya",
          data="pay of staff", report_from="2025-01-01", report_until="2025-12-31"),
)  # fmt: skip
