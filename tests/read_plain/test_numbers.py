"""Numbers in digits and words, in Arabic and French."""

import pytest

from thirdhand.read.plain.folded import fold
from thirdhand.read.plain.number import numbers

ARABIC = [
    ("أربعة وستين ألفاً وثلاثمائة وثلاثة وسبعين شخصاً", [64373]),
    ("٧٠ ألف شخص", [70000]),
    ("٦٢٬٥٠٠ نازح و١٣ طفلاً", [62500, 13]),
    ("62 000 نازح", [62000]),
    ("بـ56 ألفاً", [56000]),
    ("مليونان وثلاثمئة ألف لاجئ", [2300000]),
    ("2.5 مليون", [2500000]),
    ("3 آلاف و500 لاجئ", [3500]),
    ("ثلاثة عشر طفلا وإحدى وعشرون امرأة", [13, 21]),
    ("خمسة وسبعة", [5, 7]),
    ("ألفان وأربعون", [2040]),
    ("مئتا خيمة", [200]),
    ("ثلاث مئة وخمسون أسرة", [350]),
    ("الدفعة الحادية والعشرون", []),
    ("لست متأكداً", []),
]
FRENCH = [
    ("62 000 personnes", [62000]),
    ("11.000 enfants", [11000]),
    ("2,5 millions d'habitants", [2500000]),
    ("quatre-vingt-dix-sept femmes", [97]),
    ("soixante et onze", [71]),
    ("vingt et un enfants", [21]),
    ("deux mille trois cents familles", [2300]),
    ("mille cinq cents", [1500]),
    ("une centaine de tentes", [100]),
    ("le 1er mars", []),
    ("une femme", []),
]


@pytest.mark.parametrize(("text", "values"), ARABIC)
def test_arabic(text, values):
    assert [n.low for n in numbers("ar", fold(text).text)] == values


@pytest.mark.parametrize(("text", "values"), FRENCH)
def test_french(text, values):
    assert [n.low for n in numbers("fr", fold(text).text)] == values


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("ar", "آلاف النازحين", 1000, 9999),
        ("ar", "عشرات الآلاف من النازحين", 10000, 99999),
        ("ar", "مئات النساء", 100, 999),
        ("fr", "des dizaines de milliers de personnes", 10000, 99999),
        ("fr", "des centaines d'enfants", 100, 999),
    ],
)
def test_a_vague_plural_is_a_range(code, text, low, high):
    assert [(n.low, n.high, n.kind) for n in numbers(code, fold(text).text)] == [
        (low, high, "vague")
    ]
