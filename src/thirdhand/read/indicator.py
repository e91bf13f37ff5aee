"""Counts -> what they count: indicator, breakdown and unit of the vocabulary."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Span, Token

from thirdhand.model import Vocabulary
from thirdhand.read import lexicon
from thirdhand.read.act import MISHAP, VIOLENCE, Done, act_of, bare_act, beside, directly, named
from thirdhand.read.among import all_of_some, in_care
from thirdhand.read.elliptic import elliptic
from thirdhand.read.figure import Count
from thirdhand.read.flow import direction, hails
from thirdhand.read.frame import clause, planned
from thirdhand.read.indicated import Indicated, summed
from thirdhand.read.like import filled, gapped, like, listed
from thirdhand.read.part import Wholes, deed, flowed, named_anew, of_dead, of_the, whole_of
from thirdhand.read.quick import quick
from thirdhand.read.span import text_of
from thirdhand.read.stock import lead, population_tags, standing, stock
from thirdhand.read.tags import disease_tags, named_before, tags_of
from thirdhand.read.thing import thing

_ALONE = re.compile(
    r"\b(?:unaccompanied|alone|on their own|cut off from their famil\w+|separated from"
    r"|lone minors?|without (?:their )?parents|orphan(?:s|ed))\b",
    re.IGNORECASE,
)
_DISEASE = re.compile(
    r"covid|corona|cholera|diarrh|measles|malnutr|ewars|typhoid|leishman|disease|confirmed|infect",
    re.IGNORECASE,
)
# Diseases by their names, of which an account goes on to count cases.
_ILLNESS = re.compile(r"covid|corona|cholera|measles|diarrh|leishman|typhoid", re.IGNORECASE)
_FOOD = re.compile(r"\b(?:food|meals?|rations?|bread|flour)\b", re.IGNORECASE)
_MANY_LIVE = 1000
_COUNTRIES = 250  # there are no more; a larger number of nationalities is one of people
_NUMBER = re.compile(r"\b(?:people|camp|families|refugees)\b[^,;]*\bnumber(?:ed)?\s*$")
_DUE = re.compile(r"\W*(?:are|is) (?:due|expected|scheduled)\b", re.IGNORECASE)
_NTH = frozenset("killed deaths attacks escape-attempts abduction-attempts".split())
_DEAD = frozenset("body bodies corpse corpses remains dead".split())
# Acts too weak to be told of one person by an article alone.
_MANY = frozenset(
    "live guard soldiers feed detain arrive return treat refer vaccinate deregister".split()
)


class Indicators:
    """Names the counts of one account, sentence by sentence; it remembers the last whole."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last: Indicated | None = None
        self._wholes = Wholes()
        self._mishap = False
        self._violent = False
        self._ill = ""
        self._moved: str | None = None

    def name(self, counts: Sequence[Count]) -> list[Indicated]:
        """The indicated counts of one sentence, left to right; the rest count nothing known."""
        before: list[Indicated] = []
        repeated: list[Indicated] = []
        row = sorted(counts, key=lambda c: (c.start, c.end))
        for count, following in zip_longest(row, row[1:]):
            again = self._again(count)
            found = again or self._one(count, following, before)
            if found is None:
                continue
            before.append(found)
            if again is not None and of_the(count):
                repeated.append(again)
            self._wholes.note(found)
            if not found.whole:
                self._last = found
        return list(summed([f for f in before if f not in repeated]))

    def after(self, sentence: str) -> None:
        """Remember whether the sentence told of an accident, for the one that follows."""
        small = sentence.lower()
        violent = bool(quick(VIOLENCE)(small))
        if quick(_ILLNESS)(small):
            self._ill = sentence
        if quick(MISHAP)(small) and not violent:
            self._mishap = True
        elif violent:
            self._mishap = False
        self._violent = violent and not self._mishap

    def _again(self, count: Count) -> Indicated | None:
        """The figure of "the sixty" that the account told of before."""
        same = self._wholes.again(count)
        if same is None or count.noun.unit not in ("people", "countries", ""):
            return None
        if named_anew(count):
            return None
        alone = replace(count, end=count.sent.start_char + count.number.end)
        return replace(same, count=alone, whole=True, event=None)

    def _one(
        self, count: Count, following: Count | None, before: list[Indicated]
    ) -> Indicated | None:
        noun = count.noun
        if count.rate:
            return None
        if noun.indicator is not None:
            return self._counted(count)
        if noun.unit == "percent":
            return self._share(count, before)
        if noun.unit not in ("people", "households", ""):
            found = thing(count)
            return self._make(count, found[0], frozenset({found[1]})) if found else None
        if (total := filled(count, before)) is not None:
            return self._make(total, "population", total.noun.tags, unit="people")
        whole = self._wholes.of(count, following)
        if whole is None and not deed(count):
            whole = whole_of(count, before, self._last)
        if whole is None and noun.measured and _OF_MANY.match(_behind(count)):
            whole = self._last  # "puts the children at 371 of the 517"
        if whole is not None and (part := self._part(count, whole)):
            return part
        if (other := like(count, before, self._last)) is not None:
            return self._make(count, other.indicator, frozenset(other.by), unit=other.unit)
        return (
            self._goes_on(count, before) or self._named(count, before) or self._left(count, before)
        )

    def _left(self, count: Count, before: list[Indicated]) -> Indicated | None:
        """Whom an act befell, or a part of those who came or left: "left, 1,440 of them Iraqis"."""
        made, whole = self._people(count), flowed(count, before)
        bare = made is not None and made.indicator == "population" and made.verb is None
        return self._part(count, whole) if bare and whole is not None else made

    def _goes_on(self, count: Count, before: list[Indicated]) -> Indicated | None:
        """A number that shares the verb of the one before it, and what that tells of."""
        other = gapped(count, before)
        made = other and self._make(count, other.indicator, frozenset(other.by), unit=other.unit)
        if not made or not other:
            return None
        return replace(made, event=other.event, planned=other.planned, verb=other.verb)

    def _named(self, count: Count, before: list[Indicated]) -> Indicated | None:
        """A number in a list by nationality or by place: "Iraqis 30,573, Syrians 31,436"."""
        told = listed(count, before, self._last)
        if told is None:
            return None
        other, name = told
        nation = lexicon.nationalities().get(name.lower())
        tags = frozenset({nation} if nation else ())
        if other is None or other.unit not in ("people", "households"):
            many = nation is not None and count.number.low >= _MANY_LIVE
            return self._make(count, "population", tags, unit="people") if many else None
        if nation is None and other.indicator == "population":
            return None
        return self._make(count, other.indicator, tags, unit=other.unit)

    def _make(
        self,
        count: Count,
        indicator: str,
        tags: frozenset[str],
        done: Done | None = None,
        unit: str = "",
    ) -> Indicated | None:
        row = self._vocabulary.get(indicator)
        unit = unit or count.noun.unit or "people"
        if row is None or unit not in row.units:
            return None
        dead = count.noun.word in _DEAD  # what is planned for them killed nobody
        verb = done.verb if done else None
        ahead = bool(_DUE.match(_behind(count))) or (verb is not None and planned(verb))
        event = done.act.event if done else None
        by = row.breakdown(tags)
        ahead = ahead and not dead
        return Indicated(count, indicator, by, unit, event, ahead, whole=False, verb=verb)

    def _counted(self, count: Count) -> Indicated | None:
        noun, words = count.noun, text_of(count.sent)
        indicator, tags = noun.indicator or "", set(noun.tags)
        if count.number.kind == "ordinal" and indicator not in _NTH:
            return None
        some = noun.unit == "facilities" and all_of_some(lead(count))
        if some or (noun.unit != "people" and count.number.low == 1 and count.part):
            return None  # "one of the organisations" counts none of them
        if indicator == "nationalities" and count.number.low > _COUNTRIES:
            people = replace(count, noun=replace(noun, unit="people", indicator=None))
            return self._make(people, "population", frozenset({"foreign"}), unit="people")
        if indicator == "nationalities" and _taking(count.token):
            return None  # "14 countries took home 3,500" counts those who act
        if indicator == "disease-cases":
            if not (_DISEASE.search(words) or self._ill):
                return None
            tags |= (
                disease_tags(words)
                if _DISEASE.search(words)
                else disease_tags(self._ill) - {"staff"}
            )
        if indicator == "deaths" and re.search(
            r"\bchild(?:ren)? deaths\b|\bdeaths of \d* ?children\b", words
        ):
            tags |= {"children"}
        elif indicator == "deaths" and VIOLENCE.search(words) and not MISHAP.search(words):
            indicator = "killed"
        return self._make(count, indicator, frozenset(tags), unit=noun.unit)

    def _share(self, count: Count, before: list[Indicated]) -> Indicated | None:
        antecedent = before[-1] if before else self._last
        if antecedent and _OF_THEM.match(_behind(count)) and antecedent.indicator != "population":
            return None
        if before and before[-1].unit == "percent" and _OF_WHICH.search(lead(count)):
            return None  # "94 per cent, of whom two thirds": a share of a share is none of all
        if of_dead(count, antecedent if before else None):
            return None
        row = self._vocabulary.get("population")
        tags = count.noun.tags
        if row is None or not row.breakdown(tags):
            words = lead(count)
            tags = named_before(words)
            if not tags and before and before[-1].by and re.search(r"[(,] ?$", words):
                tags = frozenset(before[-1].by)  # "25,000 Iraqis, half its population"
            tags = tags or _subject_tags(count)
        return self._make(count, "population", tags, unit="percent") if tags else None

    def _part(self, count: Count, whole: Indicated) -> Indicated | None:
        tags, indicator = count.noun.tags, whole.indicator
        unit = count.noun.unit or whole.unit
        if whole.unit in ("events", "percent"):
            return None
        if count.noun.word == "of them":
            unit = whole.unit
        if indicator == "population":
            tags = population_tags(count)
            if "foreign" in whole.by and tags <= {"women", "children"}:
                tags |= {"foreign"}
            if not tags and unit != whole.unit:
                tags = frozenset(whole.by)
        if indicator in ("killed", "deaths"):
            tags = tags or frozenset(whole.by)
            if tags & {"children", "under-5"} and "women" not in tags:
                indicator, tags = "deaths", frozenset({"children"})
        made = self._make(count, indicator, tags, unit=unit)
        return replace(made, whole=True, planned=whole.planned) if made else None

    def _people(self, count: Count) -> Indicated | None:
        article = count.number.start == count.number.end
        done = self._of_violence(self._done(count, article), count)
        tags = count.noun.tags
        if done is None:
            lone = not article and _ALONE.search(_near(count))
            return self._make(count, "unaccompanied-children", tags) if lone else None
        if _ALONE.search(_near(count)) and done.act.name in ("live", "arrive", "return"):
            return self._make(count, "unaccompanied-children", tags, done, "people")
        indicator, tags = self._counts_as(count, done, article=article)
        return self._make(count, indicator, tags, done)

    def _counts_as(self, count: Count, done: Done, *, article: bool) -> tuple[str, frozenset[str]]:
        """(indicator, breakdown) of people whom an act befell."""
        indicator, tags, act = done.act.indicator, count.noun.tags, done.act.name
        if act == "arrive" and hails(count, done):
            return "population", population_tags(count)
        if act in ("return", "arrive"):
            indicator = direction(count, done, self._moved)
            self._moved = indicator if indicator != "arrivals" else self._moved
            return indicator, tags
        if act == "live" and in_care(_near(count)):
            return "", tags
        if act in ("live", "guard", "soldiers"):
            indicator, tags = stock(count)
            stays = indicator == "population" and not tags and _STAYS.search(_near(count))
            return indicator, self._nation() if stays else tags
        if indicator in ("killed", "deaths") and _KIDS & tags and "women" not in tags:
            return "deaths", frozenset({"children"})
        if indicator == "killed":
            beheaded = article and "behead" in clause(count.token, count.sent).text
            return indicator, frozenset({"beheaded"} if beheaded else ())
        if act == "feed" and _FOOD.search(text_of(count.sent)):
            return indicator, tags | {"food"}
        return indicator, tags | disease_tags(text_of(count.sent)) if act == "treat" else tags

    def _nation(self) -> frozenset[str]:
        """The nationality of those told of last: of them others "are still there"."""
        last = self._last.count.noun.tags if self._last is not None else frozenset()
        return frozenset(last) & frozenset(lexicon.nationalities().values())

    def _done(self, count: Count, article: bool) -> Done | None:
        token, noun = count.token, count.noun
        if (article and token.head.dep_ == "agent") or _speaks(token):
            return None  # who did it, "two guards said"
        if noun.measured:
            return standing(count)
        words = clause(token, count.sent)
        if noun.unit == "" and (done := self._bare(count, words)) is not None:
            return done
        done = self._acted(count, words)
        if article:
            weak = _MANY - ({"return"} if count.quantity.low == 0 else set())
            return done if done and done.verb is not None and done.act.name not in weak else None
        if done is None:
            return Done(named("live"), None) if _many(count) else None
        return done if noun.unit != "" or _told_bare(done, words.text) else None

    def _bare(self, count: Count, words: Span) -> Done | None:
        """The act of a number that no noun follows."""
        token = count.token
        if (done := elliptic(count) or beside(token)) is not None:
            return done
        done = act_of(token, count.sent, self._mishap)
        if done is not None and directly(token, done):
            return done
        done = bare_act(token, words)
        if done is None and (_NUMBER.search(lead(count)) or _we(count)):
            return Done(named("live"), None)
        return done

    def _acted(self, count: Count, words: Span) -> Done | None:
        """What the clause says befell them, or what it goes on with."""
        done = act_of(count.token, count.sent, self._mishap)
        if done is None or done.verb is None:
            done = elliptic(count) or done
        killed = self._last is not None and self._last.indicator == "killed"
        if done is not None and done.act.name == "die" and killed and _THE_DEAD.search(words.text):
            return Done(named("kill"), done.verb)
        return done

    def _of_violence(self, done: Done | None, count: Count) -> Done | None:
        """A death told right after a deed of violence is one by it."""
        if done is None or done.act.name != "die" or not self._violent:
            return done
        return done if MISHAP.search(text_of(count.sent)) else Done(named("kill"), done.verb)


