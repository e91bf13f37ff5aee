"""Voices, times and places of Arabic and French accounts; languages that nobody reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read_plain.conftest import read

VOICES = [
    ("ar", 'أعلنت منظمة "فانوس" وفاة 62 طفلاً في المخيم.', "منظمة فانوس"),
    ("ar", "قال مدير المخيم إن 43 ألف شخص يعيشون فيه.", "مدير المخيم"),
    ("ar", "بلغ عدد سكان المخيم 30 ألفاً بحسب لجنة الحدود.", "لجنة الحدود"),
    ("fr", "Selon la Commission, 43 000 personnes vivent dans le camp.", "la Commission"),
    ("fr", "La Commission a déclaré que 43 000 personnes vivent dans le camp.", "La Commission"),
    ("fr", "« Le camp compte 43 000 personnes », a affirmé le directeur.", "le directeur"),
]
TIMES = [
    ("ar", "منذ 13 أيلول 2018 وصل 300 شخص.", "2018-09-13", "2021-09-23"),
    ("ar", "وصل 300 شخص في يونيو 2021.", "2021-06-01", "2021-06-30"),
    ("ar", "وصل 300 شخص في تشرين الثاني عام ألفين وعشرين.", "2020-11-01", "2020-11-30"),
    ("ar", "توفي 62 طفلاً هذا العام.", "2021-01-01", "2021-09-23"),
    ("ar", "وصل 300 شخص العام الماضي.", "2020-01-01", "2020-12-31"),
    ("fr", "300 personnes sont arrivées depuis janvier.", "2021-01-01", "2021-09-23"),
    ("fr", "300 personnes sont arrivées le 1er mars 2020.", "2020-03-01", "2020-03-01"),
    ("fr", "300 personnes sont arrivées l'année dernière.", "2020-01-01", "2020-12-31"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), VOICES)
def test_the_voice_of_a_figure(reading, language, text, speaker):
    claims = [c for c in reading(text, language).claims if c.kind in ("figure", "incident")]
    assert [c.chain[0] for c in claims] == [speaker]


@pytest.mark.parametrize(("language", "text", "start", "end"), TIMES)
def test_when_a_figure_holds(reading, language, text, start, end):
    (claim,) = [c for c in reading(text, language).claims if c.quantity]
    assert claim.period
    assert (claim.period.start, claim.period.end, claim.period.basis) == (start, end, "stated")


@pytest.mark.parametrize(
    ("language", "text", "place", "name"),
    [
        ("ar", "نُقلوا إلى الرَّقة.", "الرَّقة", "Ar Raqqah"),
        ("ar", "وصلوا إلى مخيّم ترنهولت.", "مخيّم ترنهولت", "Tarnholt"),
        ("ar", "استعادت ألمانيا نساءها.", "ألمانيا", "Germany"),
        ("fr", "Ils vivent en Allemagne.", "Allemagne", "Germany"),
        ("fr", "Ils sont arrivés à Raqqa.", "Raqqa", "Ar Raqqah"),
    ],
)
def test_a_place(reading, language, text, place, name):
    assert (place, name) in {(p.text, p.name) for p in reading(text, language).places}


@pytest.mark.parametrize("language", ["de", "tr", None])
def test_another_language_is_told_as_unread(reading, language):
    unread = reading("Im Lager leben 300 Menschen.", language)
    assert (unread.claims, [i.code for i in unread.issues]) == ((), ["unread-language"])


WORDS = [w for _, text, *_ in [*VOICES, *TIMES] for w in text.split()]
MARKS = list('ًٌٍَُِّْـ\u200f\u202b\x00«»"،؛؟.\n ٠١٢0123\ud800\u0301')
ODD = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=3)))


@settings(max_examples=150, deadline=None)
@given(ODD.map(" ".join) | ODD.map("".join), st.sampled_from(["ar", "fr"]))
def test_every_row_stands_at_its_words(text, language):
    made = read(text, language)
    rows = [*made.figures, *made.places, *made.times]
    for said in made.attributions:
        rows += [m for m in (said.source, said.cue, *said.content) if m]
    assert all(text[r.start : r.end] == r.text != "" for r in rows)
    assert all(c.span.holds(text) for c in made.claims)
