"""Which account held cites which other: such an account is no new voice for what it cites.

An account cites another one, that did not come out later, where

- a chain or an attribution names the other's publisher, and the other tells the same figure or
  happening (of several, the latest before it);
- it names a document of that publisher with the month it came out in, or with the words of its
  title;
- it holds the other's address.
"""

import re
from bisect import bisect_right
from calendar import month_name
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from thirdhand.corroborate.cited.circular import alike
from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.origins import BARE_DOCUMENTS
from thirdhand.corroborate.voices.register import Register
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Account, Cite, Plan, Reading, content_id

Key = tuple[str, ...]
Whose = tuple[str, str | None]
_URL = re.compile(r"\b(?:https?://)?((?:[\w-]+\.)+[a-z]{2,}/[^\s<>\"'“”()\[\]]+)")
_MONTHS = {name.casefold(): f"{number:02d}" for number, name in enumerate(month_name) if name}
# A title must hold this many words of a cited name to be that document.
_TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Edge:
    """`account` cites `cited` (ids), in words (`quote`), for a claim or as a whole (None)."""

    account: str
    cited: str
    claim: str | None
    quote: str
    way: str


def edges(
    told: Sequence[Telling], accounts: Sequence[Account], readings: Sequence[Reading], plan: Plan
) -> list[Edge]:
    """Every citation of one account by another, ordered; the order of the rows changes nothing."""
    shelf = _Shelf(told, accounts, Register(plan.sources))
    held = {account.id: account for account in accounts}
    found = {edge for row in told for edge in shelf.by_chain(row)}
    for reading in readings:
        if account := held.get(reading.account):
            for attribution in reading.attributions:
                found |= set(shelf.by_name(account, attribution.speaker))
    for account in held.values():
        found |= set(shelf.by_address(account))
    return sorted(found, key=lambda e: (e.account, e.cited, e.claim or "", e.way, e.quote))


def leaning(told: Sequence[Telling], found: Sequence[Edge]) -> list[Telling]:
    """The tellings with the channels that each leans on: for its claim, or as a whole account."""
    channel = {row.account.id: row.channel for row in told}
    of: dict[Whose, set[str]] = defaultdict(set)
    for edge in found:
        of[edge.account, edge.claim].add(channel.get(edge.cited, edge.cited))
    return [
        replace(row, leans=tuple(sorted(leans - {row.channel})))
        if (leans := _either(of, (row.account.id, row.claim.id), (row.account.id, None)))
        else row
        for row in told
    ]


def _either(of: Mapping[Whose, set[str]], one: Whose, other: Whose) -> set[str]:
    return of.get(one, set()) | of.get(other, set())


def rows(found: Sequence[Edge], accounts: Sequence[Account]) -> tuple[Cite, ...]:
    """One row a pair of accounts, ordered by ref."""
    refs = {account.id: account.ref for account in accounts}
    pairs: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in found:
        pairs[edge.account, edge.cited].append(edge)
    made = (
        Cite(
            content_id("cite", *pair),
            refs[pair[0]],
            refs[pair[1]],
            tuple(dict.fromkeys(edge.claim for edge in same if edge.claim)),
            f"{refs[pair[0]]} cites {refs[pair[1]]}: {same[0].way} (“{same[0].quote}”).",
        )
        for pair, same in pairs.items()
    )
    return tuple(sorted(made, key=lambda row: (row.account, row.cited, row.id)))


@dataclass(frozen=True, slots=True)
class _Dated:
    """What one publisher tells of one matter, by when it came out, the latest last."""

    days: tuple[str, ...]
    rows: tuple[Telling, ...]

    @classmethod
    def of(cls, told: Sequence[Telling]) -> Self:
        # Of rows that came out together the first one given is met first from the end.
        rows = sorted(told, key=_out, reverse=True)
        rows.reverse()
        return cls(tuple(row.published[1] for row in rows), tuple(rows))

    def last_before(self, row: Telling) -> Telling | None:
        """The last one that may have been out when `row` came out, and says the same."""
        # First day of the one, last day of the other.
        end = bisect_right(self.days, row.published[0])
        return next((other for other in reversed(self.rows[:end]) if _same(row, other)), None)


def _out(row: Telling) -> tuple[str, str]:
    return row.published[1], row.account.ref


