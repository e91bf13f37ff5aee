"""Figures as claims: indicator, breakdown, unit, value and hedge."""

import pytest

PEOPLE = "people"
ARABIC = [
    ("عُثر على جثة لاجئ عراقي قُتل بالرصاص.", ("killed", (), PEOPLE, 1, 1, "exact")),
    ("قُتلت امرأة بسكين في المخيم.", ("killed", (), PEOPLE, 1, 1, "exact")),
    (
        "يعيش في المخيم أكثر من ٤٣ ألف نازح.",
        ("population", ("displaced",), PEOPLE, 43000, None, "more than"),
    ),
    ("تجاوز عدد سكان المخيم 70 ألفاً.", ("population", (), PEOPLE, 70000, None, "more than")),
    ("يضمّ المخيّم قُرابة 12 ألف طفل.", ("population", ("children",), PEOPLE, 12000, 12000, "nearly")),
    ("يؤوي المخيم ما لا يقل عن 900 أسرة.", ("population", (), "households", 900, None, "at least")),
    ("قُتلت امرأتان بالرصاص في المخيم.", ("killed", (), PEOPLE, 2, 2, "exact")),
    ("توفي طفلان بسبب البرد.", ("deaths", ("children",), PEOPLE, 2, 2, "exact")),
    ("أصيب سبعة أشخاص بجروح.", ("injured", (), PEOPLE, 7, 7, "exact")),
    ("اعتقلت القوات 27 مشتبهاً.", ("arrests", (), PEOPLE, 27, 27, "exact")),
    ("غادرت 155 عائلة عراقية المخيم.", ("returns", (), "households", 155, 155, "exact")),
    ("استعادت ألمانيا 12 طفلاً ألمانياً.", ("repatriated", (), PEOPLE, 12, 12, "exact")),
    ("وصل إلى المخيم نحو 300 نازح.", ("arrivals", (), PEOPLE, 300, 300, "about")),
    ("سجلت 14 محاولة هروب هذا الشهر.", ("escape-attempts", (), "events", 14, 14, "exact")),
    ("في المخيم 800 شخص، نصفهم أطفال.", ("population", ("children",), "percent", 50, 50, "exact")),
    ("يقيم فيه 9 آلاف أجنبي من 57 دولة.", ("nationalities", (), "countries", 57, 57, "exact")),
    ("التهم الحريق 20 خيمة.", ("tents-lost", ("fire",), "tents", 20, 20, "exact")),
    ("عثرت القوات على 4 أنفاق.", ("tunnels-found", (), "items", 4, 4, "exact")),
]
FRENCH = [
    ("Une jeune Irakienne a été tuée.", ("killed", (), PEOPLE, 1, 1, "exact")),
    ("On a trouvé le corps d'un réfugié, tué par balles.", ("killed", (), PEOPLE, 1, 1, "exact")),
    (
        "Le camp abrite près de 62 000 personnes.",
        ("population", (), PEOPLE, 62000, 62000, "nearly"),
    ),
    (
        "Quelque 11.000 enfants étrangers y vivent.",
        ("population", ("children", "foreign"), PEOPLE, 11000, 11000, "about"),
    ),
    (
        "Au moins 73 personnes ont été tuées par balles.",
        ("killed", (), PEOPLE, 73, None, "at least"),
    ),
    ("Deux enfants sont morts de froid.", ("deaths", ("children",), PEOPLE, 2, 2, "exact")),
    ("Une trentaine de suspects ont été arrêtés.", ("arrests", (), PEOPLE, 30, 30, "about")),
    (
        "Plus de 500 familles irakiennes ont quitté le camp.",
        ("returns", (), "households", 500, None, "more than"),
    ),
    ("Paris a rapatrié 35 mineurs français.", ("repatriated", (), PEOPLE, 35, 35, "exact")),
    (
        "La moitié des habitants sont irakiens.",
        ("population", ("iraqi",), "percent", 50, 50, "exact"),
    ),
    (
        "90 % sont des femmes et des enfants.",
        ("population", ("women", "children"), "percent", 90, 90, "exact"),
    ),
    ("L'incendie a détruit douze tentes.", ("tents-lost", ("fire",), "tents", 12, 12, "exact")),
    (
        "Le camp compte 12 hôpitaux.",
        ("health-facilities", ("hospitals",), "facilities", 12, 12, "exact"),
    ),
]


@pytest.mark.parametrize(("text", "row"), ARABIC)
def test_arabic(figures, text, row):
    assert row in figures(text, "ar")


@pytest.mark.parametrize(("text", "row"), FRENCH)
def test_french(figures, text, row):
    assert _sorted(row) in {_sorted(r) for r in figures(text, "fr")}


def _sorted(row):
    return (row[0], tuple(sorted(row[1])), *row[2:])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("عمره 12 عاماً وقد غادر قبل 3 أيام.", "ar"),
        ("القطاع 5 في المخيم.", "ar"),
        ("يموت طفلان أسبوعياً في المخيم.", "ar"),
        ("Elle a 12 ans et vit dans le secteur 5.", "fr"),
        ("Deux enfants meurent chaque semaine.", "fr"),
        ("53 % ont moins de 12 ans, dans le camp.", "fr"),
        ("Le camp, à 45 km de la ville, existe depuis 1991.", "fr"),
    ],
)
def test_no_figure(figures, text, language):
    assert figures(text, language) == set()
