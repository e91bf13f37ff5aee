"""What a fact check sets down to be checked: the words of somebody else, not its own."""

import re
from collections.abc import Iterator
from functools import cache

from thirdhand.model.claim import Stance
from thirdhand.read import lexicon
from thirdhand.read.saying import Saying


def checked(text: str) -> Iterator[Saying]:
    """The line behind a label such as "Claim:": denied where the text finds it wrong, else alleged.

    A saying that names its speaker, in the same line, stands inside it.
    """
    for match in _labelled().finditer(text):
        label, told = match.span("label"), match.span("told")
        stance: Stance = "denied" if _wrong().search(text, told[1]) else "alleged"
        yield Saying(None, label, (told,), None, "unnamed", stance, "induced")


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(sorted(lexicon.cue_set("checked"), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[.!?؟]) )\s*(?P<label>(?:{labels})) ?: ?(?P<told>[^\n]*\S)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _wrong() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.cue_set('found_wrong'))})\b", re.IGNORECASE)