_OF_THEM = re.compile(r"\s*(?:of|among) (?:them|whom|which|these|those)\b")
_OF_WHICH = re.compile(r"\b(?:of|among) (?:them|whom|which|these|those)\b[^,;]*$")
_OF_MANY = re.compile(r"\s*of (?:the|its|those) \d")


def _behind(count: Count) -> str:
    """The words of the sentence right behind a count."""
    at = count.end - count.sent.start_char
    return text_of(count.sent)[at : at + 30]


_STAYS = re.compile(r"\b(?:still|remain\w*|stay\w*|left behind|yet to)\b", re.IGNORECASE)
_KIDS = frozenset(("children", "under-5"))
_THE_DEAD = re.compile(r"\bthe dead (?:were|are|include)", re.IGNORECASE)


def _we(count: Count) -> bool:
    """As in "we are 14,000 here"."""
    said = re.search(
        r"\b(?:we|they) (?:are|were|number)\b\W*(?:\w+ ){0,2}$", lead(count), re.IGNORECASE
    )
    return bool(said) and _behind(count).lstrip().startswith(("here", "in th"))


def _many(count: Count) -> bool:
    """True for people in thousands, who live somewhere where nothing else is told of them."""
    people = count.noun.unit in ("people", "households") and count.number.kind == "cardinal"
    return people and count.number.low >= _MANY_LIVE and count.noun.word not in ("life", "lives")


def _taking(token: Token) -> bool:
    """True for states that take people home."""
    verb = token.head
    takes = token.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in verb.children)
    return takes and verb.lemma_.lower() in named("return").obj


def _speaks(token: Token) -> bool:
    """True for who says something, and is not counted by it."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.lemma_.lower() in lexicon.cue_set("tails")


def _subject_tags(count: Count) -> frozenset[str]:
    """As in "children under five are a fifth of the camp": the subject says whose share it is."""
    node = count.token
    for _ in range(3):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            break
    subject = next((c for c in node.children if c.dep_ == "nsubj" and c.i < count.token.i), None)
    if subject is None or node.pos_ not in ("VERB", "AUX"):
        return frozenset()
    return tags_of(subject, max(subject.left_edge.i, subject.i - 3))


def _told_bare(done: Done, words: str) -> bool:
    """False for acts that a number without a noun is too little for."""
    if done.act.name in ("guard", "soldiers"):
        return bool(re.search(r"\b(?:number|numbered|total|totall?ed|stand at)\b", words))
    return done.act.name != "feed"


def _near(count: Count) -> str:
    base = count.sent.start_char
    return text_of(count.sent)[max(0, count.start - base) : count.end - base + 40].split(";")[0]
