"""A content of one of each thing, small enough to break one piece at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.assemble import assemble
from soc2desk.content.packs import ContentFile

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

PLACES = {
    "policy_templates/en/_partials/end.md": "That is all.\n",
    "policy_templates/en/policies/access.md": """---
id: POL-ACP
title: Access policy
kind: policy
audience: staff
owner: lead
approver: sponsor
review: annual
version: "1.0"
when: has_office
---
## @purpose Purpose

Text.
""",
    "resources/baseline/cccs.yaml": """baseline:
- id: BC.1
  items:
  - {id: BC.1.1, criteria: [CC6.2], controls: [ACC-01]}
""",
    "resources/content.yaml": "version: '1'\nedition: small\n",
    "resources/controls/acc.yaml": """controls:
- id: ACC-01
  criteria: [CC6.2]
  categories: [always]
  core: yes
  nature: manual
  cadence: quarterly
  cadence_from: review_period
  owner: lead
  reviewer: sponsor
  skill_area: access
  applies_when: has_office
  variants:
  - {id: logs, when: style == 'logs'}
  extra_criteria:
  - {id: CC6.2, when: has_office}
  population: accounts
  records: [access_review]
""",
    "resources/controls/families.yaml": "families:\n- {id: ACC, skill_area: access}\n",
    "resources/controls/roles.yaml": "roles: [lead, sponsor]\n",
    "resources/criteria/criteria.yaml": """categories:
- {id: security, prefix: CC}
skill_areas:
- {id: access, core: yes}
criteria:
- {id: CC6.2, category: security, series: CC6, skill_area: access}
""",
    "resources/findings/findings.yaml": """findings:
- id: FD-01
  severity: high
  kind: exception
  criteria: [CC6.2]
  controls: [ACC-01]
  report_types: [type_1, type_2]
""",
    "resources/risks/risks.yaml": """risks:
- {id: RSK-C01, kind: threat, controls: [ACC-01], when: has_office}
""",
    "resources/interview/2.yaml": "id: two\ntables: [systems]\n",
    "resources/interview/1.yaml": """id: one
questions:
- {id: company, kind: text}
- {id: has_office, kind: yes_no}
- {id: style, kind: choice, choices: [logs, alerts], suggest: logs, when: has_office}
- {id: review_period, kind: cadence, choices: [monthly, quarterly], suggest: quarterly}
- {id: limit, kind: number, unit: days, suggest: '5'}
""",
    "resources/law/law.yaml": """laws:
- {id: ACT, read_on: 2026-11-22}
duties:
- {id: D-1, law: ACT, source: statute, criteria: [CC6.2], controls: [ACC-01]}
""",
    "resources/schedule/milestones.yaml": """milestones:
- {id: MS-01, phase: scope, report_types: [type_2], anchor: start, offset_days: -30, owner: lead, record: access_review}
""",
    "resources/policies/policies.yaml": """policies:
- {id: POL-ACP, owner: lead, approver: sponsor, categories: [always], controls: [ACC-01]}
""",
    "resources/records/records.yaml": """records:
- id: access_review
  cadence: quarterly
  owner: lead
  fields:
  - {name: period, kind: text}
""",
    "resources/requests/requests.yaml": """populations: [accounts]
requests:
- id: ER-001
  section: access
  kind: document
  report_types: [type_1]
  categories: [always]
  phase: planning
  criteria: [CC6.2]
  controls: [ACC-01]
  sample_from: calendar
""",
    "resources/exercises/one.yaml": """planted:
- {id: unowned, finding: FD-01, control: ACC-01, criterion: CC6.2, request: ER-001}
- {id: seen, finding: FD-01, control: ACC-01, criterion: CC6.2, plant: alert_waited, files: [watching/alerts.csv]}
exercises:
- id: first
  sample: small
  level: first
  minutes: 20
  skills: [access]
  period_start: 2026-04-01
  period_end: 2026-06-30
  faults:
  - fault: unowned
    plantings: [{about: [lead], sets: {roles.lead.holder: ""}}, {about: [sponsor], sets: {roles.sponsor.holder: ""}}]
  - {fault: seen, id: seen-2}
