"""Which names are those of private persons, account by account."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, pairwise

from thirdhand.mask.asked import by_pipeline
from thirdhand.mask.cued import DAYS, cued, listed, of_a_day
from thirdhand.mask.finder import Dictionary
from thirdhand.mask.known import Known, known
from thirdhand.mask.matcher import Key, Match, Matcher
from thirdhand.mask.private import called_the, kin_told, titled
from thirdhand.mask.raised import caseless, raised
from thirdhand.mask.roles import done_alone, ground, in_place, role, several
from thirdhand.mask.runs import Candidate, Run, met
from thirdhand.mask.sentences import Place, joined, sentence
from thirdhand.mask.words import Word, table, words
from thirdhand.model import Account, Claim, Dossier

__all__ = ["People", "english", "joined", "sentence"]

_AND = re.compile(r",? and |,? or | & ")
# "Reporting by Jo Roe in Mora and Ann Poe in Alpha".
_SHARED = re.compile(r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)?(?:,? and |, | & )")
# A part of a name this short or shorter is no name of its own.
SHORT = 2
# "April 2021", "5 May": no girl is called so there.
_DAY = re.compile(r" \d")
_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)? (?:of )?$")
_VOWELS = re.compile(r"[aeiouyw'h]+")


def english(account: Account) -> bool:
    """True where names in the account can be found: its words are English, or may be."""
    return account.language in (None, "en")


@dataclass(slots=True)
class Evidence:
    """Where a name stands beside an office, as a place, beside a private life, by account.

    deeds: where it is named by what was done alone, as a town may be: "they captured Baghuz".
    """

    office: set[str] = field(default_factory=set)
    place: set[str] = field(default_factory=set)
    private: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)

    @property
    def apart(self) -> set[str]:
        """Where it is told of as of a private person, however."""
        return self.private | self.deeds


class People:
    """The names of persons in a dossier, and where each of them is hidden."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        places = list(_looked_at(dossier))
        foreign = [Place(a.text, 0, len(a.text), a.id) for a in dossier.accounts if not english(a)]
        cased = [p for p in (*places, *foreign) if not caseless(p.text)]
        self._dictionary = Dictionary(_small(cased))
        self.known = known(dossier, self._dictionary.plain)
        self._raised = cache(lambda text: raised(text, self._common))
        self._places = [replace(place, text=self._raised(place.text)) for place in places]
        # Names that are words or places too: persons in these accounts alone.
        self._also: dict[Key, set[str]] = defaultdict(set)
        self._evidence: dict[Key, Evidence] = defaultdict(Evidence)
        self.names = self._persons()
        parts = {part for name in self.names for part in _parts(name, self.known)}
        held = {part for name in self.known.people for part in _parts(name, self.known)}
        self._matcher = Matcher({*self.names, *self.known.people, *((p,) for p in parts | held)})
        self._of: dict[str, set[Key]] = defaultdict(set)
        for name in (*self.names, *self.known.people):
            for part in _parts(name, self.known):
                self._of[part].add(name)
        # The same words stand in many rows, and the same names in many words.
        self._in = cache(lambda text: tuple(self._matcher.matches(text)))
        self._stands_in = cache(self.stands)
        self._texts: dict[str, list[Match]] = {}
        self._met: dict[Key, set[str]] = defaultdict(set)
        self._weigh()

    def _persons(self) -> set[Key]:
        """Every name that is, or may be, that of a person."""
        found: dict[Key, list[tuple[Place, Candidate]]] = defaultdict(list)
        sure: set[Key] = set()
        rows: list[tuple[Place, list[Candidate]]] = []
        for place in self._places:
            row, held = met(place.text, self.known, place.start, place.end)
            rows.append((place, row))
            for candidate in row:
                found[candidate.key].append((place, candidate))
            here = _sure(place.text, row)
            sure |= here | self._cued(place, held, here)
        self._sure = frozenset(sure)
        rest = {k: v for k, v in found.items() if k not in sure}
        people = sure | by_pipeline(rest, self._dictionary.english)
        return people | {key for place, row in rows for key in _beside(place.text, row, people)}

    def _common(self, word: str) -> bool:
        """True for a word that is no name where it is written small."""
        if word in table()["given"]:
            return self._dictionary.common(word)
        return self._dictionary.english(word) or self.known.kept(word)

    def _cued(self, place: Place, held: Sequence[Run], sure: set[Key]) -> set[Key]:
        """Who is a private person by what stands beside the name, whatever the name is."""
        found = set()
        told = listed(place.text, place.start, place.end)
        for name in chain(cued(place.text, held, sure, self.known), told):
            key = tuple(word.key for word in name)
            found.add(key)
            self._evidence[_bones(key)].private.add(place.account)
            single = len(key) == 1 and (key[0] in DAYS or self._dictionary.english(key[0]))
            if single or key in self.known.phrases or key in self.known.cities:
                self._also[key].add(place.account)
            # "Grace A." is Grace to those who know her.
            for part in key[: len(key) if len(key) > 1 else 0]:
                if self._names_alone(part):
                    found.add((part,))
                    self._also[(part,)].add(place.account)
        return found

    def _names_alone(self, part: str) -> bool:
        """True for a word of the language that may be what somebody is called."""
        lists = table()
        barred = lists["particles"] | lists["honorifics"] | lists["offices"] | lists["private"]
        barred |= lists["given"]
        if len(part) <= SHORT or part in barred or self._dictionary.joins(part):
            return False
        return part in DAYS or (self._dictionary.english(part) and not self.known.kept(part))

    def _weigh(self) -> None:
        for account in self._dossier.accounts:
            for text in (self._raised(account.text), account.title or ""):
                matches = list(self._matcher.matches(text))
                self._texts.setdefault(account.id, []).extend(matches)
                self._note(text, matches, account.id)
        for place in self._places:
            if place.end == len(place.text) < 200:
                self._note(place.text, self._matcher.matches(place.text), place.account)

    def _note(self, text: str, matches: Iterable[Match], account: str) -> None:
        last, shared = -1, False
        for match in matches:
            self._met[match.key].add(account)
            told = self._evidence[_bones(match.key)]
            said = role(text, match.start, match.end)
            # "Members Jo Roe and Ann Poe asked": the office is told of both.
            if said is None and shared and _SHARED.fullmatch(text[last : match.start]):
                said = "office"
            shared = said == "office" and (shared or several(text, match.start))
            last = match.end
            if said == "office":
                told.office.add(account)
            elif said:
                alone = done_alone(text, match.start, match.end)
                (told.deeds if alone else told.private).add(account)
            elif ground(text, match.start, match.end, match.key in self._sure):
                told.place.add(account)

    def hidden(self, text: str, account: str | None = None) -> Iterator[tuple[int, int]]:
        """Where private names stand in a text of that account; None: of no one account."""
        for match in self._in(text):
            if match.key in self._also:
                hidden = self._called(text, match, account)
            else:
                hidden = not (self._word(text, match) or self._stands_in(match.key, account))
            if hidden:
                yield match.start, match.end

    def _called(self, text: str, match: Match, account: str | None) -> bool:
        """True where a word or a place is the name of a person of that account."""
        if account is not None and account not in self._also[match.key]:
            return False
        before = text[max(0, match.start - 30) : match.start]
        if before.endswith("@") or kin_told(before, text[match.end : match.end + 40]):
            return True
        if text[match.start].islower() and (titled(before, small=True) or before[-2:] == ": "):
            return True
        if text[match.start : match.end].islower() or _DAY.match(text[match.end : match.end + 6]):
            return False
        if match.key[0] in DAYS and of_a_day(before):
            return False
        return not (_ARTICLE.search(before) or _DAY_BEFORE.search(before) or in_place(before))

    def _word(self, text: str, match: Match) -> bool:
        """True where a word of the language stands that is a part of somebody's name elsewhere."""
        if len(match.key) > 1 or not self._dictionary.english(match.key[0]):
            return False
        words = text[match.start : match.end]
        return words.islower() or (words.isupper() and len(words) > SHORT)

    def stands(self, key: Key, account: str | None) -> bool:
        """True for a name that nobody need hide; of no one account: in none where it is met."""
        if key in self.known.people:
            return True
        if account is None:
            met = self._met.get(key, ())
            return all(self.stands(key, at) for at in met) if met else self._in_office(key, "")
        if len(key) > 1:
            return self._in_office(key, account) or self._follows(key, account)
        if key[0] not in self._of:
            return self._in_office(key, account)
        # One word follows the whole name that this account holds; without one it is on its own.
        told = self._evidence.get(key, Evidence())
        here = {m.key for m in self._texts.get(account, ())} & self._of[key[0]]
        if account in told.private:
            return False
        if not here:
            # A family name met with holders of an office alone stands; a given one does not.
            here = set() if told.apart or key[0] in table()["given"] else self._of[key[0]]
        if not here:
            return self._in_office(key, account)
        return all(name in self.known.people or self._in_office(name, account) for name in here)

    def _follows(self, key: Key, account: str) -> bool:
        """True for the last names alone of who is told of in office: "Ms. Marcano Prieto"."""
        told = self._evidence.get(_bones(key), Evidence())
        here = {m.key for m in self._texts.get(account, ())}
        whole = [n for n in here if len(n) > len(key) and n[-len(key) :] == key]
        held = bool(whole) and account not in told.apart
        return held and all(self._in_office(name, account) for name in whole)

    def _in_office(self, key: Key, account: str) -> bool:
        told = self._evidence.get(_bones(key), Evidence())
        ground = len(told.place) > len(told.private) and len(told.place) >= len(told.deeds)
        if account in told.office | told.private:
            return account not in told.private and (ground or account not in told.deeds)
        return ground or (account not in told.deeds and bool(told.office) and not told.apart)


