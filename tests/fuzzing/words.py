"""The words of each language that is read, for those who make bytes up."""

from __future__ import annotations

TEMPLATE_WORDS = (
    "{{ company }}", "{% if has_office %}", "{% endif %}", "{% else %}", "{% for s in systems %}", "{% endfor %}",
    "{{ s.name }}", "{% include 'law.md' %}", "{#", "#}", "{%", "%}", "{{", "}}", "| capital", "not ", "(", "[", "@a ",
    "1. @a ", "## @x ", "### ", "- ", "> ", "| a | b |\n|---|---|\n", "```form\n", "~~~insert\n", "```", "[ACC-07]",
    "[ref](POL-ACP/scope)", "](", "**", "`", "---\n", "\ue000" + "0\ue001", "&#xE000;", "<script>", "\\", "\t",
)  # fmt: skip
HEADER_WORDS = ("---\n", "id: POL-OWN\n", "kind: policy\n", "when: has_office\n", "categories: [always]\n", "&a ")
YAML_WORDS = (
    "format: 1\n", "answers:\n", "  company: ", "people:\n", "  a-b: {name: A}\n", "&a ", "*a", "<<: ",
    "!!python/object",
    "[", "]", "{", "}", "- ", "? ", ": ", "|\n", ">\n", "'", '"', "#", "---\n", "~", "9" * 400, "1e999", ".inf", "\t",
    "%YAML 9",
    "evidence:\n", "records:\n", "edits:\n", "approvals:\n", "2027-01-31", "control_states:\n", "{state: planned, on: ",
)  # fmt: skip
JSON_WORDS = (
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "null",
    "1e999",
    "NaN",
    "9" * 400,
    "\\ud800",
    '"format"',
    '"files"',
    '"_default"',
)
CSV_WORDS = (
    '"', '""', ",", ";", "\t", "|", "\n", "\r", "\0", "sep=;\n", "email", "status", "last login", "2027-01-31",
    "31/01/2027",
    "=1+1", "\ufeff", "Active", "1e999", "9" * 400, "a@b.example", "user,name,status\n",
)  # fmt: skip
XML_WORDS = (
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<a", "/>", "]]>", "<![CDATA[", 'Target="../../x"',
    'TargetMode="External"',
    "xmlns:w=", "<w:style", 'w:val="', "-1", "9" * 40, "NaN", "file:///etc/passwd", "<use href='#a'/>", "url(#a)",
)  # fmt: skip