""",
    "resources/words/en/exercises.yaml": """planted:
  unowned: {title: Nobody, writes: "{item} has nobody.", why: It needs somebody., hint: Look.}
  seen: {title: Late, writes: Late., why: Too late., hint: Look there.}
exercises: {first: {title: First, told: Look.}}
""",
    "resources/words/en/law.yaml": """laws: {ACT: {name: The act, short: Act, regulator: The regulator}}
duties: {D-1: {title: A duty, reference: s. 1, asks: Somebody does it.}}
""",
    "resources/words/en/milestones.yaml": """milestones: {MS-01: {title: Begin, deliverable: A list}}
""",
    "resources/words/en/controls.yaml": """families: {ACC: Access}
roles:
  lead: {name: Lead, duties: Leads.}
  sponsor: {name: Sponsor, duties: Signs.}
controls:
  ACC-01:
    title: Review
    statement: "{{ company }} reviews access {{ review_period | each }}."
    variants:
      logs: Logs are read within {{ limit | amount }}.
    evidence:
    - {what: List, form: PDF}
""",
    "resources/words/en/criteria.yaml": """categories: {security: {name: Security, summary: Safe.}}
skill_areas: {access: Access}
criteria: {CC6.2: {title: Access, description: Access is right.}}
""",
    "resources/words/en/help.yaml": """help:
  company: The name in contracts. Nothing else.
terms:
  rota: {term: Rota, meaning: Whose turn it is., words: [rota], see: [limit, CC6.2]}
  turn: {term: Turn, meaning: One of a rota., see: [rota]}
""",
    "resources/words/en/interview.yaml": """pages: {one: {title: First page, intro: Say it.}, two: {title: Systems}}
questions:
  company: {label: Which company?}
  has_office: {label: An office?}
  style: {label: How?, choices: {logs: Logs, alerts: Alerts}}
  review_period: {label: How often?}
  limit: {label: How soon?}
tables:
  systems:
    {title: Systems, intro: All of them., one: system, add: Add, empty: None., columns: {
      name: {label: What is it called?, heading: Name},
      weight: {label: How heavy?, heading: Weight, help: Guess., choices: {light: Not much, heavy: A lot}}}}
""",
    "resources/words/en/phrases.yaml": """cadence: {each: {monthly: every month, quarterly: every quarter}}
unit: {days: {one: day, many: days}}
""",
    "resources/words/en/requests.yaml": """sections: {access: Access}
requests: {ER-001: {request: The list}}
populations: {accounts: Accounts}
policies: {POL-ACP: Access policy}
records:
  access_review:
    title: Review
    when: At each review
    sign_off: Lead
    rules: [every line decided]
    fields: {period: {label: Period}}
baseline: {BC.1: Plan}
items: {BC.1.1: A plan}
findings: {FD-01: {title: No owner, auditor_sees: Nothing, fix: Name one}}
risks: {RSK-C01: {title: An open door, scenario: "A stranger walks into {{ company }}.", shows: Strangers}}
""",
}


def small_catalogue(folder: Path, **changes: str) -> Catalogue:
    """Return the small content read from `folder`.

    `changes` are texts by the last part of a place (acc for resources/controls/acc.yaml), as "old => new".
    """
    files = {}
    for place, text in sorted(PLACES.items()):
        written = _changed(place, text, changes)
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8")
        files[place] = ContentFile(place, place, path)
    return assemble(files, "en")


def _changed(place: str, text: str, changes: dict[str, str]) -> str:
    for whose, change in changes.items():
        if f"/{whose.replace('__', '/')}." in place:
            old, _, new = change.partition(" => ")
            assert old in text, f"{old} is not in {place}"
            text = text.replace(old, new, 1)
    return text
