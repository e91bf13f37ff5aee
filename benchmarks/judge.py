"""Score readings of the example by the claims that lie beside it, judged by hand.

The same measures as score_claims.py of the shared folder, which judges what lands: a test holds
the two together. This one is there so that floors hold where there is no such folder.
"""

import json
from collections import Counter
from pathlib import Path

from benchmarks.gold import EXAMPLE
from benchmarks.judged import Judged, Row, judged, key, keys, lines, values
from benchmarks.speakers import same

# How many, by what is counted and its kind: an indicator, or a type of happening.
Tally = Counter[tuple[str, str]]


def judge(readings: Path, folder: Path = EXAMPLE, language: str = "en") -> dict[str, float]:
    """Each measure of gold.CLAIMS. readings: lines of `thirdhand read --json`."""
    n: Counter[str] = Counter()
    for (counted, _), number in tally(readings, folder, language).items():
        n[counted] += number
    return _measures(n)


def tally(readings: Path, folder: Path = EXAMPLE, language: str = "en") -> Tally:
    """What was judged, what is ours and what of it is right."""
    named = dict(keys(folder / "indicators.csv"))
    claims = {r["account"]["ref"]: r["claims"] for r in lines(readings)}
    rows: dict[str, list[Row]] = {}
    for row in lines(folder / "gold.jsonl"):
        rows.setdefault(row["doc"], []).append(row)
    n: Tally = Counter()
    for path in sorted((folder / "accounts").glob("*.json")):
        account = json.loads(path.read_text("utf-8"))
        if account["language"] == language and path.stem in rows:
            told = [judged(row, account["text"], named) for row in rows[path.stem]]
            mine = claims.get(path.stem, [])
            _figures(n, told, mine, {of[0] for of in named.values()})
            _incidents(n, told, mine)
            n["bad span", ""] += sum(not _is_its_text(c["span"], account["text"]) for c in mine)
    return n


def _figures(n: Tally, told: list[Judged], mine: list[Row], known: set[str | None]) -> None:
    """Each judged figure takes the first figure of ours that is as it is, each of ours once."""
    wanted = [j for j in told if j.key and not j.row.get("optional")]
    # No row of the vocabulary fits, or it is a repeat or a vague form: not judged either way.
    free = [j for j in told if j.row["indicator"] == "other" or j.row.get("optional")]
    figures = [
        c
        for c in mine
        if c["kind"] in ("figure", "incident")
        and values(c)
        and c.get("indicator") in known
        and not (
            any(f.overlaps(c) and values(c) & f.values for f in free)
            and not any(w.overlaps(c) for w in wanted)
        )
    ]
    n.update(("figures", c["indicator"]) for c in figures)
    by_value, whole = list(figures), list(figures)
    for one in wanted:
        kind = str(one.key and one.key[0])
        n["wanted", kind] += 1
        near = next((c for c in by_value if values(c) & one.values), None)
        if near is not None:
            by_value.remove(near)
            n["by value", kind] += 1
        hit = next((c for c in whole if key(c) == one.key and values(c) & one.values), None)
        if hit is not None:
            whole.remove(hit)
            n["matched", kind] += 1
            _details(n, kind, one.row, hit)


def _details(n: Tally, kind: str, row: Row, claim: Row) -> None:
    """Date, hedge and speaker of a figure that is matched."""
    if row.get("date_iso"):
        period = claim.get("period") or {}
        first, last = row["date_iso"][:7], row["date_iso"].split("/")[-1][:7]
        right = (period.get("start") or "")[:7] == first or (period.get("end") or "")[:7] == last
        n["dated", kind] += 1
        n["date right", kind] += right
        if row.get("date_or_period"):
            n["stated", kind] += 1
            n["stated right", kind] += right
    hedge = (claim.get("hedge") or "exact").replace("_", " ").replace("-", " ")
    n["hedge right", kind] += hedge == (row.get("qualifier") or "exact")
    # Where the words name nobody, the outlet at the end of the chain is no speaker.
    told = row["attributed_to"] or claim.get("attributed")
    speaker = (claim.get("chain") or [""])[0] if told else ""
    n["speaker right", kind] += same(speaker, row["attributed_to"])


def _incidents(n: Tally, told: list[Judged], mine: list[Row]) -> None:
    """An incident is found, or right, where one of the same type shares words with it."""
    told = [j for j in told if j.row["event_type"]]
    wanted = [j for j in told if j.row["kind"] == "incident" and j.row["event_type"] != "other"]
    typed = [
        c
        for c in mine
        if c["kind"] == "incident" and (c.get("event") or {}).get("type") not in (None, "other")
    ]

    def alike(one: Judged, claim: Row) -> bool:
        return _type(one.row["event_type"]) == _type(claim["event"]["type"]) and one.overlaps(claim)

    for one in wanted:
        n["happened", _type(one.row["event_type"])] += 1
        n["happened, found", _type(one.row["event_type"])] += any(alike(one, c) for c in typed)
    for c in typed:
        n["incidents", _type(c["event"]["type"])] += 1
        n["incidents, right", _type(c["event"]["type"])] += any(alike(one, c) for one in told)


def _is_its_text(span: Row, text: str) -> bool:
    return bool(text[span["start"] : span["end"]] == span["quote"])


def _type(name: str) -> str:
    return name.replace("_", "-").replace("/", "-")


def _measures(n: Counter[str]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return n[part] / max(n[whole], 1)

    def f1(part: str) -> float:
        return 2 * n[part] / max(n["wanted"] + n["figures"], 1)

    return {
        "figure precision": share("matched", "figures"),
        "figure recall": share("matched", "wanted"),
        "figure F1": f1("matched"),
        "figure F1, value only": f1("by value"),
        "as-of month": share("date right", "dated"),
        "as-of month, where stated": share("stated right", "stated"),
        "hedge": share("hedge right", "matched"),
        "speaker": share("speaker right", "matched"),
        "incident recall": share("happened, found", "happened"),
        "incident precision": share("incidents, right", "incidents"),
        "spans that are not their text": float(n["bad span"]),
    }
