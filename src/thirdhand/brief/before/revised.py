"""Figures that are told otherwise than in the last brief: withdrawn, revised, newer ones."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass

from thirdhand.brief.before.corrected import Sent
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Row, Sentence
from thirdhand.brief.parts.pick import Key, newest, order
from thirdhand.brief.telling import tell, tellers, thing, value
from thirdhand.brief.wording import VERDICTS, amount, as_of, bounds, hedged, label, listed, when
from thirdhand.model import Assessment, Claim, Period, Snapshot

WITHDRAWN = "Withdrawn with the account it stood in"
STANCES = {"alleged": " (alleged)", "expected": " (expected)", "denied": " (denied)"}
REVISED = "Revised"
NEWER = "Newer figures"
FIRST = "Told for the first time"
NONE = "–"
# So many of the accounts that brought a figure are named.
BROUGHT = 3
Slot = tuple[Key, Period, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What a row may tell of. Few are shown: the row is made where it is.

    group: of the row. claims, assessments: ids of what it rests on, or more. what: what it does to
    the brief, in a word.
    """

    group: str
    claims: tuple[str, ...]
    assessments: tuple[str, ...]
    what: str
    row: Callable[[], Row]


def withdrawn(facts: Facts, brief: Snapshot, gone: Collection[str]) -> Iterator[Row]:
    """Figures that stood in accounts (ids) that are gone and that nobody tells now."""
    told = {_figured(claim) for claim in facts.claims.values()}
    seen: set[str] = set()
    for old in reversed(brief.assessments):
        for claim in facts.held(old.claims):
            if claim.account not in gone or claim.id in seen or facts.reveals(claim):
                continue
            seen.add(claim.id)
            if claim.quantity is not None and _figured(claim) not in told:
                yield _withdrawn(old, claim, facts)


def _withdrawn(old: Assessment, claim: Claim, facts: Facts) -> Row:
    account = facts.texts[claim.account]
    figure, quote = hedged(claim).removesuffix(" of"), f"“{claim.span.quote}”"
    stance = STANCES.get(claim.stance, "")
    text = f"{account.outlet} had {quote}{stance}; that account has been taken out."
    cells = _name(old, facts), f"{figure}: {quote}{stance}, {as_of(old.period)}", "withdrawn"
    because = f"{account.outlet} (account {account.ref}) is not among the accounts any more"
    return Row(cells, Sentence(text, (claim.id,), (old.id,)), WITHDRAWN, because)


def _figured(claim: Claim) -> Hashable:
    of = claim.indicator, claim.breakdown, claim.unit, claim.site
    return of, claim.low, claim.high, claim.event.type if claim.event else None


def revised(facts: Facts, brief: Snapshot, sent: Sent) -> list[Change]:
    """Other values of the same time first, then newer figures, then those of a new kind."""
    rank = order(facts)
    last = {key_of(r): r for r in sorted(newest(facts.standing, facts), key=rank)}
    shown = [r for r in brief.assessments if r.kind == "figure"]
    was = {key_of(row): row for row in shown if row.id in brief.latest}
    pairs = [(was.get(key), row) for key, row in last.items()]
    newest_of = {row.id for row in last.values()}
    known = frozenset(account.id for account in brief.accounts)
    held, kept = _alone(r for r in facts.standing if r.kind == "figure"), _alone(shown)
    pairs += [
        (old, held[slot])
        for slot, old in kept.items()
        if slot in held and held[slot].id not in newest_of
    ]
    moved = [(old, new) for old, new in pairs if old is None or _moved(old, new)]

    def change(old: Assessment | None, new: Assessment) -> Change:
        rows = [row for row in (new, old) if row]
        claims = tuple(claim for row in rows for claim in row.claims)
        return Change(
            _group(old, new),
            claims,
            tuple(row.id for row in rows),
            "revises",
            lambda: _row(old, new, facts, _because(old, new, facts, known, sent)),
        )

    groups = REVISED, NEWER, FIRST
    return sorted((change(*pair) for pair in moved), key=lambda c: groups.index(c.group))


def _group(old: Assessment | None, new: Assessment) -> str:
    if old is None:
        return FIRST
    return NEWER if new.period.end > old.period.end else REVISED


def _row(old: Assessment | None, new: Assessment, facts: Facts, because: str) -> Row:
    told, group = tell(new, facts), _group(old, new)
    if old is None:
        cells = _name(new, facts), NONE, _cell(new, facts)
        return Row(cells, told, group, because)
    text = f"{told.text}{_before(old, new, facts)}"
    cited = tuple(dict.fromkeys((*told.claims, *old.claims)))
    sentence = Sentence(text, cited, (new.id, old.id), grade=told.grade)
    cells = _name(new, facts), _cell(old, facts), _cell(new, facts)
    return Row(cells, sentence, group, because)


