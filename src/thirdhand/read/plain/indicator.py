"""Counts -> what they count: indicator, breakdown and unit of the vocabulary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from thirdhand.model import Vocabulary
from thirdhand.read.plain.act import Act, act_of, acts
from thirdhand.read.plain.figure import Count
from thirdhand.read.plain.noun import alone, noun
from thirdhand.read.plain.table import found, pattern, table

_WHO = frozenset("iraqi syrian foreign women children".split())
_SINGLE = frozenset(("women", "children"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that says what it is a figure of. whole: it is a part of one named before."""

    count: Count
    indicator: str
    by: tuple[str, ...]
    unit: str
    event: str | None
    planned: bool
    whole: bool


class Indicators:
    """Names the counts of one account, sentence by sentence; it remembers the last whole."""

    def __init__(self, code: str, vocabulary: Vocabulary) -> None:
        self._code, self._vocabulary = code, vocabulary
        self._last: Counted | None = None

    def name(self, text: str, counts: Sequence[Count]) -> Iterator[Counted]:
        """The counts of one sentence that count something known."""
        told = acts(self._code, text)
        before: list[Counted] = []
        ordered = sorted(counts, key=lambda c: c.number.start)
        for index, count in enumerate(ordered):
            following = ordered[index + 1] if index + 1 < len(ordered) else None
            stop = following.start if following else len(text)
            told_of = _of_countries(text, count, following)
            told_of = _of_others(self._code, text[:stop], told_of)
            row = self._one(text, told_of, told, before)
            if row is not None:
                before.append(row)
                self._last = self._last if row.whole else row
                yield row

    def _one(
        self, text: str, count: Count, told: Sequence[Act], before: list[Counted]
    ) -> Counted | None:
        kind = count.noun
        if kind.unit == "percent":
            return self._share(text, count, before)
        if kind.indicator is not None:
            return self._noun(text, count)
        if kind.unit not in ("people", "households", ""):
            return self._thing(text, count)
        wholes = [b for b in before if b.unit in ("people", "households", "events")]
        whole = wholes[-1] if wholes else self._last
        if count.part and whole is not None:
            return self._part(text, count, whole)
        return self._people(text, count, told)

    def _make(
        self, count: Count, indicator: str, tags: frozenset[str], act: Act | None = None
    ) -> Counted | None:
        row = self._vocabulary.get(indicator)
        unit = count.noun.unit or "people"
        if row is None or unit not in row.units:
            return None
        return Counted(
            count, indicator, row.breakdown(tags), unit, act.event if act else None, False, False
        )

    def _noun(self, text: str, count: Count) -> Counted | None:
        indicator, tags = count.noun.indicator or "", set(count.noun.tags)
        if indicator == "disease-cases":
            told = [t for t, p in _diseases(self._code) if p.search(text)]
            if not told:
                return None
            tags |= set(told) - {""}
        return self._make(count, indicator, frozenset(tags))

    def _thing(self, text: str, count: Count) -> Counted | None:
        for unit, indicator, tag, words in _things(self._code):
            if unit == count.noun.unit and words.search(text):
                return self._make(count, indicator, frozenset({tag}))
        return None

    def _share(self, text: str, count: Count, before: list[Counted]) -> Counted | None:
        antecedent = before[-1] if before else self._last
        if count.part and antecedent and antecedent.indicator != "population":
            return None
        tags = self._aged(text, count)
        if tags is None:
            return None
        tags = tags or self._left(text, count)
        row = self._make(count, "population", _population(tags))
        return row if row and row.by else None

    def _aged(self, text: str, count: Count) -> frozenset[str] | None:
        """The tags with ages read: under five, under eighteen; None for another age."""
        tail = re.split(r"[،,;؛.(]", text[count.number.end : count.end + 40])[0]
        tags = count.noun.tags
        if pattern(self._code, "under_5").search(tail):
            return tags - {"children"} | {"under-5"}
        if pattern(self._code, "under_18").search(tail):
            return tags | {"children"}
        return None if pattern(self._code, "under_other").search(tail) else tags

    def _left(self, text: str, count: Count) -> frozenset[str]:
        """Whom the words before a bare number tell of: "the Iraqis ... reached 30,000"."""
        tags: set[str] = set()
        lead = text[max(0, count.number.start - 120) : count.number.start]
        words = re.findall(r"[^\W\d_]+|[.:;؛\d]", lead)
        for word in reversed(words):
            known = noun(self._code, word)
            if re.match(r"[.:;؛\d]", word) or self._parts(word):
                break
            if known and known.unit == "people" and known.form != "one":
                if tags and tags | known.tags <= _SINGLE:
                    tags |= known.tags  # "the women and the children are 93 per cent"
                    continue
                if tags or not known.tags:
                    tags = tags if known.tags else set()
                    break
                tags = set(known.tags & _WHO)
                if not tags:
                    break
        return frozenset(tags)

    def _parts(self, word: str) -> bool:
        """True for words behind which a number counts anew: "the number of", "it holds"."""
        return any(pattern(self._code, key).fullmatch(word) for key in ("number_of", "holding"))

    def _part(self, text: str, count: Count, whole: Counted) -> Counted | None:
        """A part of the figure named before: "of them 25 thousand Iraqis"."""
        indicator, tags = whole.indicator, self._aged(text, count)
        if tags is None or whole.unit in ("events", "percent", "countries"):
            return None
        if indicator == "population":
            tags = _population(tags | ({"foreign"} & set(whole.by) if tags <= _SINGLE else set()))
            if not tags:
                return None
        if indicator in ("killed", "deaths") and "children" in tags and "women" not in tags:
            indicator, tags = "deaths", frozenset({"children"})
        row = self._make(count, indicator, tags)
        return replace(row, whole=True, planned=whole.planned) if row else None

    def _people(self, text: str, count: Count, told: Sequence[Act]) -> Counted | None:
        act = act_of(self._code, text, (count.start, count.end), told)
        large = count.number.low >= 1000 and count.number.kind == "cardinal"
        if act is None and not large:
            return None
        tags = count.noun.tags if count.noun.word else self._left(text, count)
        name = act.name if act else "live"
        if name in ("live", "detain") or act is None:
            return self._stock(text, count, tags, name)
        indicator = act.indicator
        if name in ("live", "arrive", "return", "repatriate") and alone(
            self._code, text[count.start : count.end + 40]
        ):
            indicator = "unaccompanied-children"
        elif name in ("return", "repatriate"):
            indicator = _homeward(self._code, text, tags, name)
        elif indicator in ("killed", "deaths") and "children" in tags and "women" not in tags:
            indicator, tags = "deaths", frozenset({"children"})
        elif indicator == "killed":
            tags = frozenset()
        elif name == "feed":
            tags = frozenset({"food"})
        row = self._make(count, indicator, tags, act)
        lead = text[max(0, act.start - 60) : act.start]
        return (
            replace(row, planned=bool(pattern(self._code, "negotiated").search(lead)))
            if row
            else None
        )

    def _stock(self, text: str, count: Count, tags: frozenset[str], name: str) -> Counted | None:
        code, lead = self._code, text[max(0, count.start - 60) : count.start]
        indicator = "population"
        if pattern(code, "capacity").search(lead):
            indicator = "capacity"
        elif "guards" in tags:
            indicator = "guards"
        elif "troops" in tags:
            indicator = "troops"
        elif name == "detain" or ("fighters" in tags and "families" not in tags):
            held = pattern(code, "prison").search(text)
            camp = pattern(code, "camp").search(text) and not held
            indicator = (
                "population"
                if name == "detain" and camp
                else "detainees"
                if held or name == "detain"
                else "armed-group-members"
            )
        if indicator == "population" and alone(code, text[count.start : count.end + 40]):
            indicator = "unaccompanied-children"
        return self._make(count, indicator, _population(tags))


