# ruff: noqa: E501 - a row of a case table is one line
"""Whatever the text: no crash, every span holds, the same rows again, in linear time."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.camp import account, mentions, read

SENTENCES = (
    "Five people were killed in Tarnholt on Friday, the Border Commission said.",
    "“The camp holds 14,200 people,” Mira Oland told reporters.",
    "According to a report by Lantern Relief, officials said 45 guards were left.",
    "Some 1,150 people arrived last week, most of them women and children.",
    "Two fires broke out in Sector 5; about 40 tents were lost.",
    "The water supply has got worse since July.",
    "She said that he had denied it.",
    "Of them, 3,100 are foreigners and half are children.",
    "Norway took home 14 women and 32 children.",
    "It fell to 12,300 in March, from 69,0151.",
)
NOISE = (
    *("", " ", "\n", "\n\n", "\t", "\x00", "\ufeff", "\u200f", "\u2028", "\r\n", "…", "—", "“", "”"),
    *("مخيم تارنهولت يضم ٦٢٠٠٠ شخص.", "العدد 14,200 شخص", "😀👩‍👩‍👧", "e\u0301", "ﬁ", "½ of them", "²"),
    *("x" * 800, "9" * 400, "(((((", "]]]]]", "----", '""""', "‘’", "said said said", "31 April"),
    *("http://a.example/b?c=1,200", "@Mira #camp", "1.\n2.\n3.", "• 40 tents\n• 20 people", "$$$"),
    *("they said it said they", "according to according to", "who who who", "\ud800", "K\u212a", "ſ"),
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(NOISE), st.text(max_size=30)), max_size=6
).flatmap(lambda parts: st.sampled_from([" ", "", "\n", "\n\n"]).map(lambda s: s.join(parts)))
BOUNDED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@BOUNDED
@given(TEXTS, st.sampled_from([None, "2019", "2019-08", "2019-08-12", "2020-02-29"]))
def test_every_span_holds_and_the_rows_are_the_same_again(text, published):
    told = account(text, published)
    found = read(told)
    assert all(c.span.holds(text) for c in found.claims)
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions(found))
    assert all(c.chain and c.chain[-1] == told.outlet for c in found.claims)
    assert all(c.attributed == (len(c.chain) > 1) for c in found.claims)
    assert all(0 <= c.score <= 1 for c in found.claims)
    ids = [c.id for c in found.claims]
    assert len(ids) == len(set(ids))
    spans = [(c.span.start, c.span.end) for c in found.claims]
    assert spans == sorted(spans)
    assert all(
        a.parent is None or 0 <= a.parent < len(found.attributions) for a in found.attributions
    )
    assert read(told) == found


@pytest.mark.parametrize("text", [n for n in NOISE if not set(n) & set('“”‘’"')])
def test_noise_between_sentences_loses_no_figure(text):
    told = f"{SENTENCES[3]}\n\n{text}\n\n{SENTENCES[7]}"
    found = {c.quantity.point for c in read(account(told)).claims if c.quantity}
    assert {1150, 3100} <= found


def test_an_empty_text_gives_an_empty_reading():
    assert read(account("")).claims == ()
    assert read(account(" \n ")).claims == ()


def story(words):
    """A text of about `words` words, no sentence the same number twice."""
    parts, count = [], 0
    while count < words:
        at = len(parts)
        parts.append(SENTENCES[at % len(SENTENCES)].replace("Friday", f"{at % 28 + 1} May"))
        if at % 7 == 6:
            parts[-1] += "\n\n"
        count += len(parts[-1].split())
    return " ".join(parts)


def seconds(text):
    told = account(text)
    begun = time.process_time()
    read(told)
    return time.process_time() - begun


def test_a_text_four_times_as_long_takes_four_times_as_long():
    """4,000 and 16,000 words, with some room for a busy machine."""
    read(account(SENTENCES[0]))  # the parser is loaded
    assert seconds(story(16_000)) < 6 * seconds(story(4_000))


def listed(count):
    """One sentence with `count` numbers."""
    return "In the camp " + ", ".join(f"{n + 12} people in Almo {n}A" for n in range(count)) + "."


def test_a_sentence_with_four_times_the_numbers_takes_four_times_as_long():
    read(account(SENTENCES[0]))  # the parser is loaded
    assert seconds(listed(1_200)) < 7 * seconds(listed(300))


RUNS = {
    "one long number": "7", "capitals": "Tarn Holt ",
    "one long word": "x", "quotes": "“", "straight quotes": '"', "hyphens": "- ", "dashes": "—",
    "brackets": "(", "square brackets": "[] ", "dots": ".", "lines": "\n", "short lines": "A\n",
    "semicolons": "; ", "dates": "4 June ", "said": "said ", "the camp": "the camp ",
    "hedges": "about ", "and": "and ", "of": "of the ", "women": "women and children ",
    "spaces": " ", "RTL": "شخص ", "emoji": "😀", "slashes": "A/", "launch": "launched a ",
}  # fmt: skip


@pytest.mark.parametrize("piece", RUNS.values(), ids=RUNS)
def test_a_long_run_takes_no_long_time(piece):
    """Five hundred pieces: about a page, in one sentence."""
    assert seconds(piece * min(500, 6_000 // len(piece))) < 2