def _moved(old: Assessment, new: Assessment) -> bool:
    """True where it is of another time, or another figure, verdict or grade is given.

    That an interval alone grew or shrank a little is no change: it hangs on all other months.
    """
    other = old.verdict != new.verdict or old.grade != new.grade
    return other or _slot(old) != _slot(new) or _best(old) != _best(new)


def _best(row: Assessment) -> str:
    """The best figure as it is written, or the ends where there is none."""
    return bounds(row.low, row.high, row.unit) if row.best is None else amount(row.best, row.unit)


def _because(
    old: Assessment | None, new: Assessment, facts: Facts, known: frozenset[str], sent: Sent
) -> str:
    """Why it is told otherwise, as far as accounts say."""
    told = _brought(new, facts, known, sent)
    if told or old is None:
        return told
    return _lost(old, facts, sent) or _weighed(old, new)


def _brought(row: Assessment, facts: Facts, known: frozenset[str], sent: Sent) -> str:
    """Which accounts, not known to the last brief, tell of it, or tell it otherwise."""
    claims = facts.held(row.claims)
    ids = [i for i in row.accounts if i in facts.accounts and i not in known]
    new = [facts.accounts[i] for i in ids if sent.tells_anew(i, claims)]
    names = [f"{a.outlet} (account {a.ref})" for a in new]
    return f"told since by {_some(names)}" if names else ""


def _lost(old: Assessment, facts: Facts, sent: Sent) -> str:
    """Which accounts that told of it are not held any more."""
    claims = facts.held(old.claims)
    gone = {c.account for c in claims} - facts.accounts.keys()
    gone = {i for i in gone if sent.tells_anew(i, claims)}
    names = [f"{facts.texts[i].outlet} (account {facts.texts[i].ref})" for i in sorted(gone)]
    return f"no more told by {_some(names)}" if names else ""


def _weighed(old: Assessment, new: Assessment) -> str:
    """What was weighed otherwise, where no account of it came or went."""
    if old.grade != new.grade:
        return f"no account of it came or went: its grade was {old.grade} and is {new.grade}"
    if old.verdict != new.verdict:
        was, now = VERDICTS[old.verdict], VERDICTS[new.verdict]
        return f"no account of it came or went: it was {was} and is {now}"
    return "no account of it came or went: the same words are read or weighed anew"


def _some(names: list[str]) -> str:
    rest = len(names) - BROUGHT
    return listed(names if rest <= 1 else [*names[:BROUGHT], f"{rest} more"])


def _before(old: Assessment, new: Assessment, facts: Facts) -> str:
    """What the last brief had, as a sentence; "" where it had nothing that can be said."""
    if (_best(old), _slot(old), old.verdict) == (_best(new), _slot(new), new.verdict):
        return " The last brief had the same, with another grade."
    before = _figure(old, facts)
    return f" The last brief had {before} {when(old.period)}." if before else ""


def _cell(row: Assessment, facts: Facts) -> str:
    told = [_figure(row, facts), f"{as_of(row.period)} ({row.grade}, {VERDICTS[row.verdict]})"]
    return ", ".join(part for part in told if part)


def _figure(row: Assessment, facts: Facts) -> str:
    """The figure in words; an interval where it is contested."""
    claims = tellers(row, facts)
    if row.verdict == "contested":
        told = bounds(row.low, row.high, row.unit)
        return f"a contested figure ({told})" if told else ""
    figure, interval = value(row, claims)
    return f"{thing(row, figure, facts)}{interval}" if figure else ""


def _name(row: Assessment, facts: Facts) -> str:
    name = label(row.indicator, row.breakdown, row.unit, facts.dossier.vocabulary)
    area = facts.area(row.area)
    return f"{name}, {area}" if area else name


def key_of(row: Assessment) -> Key:
    """What a figure counts, and where."""
    return row.indicator, row.breakdown, row.unit, row.area


def _alone(rows: Iterable[Assessment]) -> dict[Slot, Assessment]:
    """The rows by what they are of, without those of which several are of the same."""
    found: dict[Slot, list[Assessment]] = {}
    for row in rows:
        found.setdefault(_slot(row), []).append(row)
    return {slot: rows[0] for slot, rows in found.items() if len(rows) == 1}


def _slot(row: Assessment) -> Slot:
    """What it is of: a plan is of another thing than a count, a date of print than one told."""
    group = row.verdict if row.verdict in ("expected", "denied") else "told"
    return key_of(row), row.period, group
