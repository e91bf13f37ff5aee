"""Figures as written: a number or a range, how it is hedged, and whether it is a share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from thirdhand.brief.gate.table import hedge_of

NUMBER = re.compile(
    r"(?<![\w.,-])\d+(?:[,\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?(?!\d)|(?<![\w-])\d+(?:[.,]\d+)?"
)
SECOND = re.compile(r" (?:to|and) (?=\d)")
SIGN = re.compile(r"%| per cent\b| percent\b")
BEHIND = re.compile(r" (at least|or more|at most)\b")
AFTER = {"at least": "at least", "or more": "at least", "at most": "up to"}
VAGUE = "an imprecise number ("
GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u2009\u202f ٬]\d{3})+|\d+")
# A hedge has so many words at most.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or a range to `high`. hedge: the name of a hedge; "vague" for an imprecise number.

    share: it is told in percent. inner: it stands alone in brackets, as an interval does.
    """

    start: int
    end: int
    text: str
    low: float
    high: float | None = None
    hedge: str | None = None
    share: bool = False
    inner: bool = False

    @property
    def form(self) -> tuple[float, float | None, str | None]:
        """What is told, without where it stands."""
        return self.low, self.high, self.hedge


def figures(text: str) -> Iterator[Figure]:
    """Every figure in digits, with the words that hedge it."""
    end = 0
    for match in NUMBER.finditer(text):
        if match.start() >= end:
            figure = _figure(text, match)
            end = figure.end
            yield figure


def _figure(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    low, high, share = plain(match.group()), None, False
    if sign := SIGN.match(text, end):
        end, share = sign.end(), True
    between = text[:start].casefold().endswith("between ")
    second = SECOND.match(text, end)
    if second and (between or " to" in second.group()):
        other = NUMBER.match(text, second.end())
        if other:
            high, end = plain(other.group()), other.end()
            if sign := SIGN.match(text, end):
                end, share = sign.end(), True
    start, hedge = _before(text, start)
    if hedge is None and (behind := BEHIND.match(text, end)):
        hedge, end = AFTER[behind.group(1)], behind.end()
    inner = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if inner and text[:start].casefold().endswith(VAGUE):
        start, end, hedge, inner = start - len(VAGUE), end + 1, "vague", False
        end += len(" of") if text.startswith(" of", end) else 0
    return Figure(start, end, text[start:end], low, high, hedge, share, inner)


def _before(text: str, start: int) -> tuple[int, str | None]:
    """Where the figure begins with its hedge, and the hedge's name."""
    told = text[max(0, start - 40) : start].casefold()
    if not told.endswith(" "):
        return start, None
    words = told.split(" ")[:-1]
    for count in range(min(LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip("(")
        if phrase in hedge_of():
            return start - len(phrase) - 1, hedge_of()[phrase]
    return start, None


def plain(written: str) -> float:
    """A number of ours: a comma or a thin space groups thousands, a dot marks decimals."""
    return float(re.sub(r"[,\u00a0\u2009\u202f ]", "", written))


def numbers(text: str) -> Iterator[float]:
    """Every number of an account, written in digits of any script, thousands grouped or not."""
    digits = text if text.isascii() else "".join(str(unicodedata.decimal(c, c)) for c in text)
    for match in re.finditer(r"\d+(?:[,.\u00a0\u2009\u202f ٬]\d{3})*(?:[.,٫]\d+)?", digits):
        yield from _readings(match.group())


def _readings(text: str) -> Iterator[float]:
    """The values of one number as written.

    A mark before three digits parts thousands ("2.410" is 2410), before others decimals.
    """
    yield float(re.sub(r"\D", "", text))
    if not GROUPED.fullmatch(text):
        yield from (float(n) for n in re.findall(r"\d+", text))
    split = re.fullmatch(r"(.*)[.,٫](\d+)", text)
    if split and len(split[2]) != 3:
        whole = re.sub(r"\D", "", split[1])
        yield float(f"{whole}.{split[2]}")
