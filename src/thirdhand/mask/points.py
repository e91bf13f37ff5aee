"""Points on the ground, in all the ways that people write them."""

import re
from collections.abc import Iterator

_MINUTE = r"(?:\s*(?:'|′|’|‘|min(?:utes)?\.?|m)\s*)"
_SECOND = r"(?:\s*(?:\"|″|”|''|’’|′′|sec(?:onds)?\.?|s)\s*)"
_SIDE = r"[NSEWO]\b"
_NUMBER = r"[-+−]?\d{1,3}(?:[.,]\d+)?"
_FINE = r"[-+−]?\d{1,3}\.\d{3,}"
_LABEL = (
    r"(?:lat(?:itude)?|lon(?:g|gitude)?|lng|gps|co-?ordinates?|coords?|northing|easting|"
    r"geolocat\w+|grid(?: ref(?:erence)?)?|mgrs|utm|plus code|geohash|"
    r"خط العرض|خط الطول|إحداثيات|احداثيات)"
)
_ZONE = r"\d{1,2}\s?[C-HJ-NP-X]"
_CODE = "[23456789CFGHJMPQRVWX]"
_MAPS = (
    r"(?:maps\.app\.goo\.gl|goo\.gl/maps|(?:www\.)?google\.[a-z.]+/maps|maps\.google\.[a-z.]+|"
    r"(?:www\.)?openstreetmap\.org|osm\.org|maps\.apple\.com|(?:www\.)?bing\.com/maps|"
    r"(?:www\.)?waze\.com|wikimapia\.org|what3words\.com|w3w\.co|yandex\.[a-z.]+/maps|"
    r"plus\.codes|earth\.google\.com)"
)
_DMS = (
    rf"(?i)(?:\b[NSEWO]\s?)?{_NUMBER}\s*(?:°|º|˚|\bdeg(?:rees)?\b\.?)\s*"
    rf"(?:{_NUMBER}{_MINUTE}(?:{_NUMBER}{_SECOND}?)?)?(?:\s*{_SIDE})?"
)
_LABELLED = (
    rf"(?i)\b{_LABEL}[\s:=(]{{0,4}}(?:(?:is|are|of|at|point)\s)?{_NUMBER}"
    rf"(?:\s*[,;/|]?\s*(?:and\s)?(?:{_LABEL}[\s:=]{{0,3}})?{_NUMBER})?"
)
_SPELT = (
    rf"(?i){_NUMBER}\s?(?:degrees?\s)?(?:north|south)\b[,;/ ]*(?:and\s)?"
    rf"{_NUMBER}\s?(?:degrees?\s)?(?:east|west)\b"
)
_UTM = (
    rf"(?i)\b{_ZONE},?\s+(?:E\s?[:=]?\s?)?\d{{6}}(?:\.\d+)?\s?(?:m?E)?[,;/ ]+"
    r"(?:N\s?[:=]?\s?)?\d{6,7}(?:\.\d+)?(?:\s?m?N\b)?"
)
_POINTS = [
    re.compile(pattern)
    for pattern in (
        # Links and addresses of maps, whole.
        rf"(?i)(?:https?://)?\b{_MAPS}(?:[^\s<>\"”)]*[^\s<>\"”),.;])?",
        r"(?i)\bgeo:[-+\d.,;=\w]*\w",
        r"(?i)(?:///|(?:w3w|what3words)\W{1,3})\w+\.\w+\.\w+",
        rf"(?<![\w+]){_CODE}{{4,8}}\+{_CODE}{{2,3}}(?![\w+])",
        # "36°22'35.1\"N", "36° 22.58' N", "N 36° 22' 35\"", "36.3764°", one or both halves.
        _DMS,
        rf"(?i)\b\d{{1,3}}d\s?\d{{1,2}}m(?:\s?\d{{1,2}}(?:\.\d+)?s)?(?:\s*{_SIDE})?",
        # "36 22 35 N, 41 08 29 E", "36-22-35N 041-08-29E", "362235N 0410829E".
        rf"\b\d{{1,3}}[ :-]\d{{1,2}}[ :-]\d{{1,2}}(?:\.\d+)?\s?{_SIDE}",
        r"\b\d{4,7}(?:\.\d+)?\s?[NS][,;/ ]*\d{4,7}(?:\.\d+)?\s?[EW]\b",
        # Pairs of numbers with three decimals or more, or with letters.
        rf"(?i)(?<![\d.,]){_FINE}\s*(?:{_SIDE})?\s*[,;/|]?\s*{_FINE}(?:\s*{_SIDE})?(?!\d)",
        r"(?<![\d.,])\d{1,3},\d{4,}\s*[;,/| ]\s*\d{1,3},\d{4,}(?!\d)",
        r"(?<![\d.,])\d{1,3}\.\d{1,}\s?[NSEW]\b",
        r"\b[NSEW]\s?\d{1,3}\.\d{2,}(?!\d)",
        r"(?<![\d.,])[-+−]?\d{1,3}\.\d{5,}(?!\d)",
        # "36.37 north, 41.14 east".
        _SPELT,
        # "N36 22.450 E041 08.750": degrees and minutes.
        r"\b[NSEW]\s?\d{1,3}[ °]\s?\d{1,2}\.\d+\b",
        r"(?<![\d.,])\d{1,3},\d{3,}\s?[NSEWO]\b",
        r"(?<![\d.,٫])\d{1,3}٫\d{3,}(?:\s*[،,;/]?\s*\d{1,3}٫\d{3,})?",
        # "lat: 36.37, lon 41.14", "GPS 36.37/41.14", "grid 123 456".
        _LABELLED,
        _UTM,
        rf"\b{_ZONE}\s?[A-HJ-NP-Z]{{2}}\s?\d{{2,5}}\s?\d{{2,5}}\b",
    )
]
# No number of degrees on the ground: a temperature.
_WARM = re.compile(r"\s*(?:°|º|˚|deg(?:rees)?)\s?(?:C|F|Celsius|Fahrenheit)\b")


def points(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of coordinates, grid references, codes of places and links into maps."""
    for pattern in _POINTS:
        for found in pattern.finditer(text):
            start, end = found.span()
            tail = text[max(start, end - 12) : end + 12]
            if not _WARM.search(tail):
                yield start, len(text[:end].rstrip())
