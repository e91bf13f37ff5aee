"""Made-up news in any number, with a fifth of reprints, from a seeded generator.

Invented words whose frequency falls with their rank (Zipf-Mandelbrot), stock phrases among them,
names, numbers, sentences of 25 words, 100 to 400 words a text. On 199 texts of 250 words 27 % of a
text's word pairs, 6 % of its 3-grams and 2 % of its 4-grams stand in another one; in as many real
news articles, of other events, 28 %, 6 % and 1 %.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.copies.make import MAKERS

REPRINTS = 0.2
OUTLETS = 500
DAYS = 365
SHORTEST, LONGEST = 100, 400
SENTENCE = 25

# The lexicon: words, stock phrases, and how often a phrase is taken instead of a word.
WORDS, PHRASES, PHRASED = 60_000, 50_000, 0.14
# Words of a rank past this may be names; one in five is.
PLAIN, NAMES = 400, 5
NUMBERS = 0.012
BATCH = 1000

_ONSETS = "b br ch d dr f fl g gr h j k kl l m n p pr r s sh st t th tr v w y z".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = ["", "", "n", "r", "s", "t", "l", "nd", "st", "m"]


@dataclass(frozen=True, slots=True)
class Telling:
    """A text, its place in the crowd, the outlet and the day of the year.

    source: the telling it is a reprint of, None for one of its own. kind: of reprint. host: the
    telling that a splice was put into.
    """

    number: int
    text: str
    outlet: int
    day: int
    source: int | None = None
    kind: str = ""
    host: int | None = None


def crowd(size: int, seed: int = 1) -> Iterator[Telling]:
    """`size` tellings; the last fifth are reprints of the rest, within three days."""
    own = size - round(size * REPRINTS)
    texts: list[str] = []
    days: list[int] = []
    mix = random.Random(seed)  # noqa: S311 - makes texts, keeps no secret
    for text in _texts(own, seed):
        days.append(mix.randrange(DAYS))
        yield Telling(len(texts), text, mix.randrange(OUTLETS), days[-1])
        texts.append(text)
    kinds = list(MAKERS)
    for number in range(own, size):
        source, host = mix.sample(range(own), 2) if own > 1 else (0, 0)
        kind = kinds[number % len(kinds)]
        text = MAKERS[kind](texts[source], texts[host], mix)
        day = days[source] + mix.randrange(4)
        held = host if kind == "splice" else None
        yield Telling(number, text, mix.randrange(OUTLETS), day, source, kind, held)


def _texts(size: int, seed: int) -> Iterator[str]:
    draw = np.random.default_rng(seed)
    words = _lexicon(draw)
    steps = np.cumsum(_zipf(WORDS, 2.7))
    phrases = [
        " ".join(words[n] for n in np.searchsorted(steps, draw.random(length)))
        for length in draw.integers(2, 5, PHRASES)
    ]
    units = np.array([*words, *phrases], dtype=object)
    turns = np.cumsum(_zipf(PHRASES, 60.0))
    for start in range(0, size, BATCH):
        lengths = draw.integers(SHORTEST, LONGEST + 1, min(BATCH, size - start))
        total = int(lengths.sum())
        chosen = np.searchsorted(steps, draw.random(total)).clip(max=WORDS - 1)
        phrased = draw.random(total) < PHRASED
        stock = np.searchsorted(turns, draw.random(int(phrased.sum()))).clip(max=PHRASES - 1)
        chosen[phrased] = WORDS + stock
        told = units[chosen]
        counted = np.flatnonzero(draw.random(total) < NUMBERS)
        told[counted] = [
            f"{n:,}" for n in np.exp(draw.uniform(2.3, 11.5, len(counted))).astype(int)
        ]
        ends = draw.random(total) < 1 / SENTENCE
        yield from _laid_out(told, ends, np.cumsum(lengths)[:-1])


def _laid_out(
    told: NDArray[np.object_], ends: NDArray[np.bool_], cuts: NDArray[np.int64]
) -> list[str]:
    """Sentences with a capital and a full stop."""
    for n in np.flatnonzero(ends):
        told[n] = f"{told[n]}."
        if n + 1 < len(told):
            told[n + 1] = told[n + 1][0].upper() + told[n + 1][1:]
    return [" ".join(part) + "." for part in np.split(told, cuts)]


def _lexicon(draw: np.random.Generator) -> list[str]:
    """WORDS different words, the frequent ones short."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        length = (
            1
            if len(found) < 150
            else 1 + int(draw.integers(0, 5) > 0) + int(draw.integers(0, 5) > 2)
        )
        parts = [
            draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_ENDS) for _ in range(length)
        ]
        found.setdefault("".join(parts))
    words = list(found)
    named = range(PLAIN, WORDS, NAMES)
    for n in named:
        words[n] = words[n].capitalize()
    return words


def _zipf(size: int, shift: float) -> NDArray[np.float64]:
    """Chances by rank: Zipf-Mandelbrot, fitted by eye to English news."""
    chance = 1.0 / (np.arange(size) + shift) ** 1.05
    shares: NDArray[np.float64] = chance / chance.sum()
    return shares