def _sure(text: str, row: Sequence[Candidate]) -> set[Key]:
    """Those that their form, or what stands around them, tells to be persons."""
    told = [_told_so(text, candidate) for candidate in row]
    # "her daughters Nisa and Berfu": who is named in one breath with a person is one.
    pairs = list(pairwise(row))
    for step in (pairs, reversed(pairs)):
        for one, other in step:
            if _AND.fullmatch(text[one.end : other.start]):
                at = row.index(one)
                both = bool(one.strange and other.strange) and (told[at] or told[at + 1])
                told[at], told[at + 1] = told[at] or both, told[at + 1] or both
    return {c.key for c, yes in zip(row, told, strict=True) if yes}


def _beside(text: str, row: Sequence[Candidate], people: set[Key]) -> Iterator[Key]:
    """Strange names in one breath with a person's: "Sento and Yabom"."""
    for one, other in pairwise(row):
        if one.strange and other.strange and _AND.fullmatch(text[one.end : other.start]):
            new = [c for c in (one, other) if c.key not in people]
            if len(new) == 1 and not ground(text, new[0].start, new[0].end, sure=False):
                yield new[0].key


def _told_so(text: str, candidate: Candidate) -> bool:
    said = role(text, candidate.start, candidate.end)
    if candidate.sure or said == "private" or bool(said and candidate.strange):
        return True
    return bool(candidate.strange) and called_the(text[candidate.end : candidate.end + 40])


