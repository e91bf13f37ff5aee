"""What could not be counted: claims that nobody can date, judgements that others overrule."""

from collections.abc import Sequence

from thirdhand.corroborate.happenings.joined import Joined
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling, by_account
from thirdhand.model import Issue, Judgement, content_id

# What such claims would have become: an assessment needs a time. A statement needs none.
ASSESSED = ("figure", "incident", "condition")


def uncounted(told: Sequence[Telling], sites: Sequence[str]) -> tuple[Issue, ...]:
    """One row an account with claims about a site of the plan that have no period."""
    return tuple(
        _issue(left)
        for rows in by_account(told)
        if (left := [row for row in rows if _undated(row) and row.claim.site in sites])
    )


def _undated(row: Telling) -> bool:
    claim = row.claim
    return claim.period is None and claim.counted and claim.kind in ASSESSED


def _issue(left: Sequence[Telling]) -> Issue:
    account = left[0].account
    named = say.listed([f"“{row.claim.span.quote}”" for row in left])
    stand, are = ("stands", "it is") if len(left) == 1 else ("stand", "they are")
    reason = (
        f"nobody knows when {say.count(len(left), 'claim')} {stand} ({named}):"
        f" {are} in no assessment; give the account's date with --published"
    )
    key = content_id("issue", "corroborate", "no-period", account.id, *(r.claim.id for r in left))
    return Issue(key, "corroborate", "no-period", "warning", account.path, reason, account.id)


def overruled(lost: Sequence[Judgement]) -> tuple[Issue, ...]:
    """One row a judgement that could not be followed, because others keep the two apart."""
    return tuple(_overruled(row) for row in lost)


def unused(judgements: Sequence[Judgement], joined: Sequence[Joined]) -> tuple[Issue, ...]:
    """One row a judgement on claims that are not among the incidents of this run."""
    held = {row.telling.claim.id for event in joined for row in event.rows}
    return tuple(_unused(row) for row in judgements if not row.among(held))


def _unused(row: Judgement) -> Issue:
    one, other = (claim[:12] for claim in row.claims)
    reason = (
        f"{row.by} judged claims {one} and {other}, which are no two incidents at a site in this"
        " run: the judgement waits; judge anew where the accounts are now read in another way"
    )
    key = content_id("issue", "corroborate", "judgement-unused", row.id)
    return Issue(key, "corroborate", "judgement-unused", "note", "judgements", reason)


def _overruled(row: Judgement) -> Issue:
    one, other = (claim[:12] for claim in row.claims)
    reason = (
        f"{row.by} judged claims {one} and {other} to be of one happening, which would join claims"
        " that are judged apart: they are left apart; take one of the judgements back with"
        " 'thirdhand judge revoke'"
    )
    key = content_id("issue", "corroborate", "judgement-overruled", row.id)
    return Issue(key, "corroborate", "judgement-overruled", "warning", "judgements", reason)
