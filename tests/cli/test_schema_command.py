from __future__ import annotations

import json

import jsonschema

from soc2desk.reading.yaml_lines import read_yaml
from tests.cli.driving import SAMPLES, Run


def test_the_schema_takes_every_sample_and_refuses_an_unknown_question(run: Run) -> None:
    ran = run("schema", "--quiet")
    assert (ran.code, ran.err) == (0, "")
    schema = jsonschema.Draft202012Validator(json.loads(ran.out))
    for sample in SAMPLES.glob("*.yaml"):
        assert schema.is_valid(read_yaml(sample.read_bytes(), sample.name).data), sample.name
    assert not schema.is_valid({"format": "1", "answers": {"compnay": "Acme"}})
