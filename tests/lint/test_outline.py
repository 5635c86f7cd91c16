"""The parts of a document: what each is called, where it stands, what it states."""

from __future__ import annotations

from soc2desk.document.blocks import Clause, Run
from soc2desk.document.fill import Filled
from soc2desk.document.markdown import parse
from soc2desk.lint.outline import outline
from soc2desk.lint.sheet import spell_out
from soc2desk.lint.sheets import documents
from tests.lint.broken import shipped

TEXT = """## @one One

Words.

1. @first A clause. [ACC-07] [GOV-09]
   - of two lines
{% if has_office %}
2. @second Another. [PHY-01]
{% endif %}

### @under Under it

1. @third A third.

| A | B |
| --- | --- |
{% for s in systems %}
| {{ s.name }} | x |
{% endfor %}

```form
Day | date |
```
"""


def test_parts_have_kinds_ids_and_controls() -> None:
    found = [(part.kind, part.full, part.controls) for part in outline(spell_out("D", TEXT, "d.md", 1, {}))]
    assert found == [
        ("heading", "D/one", ()),
        ("paragraph", "", ()),
        ("clause", "D/one/first", ("ACC-07", "GOV-09")),
        ("clause", "D/one/second", ("PHY-01",)),
        ("heading", "D/under", ()),
        ("clause", "D/under/third", ()),
        ("table", "", ()),
        ("form", "", ()),
    ]


def test_parts_stand_at_their_lines_and_in_their_section() -> None:
    parts = outline(spell_out("D", TEXT, "d.md", 1, {}))
    assert [part.where.rpartition(" ")[2] for part in parts] == ["1", "3", "5", "8", "11", "13", "15", "21"]
    assert {part.section for part in parts} == {"D/one"}


def test_clauses_are_those_the_document_engine_sees() -> None:
    for template, sheet in documents(shipped()):
        values = tuple(Run("value", names=(slot.name,)) for slot in sheet.slots)
        parts = parse(Filled("\n".join(row.words for row in sheet.rows), values), template.id, template.path)
        engine = [(p.block.id, p.block.controls) for p in parts if isinstance(p.block, Clause)]
        assert [(part.full, part.controls) for part in outline(sheet) if part.kind == "clause"] == engine
