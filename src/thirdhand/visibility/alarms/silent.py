"""A voice that used to be heard has gone silent, while others were heard."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from thirdhand.model import Alarm
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.predict import longest_silence, silence
from thirdhand.visibility.alarms.telling import counted
from thirdhand.visibility.phrases import say


@dataclass(frozen=True, slots=True)
class _Heard:
    """A voice: the months (as numbers) and accounts in which it was heard, and its last account."""

    months: tuple[int, ...]
    accounts: int
    last: str
    day: dt.date


def silent(ground: Ground) -> Iterator[Alarm]:
    """A voice whose silence up to now is too long to be chance by its own gaps.

    Counted in months of which accounts that speak of the site were taken in, copies left out: a
    month of which nobody took in anything says nothing of a voice. The silence must be too long by
    these months and by the accounts of them: one account a month is not the twenty of before.
    """
    limits = ground.limits
    months = [m.name for m in ground.whole if ground.by_month[m.name]]
    taken = [0, *accumulate(len(ground.by_month[name]) for name in months)]
    running = ground.months[-1] if len(ground.whole) < len(ground.months) else None
    lately = {v for h in ground.by_month[running.name] for v in h.voices} if running else set()
    for voice, heard in _heard(ground, months).items():
        if len(heard.months) < limits.silent_least or voice in lately:
            continue
        first, last = heard.months[0], heard.months[-1]
        since, of = len(months) - 1 - last, last - first + 1
        before, after = taken[last + 1] - taken[first], taken[-1] - taken[last + 1]
        by_months = silence(len(heard.months), of, since)
        by_accounts = silence(heard.accounts, before, after)
        if max(by_months, by_accounts) > limits.silent_tail:
            continue
        most = longest_silence(len(heard.months), of, limits.silent_tail, since)
        yield _alarm(ground, voice, heard, (of, since, after, most))


def _heard(ground: Ground, months: Sequence[str]) -> Mapping[str, _Heard]:
    """The voices with a name, by id, in the order of their ids."""
    named = {v.id for v in ground.findings.voices if v.kind != "unnamed"}
    at: dict[str, list[int]] = defaultdict(list)
    accounts: dict[str, dict[str, dt.date]] = defaultdict(dict)
    for number, name in enumerate(months):
        for row in ground.by_month[name]:
            for voice in row.voices & named:
                if not at[voice] or at[voice][-1] != number:
                    at[voice].append(number)
                if row.period is not None:
                    accounts[voice][row.account.id] = row.period.last
    out = {}
    for voice in sorted(at):
        last = max(accounts[voice], key=lambda i: (accounts[voice][i], i))
        day = accounts[voice][last]
        out[voice] = _Heard(tuple(at[voice]), len(accounts[voice]), last, day)
    return out


def _alarm(ground: Ground, voice: str, heard: _Heard, found: tuple[int, int, int, int]) -> Alarm:
    of, since, after, most = found
    name = next(v.name for v in ground.findings.voices if v.id == voice)
    voice_of = dict(ground.findings.voice_of)
    said = [c for c in ground.claims.values() if c.account == heard.last]
    return Alarm(
        id="",
        site=ground.site.id,
        kind="silent source",
        subject=name,
        indicator=None,
        since=(heard.day + dt.timedelta(days=1)).isoformat(),
        until=ground.end.isoformat(),
        standing=True,
        value=float(since),
        low=None,
        high=float(most),
        unit="periods",
        reason=(
            f"{name} was last heard on {say(heard.day)}. Up to then it was heard in "
            f"{len(heard.months)} of {counted(of, 'month')} of which accounts were taken in; "
            f"since then in none of {since:,}, though {counted(after, 'account')} of others came. "
            f"By its own gaps, up to {most:,} such months would be no surprise."
        ),
        cells=(),
        claims=tuple(c.id for c in said if voice_of.get(c.id) == voice),
        assessments=(),
        rank=0,
    )
