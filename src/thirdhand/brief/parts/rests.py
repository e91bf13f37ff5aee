"""What the brief rests on: the head, the sources, the problems, the endnotes."""

from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Endnote, Head, Listing
from thirdhand.brief.parts import blind, sight
from thirdhand.brief.wording import counted, day
from thirdhand.model import Account, Claim, Issue

PROBLEMS = 60
PROBLEMS_KEY = "problems"
PLACES = 8
# So much of an id tells it from the others of a case.
CODE = 12
HELD_BACK = "(held back: a figure of very few people)"


def head(facts: Facts, made: str) -> Head:
    """Counts of this collection: accounts that tell of the site, voices heard on it, its claims.

    For a window those of its time; what was told before is counted apart, in words.
    """
    dossier, window = facts.dossier, facts.dossier.window
    every = [c for c in facts.claims.values() if c.site == dossier.site.id]
    claims = [c for c in every if facts.published(facts.accounts.get(c.account))]
    voices = {facts.voice_of.get(c.id, c.chain[0]) for c in claims}
    clashes = [c for c in facts.differences() if c.kind == "contradiction"]
    tell = {c.account for c in claims}
    accounts = [a for a in dossier.accounts if a.id in tell]
    dated = sorted((a for a in accounts if a.period), key=_printed)
    sights, cells = dossier.view.sights, dossier.view.cells
    first = window.since or (sights[0].period if sights else _day(dated[:1]))
    last = window.end or (sights[-1].period if sights else _day(dated[-1:]))
    since, lately = ("", []) if window.since else sight.recent(facts)
    return Head(
        dossier.site.name,
        dossier.site.kind,
        day(first),
        day(last),
        day(made),
        len(accounts),
        len(voices),
        len(claims),
        facts.held_back,
        len(clashes),
        dossier.view.index,
        blind.told(cells),
        len(cells),
        day(since) if since else "",
        blind.seen(lately),
        blind.told(lately),
        day(_day(dated[-1:])) if dated else "",
        _rests(facts, len(accounts), len(voices), len({c.account for c in every})),
        day(window.as_of) if window.as_of else "",
        dossier.audience,
        blind.unasked(facts),
        dossier.log,
    )


def _taken(facts: Facts) -> int:
    """How many accounts were taken in: those in whose place another version speaks are some."""
    dossier = facts.dossier
    unsure = sum(issue.code == "same-address" for issue in dossier.issues)
    return len(dossier.accounts) + len(dossier.replaced) + unsure


def _rests(facts: Facts, accounts: int, voices: int, every: int) -> str:
    site, taken = facts.dossier.site.name, _taken(facts)
    tells = "tells" if accounts == 1 else "tell"
    heard = f"on {counted(voices, 'voice')} heard in {'it' if accounts == 1 else 'them'}"
    told = f"It rests on {counted(accounts, 'account')}"
    if facts.dossier.window.since is None:
        return f"{told} that {tells} of {site}, of {taken:,} taken in, and {heard}."
    before = every - accounts
    others = f" {counted(before, 'other account')} of other times {'is' if before == 1 else 'are'}"
    return (
        f"{told} of this time that {tells} of {site}, and {heard}.{others} there to set it against."
    )


def _printed(account: Account) -> tuple[str, str]:
    assert account.period is not None  # noqa: S101 - only dated accounts are sorted
    return account.period.end, account.id


def _day(accounts: Sequence[Account]) -> str:
    return next((a.published for a in accounts if a.published), "")


def problems(facts: Facts, own: tuple[Issue, ...]) -> Listing:
    """Every problem of this run, the gravest first; those of one reason on one line."""
    readings = (i for r in facts.dossier.readings for i in r.issues)
    rows = {i.id: i for i in (*facts.dossier.issues, *readings, *own)}
    order = ("error", "warning", "note")
    issues = sorted(rows.values(), key=lambda i: (order.index(i.severity), i.stage, i.where, i.id))
    same: dict[tuple[str, str, str], list[str]] = {}
    for issue in issues:
        same.setdefault((issue.severity, issue.stage, issue.reason), []).append(issue.where)
    shown = tuple((weight, stage, _places(at), why) for (weight, stage, why), at in same.items())
    columns = ("Weight", "Stage", "Where", "What and what to do")
    caption = "Problems, the gravest first"
    return Listing(PROBLEMS_KEY, caption, columns, shown, PROBLEMS, "problems")


def _places(where: list[str]) -> str:
    rest = len(where) - PLACES
    return ", ".join(where) if rest <= 1 else f"{', '.join(where[:PLACES])} and {rest} more"


# Where the day is not in the page's own data, what it was taken from.
DATED_BY = {"byline": " (by its byline)", "address": " (by its address)", "feed": " (by its feed)"}


def _out(account: Account | None) -> str | None:
    """When the account was published, and by what evidence where that is weak; None if unknown."""
    if account is None or not account.published:
        return None
    return day(account.published) + DATED_BY.get(account.date_basis, "")


def endnote(number: int, claim: Claim, facts: Facts) -> Endnote:
    """The endnote of a claim: its words, who says them, and the account they stand in."""
    account = facts.texts.get(claim.account)
    chain = " ← ".join(claim.chain)
    return Endnote(
        number,
        claim.id,
        HELD_BACK if facts.reveals(claim) else claim.span.quote,
        f"{chain} (speaker not named)" if claim.speaker_kind == "unnamed" else chain,
        account.ref if account else claim.account[:12],
        account.outlet if account else "not held",
        account.title if account else None,
        _out(account),
        account.url if account else None,
        claim.account,
        account.language if account else None,
        "" if facts.reveals(claim) else claim.id[:CODE],
    )
