"""dateparser: `--search` looks for dates itself, else it is given spaCy's DATE entities."""

import sys
from datetime import datetime, timedelta
from functools import cache

from dateparser import DateDataParser
from dateparser.search import search_dates

from benchmarks.peers.pipeline import shipped
from benchmarks.peers.serve import Account, Found, serve, span

NEWS = "past"


def searched(text: str, account: Account) -> Found:
    """Times by dateparser's own search."""
    settings = _settings(account)
    found = search_dates(text, languages=["en"], settings=settings) or []
    times, at = [], 0
    for words, _ in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            times.append({**span(text, start, at), **_days(words, settings)})
    return {"times": times}


def tagged(text: str, account: Account) -> Found:
    """Times by spaCy's DATE entities, each parsed by dateparser."""
    settings = _settings(account)
    dates = [entity for entity in _pipeline()(text).ents if entity.label_ == "DATE"]
    return {
        "times": [
            {**span(text, e.start_char, e.end_char), **_days(e.text, settings)} for e in dates
        ]
    }


_pipeline = cache(shipped)


def _settings(account: Account) -> dict[str, object]:
    published = account.get("published")
    settings: dict[str, object] = {"PREFER_DATES_FROM": NEWS}
    if published:
        # A month or a year alone stands for its first day.
        settings["RELATIVE_BASE"] = datetime.fromisoformat(f"{published}-01-01"[:10])
    return settings


def _days(words: str, settings: dict[str, object]) -> dict[str, object]:
    """First and last day, by the period that dateparser tells."""
    data = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    if data.date_obj is None:
        return {"first": None, "last": None, "precision": None}
    first = last = data.date_obj.date()
    if data.period == "week":
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=6)
    elif data.period == "month":
        first = first.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    elif data.period == "year":
        first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return {"first": first.isoformat(), "last": last.isoformat(), "precision": data.period}


if __name__ == "__main__":
    serve(searched if "--search" in sys.argv else tagged)
