"""The committed schemas are those of the types, and they refuse what is not whole."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from tests.store.made import ACCOUNT, FINDINGS, ISSUE, READING, VIEW

from thirdhand.model import Explanation, Listed, Told, Touching
from thirdhand.schema import LINES, claim_line, plain, reading_line, to_json
from thirdhand.schema.make import FOLDER, schema

ROWS = {
    "reading": reading_line(ACCOUNT, READING),
    "claim": claim_line(READING.claims[0], ACCOUNT.ref),
    "assessment": FINDINGS.assessments[0],
    "estimate": FINDINGS.estimated[0],
    "event": FINDINGS.happenings[0],
    "balance": FINDINGS.balances[0],
    "gap": VIEW.cells[0],
    "sight": VIEW.sights[0],
    "alarm": VIEW.alarms[0],
    "request": VIEW.requests[0],
    "loop": FINDINGS.loops[0],
    "stale": FINDINGS.stale[0],
    "total": FINDINGS.totals[0],
    "bias": FINDINGS.biases[0],
    "reliability": FINDINGS.reliability[0],
    "explanation": Explanation(
        "assessment",
        "as1",
        "riverbend",
        "People",
        "low 1",
        "B3",
        "one voice",
        (Told(READING.claims[0], "the mayor", "B", "1", "The Post", None, "counted", 1.0, "w"),),
        FINDINGS.grounds,
        (Touching("loop", "l1", "in a circle"),),
    ),
    "source": Listed(
        "Reuters",
        "wire",
        "Thomson Reuters",
        "GB",
        "en",
        None,
        "B",
        "shipped",
        ("reuters.com",),
        2,
        "2019-08",
        "2019-08-12",
        (),
        "[[source]]",
    ),
    "issue": ISSUE,
}


def line(name: str) -> dict[str, Any]:
    row = json.loads(to_json(ROWS[name]))
    assert isinstance(row, dict)
    return row


@pytest.mark.parametrize("name", LINES)
def test_the_committed_schema_is_current(name: str) -> None:
    committed = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert committed == schema(name), "a row changed: run 'python -m thirdhand.schema'"
    Draft202012Validator.check_schema(committed)


@pytest.mark.parametrize("name", LINES)
def test_a_line_fits_its_schema(name: str) -> None:
    Draft202012Validator(schema(name)).validate(line(name))


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("spoil", ["drop", "add", "retype"])
def test_a_spoilt_line_does_not_fit(name: str, spoil: str) -> None:
    row = line(name)
    first = next(iter(row))
    match spoil:
        case "drop":
            del row[first]
        case "add":
            row["more"] = 1
        case _:
            row[first] = 7
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(name)).validate(row)


def test_whole_numbers_are_written_whole_and_scripts_as_themselves() -> None:
    assert plain((62000.0, 0.5, None, True)) == [62000, 0.5, None, True]
    assert to_json(("مخيم", "\udcff")) == '["مخيم", "\\udcff"]'


def test_the_text_is_there_only_when_asked_for() -> None:
    assert reading_line(ACCOUNT, READING).account.text is None
    assert reading_line(ACCOUNT, READING, text=True).account.text == ACCOUNT.text


def test_what_cannot_be_json_is_an_error() -> None:
    with pytest.raises(TypeError, match="no JSON for set"):
        plain({1})
