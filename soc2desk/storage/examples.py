"""The tables of a blank answers file, each with an example that stays a comment."""

from __future__ import annotations

EXAMPLES = (
    """\
# Everybody who holds a role, owns a control or approves a document. The id before the colon is chosen once.
people:
#  dana-whitfield:
#    name: Dana Whitfield
#    title: Director of IT
#    email: dana@company.example
#    start: 2022-03-14
#    # when they apply: end, absent_from, absent_until, moved_on, reviewed_on (dates), contractor (yes or no), note
""",
    """\
# Who holds each role and who stands in, by the ids of people.
roles:
{roles}
""",
    """\
# tier: critical, important or low. method: carve_out or inclusive, for a subservice organization only.
vendors:
#  boreal-cloud:
#    name: Boreal Cloud
#    service: hosting of production
#    tier: critical
#    location: "Montreal, Quebec"
#    subservice: yes
#    method: carve_out
#    holds_customer_data: yes
#    holds_personal_information: yes
#    data: case files and accounts of customers
#    last_review: 2026-05-12
#    report: SOC 2 Type II
#    report_from: 2025-04-01
#    report_until: 2026-03-31
#    owner: dana-whitfield
#    expected_controls:
#    - Physical access to data centres is limited to approved people
""",
    """\
# Systems in use. in_scope: whether the auditor examines it. vendor: who runs it, where a vendor does.
systems:
#  production:
#    name: Production on Boreal Cloud
#    purpose: runs the service
#    owner: dana-whitfield
#    data: customer records
#    in_scope: yes
#    privileged_or_remote: yes
#    mfa: yes
#    vendor: boreal-cloud
""",
    """\
# Risks. One prints only when it has an owner, likelihood, impact and rated_on; levels run from 1 to 5.
# treatment: reduce, accept, transfer or avoid. A row of your own takes no candidate, but a kind and a description.
# kind: threat, fraud, people, change, vendor, availability, processing, privacy or legal
# Candidates, of which only some concern you:
{risks}
risks:
#  stolen-password:
#    name: A stolen password opens a staff account
#    candidate: RSK-C01
#    owner: dana-whitfield
#    likelihood: 4
#    impact: 4
#    rated_on: 2026-09-14
#    controls: [ACC-03, ACC-04]
#    treatment: reduce
#    action: Move the last two tools behind single sign-on (ticket 412)
#    due: 2026-12-15
#    residual_likelihood: 2
#    residual_impact: 4
#    # when they apply: description, kind, reviewed_on, accepted_by, accepted_on
""",
    """\
# What customers were told, word for word. The answer commitments stays its summary.
commitments_made:
#  uptime:
#    name: The service is available 99.9 percent of each calendar month.
#    made_in: master agreement, schedule B
#    made_to: all customers
#    figure: 99.9 percent
#    controls: [BCP-06]
#    watched_by: dana-whitfield
""",
    """\
# Which job gets which rights. system: the id of one. privileged: whether it can change settings, rights or all data.
access_rights:
#  production-admin:
#    name: Production administrator
#    system: production
#    given_to: Site reliability engineers
#    rights: change infrastructure, restart services, read logs
#    privileged: yes
#    approver: dana-whitfield
""",
    """\
# Accounts that programs use. Write what each is for; leave its own name and every secret out.
service_accounts:
#  nightly-backup:
#    name: Nightly backup of the database
#    system: production
#    owner: dana-whitfield
#    secret_kept_in: the secrets manager of the hosting provider
#    rotated_on: 2026-08-03
""",
    """\
# Rules set aside for a time. approved_by is somebody else than requested_by; one without an approval never prints.
exceptions:
#  old-scanner:
#    name: Second factor on the invoice scanner
#    document: POL-ACP
#    reason: Its software cannot ask for one; a new one is ordered
#    systems: [Invoice scanner]
#    requested_by: sam-okafor
#    approved_by: dana-whitfield
#    approved_on: 2026-09-21
#    ends_on: 2026-12-18
#    # when the rule holds again: closed_on
""",
    """\
# How sure people are of the areas that are trained: 0 none yet, 1 with help, 2 alone, 3 can teach it.
skills:
#  dana-access: {person: dana-whitfield, area: access_identity, before: 1, after: 2, rated_on: 2026-10-30}
""",
    """\
# Certificates that people hold. No criterion asks for one.
certificates:
#  dana-security: {person: dana-whitfield, name: Security+, issued_on: 2025-03-14, expires_on: 2028-03-14}
""",
    """\
# Controls that you have beside ours. cadence: how often it is done; nature: manual, automated or it_dependent_manual.
own_controls:
#  OWN-01:
#    title: Second look at exports
#    statement: The support lead looks over each export of customer data before it leaves.
#    criteria: [CC6.1]
#    cadence: per_event
#    nature: manual
#    evidence: The ticket of the export with the name and date of the second look
#    owner: security_lead
""",
    """\
# Only where a control is not run by the holder of its role.
owners:
#  ACC-07: {owner: dana-whitfield, backup: sam-okafor, reviewer: priya-nair}
""",
    """\
# Where each control stands, by control or by whole family; a single control wins over its family.
# state: in_place, planned, run_by_vendor, does_not_apply or not_confirmed
control_states:
#  GOV: {state: in_place, since: 2026-01-15, confirmed_by: dana-whitfield, confirmed_on: 2026-10-02}
#  BCP-02: {state: planned, from: 2027-02-15, confirmed_by: dana-whitfield, confirmed_on: 2026-10-02}
#  PHY-02: {state: run_by_vendor, vendor: boreal-cloud, confirmed_by: dana-whitfield, confirmed_on: 2026-10-02}
#  PHY-01: {state: does_not_apply, reason: There is no office., confirmed_by: dana-whitfield, confirmed_on: 2026-10-02}
""",
    """\
# Your own answers on the items of the Canadian baseline: yes, partly, no, or not_applicable with a reason.
self_check:
#  BC.5.1: {answer: partly, evidence: "Settings of the mail system, 2026-09-30", by: dana-whitfield, on: 2026-10-02}
#  BC.9.6: {answer: not_applicable, reason: We take no card payments., by: dana-whitfield, on: 2026-10-02}
""",
    """\
# Criteria of optional categories that do not concern you, with the reason.
not_relevant:
#  P3.1: Customers give us the information; we never collect it from people ourselves.
""",
)
"""Texts in the order of the file. `{roles}` stands for one line a role."""
