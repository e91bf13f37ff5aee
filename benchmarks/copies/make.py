"""Reprints of five kinds, made from a text by a seeded generator.

Each maker takes the text, a text of another matter, and the generator. What a reprint keeps is
measured on what was made (`kept`), never taken from a setting.
"""

import random
import re
from collections.abc import Callable

Maker = Callable[[str, str, random.Random], str]

GRAM = 3
# True reprints share 30 % of their 3-grams on average (Silcock and others 2023).
REWRITTEN = 0.30
# Of the words of a light edit.
EDITED = 0.08
AGENCIES = ("AP", "AFP", "Reuters", "dpa")
FIRST = ("Mara", "Tom", "Lena", "Omar", "Jo", "Ines")
LAST = ("Fields", "Haddad", "Okoro", "Lind", "Brandt", "Sayed")

_TOKEN = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def truncated(text: str, _: str, mix: random.Random) -> str:
    """The beginning: four to seven tenths of the words."""
    words = text.split(" ")
    return " ".join(words[: round(len(words) * mix.uniform(0.4, 0.7))])


def rewritten(text: str, other: str, mix: random.Random) -> str:
    """Sentences left out and moved, words replaced, until REWRITTEN of the 3-grams are left.

    Names and numbers stay, as a rewriter keeps them; a new word comes from the other text.
    """
    sentences = _SENTENCE.split(text)
    dropped = set(mix.sample(range(len(sentences)), len(sentences) // 6))
    told = [s for n, s in enumerate(sentences) if n not in dropped]
    if len(told) > 2:
        moved = mix.randrange(1, len(told))
        told = [*told[:1], told.pop(moved), *told[1:]]
    parts = re.split(r"(\w+)", " ".join(told))
    plain = [n for n, part in enumerate(parts) if part.isalpha() and part.islower()]
    fresh = [w for w in _TOKEN.findall(other) if w.isalpha() and w.islower()] or ["thing"]
    mix.shuffle(plain)
    step = max(1, len(plain) // 40)
    while plain and kept(text, "".join(parts)) > REWRITTEN:
        for n in plain[:step]:
            parts[n] = mix.choice(fresh)
        del plain[:step]
    return "".join(parts)


def bylined(text: str, _: str, mix: random.Random) -> str:
    """A byline and an agency's credit before the text, and a line of the outlet's after it."""
    agency, name = mix.choice(AGENCIES), f"{mix.choice(FIRST)} {mix.choice(LAST)}"
    head = f"By {name}, staff writer\nWith {agency} contributing\n\n({agency}) - "
    return f"{head}{text}\n\nFollow {name} for more. This story was first published by {agency}."


def spliced(text: str, other: str, mix: random.Random) -> str:
    """Half an excerpt put between the sentences of another text."""
    words = text.split(" ")
    half = max(1, len(words) // 2)
    start = mix.randrange(0, max(1, len(words) - half + 1))
    around = _SENTENCE.split(other)
    cut = mix.randrange(0, len(around) + 1)
    middle = " ".join(words[start : start + half])
    return " ".join([*around[:cut], middle, *around[cut:]])


def edited(text: str, other: str, mix: random.Random) -> str:
    """EDITED of the words replaced, left out or doubled by one of the other text."""
    fresh = other.split() or ["thing"]
    told: list[str] = []
    for word in text.split(" "):
        if mix.random() >= EDITED:
            told.append(word)
            continue
        told += mix.choice(([mix.choice(fresh)], [], [word, mix.choice(fresh)]))
    return " ".join(told)


MAKERS: dict[str, Maker] = {
    "truncation": truncated,
    "30 % overlap": rewritten,
    "byline": bylined,
    "splice": spliced,
    "light edit": edited,
}


def kept(text: str, made: str) -> float:
    """The share of the text's word 3-grams that what was made holds too. 0 where it has none."""
    before = _grams(text)
    return len(before & _grams(made)) / len(before) if before else 0.0


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _TOKEN.findall(text.casefold())
    return set(zip(*(words[start:] for start in range(GRAM)), strict=False))
