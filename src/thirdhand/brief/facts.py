"""The dossier's rows, found by their ids, and who stands behind them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from thirdhand.brief.beside import beside
from thirdhand.brief.outline import Quote
from thirdhand.brief.wording import between, day, listed, unlabelled
from thirdhand.model import (
    Account,
    Assessment,
    Before,
    Claim,
    Contradiction,
    Dossier,
    Issue,
    Period,
    Span,
)

T = TypeVar("T")
CITED = 4
NAMED = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """A dossier with its look-ups. `rows` are the assessments of its site and of its window.

    What a window's accounts tell of the time before it is of the window too: on 1 August they
    count who was there on 31 July.

    standing: all that were known at the end of the window, older ones as well. every, texts: the
    claims and accounts, and those of the last brief that are not held any more.
    Figures of fewer people than the plan lets be shown are left out of both (`held_back` counts
    them); incidents stay, without their number. `few` are the words of such figures, by account;
    `beside` are assessments (ids) held back lest a small one be had by taking them from a whole.
    asked: rows that several sections ask for, by their name (`once`). named, told, keys: who says a
    claim (id) in words, the claims that carry a row (id), and the key of a pair of claims (ids),
    as they were asked for before.
    """

    dossier: Dossier
    claims: dict[str, Claim]
    accounts: dict[str, Account]
    every: dict[str, Claim]
    texts: dict[str, Account]
    voice_of: dict[str, str]
    unnamed: frozenset[str]
    rows: tuple[Assessment, ...]
    standing: tuple[Assessment, ...]
    held_back: int
    few: dict[str, tuple[Span, ...]]
    beside: frozenset[str] = frozenset()
    asked: dict[str, list[Any]] = field(default_factory=dict, compare=False, repr=False)
    named: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    told: dict[str, tuple[Assessment, list[Claim]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    keys: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, dossier: Dossier) -> "Facts":
        """The look-ups of one dossier."""
        findings = dossier.findings
        names = {v.id: v.name for v in findings.voices}
        window = dossier.window
        here = [
            a for a in findings.assessments if a.site == dossier.site.id and window.begun(a.period)
        ]
        limit = dossier.plan.small_cell
        held = beside(here, (a.id for a in here if is_small(a, limit)))
        shown = tuple(
            a for a in here if a.kind != "figure" or not (a.id in held or is_small(a, limit))
        )
        hidden = {c for a in here if a.id in held for c in a.claims}
        claims = {c.id: c for r in dossier.readings for c in r.claims}
        few: dict[str, tuple[Span, ...]] = {}
        accounts = {a.id: a for a in dossier.accounts}
        for claim in claims.values():
            if is_small(claim, limit) or claim.id in hidden:
                few[claim.account] = (*few.get(claim.account, ()), claim.span)
        # All is of an open window, whoever tells it.
        near = () if window.open else dossier.accounts
        recent = {a.id for a in near if a.period and window.holds(a.period)}
        told = {c.id for c in claims.values() if c.account in recent}
        alone = cls(
            replace(dossier, before=None),
            claims,
            accounts,
            claims,
            accounts,
            {claim: names[v] for claim, v in findings.voice_of if v in names},
            frozenset(v.name for v in findings.voices if v.kind == "unnamed"),
            tuple(a for a in shown if window.holds(a.period) or told & set(a.claims)),
            shown,
            len(here) - len(shown),
            few,
            held,
        )
        return alone.since(dossier.before, dossier.issues)

    def since(self, before: Before | None, issues: tuple[Issue, ...]) -> "Facts":
        """The same beside the last brief, with these problems; what was looked up once stays so."""
        whole = replace(self.dossier, before=before, issues=issues)
        new = {c.id: c for c in whole.old_claims if c.id not in self.claims}
        texts = {**{a.id: a for a in whole.old_accounts}, **self.accounts}
        limit, few = whole.plan.small_cell, dict(self.few)
        rows = whole.findings.assessments if self.beside else ()
        hidden = {c for a in rows if a.id in self.beside for c in a.claims}
        for claim in new.values():
            if is_small(claim, limit) or claim.id in hidden:
                few[claim.account] = (*few.get(claim.account, ()), claim.span)
        every = {**new, **self.claims}
        return replace(self, dossier=whole, every=every, texts=texts, few=few, asked={})

    def watched(self, period: Period) -> bool:
        """True where some of the period lies in the months of the plan, or no month is known."""
        sights = self.dossier.view.sights
        if not sights:
            return True
        return sights[0].period <= period.end[:7] and period.start[:7] <= sights[-1].period

    @property
    def nothing(self) -> str:
        """Why nothing is told of the site in this window, in words; "" where something is."""
        site, window = self.dossier.site, self.dossier.window
        if not self.accounts:
            known = f" that was published by {day(window.as_of)}" if window.as_of else ""
            told = f"No account{known} is held."
        elif self.rows or any(c.site == site.id and self.of_time(c) for c in self.claims.values()):
            return ""
        elif window.open:
            told = f"No account held tells of {site.name}."
        else:
            told = f"No account held tells of {site.name} {between(window)}."
        return f"{told} That is no sign that nothing happened there."

    def of_time(self, claim: Claim) -> bool:
        """True where the claim holds in the window, or was published in it and is not to come."""
        window, account = self.dossier.window, self.accounts.get(claim.account)
        period = claim.period or (account.period if account else None)
        if period is None:
            return window.open
        return window.holds(period) or (window.begun(period) and self.published(account))

    def published(self, account: Account | None) -> bool:
        """True where the account was published in the window, or has no date and none is asked."""
        window = self.dossier.window
        if window.open:
            return True
        return account is not None and account.period is not None and window.holds(account.period)

    def differences(self) -> list[Contradiction]:
        """The contradictions, changes and differences of definition that touch the site."""
        return self.once("differences", self._differences)

    def _differences(self) -> list[Contradiction]:
        site = self.dossier.site.id
        return [
            row
            for row in self.dossier.findings.contradictions
            if len(pair := self.held(row.claims)) == 2
            and any(c.site == site for c in pair)
            and any(self.of_time(c) for c in pair)
            and not any(self.reveals(c) for c in pair)
        ]

    def once(self, name: str, made: Callable[[], list[T]]) -> list[T]:
        """The rows of that name, made where they are asked for first."""
        if name not in self.asked:
            self.asked[name] = made()
        return self.asked[name]

    def small(self, row: Assessment | Claim) -> bool:
        """True where the figure is of fewer people than the plan lets be shown."""
        return row.id in self.beside or is_small(row, self.dossier.plan.small_cell)

    def reveals(self, claim: Claim) -> bool:
        """True where the words of the claim hold a figure that is not to be shown."""
        few = self.few.get(claim.account)
        return few is not None and any(one.overlaps(claim.span) for one in few)

    def voice(self, claim: Claim) -> str:
        """Who says it, in words; who is not named is said to be not named."""
        held = self.named.get(claim.id)
        if held is None:
            held = self.named[claim.id] = self._voice(claim)
        return held

    def _voice(self, claim: Claim) -> str:
        name = self.voice_of.get(claim.id, claim.chain[0])
        unnamed = name in self.unnamed or claim.speaker_kind == "unnamed"
        return f"{self.plain(name)} (not named)" if unnamed else self.plain(name)

    def plain(self, name: str) -> str:
        """A name without disputed labels, where the register does not have it so."""
        bare = unlabelled(name)
        if bare == name:
            return name
        register = {n for s in self.dossier.plan.sources for n in (s.name, *s.aliases)}
        return name if name in register else bare

    def voices(self, names: Sequence[str]) -> str:
        """The names, three of them at most and the rest counted."""
        told = [self.plain(n) + (" (not named)" if n in self.unnamed else "") for n in names]
        rest = len(told) - NAMED
        if rest <= 1:
            return listed(told)
        return listed([*told[:NAMED], f"{rest} other voices"])

    def speakers(self, claims: Iterable[Claim]) -> str:
        """The voices of these claims in words, as `voices` tells them."""
        names = sorted({self.voice_of.get(c.id, c.chain[0]) for c in claims}, key=str.casefold)
        return self.voices(names)

    def held(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids that the dossier holds, or that the last brief rested on."""
        return [self.every[i] for i in ids if i in self.every]

    def cite(self, ids: Iterable[str]) -> tuple[str, ...]:
        """At most four claims to show for many: each voice's best, most heard voices first."""
        claims = self.held(ids)
        heard = Counter(self.voice(c) for c in claims)
        best: dict[str, Claim] = {}
        for claim in sorted(claims, key=lambda c: (-c.attributed, -c.score, c.account, c.id)):
            best.setdefault(self.voice(claim), claim)
        names = sorted(best, key=lambda n: (-heard[n], n))
        return tuple(best[n].id for n in names[:CITED])

    def quote(self, claim: Claim, role: str = "") -> Quote:
        """The words of a claim, with who says them and where they were published."""
        account = self.texts.get(claim.account)
        outlet = account.outlet if account else "an account that is not held"
        published = day(account.published) if account and account.published else "undated"
        return Quote(claim.span.quote, self.voice(claim), outlet, published, claim.id, role)

    def area(self, ident: str | None) -> str:
        """The name of a part of the site; "" for the whole of it."""
        areas = {a.id: a.name for a in self.dossier.site.areas}
        return areas.get(ident, ident) if ident else ""


def is_small(row: Assessment | Claim, limit: int) -> bool:
    """True for a figure of people or households between 0 and `limit`, both left out."""
    if row.unit not in ("people", "households"):
        return False
    best = row.best if isinstance(row, Assessment) else None
    return any(0 < end < limit for end in (row.low, best, row.high) if end is not None)
