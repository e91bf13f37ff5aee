"""Counts -> what they count: indicator, breakdown and unit of the vocabulary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thirdhand.model import Vocabulary
from thirdhand.read.act import Done, act_of
from thirdhand.read.figure import Count
from thirdhand.read.flow import direction
from thirdhand.read.frame import clause, planned



@dataclass(frozen=True, slots=True)
class Indicated:
    """A count with the indicator it is a figure of; `whole` is the figure it is a part of."""

    count: Count
    indicator: str
    by: tuple[str, ...]
    unit: str
    event: str | None
    planned: bool
    whole: bool


_TENTS = (
    ("tents-lost", "fire", re.compile(r"\b(?:burn\w*|fire|blaze|spread)\b", re.IGNORECASE)),
    ("tents-lost", "demolished", re.compile(r"\b(?:demolish\w*|pulled down|taken down|torn down|dismantl\w*|destroy\w*|remov\w*|razed|took down)\b", re.IGNORECASE)),
    ("tents-needed", "", re.compile(r"\b(?:need\w*|requir\w*|short(?:age|fall))\b", re.IGNORECASE)),
)  # fmt: skip
_CAPACITY = re.compile(r"\b(?:capacity|(?:designed|meant|built|set up|intended|planned|made) (?:for|to (?:hold|house|host))|set the camp up)\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:unaccompanied|alone|cut off from their famil\w+|separated from|lone minors|without (?:their )?parents|orphans?)\b", re.IGNORECASE)
_FOREIGN = re.compile(r"\b(?:(?:originat\w+|hail|come|are) (?:from )?(?:\w+ ){0,4}(?:other |third |foreign )countr\w+|foreign(?:er|ers)?\b(?! minist)|third[- ]countr\w+)", re.IGNORECASE)
_ABUSED = {"killed": ("women",), "arrests": ("women",)}


class Indicators:
    """Names the counts of one account, sentence by sentence; it remembers the last whole."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last: Indicated | None = None

    def name(self, counts: Sequence[Count]) -> Iterator[Indicated]:
        """The indicated counts of one sentence, left to right; the rest count nothing known."""
        before: list[Indicated] = []
        for count in sorted(counts, key=lambda c: (c.start, c.end)):
            found = self._one(count, before)
            if found is not None:
                before.append(found)
                if not found.whole:
                    self._last = found
                yield found

    def _one(self, count: Count, before: list[Indicated]) -> Indicated | None:
        noun, unit = count.noun, count.noun.unit
        if count.rate:
            return None
        if noun.indicator is not None:
            return self._counted(count)
        if unit in ("tents", "kg", "km2", "litres per day", "items", "usd"):
            return self._thing(count)
        if unit == "percent":
            return self._share(count, before)
        whole = self._whole(count, before)
        if whole is not None and (found := self._part(count, whole)):
            return found
        return self._people(count)

    def _make(self, count: Count, indicator: str, tags: frozenset[str], **more: object) -> Indicated | None:
        row = self._vocabulary.get(indicator)
        unit = str(more.get("unit") or count.noun.unit or "people")
        if row is None or unit not in row.units:
            return None
        done = more.get("done")
        event = done.act.event if isinstance(done, Done) else None
        ahead = isinstance(done, Done) and done.verb is not None and planned(done.verb)
        return Indicated(count, indicator, row.breakdown(tags), unit, event, ahead, bool(more.get("whole")))

    def _counted(self, count: Count) -> Indicated | None:
        noun, words = count.noun, count.sent.text
        indicator, tags = noun.indicator or "", set(noun.tags)
        if count.number.kind == "ordinal" and indicator not in ("killed", "deaths", "attacks"):
            return None
        if indicator == "disease-cases":
            if not re.search(r"covid|corona|cholera|diarrh|measles|malnutr|ewars|typhoid|leishman|disease|confirmed|infect", words, re.IGNORECASE):
                return None
            tags |= {t for t, p in (("covid-19", r"covid|corona"), ("malnutrition", "malnutr")) if re.search(p, words, re.IGNORECASE)}
            tags |= {"staff"} if re.search(r"\b(?:staff|health workers)\b", words) and "covid-19" in tags else set()
        if indicator == "arrivals" and count.number.kind == "ordinal":
            return None
        return self._make(count, indicator, frozenset(tags), unit=noun.unit)

    def _thing(self, count: Count) -> Indicated | None:
        words = clause(count.token, count.sent).text
        unit = count.noun.unit
        if unit == "tents":
            for indicator, tag, pattern in _TENTS:
                if pattern.search(words):
                    return self._make(count, indicator, frozenset({tag}))
        elif unit == "kg" and re.search(r"\b(?:TNT|explosives?)\b", words):
            return self._make(count, "explosives-seized", frozenset())
        elif unit == "km2" and re.search(r"\b(?:area|size|spread|cover)", count.sent.text, re.IGNORECASE):
            return self._make(count, "area", frozenset())
        elif unit == "litres per day" and re.search(r"\b(?:per day|daily|a day|each day)\b", words):
            return None if re.search(r"per person|per capita|each person", words) else self._make(count, "water-supply", frozenset())
        elif unit == "usd" and re.search(r"\b(?:fund\w*|appeal\w*|donor\w*|pledg\w*)\b", words, re.IGNORECASE):
            return self._make(count, "funding", frozenset())
        return None

    def _share(self, count: Count, before: list[Indicated]) -> Indicated | None:
        antecedent = before[-1] if before else self._last
        if antecedent and count.part and antecedent.indicator != "population":
            return None
        tags = _population_tags(count)
        row = self._vocabulary.get("population")
        if row is None or not row.breakdown(tags):
            subject = re.search(r"\b(Iraqis?|Syrians?|children|minors|women and children|foreigners|third country nationals)\b[^,;]{0,25}$", count.sent.text[: count.start - count.sent.start_char], re.IGNORECASE)
            if antecedent and antecedent.indicator == "population" and antecedent.by and count.sent.text[count.start - count.sent.start_char - 1 : count.start - count.sent.start_char] == "(":
                return self._make(count, "population", frozenset(antecedent.by), unit="percent", whole=True)
            if subject is None:
                return None
            tags = frozenset({{"iraqi": "iraqi", "iraqis": "iraqi", "syrian": "syrian", "syrians": "syrian", "foreigners": "foreign", "third country nationals": "foreign", "minors": "children"}.get(subject[1].lower(), subject[1].lower())}) if subject[1].lower() != "women and children" else frozenset({"women", "children"})
        return self._make(count, "population", tags, unit="percent")

    def _whole(self, count: Count, before: list[Indicated]) -> Indicated | None:
        """The figure named before that this one is a part or a restatement of."""
        people = [b for b in before if b.unit in ("people", "households", "events")]
        between = count.sent.text[people[-1].count.end - count.sent.start_char : count.start - count.sent.start_char] if people else ""
        if count.part:
            return people[-1] if people else self._last
        if not people or count.noun.word is None:
            return None
        if _RESTATED.match(between) or (_LISTED.match(between) and not _has_verb(count)):
            return people[-1]
        if ":" in between and len(between) < 12:
            return people[-1]
        return None

    def _part(self, count: Count, whole: Indicated) -> Indicated | None:
        tags = count.noun.tags
        indicator = whole.indicator
        if indicator == "population" or whole.unit == "percent":
            tags = _population_tags(count)
            return self._make(count, "population", tags, whole=True, unit=count.noun.unit or "people")
        if indicator in ("killed", "deaths") and "children" in tags and "women" not in tags:
            return self._make(count, "deaths", frozenset({"children"}), whole=True)
        if indicator == "attacks" or whole.unit == "events":
            return None
        return self._make(count, indicator, tags, whole=True, unit=count.noun.unit or whole.unit)

    def _people(self, count: Count) -> Indicated | None:
        words = clause(count.token, count.sent).text
        done = act_of(count.token, count.sent)
        article = count.number.start == count.number.end
        if done is None or (article and done.act.name in ("live", "guard", "soldiers", "feed", "detain", "arrive", "return", "treat", "refer", "vaccinate", "free", "deregister")):
            return None
        if article and done.verb is None:
            return None
        indicator, tags = done.act.indicator, count.noun.tags
        if _ALONE.search(words) and done.act.name in ("live", "arrive", "return"):
            return self._make(count, "unaccompanied-children", tags, done=done, unit="people")
        if done.act.name in ("return", "arrive"):
            indicator = direction(count, done)
        elif done.act.name in ("live", "guard", "soldiers"):
            indicator, tags = self._stock(count, done, words)
        elif indicator == "killed" and "children" in tags and "women" not in tags:
            indicator = "deaths"
        elif indicator == "killed" and not article:
            tags = tags - {"women"}
        elif indicator == "killed":
            tags = frozenset({"beheaded"}) if "behead" in words else frozenset()
        elif indicator == "escape-attempts" and count.noun.unit == "households":
            return None
        if count.noun.unit == "" and done.act.name in ("feed", "refer", "treat"):
            return None
        return self._make(count, indicator, tags, done=done)

    def _stock(self, count: Count, done: Done, words: str) -> tuple[str, frozenset[str]]:
        noun = count.noun.word or ""
        if _CAPACITY.search(words):
            return "capacity", frozenset()
        if noun.rstrip("s") in ("troop", "soldier"):
            return "troops", frozenset()
        if noun.rstrip("s") == "guard" or "personnel" in noun:
            return "guards", count.noun.tags
        tags = _population_tags(count)
        if "fighters" in tags and "families" not in tags:
            return ("detainees" if re.search(r"prison|detain|jail", words) else "armed-group-members"), frozenset()
        return "population", tags


_RESTATED = re.compile(r"^[ ,]*(?:\(|or |that is,? |, )\s*$")
_LISTED = re.compile(r"^(?:\s*\([^)]*\))?\s*(?:,|and|, and|;)\s*$")


def _has_verb(count: Count) -> bool:
    """True where the count's own clause goes on with a verb of its own."""
    tail = count.sent.doc[count.token.i + 1 : min(count.token.i + 4, count.sent.end)]
    return any(t.pos_ in ("VERB", "AUX") for t in tail)


def _population_tags(count: Count) -> frozenset[str]:
    """The breakdown of people who live somewhere, from the noun and what is said of them."""
    tags = set(count.noun.tags)
    stop = count.end - count.sent.start_char
    if _FOREIGN.search(count.sent.text[stop : stop + 70].split(",")[0]):
        tags = (tags - {"women", "children"}) if count.part else tags
        tags.add("foreign")
    if "fighters" in tags and "families" in tags:
        return frozenset({"fighters", "families"})
    return frozenset(tags)
