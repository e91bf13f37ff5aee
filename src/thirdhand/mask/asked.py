"""What the trained finder is asked: whether a name that its form does not decide is a person's."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from thirdhand.mask.finder import entities
from thirdhand.mask.matcher import Key
from thirdhand.mask.roles import ground
from thirdhand.mask.runs import Candidate
from thirdhand.mask.sentences import Place, sentence
from thirdhand.mask.words import keys, table

# So many sentences are asked of the pipeline; what it is not asked about counts as a person.
ASKED = 400
EACH = 2
# So many words make a whole name.
PAIR = 2
# A word this short or shorter is no name of its own.
SHORT = 2
# What the finder calls the names of places and peoples.
GROUND = frozenset(("GPE", "LOC", "FAC", "NORP"))
# Before these a name is that of a place or a body.
_MANY = ("bodies", "offices", "counted", "ground")
# What a person does, and no place or body.
_DOES = re.compile(
    r"^[\"”’]?(?:"
    r" and (?:(?:the )?others|his|her|my|their)\b"
    r"| (?:was|is|has|had) (?:born|sick|ill|dead|alone|afraid|pregnant|married|asleep|two|three"
    r"|four|no (?:shoes|teeth|parents|papers))\b"
    r"| (?:cough|weep|wept|cri|cry|laugh|smil|sing|sang|sleep|slept|limp|faint|shiver|whisper|sob"
    r"|sigh|nod|shrug|kneel|cook|sew|bak|beg|pray|walk|thank|kiss|hugg?|remember|wonder|marri"
    r"|divorc)\w*\b"
    r"| turned (?:\d|[a-z]+\b)"
    r"| (?:died|drowned|vanished|disappeared|survived|recovered|escaped|knew|knows|whose)\b"
    r"|, who(?:se)?\b"
    r"|['’]s (?:tent|wife|husband|mother|father|body|hands?|eyes|voice|phone|face|leg|arm|head"
    r"|baby)\b)"
)
_TO = re.compile(
    r"\b(?:tell|told|ask|asked|kiss|kissed|hug|hugged|greet|thank|thanked|marry|married|wed|buried"
    r"|met|meet|love|loved|miss|missed|bless|treated|carried|washed|fed|hid|lost|visited|dear|little|poor|old|one"
    r"|(?:slept|sat|lived?|sleeps?|lives|cried|walked|fled|talked|spoke|speak|stay|stayed)"
    r" (?:with|beside|next to)"
    r"|(?:we|they) (?:have|had|took|have taken|beat|shot|found))\s$",
    re.IGNORECASE,
)
Met = Mapping[Key, Sequence[tuple[Place, Candidate]]]


def by_pipeline(found: Met, english: Callable[[str], bool]) -> set[Key]:
    """Of names that their form does not decide, those that may be persons."""
    order = sorted(found, key=lambda k: (-max(c.strange for _, c in found[k]), -len(found[k]), k))
    asked: dict[str, list[tuple[Key, int, int]]] = {}
    people: set[Key] = set()
    for key in order:
        for place, candidate in found[key][:EACH]:
            start, end = sentence(place.text, candidate.start, candidate.end)
            text = place.text[start:end]
            if text not in asked and len(asked) >= ASKED:
                people.add(key)
                continue
            asked.setdefault(text, []).append((key, candidate.start - start, candidate.end - start))
    return people | _labelled(asked, found, english)


def _labelled(
    asked: Mapping[str, Sequence[tuple[Key, int, int]]],
    found: Met,
    english: Callable[[str], bool],
) -> set[Key]:
    """Those of the names that the finder, or what stands around them, takes for persons."""
    people: set[Key] = set()
    labels: dict[Key, set[str]] = defaultdict(set)
    for rows, told in zip(asked.values(), entities(list(asked)), strict=True):
        for key, start, end in rows:
            if told is None:
                people.add(key)
                continue
            labels[key] |= {e.label for e in told if min(e.end, end) > max(e.start, start)}
    return people | {k for k, seen in labels.items() if _person(k, seen, found[k], english)}


def _person(
    key: Key,
    seen: set[str],
    rows: Sequence[tuple[Place, Candidate]],
    english: Callable[[str], bool],
) -> bool:
    strange = max(c.strange for _, c in rows)
    if seen == {"PERSON"} or (strange and "PERSON" in seen):
        return True
    if strange >= PAIR:
        # Two words that nobody knows are a person unless something says otherwise.
        if all(len(word) <= SHORT for word in key) and len(key) > PAIR:
            return False  # "BY-NC-ND"
        return not (seen and seen <= GROUND and _paired(rows[0]))
    return bool(strange) and not english(key[-1]) and _alone(seen, rows)


def _of_many(behind: str) -> bool:
    """True before "police", "residents" and the like: they are of a place or a body."""
    row = keys(behind)[:1] if behind[:1] == " " else ()
    return bool(row) and any(row[0] in table()[name] for name in _MANY)


def _paired(row: tuple[Place, Candidate]) -> bool:
    """True for two words that a hyphen joins, as it does the names of regions."""
    place, candidate = row
    words = candidate.words
    return len(words) == PAIR and place.text[words[0].end : words[1].start].strip() in ("-", "–")


def _alone(seen: set[str], rows: Sequence[tuple[Place, Candidate]]) -> bool:
    """True for one word that no list knows where people are named, and no place or body is."""
    for place, candidate in rows[:EACH]:
        word, text = candidate.words[0], place.text
        if len(word.text) <= SHORT:
            continue
        if ground(text, word.start, word.end, sure=False):
            continue
        before, behind = text[max(0, word.start - 40) : word.start], text[word.end : word.end + 40]
        called = before[-2:] == ", " and behind[:1] in "?!"
        if called or _DOES.match(behind) or _TO.search(before):
            return True
        plain = not any(c.isupper() for c in word.text[1:])
        if plain and not seen and not _of_many(behind):
            return True
    return False
