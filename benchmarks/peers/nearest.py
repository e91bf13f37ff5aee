"""The plainest reader of claims: every number with the nearest word that says what is counted.

Its dates are the month of publication, its speaker is the name beside "said" or "according to". Its
words are English: elsewhere every number counts the population.
"""

import re

from benchmarks.peers.digits import NUMBER, value
from benchmarks.peers.serve import Account, Found, serve, span

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*")
# Beginnings of words, what they count, and the happening that they tell of.
COUNTED = {
    "people|resid|person|individual|inhabit": ("population", "people", None),
    "famil|househo": ("population", "households", None),
    "kill|murder|shot dead|behead": ("killed", "people", "killing"),
    "wound|injur": ("injured", "people", "attack"),
    "death|died|dead": ("deaths", "people", None),
    "arrest|detain": ("arrests", "people", "arrest"),
    "escap|flee|fled": ("escaped", "people", "escape-attempt"),
    "repatriat": ("repatriated", "people", "repatriation"),
    "return|left the camp": ("returns", "people", "repatriation"),
    "arriv": ("arrivals", "people", None),
    "attack|assault": ("attacks", "events", "attack"),
    "tunnel": ("tunnels-found", "items", "security-operation"),
    "tent": ("tents", "items", None),
    "guard": ("guards", "people", None),
    "fire|blaze": ("fires", "events", "fire"),
    "nationalit": ("nationalities", "countries", None),
}
CUE = re.compile(
    "|".join(rf"(?P<k{i}>\b(?:{words}))" for i, words in enumerate(COUNTED)), re.IGNORECASE
)
NAME = r"(?:[A-Z][\w.-]+(?: (?:of|for|the))?\s?){1,6}"
SPEAKER = re.compile(rf"[Aa]ccording to (?:the )?({NAME})|({NAME})(?:has |have )?(?:said|reported)")
HEDGES = {
    "about": "about|around|some|roughly|approximately|an estimated",
    "nearly": "nearly|almost|close to",
    "more than": "more than|over|above",
    "at least": "at least",
    "less than": "less than|fewer than|under|below",
    "up to": "up to|as many as",
}


def nearest(text: str, account: Account) -> Found:
    """Its claims."""
    month = (account.get("published") or "")[:7]
    claims: list[dict[str, object]] = []
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        cues = list(CUE.finditer(text, start, end))
        if not cues and account.get("language") == "en":
            continue
        named = SPEAKER.search(text, start, end)
        speaker = (named[1] or named[2]).strip() if named else ""
        rest = {"breakdown": [], "chain": [speaker], "attributed": bool(speaker)}
        rest |= {"period": {"start": month, "end": month}}
        rest |= {"span": {"start": start, "end": end, "quote": text[start:end]}}
        claims += [{**rest, **_figure(text, n, cues)} for n in NUMBER.finditer(text, start, end)]
        happenings = sorted({_counted(cue)[2] or "" for cue in cues} - {""})
        claims += [{**rest, "kind": "incident", "event": {"type": h}} for h in happenings]
    return {"claims": claims}


def _figure(text: str, number: re.Match[str], cues: list[re.Match[str]]) -> Found:
    near = min(
        cues, key=lambda c: max(c.start() - number.end(), number.start() - c.end()), default=None
    )
    indicator, unit, _ = _counted(near) if near else next(iter(COUNTED.values()))
    before = text[max(0, number.start() - 20) : number.start()].lower().rstrip()
    hedge = next((h for h, words in HEDGES.items() if re.search(f"(?:{words})$", before)), "exact")
    bounds = {"low": value(number), "high": value(number)}
    where = span(text, *number.span())
    quote = {"start": where["start"], "end": where["end"], "quote": where["text"]}
    told = {"kind": "figure", "indicator": indicator, "unit": unit, "hedge": hedge}
    return {**told, **bounds, "span": quote}


def _counted(cue: re.Match[str]) -> tuple[str, str, str | None]:
    return list(COUNTED.values())[int(str(cue.lastgroup)[1:])]


if __name__ == "__main__":
    serve(nearest)