@cache
def _things(code: str) -> tuple[tuple[str, str, str, re.Pattern[str]], ...]:
    rows = table(code)["things"]
    return tuple((r["unit"], r["indicator"], r["tag"], found(code, r["words"])) for r in rows)


def _diseases(code: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(tag, pattern(code, "disease", tag)) for tag in table(code)["disease"]]


def _of_countries(text: str, count: Count, following: Count | None) -> Count:
    """As in "7,800 from 57 countries": foreigners."""
    if count.noun.word or following is None or following.noun.unit != "countries":
        return count
    between = text[count.number.end : following.number.start]
    if not re.fullmatch(r"\s*(?:من|de|d'|issus de|venus de)\s*", between):
        return count
    return replace(
        count, noun=replace(count.noun, word="people", unit="people", tags=frozenset({"foreign"}))
    )


def _of_others(code: str, text: str, count: Count) -> Count:
    """As in "12,000 (neither Syrian nor Iraqi)": foreigners."""
    if not pattern(code, "neither").search(text[count.number.end : count.end + 60]):
        return count
    tags = count.noun.tags - {"iraqi", "syrian"} | {"foreign"}
    return replace(count, noun=replace(count.noun, tags=tags))


def _population(tags: frozenset[str]) -> frozenset[str]:
    """Foreigners outrank what no breakdown holds with them: families, both women and children."""
    if {"iraqi", "syrian", "foreign"} <= tags:
        return tags - {"iraqi", "syrian", "foreign"}
    if "foreign" in tags and (tags & {"families", "fighters"} or tags >= _SINGLE):
        return frozenset({"foreign"})
    return tags


def _homeward(code: str, text: str, tags: frozenset[str], name: str) -> str:
    """Repatriated where a third country takes its people, else returns."""
    if tags & {"iraqi", "syrian"}:
        return "returns"
    if "foreign" in tags or pattern(code, "third_country").search(text):
        return "repatriated"
    if name == "repatriate":
        return "repatriated"
    near = [noun(code, w) for w in re.findall(r"[^\W\d_]+", text)]
    if any(n and n.tags & {"iraqi", "syrian"} for n in near):
        return "returns"
    return "repatriated" if any(n and "foreign" in n.tags for n in near) else "returns"
