"""The judged sets: where each lies, what is asked of it, who else reads it.

What is asked is the issue "Reading"; what is published is as the sets' README tells it.
"""

from collections.abc import Callable
from pathlib import Path

from benchmarks.gold import CLAIMS
from benchmarks.reading import others
from benchmarks.reading.rows import READ, Above, Measure, Part, Set
from benchmarks.scorer import said

CLAIMS_SCORER, SPANS_SCORER = "score_claims.py", "score_attribution.py"
SIMPLE_SCORER = "score_simple.py"


def _claims(*words: str, name: str = "") -> Callable[[Path, Path], list[Part]]:
    command = (CLAIMS_SCORER, READ)
    return lambda data, _: [Part(name, data / "accounts", (*command, data, *words))]


def _languages(data: Path, work: Path) -> list[Part]:
    return [_claims("--lang", one, name=one)(data, work)[0] for one in ("ar", "fr")]


def _attribution(data: Path, _: Path) -> list[Part]:
    return [Part("", data / "text", (SPANS_SCORER, READ, data))]


def _texts(kind: str) -> Callable[[Path, Path], list[Part]]:
    """Each file of rows in the folder is a part, its texts written out by the scorer."""

    def parts(data: Path, work: Path) -> list[Part]:
        files = sorted(data.glob("*.jsonl"))
        for file in files:
            said((SIMPLE_SCORER, "make-texts", file, work / file.stem))
        alone = len(files) == 1
        return [
            Part("" if alone else f.stem, work / f.stem, (SIMPLE_SCORER, kind, f, READ))
            for f in files
        ]

    return parts


def _times(data: Path, work: Path) -> list[Part]:
    accounts = work / "accounts"
    said((SIMPLE_SCORER, "tml-texts", data, accounts))
    return [Part("", accounts, (SIMPLE_SCORER, "times", data, READ))]


ASKED = {
    "figure F1": 0.82,
    "as-of month": 0.88,
    "as-of month, where stated": 0.85,
    "hedge": 0.95,
    "speaker": 0.85,
    "incident recall": 0.80,
    "incident precision": 0.65,
}
NO_BAD_SPAN = "spans that are not their text"
SETS = (
    Set(
        "claims",
        "claims: al-Hol, English accounts, no case; date, hedge, speaker: of the figures each has",
        "al-hol",
        CLAIMS_SCORER,
        _claims(),
        (
            *(Measure(n, p, ASKED.get(n)) for n, p in CLAIMS.items() if n != NO_BAD_SPAN),
            Measure("as-of, had all the month of publication", r"month gives ([\d.]+)"),
            Measure(NO_BAD_SPAN, CLAIMS[NO_BAD_SPAN], 0, most=True),
        ),
        (others.NEAREST,),
    ),
    Set(
        "attribution",
        "attribution: PolNeAR, whole news articles, exact spans",
        "attribution/polnear/dev",
        SPANS_SCORER,
        _attribution,
        (
            Measure("source F1", r"^source .* F1 ([\d.]+)", 0.45),
            Measure("cue F1", r"^cue .* F1 ([\d.]+)", 0.50),
            Measure("content F1", r"^content +exact .* F1 ([\d.]+)", 0.35),
            Measure("content precision", r"^content +exact P ([\d.]+)"),
            Measure("content recall", r"^content +exact .* R ([\d.]+)"),
            Measure("content F1, overlapping", r"overlap F1 ([\d.]+)", 0.60),
            Measure("source right, given content", r"given content (\d+)/(\d+)"),
            Measure("texts without output", r"without output (\d+)", 0, most=True),
        ),
        (others.TEXTACY,),
        others.QUOTATION,
    ),
    Set(
        "displacement",
        "displacement: excerpts labelled with one figure; IDMC",
        "displacement-figures",
        SIMPLE_SCORER,
        _texts("displacement"),
        (
            Measure("quantity F1", r"F1 ([\d.]+)", Above(others.DIGITS.name, 0.10)),
            Measure("quantity recall", r" R ([\d.]+)"),
            Measure("found with the right unit", r"right unit \S+ = ([\d.]+)", 0.80),
        ),
        (others.DIGITS, others.EXPRESSION, others.WORDS, others.QUANTULUM),
        (others.IDMC,),
    ),
    Set(
        "places",
        "places: mentions in humanitarian reports; HumSet",
        "places",
        SIMPLE_SCORER,
        _texts("places"),
        (
            Measure("span F1", r"F1 ([\d.]+)", 0.75),
            Measure("span precision", r"exact P ([\d.]+)"),
            Measure("span recall", r"exact .* R ([\d.]+)"),
            Measure("found, if not exactly", r"overlap recall ([\d.]+)"),
        ),
        (others.ENTITIES, others.NAMES),
        others.PLACES,
    ),
    Set(
        "times",
        "times: dates in news with their values; TimeML",
        "times",
        SIMPLE_SCORER,
        _times,
        (
            Measure("value F1", r"value F1 ([\d.]+)", 0.60),
            Measure("found", r"^times found (\d+)/(\d+)"),
        ),
        (others.TAGGED_DATES, others.SEARCHED_DATES),
        (others.HEIDELTIME,),
    ),
    Set(
        "languages",
        "languages: al-Hol, Arabic and French accounts apart",
        "al-hol",
        CLAIMS_SCORER,
        _languages,
        (
            Measure("figure F1", CLAIMS["figure F1"], 0.50),
            Measure("figure F1, value only", CLAIMS["figure F1, value only"]),
        ),
        (others.NEAREST,),
    ),
)