class _Shelf:
    """The accounts held, by publisher, matter, title and address."""

    def __init__(
        self, told: Sequence[Telling], accounts: Sequence[Account], register: Register
    ) -> None:
        self._register = register
        self._keys = {account.id: self._publisher(account) for account in accounts}
        by_matter: dict[tuple[str, Key], list[Telling]] = defaultdict(list)
        self._names: dict[str, frozenset[str]] = {}
        self._by_publisher: dict[str, list[Account]] = defaultdict(list)
        self._by_word: dict[str, list[Account]] = defaultdict(list)
        self._by_address: dict[str, Account] = {}
        for row in sorted(told, key=lambda row: (row.account.ref, row.claim.id)):
            matter = _matter(row)
            for key in self._keys[row.account.id]:
                by_matter[key, matter].append(row)
        self._by_matter = {key: _Dated.of(told) for key, told in by_matter.items()}
        for account in sorted(accounts, key=lambda a: (a.ref, a.id)):
            for key in self._keys[account.id]:
                self._by_publisher[key].append(account)
            for word in _telling(naming.tokens(account.title or "")):
                self._by_word[word].append(account)
            if account.url and (address := _address(account.url)):
                self._by_address.setdefault(address, account)

    def by_chain(self, row: Telling) -> Iterator[Edge]:
        """The account of each publisher whom the claim's chain names, if it tells the same."""
        if not row.claim.attributed:
            return
        matter = _matter(row)
        for name in row.claim.chain[:-1]:
            keys = sorted(self._named(name) - self._keys[row.account.id])
            held = [dated for key in keys if (dated := self._by_matter.get((key, matter)))]
            near = [other for dated in held if (other := dated.last_before(row))]
            if near:
                other = max(near, key=_out)
                way = f"it names {name}, which tells the same"
                quote = row.claim.span.quote
                yield Edge(row.account.id, other.account.id, row.claim.id, quote, way)

    def by_name(self, account: Account, name: str) -> Iterator[Edge]:
        """The accounts that a named document is, by the words of a title or a date."""
        words = naming.tokens(name)
        if not set(words) & BARE_DOCUMENTS:
            return
        keys = (self._named(name) | self._author(words)) - self._keys[account.id]
        near = [other for key in sorted(keys) for other in self._by_publisher.get(key, ())]
        titled = [other for other in self._titled(words) if not self._akin(other, account)]
        for other in dict.fromkeys((*(o for o in near if _is_dated(words, o)), *titled)):
            if _before(other, account):
                yield Edge(account.id, other.id, None, name, f"it names the document “{name}”")

    def _titled(self, words: Sequence[str]) -> list[Account]:
        """The accounts whose titles hold all telling words of a name, two at least."""
        telling = _telling(words)
        if len(telling) < _TITLE_WORDS:
            return []
        rarest = min(telling, key=lambda word: (len(self._by_word.get(word, ())), word))
        held = self._by_word.get(rarest, ())
        return [o for o in held if telling <= set(naming.tokens(o.title or ""))]

    def by_address(self, account: Account) -> Iterator[Edge]:
        """The accounts whose web address stands in the text."""
        # Most texts hold no address: one look is enough.
        for found in _URL.finditer(account.text) if "/" in account.text else ():
            other = self._by_address.get(_address(found[1]))
            if other and other.id != account.id and not self._akin(other, account):
                yield Edge(account.id, other.id, None, found[0], "it holds its address")

    def _akin(self, one: Account, other: Account) -> bool:
        return bool(self._keys[one.id] & self._keys[other.id])

    def _publisher(self, account: Account) -> frozenset[str]:
        source = self._register.outlet(account)
        return frozenset(
            {*naming.labels(account.publisher), *([_of(source.name)] if source else [])}
        )

    def _named(self, name: str) -> frozenset[str]:
        if name not in self._names:
            self._names[name] = self._called(name)
        return self._names[name]

    def _called(self, name: str) -> frozenset[str]:
        found: set[str] = set()
        for form in (name, naming.outlet(name), *naming.split_brackets(name)):
            if form:
                source = self._register.named(form)
                found |= {naming.squeezed(form), *([_of(source.name)] if source else [])}
        return frozenset(found - {""})

    def _author(self, words: Sequence[str]) -> frozenset[str]:
        """The publisher whose name begins the words: "Relief Office report of March"."""
        for end in range(len(words) - 1, 0, -1):
            found = self._named(" ".join(words[:end]))
            if any(key in self._by_publisher for key in found):
                return found
        return frozenset()


def _of(source: str) -> str:
    """The key of a source of the register, which is no label of a host."""
    return f"source {source}"


def _matter(row: Telling) -> Key:
    claim = row.claim
    what = claim.event.type if claim.event else claim.condition.sector if claim.condition else ""
    return claim.kind, claim.indicator or "", "+".join(claim.breakdown), claim.unit or "", what


def _same(one: Telling, other: Telling) -> bool:
    """The same told: of a figure the value, of a happening the days."""
    if one.claim.kind == "statement":
        return naming.key(one.claim.span.quote) == naming.key(other.claim.span.quote)
    if one.quantity or other.quantity:
        return alike(one, other)
    a, b = one.claim.period, other.claim.period
    return a is not None and b is not None and a.overlaps(b) and alike(one, other)


def _before(one: Account, other: Account) -> bool:
    """True unless `one` is known to have come out after `other`."""
    a, b = one.period, other.period
    return a is None or b is None or a.start <= b.end


def _telling(words: Sequence[str]) -> set[str]:
    """The words of a title that tell it from others."""
    return set(words) - BARE_DOCUMENTS - {"of", "the", "in", "for", "on", "a", "and"}


def _is_dated(words: Sequence[str], account: Account) -> bool:
    """True where the month that a name holds, and the year if any, is that of the account."""
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    if not months or not account.published:
        return False
    year, _, rest = account.published.partition("-")
    return rest[:2] in months and (not years or year in years)


def _address(url: str) -> str:
    bare = re.sub(r"^https?://", "", url.strip().casefold()).removeprefix("www.")
    return bare.split("#")[0].split("?")[0].rstrip("/.,;:")
