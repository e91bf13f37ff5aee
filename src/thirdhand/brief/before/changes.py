"""What changed since the last brief of this place, corrections to it first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import islice

from thirdhand.brief.before.corrected import Correction, Sent, corrections
from thirdhand.brief.before.revised import NONE, STANCES, Change, revised, withdrawn
from thirdhand.brief.before.snapshot import clashes, heard, key_of
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Block, Prose, Row, Sentence, Table
from thirdhand.brief.parts.conflicts import says
from thirdhand.brief.parts.incidents import told_by
from thirdhand.brief.wording import as_of, between, capital, counted, day, hedged, label, listed
from thirdhand.model import (
    Account,
    Arrived,
    Assessment,
    Claim,
    Contradiction,
    Snapshot,
    came_again,
)

FIRST = "This is the first brief of this place{}."
SAME = "Nothing that it told of this place is told otherwise now."
CLASHES = "Contradictions"
AMONG = "Corrections among the accounts"
GONE = "gone"
SHOWN = 30
# Of one kind of change.
MOST = 40
INCIDENTS = 5
VOICES = 4


def changes(facts: Facts) -> tuple[Block, ...]:
    """What the last brief was, and a table of what is otherwise now: corrections, then the rest."""
    if facts.dossier.before is None:
        return _first(facts)
    brief = facts.dossier.before.brief
    pairs, gone = came_again(brief.accounts, facts.dossier.accounts)
    again = {account.id for row, new in pairs for account in (row, new)}
    known = {row.id for row in brief.accounts}
    fresh = {account.id for account in facts.dossier.accounts} - known - again
    happened = told_by(facts, fresh)
    found = _found(facts, pairs)
    sent = Sent.of(pairs, found)
    after = [*revised(facts, brief, sent), *_contradicted(facts, brief)]
    fixed, rest = _one_each(list(_corrected(facts, found)), after, sent, facts)
    left = (change.row() for change in rest if change.group == CLASHES)
    rows: list[Row] = []
    for kind in (
        fixed,
        _among(facts, known | {row.id for row, _ in pairs}),
        withdrawn(facts, brief, {row.id for row in gone}),
        (change.row() for change in rest if change.group != CLASHES),
        left,
        _happened(happened),
        _voices(facts, brief),
    ):
        rows += islice(kind, MOST)
    last = _last(brief, len(pairs), len(gone), len(fresh), len(happened))
    if not rows:
        return (Prose(f"{last} {SAME}"),)
    columns = "What", "In the last brief", "Now"
    caption = f"Since the last brief, made on {day(brief.made)}"
    table = Table("changes", caption, columns, tuple(rows), SHOWN, "changes", remark="Because")
    return Prose(last), table


def _first(facts: Facts) -> tuple[Block, ...]:
    """What is said where nothing went before; accounts may have been corrected all the same."""
    end = facts.dossier.window.end
    told = Prose(FIRST.format(f" that ends by {day(end)}" if end else ""))
    rows = tuple(islice(_among(facts, frozenset()), MOST))
    if not rows:
        return (told,)
    columns = "What", "Before", "Now"
    caption = "Corrections that its accounts made"
    return told, Table("changes", caption, columns, rows, SHOWN, "changes", remark="Because")


def _among(facts: Facts, told: Set[str]) -> Iterator[Row]:
    """What accounts say otherwise that lie here in two versions, of which none was told before.

    told: ids of accounts that the last brief knew.
    """
    pairs = [
        (Arrived.of(row.account, row.account.version), facts.accounts[row.by])
        for row in facts.dossier.replaced
        if row.by in facts.accounts and not {row.by, row.account.id} & told
    ]
    for row in _corrected(facts, _found(facts, pairs)):
        yield replace(row, group=AMONG)


def _last(brief: Snapshot, again: int, gone: int, fresh: int, incidents: int) -> str:
    of = between(brief.window)
    time = f" and told of the time {of}" if of else ""
    told = f"The last brief was made on {day(brief.made)}{time}."
    parts = [f"{fresh:,} came since" if fresh else "none came since"]
    parts += [f"{again:,} came again with other words"] if again else []
    parts += [f"{gone:,} {'is' if gone == 1 else 'are'} not among them any more"] if gone else []
    told += f" It rested on {counted(len(brief.accounts), 'account')}; {listed(parts)}."
    if incidents:
        told += f" What came tells of {counted(incidents, 'incident')} that it did not have."
    return told


def _one_each(
    fixed: list[Row], after: list[Change], sent: Sent, facts: Facts
) -> tuple[list[Row], list[Change]]:
    """The corrections, each with what follows from it in its reason; and the rest."""
    before = facts.dossier.before
    old = {account.id for account in before.brief.accounts} if before else set()
    old |= sent.again
    standing = {row.id: row for row in facts.standing}
    first: dict[str, int] = {}
    for n, row in enumerate(fixed):
        for claim in row.sentence.claims:
            first.setdefault(claim, n)
    follow: dict[int, Counter[str]] = {}
    rest = []
    for change in after:
        at = _cause(change, first, old, standing)
        if at is None:
            rest.append(change)
        else:
            follow.setdefault(at, Counter())[change.what] += 1
    told = [
        replace(row, remark=f"{row.remark}{_follows(follow[n])}") if n in follow else row
        for n, row in enumerate(fixed)
    ]
    return told, rest


def _cause(
    change: Change, first: Mapping[str, int], old: set[str], standing: Mapping[str, Assessment]
) -> int | None:
    """The correction that the change follows from; None where a new account tells of it as well.

    first: the correction that a claim (id) stands in. old: accounts that are not new.
    """
    claims = set(change.claims)
    for new in (standing[i] for i in change.assessments if i in standing):
        claims |= set(new.claims)
        if not old.issuperset(new.accounts):
            return None
    return min((first[claim] for claim in claims if claim in first), default=None)


def _follows(count: Counter[str]) -> str:
    """What follows from a correction, in words."""
    parts = [f"revises {counted(count['revises'], 'figure')}"] if count["revises"] else []
    clashes = {verb: count[verb] for verb in ("ends", "makes") if count[verb]}
    parts += [f"{verb} {counted(n, 'contradiction')}" for verb, n in clashes.items()]
    return f"; it {listed(parts)} of the brief"


def _found(facts: Facts, pairs: Sequence[tuple[Arrived, Account]]) -> list[Correction]:
    """What accounts that came again say otherwise: figures first."""
    site = facts.dossier.site.id
    told: dict[str, list[Claim]] = {}
    for claim in facts.every.values():
        if claim.site == site and not facts.reveals(claim):
            told.setdefault(claim.account, []).append(claim)
    return sorted(corrections(pairs, lambda account: told.get(account, [])), key=_weight)


def _corrected(facts: Facts, found: Iterable[Correction]) -> Iterator[Row]:
    """Each correction as a row, those of the same words once; one where only the voice is other.

    A credit that is added at the head of a text changes the voice of all its claims at once.
    """
    each = list(found)
    alike = Counter(voices for row in each if (voices := _spoken(row)))
    seen: set[tuple[str, ...]] = set()
    for row in each:
        marks, voices = _marks(row, facts), _spoken(row)
        quotes = f"{_quote(row.before)}{marks[0]}", f"{_quote(row.now)}{marks[1]}"
        if quotes in seen or voices in seen:
            continue
        seen |= {quotes, voices} - {()}
        told = _correction(row, marks, facts)
        rest = alike[voices] - 1
        more = f"; the same voice for {rest} more of its {'claim' if rest == 1 else 'claims'}"
        yield replace(told, remark=f"{told.remark}{more}") if rest > 0 else told


def _spoken(row: Correction) -> tuple[str, ...]:
    """The accounts and the voices where nothing but the voice is otherwise; else nothing."""
    one, other = row.before, row.now
    if not (one and other) or one.chain[0] == other.chain[0] or _quote(one) != _quote(other):
        return ()
    return row.old.id, row.new.id, one.chain[0], other.chain[0]


def _marks(row: Correction, facts: Facts) -> tuple[str, str]:
    """What tells the two apart where their words may not: who says it, else when it holds."""
    if not (row.before and row.now):
        return "", ""
    one, other = row.before, row.now
    if one.chain[0] != other.chain[0]:
        return f", told by {facts.voice(one)}", f", told by {facts.voice(other)}"
    if _quote(one) != _quote(other) or one.period == other.period:
        return "", ""
    first, second = (as_of(c.period) if c.period else "undated" for c in (one, other))
    return f", {first}", f", {second}"


def _correction(row: Correction, marks: tuple[str, str], facts: Facts) -> Row:
    outlet = row.new.outlet
    before, now = f"{_had(row.before)}{marks[0]}", f"{_had(row.now)}{marks[1]}"
    if row.before and row.now:
        text = f"{outlet} corrected its account: {before} before, {now} now."
    elif row.before:
        text = f"{outlet} corrected its account: {before} is taken out."
    else:
        text = f"{outlet} corrected its account: {now} is added."
    claims = [claim for claim in (row.before, row.now) if claim]
    sides = (f"{_side(c)}{mark}" for c, mark in zip((row.before, row.now), marks, strict=True))
    cells = _what(claims[0], facts), *sides
    when = day(row.new.published) if row.new.published else "undated"
    because = f"account {row.new.ref} of {outlet} ({when}) came again with other words"
    sentence = Sentence(text, tuple(claim.id for claim in claims))
    return Row(cells, sentence, "Corrections to the last brief", because)


def _contradicted(facts: Facts, brief: Snapshot) -> Iterator[Change]:
    """Contradictions that are new, then those that are gone."""
    was = {row.key for row in brief.parted}
    every = [r for r in facts.dossier.findings.contradictions if r.kind == "contradiction"]
    now = {key_of(row, facts) for row in every}
    for row in clashes(facts):
        if key_of(row, facts) not in was:
            made = partial(_made, row, facts)
            yield Change(CLASHES, row.claims, (), "makes", made)
    for gone in brief.parted:
        pair = facts.held(gone.claims)
        if gone.key not in now and len(pair) == 2 and not any(map(facts.reveals, pair)):
            yield Change(CLASHES, gone.claims, (), "ends", partial(_ended, pair, facts))


def _made(clash: Contradiction, facts: Facts) -> Row:
    pair = facts.held(clash.claims)
    told = "; ".join(says(c, facts) for c in pair)
    sentence = Sentence(f"New contradiction: {told}.", clash.claims)
    return Row((_what(pair[0], facts), NONE, told), sentence, CLASHES, clash.reason)


def _ended(pair: Sequence[Claim], facts: Facts) -> Row:
    told = "; ".join(says(c, facts) for c in pair)
    text, claims = f"A contradiction of the last brief is gone: {told}.", (c.id for c in pair)
    sentence, why = Sentence(text, tuple(claims)), _why(pair, facts)
    return Row((_what(pair[0], facts), told, GONE), sentence, CLASHES, why)


def _why(pair: Sequence[Claim], facts: Facts) -> str:
    left = [claim for claim in pair if claim.id not in facts.claims]
    return "its words are not held any more" if left else "what is held now makes it fit"


def _happened(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows[:INCIDENTS]:
        when, what, words, count, *_ = row.cells
        told = f"{count}: {words}" if count not in (NONE, "not shown") else words
        group = "Incidents told of for the first time"
        yield Row((f"{what}, {when}", NONE, told), row.sentence, group, "new accounts tell of it")


def _voices(facts: Facts, brief: Snapshot) -> Iterator[Row]:
    """Who is heard for the first time, and who was heard and is silent."""
    was, now = dict(brief.voices), heard(facts)
    new = {name: now[name] for name in now if name not in was}
    gone = {name: was[name] for name in was if name not in now}
    for told, voices, text in (
        (False, gone, "Heard in the last brief and silent in this one"),
        (True, new, "Heard for the first time since the last brief"),
    ):
        claims = facts.held(voices.values())
        claims = [claim for claim in claims if not facts.reveals(claim)][:VOICES]
        if claims:
            names = listed([facts.voice(claim) for claim in claims])
            cells = ("Newly heard", NONE, names) if told else ("Silent now", names, "silent")
            rest = len(voices) - len(claims)
            sentence = Sentence(f"{text}: {names}.", tuple(claim.id for claim in claims))
            yield Row(cells, sentence, "Voices", f"and {rest} more" if rest else "")


def _what(claim: Claim, facts: Facts) -> str:
    if claim.event:
        return capital(claim.event.type.replace("-", " "))
    if claim.condition:
        return capital(claim.condition.sector)
    if claim.indicator is None:
        return "Statement"
    return label(claim.indicator, claim.breakdown, claim.unit, facts.dossier.vocabulary)


def _had(claim: Claim | None) -> str:
    return f"{_quote(claim)}{STANCES.get(claim.stance, '')}" if claim else ""


def _side(claim: Claim | None) -> str:
    if claim is None:
        return NONE
    figure = hedged(claim).removesuffix(" of")
    return f"{figure}: {_had(claim)}" if figure else _had(claim)


def _quote(claim: Claim | None) -> str:
    return f"“{claim.span.quote}”" if claim else ""


def _weight(row: Correction) -> tuple[bool, bool, int]:
    claims = [claim for claim in (row.before, row.now) if claim]
    return len(claims) < 2, claims[0].quantity is None, claims[0].span.start
