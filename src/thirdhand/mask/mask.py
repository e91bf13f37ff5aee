"""A dossier as an audience may read it: the same rows, with signs over what leads to a person."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from typing import TypeVar, cast
from urllib.parse import unquote, urlsplit

from thirdhand.mask.about import about, named
from thirdhand.mask.contacts import accounts_of_people
from thirdhand.mask.few import few
from thirdhand.mask.foreign import Foreign
from thirdhand.mask.hide import cover, lost, numbers_hidden, ours, overlaid
from thirdhand.mask.people import People, joined, sentence
from thirdhand.mask.points import points
from thirdhand.mask.words import table, words
from thirdhand.model import Account, Claim, Dossier, Issue, Reading
from thirdhand.model.audience import NAME, NUMBER, WORDS, Audience
from thirdhand.model.walk import each_string, names

# What the person who keeps the case wrote, and whom a brief is for.
SETTINGS = ("plan", "site", "vocabulary", "window", "audience")
# Words of a claim that are ours: ids, kinds, tags, dates. All its others are an account's.
_COINED = frozenset(
    "id account kind span attributed speaker_kind stance basis period reader score indicator"
    " breakdown low high unit hedge site area negated counted".split()
)
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"”)]*[^\s<>\"”),.;]", re.IGNORECASE)
T = TypeVar("T")
# A number with so many signs leads to a person wherever it stands.
LONG = 5
_QUOTED = re.compile(r"“[^“”]*”")
_APART = (*SETTINGS, "accounts", "readings")


def mask(dossier: Dossier, audience: Audience) -> Dossier:
    """The dossier for `audience`; the very same one for "internal".

    Every string but those of the case's own settings keeps its length, so that
    `text[start:end] == quote` still holds. Of an account's text the words are left that claims rest
    on; its address falls where that leads to a person. Ids and dates stay. Accounts that the
    audience may not see have to be left out before. What is hidden, and what cannot be promised:
    docs/harm.md
    """
    if audience == "internal":
        return dossier
    return _masked(dossier, _Hide(dossier))


def veil(rows: T, dossier: Dossier, audience: Audience) -> T:
    """What was written from the dossier (rows of any kind), as `audience` may read it.

    The words of accounts in it are those of the masked dossier; in words of ours the same names
    and numbers are covered. Only the claims that the rows rest on are looked at. An address that
    leads to a person is None. The very same rows for "internal".
    """
    if audience == "internal":
        return rows
    part = about(rows, dossier)
    hide = _Hide(part)
    covered = _masked(part, hide)
    told: dict[str, str | None] = {}
    for was, now in _pairs(part, covered):
        # What one account hides of a name stays hidden, whatever another one shows.
        if told.get(was, was) == was:
            told[was] = now
    change = cast("Callable[[str], str]", lambda t: told[t] if t in told else hide.ours(t))
    veiled: T = each_string(rows, change)
    return veiled


def open_to(dossier: Dossier, audience: Audience) -> tuple[Issue, ...]:
    """The problems that the audience may read of.

    That there are accounts which they may not see is not theirs to know.
    """
    inside = audience == "internal"
    return tuple(i for i in dossier.issues if inside or i.code != "sealed")


def _pairs(was: Dossier, now: Dossier) -> Iterator[tuple[str, str | None]]:
    """Each word of an account and of a claim, and what is left of it."""
    for old, new in zip(was.accounts, now.accounts, strict=True):
        for name in ("title", "url", "ref", "path", "publisher"):
            if told := getattr(old, name):
                yield told, getattr(new, name)
    rows = zip(was.readings, now.readings, strict=True)
    for one, other in ((a, b) for r, s in rows for a, b in zip(r.claims, s.claims, strict=True)):
        yield one.span.quote, other.span.quote
        yield from zip(named(one), named(other), strict=True)


def _masked(dossier: Dossier, hide: "_Hide") -> Dossier:
    texts = {a.id: (a.text, hide.text(a)) for a in dossier.accounts}
    accounts = tuple(hide.account(a, texts[a.id][1]) for a in dossier.accounts)
    held = (r for r in dossier.readings if r.account in texts)
    readings = tuple(hide.reading(r, *texts[r.account]) for r in held)
    folded = {name: getattr(dossier, name) for name in names(Dossier) if name not in _APART}
    folded["issues"] = open_to(dossier, "public")
    hidden = {name: each_string(rows, hide.folded) for name, rows in folded.items()}
    return dataclasses.replace(dossier, accounts=accounts, readings=readings, **hidden)


class _Hide:
    """What is to be hidden of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        country = dossier.site.country
        self._regions = (country,) if country else ()
        self._limit = dossier.plan.small_cell
        self._people = People(dossier)
        self._foreign = Foreign(dossier, self._people.known)
        # A file may be called by a name: as the account calls itself, so do all rows that name it.
        called = {n for a in dossier.accounts for n in (a.ref, a.path)}
        self._called = {name: self._slug(name) for name in called}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for reading in dossier.readings:
            spans = [(claim.span.start, claim.span.end) for claim in reading.claims]
            self._spans.setdefault(reading.account, []).extend(spans)
        self._lost: set[str] = set()
        self._line = cache(self._numbers)
        self._counted = cache(lambda text: cover(text, few(text, self._limit), NUMBER))
        self.words = cache(self._words)
        self.folded = cache(self._folded)
        self.ours = cache(self._ours)

    def _numbers(self, line: str) -> str:
        hidden = numbers_hidden(line, self._regions)
        self._lost.update(lost(line, hidden))
        return hidden

    def _words(self, text: str, account: str | None = None) -> str:
        if ours(text):
            return text
        # Each is found in the words as they were: a sign over a name would part an address.
        hidden = overlaid(self._named(text, account), self._line(text))
        return cover(hidden, self._pages(text, account), NUMBER)

    def _pages(self, text: str, account: str | None) -> Iterator[tuple[int, int]]:
        """Addresses of the web in the text that hold a name."""
        for found in _PAGE.finditer(text):
            if not self._leads_nowhere(found[0], account):
                yield found.span()

    def _folded(self, text: str) -> str:
        """A string of what was folded from claims: it holds no number that they do not hold."""
        if ours(text):
            return text
        hidden = self._named(text, None)
        return self._seen.sub(lambda m: NUMBER * len(m[0]), hidden) if self._lost else hidden

    def _ours(self, text: str) -> str:
        """Words of ours: names in them, numbers that lead to a person, and what they quote."""
        if ours(text):
            return text
        hidden = self._named(text, None, counted=False)
        hidden = _QUOTED.sub(lambda m: self._counted(m[0]), hidden)
        hidden = overlaid(hidden, self._line(text))
        return self._seen.sub(lambda m: NUMBER * len(m[0]), hidden) if self._lost else hidden

    def _named(self, text: str, account: str | None, counted: bool = True) -> str:
        if text in self._called:
            return self._called[text]
        hidden = self._counted(text) if counted else text
        hidden = cover(hidden, self._people.hidden(hidden, account), NAME)
        if account is None or account in self._foreign.accounts:
            hidden = cover(hidden, self._foreign.hidden(text), NAME)
        return hidden

    @cached_property
    def _seen(self) -> re.Pattern[str]:
        """The numbers hidden so far, as they were written."""
        # A short number is one of many: it is met again by the words around it, or not at all.
        told = sorted((n for n in self._lost if len(n) >= LONG), key=lambda n: (-len(n), n))
        return re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in told))

    def text(self, row: Account) -> str:
        """The account's text, of which only the words that claims rest on are left.

        Nothing else of it is shown; what is not there cannot be passed on.
        """
        spans = self._spans.get(row.id, [])
        if row.id in self._foreign.accounts:
            held = self._foreign.spans.get(row.id, frozenset())
            spans = [span for span in spans if span not in held]
        out, at = [], 0
        for start, end in joined(spans):
            first, last = sentence(row.text, start, end)
            clear = self._words(row.text[first:last], row.id)
            out += [WORDS * (start - at), clear[start - first : end - first]]
            at = end
        return "".join((*out, WORDS * (len(row.text) - at)))

    def account(self, row: Account, text: str) -> Account:
        """The account; its address falls where the address itself leads to a person."""
        changed = each_string(
            dataclasses.replace(row, text="", url=None), partial(self.words, account=row.id)
        )
        title = changed.title
        if row.title and row.id in self._foreign.accounts and not self._foreign.clear(row.title):
            title = WORDS * len(row.title)
        url = row.url if row.url and self._leads_nowhere(row.url, row.id) else None
        return dataclasses.replace(changed, text=text, title=title, url=url)

    def _leads_nowhere(self, url: str, account: str | None) -> bool:
        """True for an address that holds no name, no number of a person and no point."""
        parts = urlsplit(url)
        rest = f"{parts.netloc} {parts.path} {parts.query} {parts.fragment} {parts.username or ''}"
        path = unquote(rest)
        plain = path.replace("_", " ").replace("/", " ")
        led = accounts_of_people(url) or any(points(url)) or any(points(plain))
        return not led and not any(self._names(plain, account))

    def _slug(self, text: str, account: str | None = None) -> str:
        """A name of a file or an address, in which names are written in small letters."""
        return numbers_hidden(cover(text, self._names(text, account), NAME), self._regions)

    def _names(self, text: str, account: str | None) -> Iterator[tuple[int, int]]:
        """Names in words that may all be small: given names too, and what is joined to them."""
        yield from self._people.hidden(text.replace("_", " "), account)
        given, known = table()["given"], self._people.known
        row = list(words(text))
        for at, word in enumerate(row):
            if word.key in given and not self._people.stands((word.key,), account):
                yield word.start, word.end
                for other in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2]):
                    if not (known.kept(other.key) or known.plain(other.key)):
                        yield other.start, other.end

    def reading(self, row: Reading, was: str, now: str) -> Reading:
        """The claims and problems of the reading; their words in place are those of the text."""
        return dataclasses.replace(
            row,
            attributions=(),
            figures=(),
            places=(),
            times=(),
            claims=tuple(self._claim(claim, was, now) for claim in row.claims),
            issues=each_string(row.issues, self.words),
        )

    def _claim(self, row: Claim, was: str, now: str) -> Claim:
        span = row.span
        quote = now[span.start : span.end] if span.holds(was) else WORDS * len(span.quote)
        told = {name: getattr(row, name) for name in names(Claim) if name not in _COINED}
        change = partial(self.words, account=row.account)
        changed = {name: each_string(value, change) for name, value in told.items()}
        return dataclasses.replace(row, span=dataclasses.replace(span, quote=quote), **changed)
