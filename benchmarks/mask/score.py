"""Mask the example's accounts whole, and hold the names judged by hand against what is left."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import gold
from benchmarks.example import ENGLISH, SITE
from benchmarks.many import accounts
from thirdhand.case import open_case
from thirdhand.mask import mask
from thirdhand.model import Account, Claim, Dossier, Findings, Reading, Span, View, content_id
from thirdhand.model.audience import NAME
from thirdhand.read import Readers
from thirdhand.words import vocabulary

JUDGED = Path(__file__).with_name("judged.csv")
FRESH = Path(__file__).with_name("fresh.csv")


@dataclass(frozen=True, slots=True)
class Score:
    """Names as (ref, name). masked, missed: of private persons; office: masked though in office.

    others: words masked that are nobody's judged name.
    """

    masked: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    office: tuple[tuple[str, str], ...]
    kept: int
    others: tuple[tuple[str, str], ...]

    @property
    def recall(self) -> float:
        """The share of private names that are masked."""
        return len(self.masked) / (len(self.masked) + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what is masked that is a private name."""
        wrong = len(self.office) + len(self.others)
        return len(self.masked) / (len(self.masked) + wrong)


def score() -> Score:
    """Of the English accounts of the example, as if each of their words were shown."""
    whole = dossier()
    now = {a.ref: a.text for a in mask(whole, "public").accounts}
    was = {a.ref: a.text for a in whole.accounts}
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        rows = [(r["ref"], r["name"], r["private"] == "yes") for r in csv.DictReader(lines)]
    return _scored(rows, was, now)


def _scored(
    rows: Sequence[tuple[str, str, bool]], was: Mapping[str, str], now: Mapping[str, str]
) -> Score:
    hidden = {(ref, name) for ref, name, _ in rows if _hidden(name, was[ref], now[ref])}
    private = [(ref, name) for ref, name, mine in rows if mine]
    public = [(ref, name) for ref, name, mine in rows if not mine]
    names = {ref: [n for r, n, _ in rows if r == ref] for ref, _, _ in rows}
    return Score(
        tuple(r for r in private if r in hidden),
        tuple(r for r in private if r not in hidden),
        tuple(r for r in public if r in hidden),
        sum(r not in hidden for r in public),
        tuple(_others(was, now, names)),
    )


def dossier() -> Dossier:
    """The example's English accounts, each with a claim that takes all its words."""
    case = open_case(gold.EXAMPLE)
    held = [account for account in accounts() if account.language == ENGLISH]
    read = Readers(case.plan, vocabulary(), 1).read(held)
    readings = tuple(all_of_it(r, a) for a, r in zip(held, read, strict=True))
    told = (Findings(), View(), ())
    return Dossier(case.plan, case.site(SITE), vocabulary(), tuple(held), readings, *told)


def all_of_it(reading: Reading, account: Account) -> Reading:
    """The reading with one claim that takes all words of the account."""
    return replace(reading, claims=(_all(account),))


def _all(account: Account) -> Claim:
    span = Span(0, len(account.text), account.text)
    told = (account.outlet,), False, "outlet", "asserted", "told", None, "hand", 1.0
    return Claim(account.id, account.id, "statement", span, *told)  # type: ignore[arg-type]


def _hidden(name: str, was: str, now: str) -> bool:
    """True where no word of the name is left at its first place."""
    start = was.index(name)
    left = now[start : start + len(name)]
    return NAME in left and not any(len(w.strip(".")) > 2 for w in left.replace(NAME, " ").split())


def _others(
    was: Mapping[str, str], now: Mapping[str, str], names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    for ref, text in now.items():
        judged = " ".join(names.get(ref, ())).casefold()
        seen: set[str] = set()
        at = 0
        while (start := text.find(NAME, at)) >= 0:
            at = start
            while text[at : at + 1] == NAME:
                at += 1
            word = was[ref][start:at].casefold()
            known = any(part in judged for part in word.split())
            if not known and word not in seen:
                yield ref, was[ref][start:at]
            seen.add(word)


def fresh() -> Score:
    """Of sentences written for this with names that no list was made from."""
    with FRESH.open(encoding="utf-8", newline="") as lines:
        rows = [(r["text"], r["name"], r["private"] == "yes") for r in csv.DictReader(lines)]
    texts = list(dict.fromkeys(text for text, _, _ in rows))
    now: dict[str, str] = {}
    whole = dossier()
    for text in texts:
        account = replace(whole.accounts[0], id=content_id("fresh", text), text=text, title=None)
        reading = replace(whole.readings[0], account=account.id, claims=(_all(account),), places=())
        one = replace(whole, accounts=(account,), readings=(reading,))
        now[text] = mask(one, "public").accounts[0].text
    return _scored(rows, {text: text for text in texts}, now)
