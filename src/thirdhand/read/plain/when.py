"""Times named in a text, resolved against the account's date."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

from thirdhand.model import Period
from thirdhand.read.dates import Stretch, anchor_of, day, month, unit, weekday, year
from thirdhand.read.plain.number import numbers
from thirdhand.read.plain.table import table
from thirdhand.read.when import Time

Anchor = dt.date | None
Resolver = Callable[[str, re.Match[str], Anchor], Stretch | None]
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_D = r"(?<![\d.,/-])(?P<d>[0-3]?\d)(?:er)?"


def times(code: str, text: str, published: Period | None) -> Iterator[Time]:
    """Every time named in folded text, left to right, none inside another."""
    anchor = anchor_of(published)
    taken = bytearray(len(text))
    found: list[Time] = []
    for pattern, resolve in _rules(code):
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            try:
                stretch = resolve(code, match, anchor)
            except (ValueError, OverflowError):  # "31 avril": no such day
                stretch = None
            taken[match.start() : match.end()] = b"\x01" * len(match[0])
            # The word for "since" may be one that says that a month or a year follows.
            named = min(match.start(g) for g, word in match.groupdict().items() if word)
            since = bool(_since(code).search(text[max(0, match.start() - 30) : named]))
            found.append(Time(*match.span(), stretch, since))
    for match in _year_word(code).finditer(text):
        for number in numbers(code, text[match.end() : match.end() + 60]):
            start, end = match.end() + number.start, match.end() + number.end
            if number.start == 0 and 1900 <= number.low < 2100 and not any(taken[start:end]):
                since = bool(_since(code).search(text[max(0, match.start() - 30) : match.start()]))
                found.append(Time(match.start(), end, year(int(number.low)), since))
    yield from _merged(sorted(found, key=lambda t: t.start), text)


def _merged(found: list[Time], text: str) -> Iterator[Time]:
    """A month with a year in words behind it as one time."""
    index = 0
    while index < len(found):
        one, two = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        if two and not text[one.end : two.start].strip() and (both := _both(one, two)):
            index += 1
            yield Time(one.start, two.end, both, one.since)
        else:
            yield one


def _both(one: Time, two: Time) -> Stretch | None:
    if not one.stretch or not two.stretch or one.stretch.precision == "year":
        return None
    if two.stretch.precision != "year" or one.end - one.start > 30:
        return None
    first = one.stretch.first
    if one.stretch.precision == "month":
        return month(two.stretch.first.year, first.month)
    return day(first.replace(year=two.stretch.first.year))


def _any(code: str, key: str) -> str:
    rows = table(code)[key]
    values = [w for ws in rows.values() for w in ws] if isinstance(rows, dict) else rows
    return "|".join(sorted(values, key=len, reverse=True))


@cache
def _since(code: str) -> re.Pattern[str]:
    parts = "|".join((_any(code, "start_of"), _any(code, "middle_of"), _any(code, "end_of")))
    lead = rf"(?:(?:{parts})\s+)?(?:(?:le|la|les|l'|شهر|يوم|عام|سنة)\s*)?"
    return re.compile(rf"(?<!\w)[وف]?(?:{_any(code, 'since')})\s+{lead}$", re.IGNORECASE)


@cache
def _year_word(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?ل?(?:{_any(code, 'year_word')})\s+", re.IGNORECASE)


@cache
def _rules(code: str) -> tuple[tuple[re.Pattern[str], Resolver], ...]:
    """Patterns from the most to the least telling, and how each is resolved."""
    m = rf"(?P<m>{_any(code, 'months')})(?!\w)(?:\s*[/(]\s*(?:{_any(code, 'months')})\)?)?"
    of = r"(?:\s+(?:من\s+)?(?:شهر\s+)?|\s*/\s*)" if code == "ar" else r"\s+"
    to_year = r"(?:\s*[,،/]?\s*(?:من\s+)?(?:(?:عام|سنة|العام)\s+)?" + _Y + ")"
    w = rf"(?P<w>{_any(code, 'days')})(?!\w)"
    u = rf"(?P<u>{_any(code, 'units')})(?!\w)"
    the = r"(?:ال)?" if code == "ar" else r"(?:l'|la |le )?"
    last, after, this = _any(code, "last"), _any(code, "next"), _any(code, "this")
    edge = "|".join(_any(code, k) for k in ("start_of", "middle_of", "end_of", "since", "in"))
    lead = rf"(?<!\w)(?:{edge})\s*"
    named = r"(?:(?:عام|سنة|العام|l'année|l'an)\s+)?"
    rows: tuple[tuple[str, Resolver], ...] = (
        (rf"{_D}{of}{m}{to_year}?", _date),
        (r"(?<![\d/-])(?P<y>(?:19|20)\d\d)[-/](?P<n>\d\d?)[-/](?P<d>\d\d?)(?![\d/-])", _numeric),
        (r"(?<![\d/.-])(?P<d>\d\d?)[-/.](?P<n>\d\d?)[-/.](?P<y>(?:19|20)\d\d)(?![\d/-])", _numeric),
        (rf"(?<!\w)[وفبل]?{m}{to_year}", _month),
        (rf"{lead}{m}(?:\s+(?P<past>{last}))?", _month),
        (rf"(?<!\w)[وفبل]?{m}\s+(?P<past>{last})(?!\w)", _month),
        (
            rf"(?<!\w)(?:{_any(code, 'this_before')})\s+{the}{u}(?:-ci)?(?!\s+(?:{last}|{after}))",
            _this,
        ),
        (
            rf"(?<!\w)[وفبل]?{the}{u}\s+(?:(?P<past>{last})|(?P<ahead>{after})|(?:{this}))(?!\w)",
            _relative,
        ),
        (rf"(?<!\w)(?:{_any(code, 'ago')})\s+(?P<k>\d{{1,3}})\s+{u}", _ago),
        (rf"(?<!\w)(?P<b>{_any(code, 'before_yesterday')})(?!\w)", _before),
        (rf"(?<!\w)(?P<b>{_any(code, 'yesterday')})(?!\w)", _yesterday),
        (rf"(?<!\w)[و]?(?P<b>{_any(code, 'today')})(?!\w)", _today),
        (rf"(?<!\w)[وفبل]?{w}(?:\s+(?:{last}))?", _weekday),
        (rf"(?<!\w)(?:{_any(code, 'year_word')}|{edge})\s*{named}{_Y}", _year),
    )
    return tuple((re.compile(p, re.IGNORECASE), r) for p, r in rows)


def _key(code: str, name: str, word: str) -> str:
    """The key of the row of a table that `word` matches."""
    word = word.lower()
    for key, words in table(code)[name].items():
        if any(re.fullmatch(w, word) for w in words):
            return str(key)
    raise ValueError(word)


def _number(code: str, name: str, word: str) -> int:
    return int(_key(code, name, word))


def _of_year(match: re.Match[str], number: int, anchor: Anchor) -> int:
    """The year named, else that of the latest such month up to the account's date."""
    if written := match.groupdict().get("y"):
        return int(written)
    if anchor is None:
        raise ValueError("no year")
    return anchor.year - (number > anchor.month)


