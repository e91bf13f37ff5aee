"""Which language a text is in: stated, or told from the words where they are enough."""

import re
from functools import cache

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Fewer LETTERS than this say little about any language.
LETTERS = 12
# A whole page is told by more than FLOOR. A line or a headline spreads its rest thinly over dozens
# of languages: there the first is told where it has LEAST, and LEAD times what the second has.
FLOOR = 0.6
LEAST = 0.3
LEAD = 4
# A page's template can state a language that its words are not in; this sure, and it is told.
SURE = 0.95
SAMPLE = 20_000
# A line of a table or a headline is too short to tell; a word of these makes it English.
ENGLISH = frozenset(
    (
        "the of and by from with were was are been people persons individuals idps refugees"
        " returnees families households houses homes killed injured wounded dead missing displaced"
        " evacuated destroyed damaged homeless affected arrived sheltered children women population"
    ).split()
)
SHORT = 12  # words
ENGLISH_CODE = "en"
CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,30})?")


def language_code(stated: str) -> str | None:
    """ISO 639-1 code of a stated language ("en-GB" is "en"); None where it is no such code."""
    match = CODE.fullmatch(stated.strip())
    return match.group(1).lower() if match else None


def language_of(text: str) -> tuple[str | None, float]:
    """The language of `text` and how sure that is (0..1); None where it cannot be told."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return (ENGLISH_CODE if _is_short_english(sample) else None), 0.0
    (code, sure), (_, second) = _identifier().rank(sample)[:2]
    told = sure >= FLOOR or sure >= max(LEAST, LEAD * second)
    if not told and _is_short_english(sample):
        return ENGLISH_CODE, float(sure)
    return (str(code) if told else None), float(sure)


def _is_short_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return text.isascii() and len(words) <= SHORT and bool(ENGLISH & set(words))


@cache
def _identifier() -> LanguageIdentifier:
    """py3langid over the languages that have a two-letter code and are a mother tongue today.

    Its other labels (dialects, creoles, dead and made languages) draw short texts away.
    """
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    codes = {code for code in identifier.labels if len(code) == 2}
    identifier.set_languages(codes - {"eo", "la", "sa", "vo"})
    # It leaves its table column by column, and looks rows up: this halves the time, no digit moves.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc)
    return identifier
