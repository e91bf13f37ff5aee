"""Alarms: what ought to be looked at, each with the rule that rang and why."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Listing
from thirdhand.brief.wording import capital, day
from thirdhand.model import Alarm

SHOWN = 10
RULES = {
    "fall": "the visibility index fell",
    "dependency": "one voice carries too much",
    "silent source": "a source has gone silent",
    "stale figure": "a figure was not renewed",
    "open contradiction": "a contradiction stays open",
    "above baseline": "more happenings than usual",
}


def listing(facts: Facts) -> Listing:
    """What stands now first, then what rang earlier; the most urgent first."""
    alarms = sorted(facts.dossier.view.alarms, key=lambda a: a.rank)
    rows = tuple(_row(a) for a in alarms[:KEPT])
    columns = ("About", "Rule", "Since", "Stands", "Why")
    caption = "Alarms, the most urgent first"
    beyond = max(0, len(alarms) - KEPT)
    return Listing("alarms", caption, columns, rows, SHOWN, "alarms", beyond=beyond)


def first(facts: Facts) -> str:
    """The most urgent alarm that stands, in a sentence; "" where none does."""
    standing = [a for a in facts.dossier.view.alarms if a.standing]
    if not standing:
        return ""
    alarm = min(standing, key=lambda a: a.rank)
    return f"Alarm, {RULES[alarm.kind]}: {alarm.reason}"


def _row(alarm: Alarm) -> tuple[str, ...]:
    stands = "yes" if alarm.standing else f"rang until {day(alarm.until)}"
    about = capital(alarm.subject)
    return about, RULES[alarm.kind], day(alarm.since), stands, alarm.reason
