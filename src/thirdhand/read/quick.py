"""A quick look whether a text can hold a match, before it is searched with care.

Python's patterns that ignore case find no literal to look for and try every place. The same
pattern over a text in small letters is four times as quick.
"""

import re
from collections.abc import Callable
from functools import cache

_CAPITAL = re.compile(r"(\\.|\(\?P[<=]\w+)|([A-Z])", re.DOTALL)


@cache
def quick(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Search of a text in small letters: nothing where `pattern` finds nothing in the text."""
    small = _CAPITAL.sub(lambda m: m[1] or m[2].lower(), pattern.pattern)
    return re.compile(small, pattern.flags & ~re.IGNORECASE).search
