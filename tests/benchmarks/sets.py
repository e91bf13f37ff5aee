"""A judged set of each kind, of our own making and about places that are not there."""

import json
from pathlib import Path

NEWS = "On 3 May 2021 the mayor said that 400 people had left Riverbend for Kenya."
FIRE = "Some 60 families (300 people) fled a fire near Lima, 12 km away."
TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-05">May 5</TIMEX3></DCT>
<TEXT>A bridge fell <TIMEX3 tid="t1" type="DATE" value="2021-05-04">yesterday</TIMEX3>.</TEXT>
</TimeML>
"""


def make(root: Path) -> Path:
    """A folder laid out as the shared data."""
    _claims(root / "al-hol")
    _attribution(root / "attribution" / "polnear" / "dev")
    lines = {
        "displacement-figures/one.jsonl": _figure(NEWS, "400", "People"),
        "displacement-figures/two.jsonl": _figure(FIRE, "60", "Households"),
        "places/dev.jsonl": {
            "text": NEWS,
            "annotations": [{"label": "LOC", "start": NEWS.index("Kenya"), "end": len(NEWS) - 1}],
        },
    }
    for name, row in lines.items():
        _write(root / name, f"{json.dumps(row)}\n")
    _write(root / "times" / "a.tml", TIMEML)
    return root


def _figure(text: str, quantity: str, unit: str) -> dict[str, str]:
    return {"excerpt": text, "Quantity": quantity, "Unit": unit}


def _claims(folder: Path) -> None:
    texts = {
        "1": ("en", "The camp holds 400 people, the mayor said.", "400 people"),
        "2": ("fr", "Quelque 400 personnes vivent dans le camp.", "400 personnes"),
        "3": ("ar", "يعيش في المخيم 400 شخص.", "400 شخص"),
    }
    rows = []
    for ref, (language, text, quote) in texts.items():
        account = {"id": ref, "published": "2021-05-05", "language": language, "text": text}
        _write(folder / "accounts" / f"{ref}.json", json.dumps(account))
        rows.append({"doc": ref, "quote": quote, "value": 400, "low": None, "high": None})
        rows[-1] |= {"kind": "figure", "indicator": "population_total", "qualifier": "exact"}
        rows[-1] |= {"attributed_to": None, "date_iso": None, "event_type": None}
    _write(folder / "gold.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))


def _attribution(folder: Path) -> None:
    _write(folder / "text" / "courier" / "a.txt", NEWS)
    spans = {"Source": "the mayor", "Cue": "said", "Content": NEWS[NEWS.index("that 400") :]}
    told = [
        f"T{n}\t{kind} {NEWS.index(words)} {NEWS.index(words) + len(words)}\t{words}\n"
        for n, (kind, words) in enumerate(spans.items(), 1)
    ]
    event = "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    _write(folder / "attributions" / "courier" / "a_x.ann", "".join((*told, event)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
