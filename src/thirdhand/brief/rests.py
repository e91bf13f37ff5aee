"""What the brief rests on: the head, the sources, the problems, the endnotes."""

from thirdhand.brief import blind, sight
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Endnote, Head, Listing
from thirdhand.brief.wording import counted, day
from thirdhand.model import Claim, Issue

PROBLEMS = 60
PROBLEMS_KEY = "problems"
PLACES = 8
# So much of an id tells it from the others of a case.
CODE = 12
HELD_BACK = "(held back: a figure of very few people)"


def head(facts: Facts, made: str) -> Head:
    """Counts of this collection: accounts that tell of the site, voices heard on it, its claims."""
    dossier = facts.dossier
    claims = [c for c in facts.claims.values() if c.site == dossier.site.id]
    accounts = {c.account for c in claims}
    voices = {facts.voice_of.get(c.id, c.chain[0]) for c in claims}
    clashes = [c for c in facts.differences() if c.kind == "contradiction"]
    sights = dossier.view.sights
    dates = sorted(a.published for a in dossier.accounts if a.published and a.id in accounts)
    window = dossier.window
    first = window.since or (sights[0].period if sights else (dates[0] if dates else ""))
    last = window.end or (sights[-1].period if sights else (dates[-1] if dates else ""))
    tells = "tells" if len(accounts) == 1 else "tell"
    rests = (
        f"It rests on {counted(len(accounts), 'account')} that {tells} of {dossier.site.name}, of "
        f"{len(dossier.accounts)} taken in, and on {counted(len(voices), 'voice')} heard in them."
    )
    cells = dossier.view.cells
    since, lately = sight.recent(facts)
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
        day(dates[-1]) if dates else "",
        rests,
        day(window.as_of) if window.as_of else "",
        dossier.audience,
    )


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
        day(account.published) if account and account.published else None,
        account.url if account else None,
        claim.account,
        account.language if account else None,
        "" if facts.reveals(claim) else claim.id[:CODE],
    )
