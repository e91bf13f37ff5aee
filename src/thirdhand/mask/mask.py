"""A dossier as an audience may read it: the same rows, with signs over what leads to a person."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache, cached_property, partial
from urllib.parse import unquote, urlsplit

from thirdhand.mask.contacts import accounts_of_people
from thirdhand.mask.few import few
from thirdhand.mask.foreign import Foreign
from thirdhand.mask.hide import cover, lost, numbers_hidden, ours
from thirdhand.mask.people import People, joined, sentence
from thirdhand.mask.points import points
from thirdhand.mask.words import table, words
from thirdhand.model import Account, Claim, Dossier, Reading
from thirdhand.model.audience import NAME, NUMBER, WORDS, Audience
from thirdhand.model.walk import each_string, names

# What the person who keeps the case wrote, and whom a brief is for.
SETTINGS = ("plan", "site", "vocabulary", "window", "audience")
# Words of a claim that are ours: ids, kinds, tags, dates. All its others are an account's.
_COINED = frozenset(
    "id account kind span attributed speaker_kind stance basis period reader score indicator"
    " breakdown low high unit hedge site area negated counted".split()
)
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
    hide = _Hide(dossier)
    texts = {a.id: (a.text, hide.text(a)) for a in dossier.accounts}
    accounts = tuple(hide.account(a, texts[a.id][1]) for a in dossier.accounts)
    held = (r for r in dossier.readings if r.account in texts)
    readings = tuple(hide.reading(r, *texts[r.account]) for r in held)
    folded = {name: getattr(dossier, name) for name in names(Dossier) if name not in _APART}
    # That there are accounts which these readers may not see is not theirs to know.
    folded["issues"] = tuple(i for i in dossier.issues if i.code != "sealed")
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

    def _numbers(self, line: str) -> str:
        hidden = numbers_hidden(line, self._regions)
        self._lost.update(lost(line, hidden))
        return hidden

    def _words(self, text: str, account: str | None = None) -> str:
        if ours(text):
            return text
        hidden = self._named(text, account)
        return "\n".join(self._line(line) for line in hidden.split("\n"))

    def _folded(self, text: str) -> str:
        """A string of what was folded from claims: it holds no number that they do not hold."""
        if ours(text):
            return text
        hidden = self._named(text, None)
        return self._seen.sub(lambda m: NUMBER * len(m[0]), hidden) if self._lost else hidden

    def _named(self, text: str, account: str | None) -> str:
        if text in self._called:
            return self._called[text]
        hidden = self._counted(text)
        hidden = cover(hidden, self._people.hidden(hidden, account), NAME)
        if account is None or account in self._foreign.accounts:
            hidden = cover(hidden, self._foreign.hidden(text), NAME)
        return hidden

    @cached_property
    def _seen(self) -> re.Pattern[str]:
        """The numbers hidden so far, as they were written."""
        told = sorted(self._lost, key=lambda n: (-len(n), n))
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

    def _leads_nowhere(self, url: str, account: str) -> bool:
        """True for an address that holds no name, no number of a person and no point."""
        parts = urlsplit(url)
        path = unquote(f"{parts.path} {parts.query} {parts.fragment} {parts.username or ''}")
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