def _looked_at(dossier: Dossier) -> Iterator[Place]:
    """Sentences around claims, titles, and who or what claims name: all that may be shown."""
    accounts = {a.id: a for a in dossier.accounts if english(a)}
    for account in accounts.values():
        if account.title:
            yield Place(account.title, 0, len(account.title), account.id)
    for reading in dossier.readings:
        if reading.account not in accounts:
            continue
        account = accounts[reading.account]
        spans = {(c.span.start, c.span.end) for c in reading.claims}
        told = {t for c in reading.claims for t in _told(c)}
        for name in sorted(told):
            at = account.text.find(name)
            if at >= 0:
                spans.add((at, at + len(name)))
            yield Place(name, 0, len(name), account.id)
        for start, end in joined(sentence(account.text, *span) for span in spans):
            yield Place(account.text, start, end, account.id)


def _told(claim: Claim) -> Iterator[str]:
    """Names in the columns of a claim."""
    yield from claim.chain
    for name in (claim.place, *((claim.event.actor, claim.event.target) if claim.event else ())):
        if name:
            yield name


def _small(places: Sequence[Place]) -> set[str]:
    """Words that the accounts write in small letters, given names left out."""
    given = table()["given"]
    seen, families = set(), set()
    for place in places:
        before = ""
        for word in words(place.text, place.start, place.end):
            if word.text[0].islower() and not _coined(place.text, word):
                seen.add(word.key)
            elif before in given:
                families.add(word.key)
            before = word.key
    return seen - given - families


def _coined(text: str, word: Word) -> bool:
    """True for a part of an address or a handle."""
    around = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    return around[0] in {"@", "/", "_", ".", "-"} or around[1][:1] in {"@", "_", "/"}


def _parts(name: Key, names: Known) -> Iterator[str]:
    """The words of a name that are names by themselves."""
    if len(name) < 2:
        return
    skip = table()["particles"] | table()["honorifics"] | table()["offices"]
    for part in name:
        if len(part) > SHORT and part not in skip and not (names.kept(part) or names.plain(part)):
            yield part


def _bones(key: Key) -> Key:
    """A name of two words or more by its consonants: "Sheikhmous Ahmed" is "Sheikhmus Ahmad"."""
    if len(key) < 2:
        return key
    return tuple(_VOWELS.sub("", word) or word for word in key)
