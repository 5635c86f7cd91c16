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
#    # when they apply: end, absent_from, absent_until, moved_on (dates), contractor (yes or no), note
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
#    last_review: 2026-05-12
#    report: SOC 2 Type II
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
# Criteria of optional categories that do not concern you, with the reason.
not_relevant:
#  P3.1: Customers give us the information; we never collect it from people ourselves.
""",
)
"""Texts in the order of the file. `{roles}` stands for one line a role."""
