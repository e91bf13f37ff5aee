"""What no writer writes on purpose: marks that cannot be seen, odd quotes, half characters.

In each language that is read: nothing raises, and every span is its text.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.camp import account, mentions, read

PROSE = {
    "en": (
        "Five people were killed in Tarnholt on Friday, the Border Commission said.",
        "“The camp holds 14,200 people,” Mira Oland told reporters in May.",
        "According to officials, some 1,150 women and 40 children arrived from Aru.",
    ),
    "ar": (
        "قالت المنظمة إن خمسة أشخاص قتلوا في المخيم يوم الاثنين.",
        "يضم المخيم نحو ٦٢٠٠٠ شخص، بينهم 1,200 امرأة و40 طفلا.",
        "وفقا للجنة الحدود، وصل 300 شخص في أيار 2021.",
    ),
    "fr": (
        "Cinq personnes ont été tuées lundi dans le camp, a déclaré la Commission.",
        "Selon l'ONU, le camp compte environ 62 000 personnes, dont 1 200 enfants.",
        "« Nous avons vu trois incendies en mai 2021 », a dit Mira Oland.",
    ),
}
ODD = {
    "zero width": "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e",
    "direction": "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "quotes": "\"'`´‘’‚‛“”„‟‹›«»〝〞〟＂＇❛❜❝❞「」『』",
    "half characters": "\ud800\udbff\udc00\udfff",
    "on top of others": "\u0300\u0301\u0651\u0670\u20e3\ufe0f\u1ab0\u0e47",
    "digits": "٠١٢٣۴۵߂१²½Ⅷ㊿０１𝟗",
    "spaces and line ends": " \u00a0\u2003\u202f\u3000\u2028\u2029\x0b\x0c\x85\x1c\r\n\t",
    "no characters": "\x00\x01\x1b\x7f\ufffd\uffff\ue000\U0010ffff",
    "large and small": "ßİıǅﬁſKÅΣς",
}
FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def mixed(language, odd):
    """Sentences with odd characters between any two characters, in the place of some, or alone."""
    parts = st.one_of(
        st.sampled_from(PROSE[language]),
        st.text(odd, min_size=1, max_size=6),
        st.tuples(st.sampled_from(PROSE[language]), st.integers(0, 60), st.sampled_from(odd)).map(
            lambda row: row[0][: row[1]] + row[2] + row[0][row[1] :]
        ),
        st.tuples(st.sampled_from(PROSE[language]), st.sampled_from(odd)).map(
            lambda row: row[0].replace(" ", row[1])
        ),
        st.tuples(st.sampled_from(PROSE[language]), st.sampled_from(odd)).map(
            lambda row: row[1].join(row[0])
        ),
        st.text(max_size=20),
    )
    return st.lists(parts, max_size=5).map(" ".join)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("language", PROSE)
def test_every_span_is_its_text(language, odd):
    @FEW
    @given(mixed(language, odd))
    def holds(text):
        found = read(account(text, language=language))
        assert all(claim.span.holds(text) for claim in found.claims)
        assert all(text[m.start : m.end] == m.text and m.text for m in mentions(found))

    holds()