def _date(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    number = _number(code, "months", match["m"])
    return day(dt.date(_of_year(match, number, anchor), number, int(match["d"])))


def _numeric(_: str, match: re.Match[str], __: Anchor) -> Stretch | None:
    return day(dt.date(int(match["y"]), int(match["n"]), int(match["d"])))


def _month(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    number = _number(code, "months", match["m"])
    return month(_of_year(match, number, anchor), number)


def _this(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    return _moved(code, match["u"], anchor, 0)


def _relative(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    return _moved(code, match["u"], anchor, -1 if match["past"] else 1 if match["ahead"] else 0)


def _ago(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    return _moved(code, match["u"], anchor, -int(match["k"]))


def _moved(code: str, word: str, anchor: Anchor, count: int) -> Stretch | None:
    if anchor is None:
        return None
    name = _key(code, "units", word)
    stretch = unit(anchor, name, count)
    # A year or a month that still runs ends, for an account, on the account's own day.
    return (
        stretch
        if count or name == "day"
        else Stretch(
            stretch.first, min(stretch.last, max(anchor, stretch.first)), stretch.precision
        )
    )


def _before(_: str, __: re.Match[str], anchor: Anchor) -> Stretch | None:
    return unit(anchor, "day", -2) if anchor else None


def _yesterday(_: str, __: re.Match[str], anchor: Anchor) -> Stretch | None:
    return unit(anchor, "day", -1) if anchor else None


def _today(_: str, __: re.Match[str], anchor: Anchor) -> Stretch | None:
    return day(anchor) if anchor else None


def _weekday(code: str, match: re.Match[str], anchor: Anchor) -> Stretch | None:
    return weekday(anchor, _number(code, "days", match["w"]), ahead=False) if anchor else None


def _year(_: str, match: re.Match[str], __: Anchor) -> Stretch | None:
    return year(int(match["y"]))
