"""Questions worth asking: the gaps of one line of the plan made one question."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thirdhand.model import (
    Addressee,
    Cell,
    Claim,
    Findings,
    PlanItem,
    Request,
    Site,
    Vocabulary,
    content_id,
)

MOST = 3
# How far from seen: what weighs in the order of the questions.
WEIGHT = {"silent": 4, "unread": 4, "no access": 4, "stale": 3, "contested": 2, "one voice": 1}


class Asker:
    """Knows who told of what before, and so whom to ask."""

    def __init__(self, claims: Sequence[Claim], findings: Findings, vocabulary: Vocabulary) -> None:
        voices = {v.id: v for v in findings.voices if v.kind != "unnamed"}
        voice_of = dict(findings.voice_of)
        self._told: dict[str, Counter[str]] = {}
        self._grade = {v.name: v.grade for v in voices.values()}
        for claim in claims:
            voice = voices.get(voice_of.get(claim.id, ""))
            if voice is not None:
                for topic in _topics(claim, vocabulary):
                    self._told.setdefault(topic, Counter())[voice.name] += 1

    def whom(self, item: PlanItem) -> tuple[str, ...]:
        """At most three: whom the plan says to ask, then those who told of it, best grade first.

        Who told of the indicator comes before who told of its sector.
        """
        names: dict[str, None] = {item.ask: None} if item.ask else {}
        for topic in (item.indicator, f"sector {item.sector}"):
            told = self._told.get(topic, Counter())
            names.update(dict.fromkeys(sorted(told, key=lambda n: (self._grade[n], -told[n], n))))
        return tuple(names)[:MOST]


def requests(item: PlanItem, site: Site, cells: Sequence[Cell], asker: Asker) -> Iterator[Request]:
    """One question for all the gaps of one line of the plan, its parts taken together.

    None where all is seen.
    """
    gaps = [c for c in cells if c.state != "seen"]
    if not gaps:
        return
    parts = {a.id: a.name for a in site.areas}
    blind = list(dict.fromkeys(parts[c.area] for c in gaps if c.area in parts))
    parts_told = f"all {len(blind)} parts" if len(blind) == len(parts) > 2 else ", ".join(blind)
    at = f"{site.name} ({parts_told})" if blind else site.name
    question = f"{_asked(item, at)} {_wanted(item, gaps, cells)}"
    key = (item.kind, item.indicator, item.breakdown, item.unit, item.cadence, item.areas)
    ids = tuple(c.id for c in gaps)
    to = tuple(Addressee(name, "") for name in asker.whom(item))
    yield Request(content_id("request", site.id, *key), question, to, ids)


def weight(cells: Sequence[Cell]) -> int:
    """How far these cells are out of sight, 0 to 100: more is worse."""
    return 25 * sum(WEIGHT.get(c.state, 0) for c in cells) // max(len(cells), 1)


def _topics(claim: Claim, vocabulary: Vocabulary) -> set[str]:
    indicator = vocabulary.get(claim.indicator)
    sectors = {indicator.sector if indicator else None}
    if claim.condition:
        sectors.add(claim.condition.sector)
    names = {claim.indicator, claim.event.type if claim.event else None}
    names |= {claim.condition.sector if claim.condition else None}
    return {n for n in names if n} | {f"sector {s}" for s in sectors if s}


def _asked(item: PlanItem, at: str) -> str:
    question = {
        "figure": "what is the figure now?",
        "incident": "what happened, and when?",
        "condition": "how do things stand now?",
    }[item.kind]
    return f"{item.label[:1].upper()}{item.label[1:]}, {at}: {question}"


def _wanted(item: PlanItem, gaps: Sequence[Cell], cells: Sequence[Cell]) -> str:
    states = Counter(g.state for g in gaps)
    told = ", ".join(f"{n} {state}" for state, n in sorted(states.items(), key=_most))
    first, last = min(g.period for g in gaps), max(g.period for g in gaps)
    span = first if first == last else f"{first} to {last}"
    each = " of a part" if len({c.area for c in cells}) > 1 else ""
    seen = max((c.last_seen for c in cells if c.last_seen), default=None)
    before = f"last told of on {seen}" if seen else "never told of"
    of = f"{len(gaps)} of {len(cells)} {item.cadence}s{each}"
    return f"Not seen in {of}, {span} ({told}); {before}."


def _most(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]
