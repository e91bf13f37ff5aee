# ruff: noqa: E501 - a row of a case table is one line
"""Sentences written before the rules were looked at: what was misread then is mended."""

import pytest

PEOPLE, HOMES = "people", "households"

READ = [
    ("fr", "Selon l'ONU, 68 000 personnes, dont 94 % de femmes et d'enfants, s'entassent dans le camp.", {("population", (), PEOPLE, 68000, 68000), ("population", ("children", "women"), "percent", 94, 94)}),
    ("fr", "La population du camp est passée de 10 000 à 73 000 habitants en trois mois.", {("population", (), PEOPLE, 10000, 10000), ("population", (), PEOPLE, 73000, 73000)}),
    ("fr", "Vingt-neuf enfants et nouveau-nés sont décédés en deux mois, principalement d'hypothermie, selon l'OMS.", {("deaths", ("children",), PEOPLE, 29, 29)}),
    ("fr", "Les forces kurdes ont annoncé l'arrestation de 125 membres présumés de l'EI.", {("arrests", (), PEOPLE, 125, 125)}),
    ("fr", "Plus de 40 personnes y ont été assassinées depuis le début de l'année.", {("killed", (), PEOPLE, 40, None)}),
    ("fr", "L'Irak a rapatrié 381 familles irakiennes du camp depuis mai.", {("returns", (), HOMES, 381, 381)}),
    ("fr", "La Belgique a rapatrié six femmes et dix enfants.", {("repatriated", (), PEOPLE, 6, 6), ("repatriated", (), PEOPLE, 10, 10)}),
    ("fr", "Un garde a été blessé lors d'une tentative d'évasion.", {("injured", (), PEOPLE, 1, 1)}),
    ("fr", "Trois membres des forces de sécurité ont été tués mardi dans une attaque.", {("killed", (), PEOPLE, 3, 3)}),
    ("fr", "Un incendie a fait quatre morts, dont trois enfants, et une vingtaine de blessés.", {("deaths", (), PEOPLE, 4, 4), ("deaths", ("children",), PEOPLE, 3, 3), ("injured", (), PEOPLE, 20, 20)}),
    ("fr", "Le camp accueille environ 31 000 Irakiens et 9 000 étrangers originaires de plus de 50 pays.", {("population", ("iraqi",), PEOPLE, 31000, 31000), ("population", ("foreign",), PEOPLE, 9000, 9000), ("nationalities", (), "countries", 50, None)}),
    ("fr", "Quelque 217 Syriens ont quitté le camp pour rentrer chez eux.", {("returns", (), PEOPLE, 217, 217)}),
    ("fr", "Environ 7.000 mineurs vivent dans l'annexe réservée aux familles étrangères.", {("population", ("children",), PEOPLE, 7000, 7000)}),
    ("fr", "Près de la moitié des résidents ont moins de 12 ans.", set()),
    ("fr", "On y dénombre une soixantaine de nationalités.", {("nationalities", (), "countries", 60, 60)}),
    ("fr", "Depuis janvier, 14 tentatives de fuite ont été déjouées.", {("escape-attempts", (), "events", 14, 14)}),
    ("fr", "Deux corps décapités ont été découverts dans la section 3.", {("killed", (), PEOPLE, 2, 2)}),
    ("fr", "Les deux tiers des habitants du camp sont des enfants.", {("population", ("children",), "percent", 67, 67)}),
    ("fr", "Une fillette est morte dans l'incendie d'une tente.", {("deaths", ("children",), PEOPLE, 1, 1)}),
    ("fr", "Prévu pour 20 000 personnes, le camp en abrite trois fois plus.", {("capacity", (), PEOPLE, 20000, 20000)}),
    ("fr", "L'hôpital a reçu douze blessés dans la nuit.", {("injured", (), PEOPLE, 12, 12)}),
    ("fr", "Mille cinq cents personnes sont arrivées dans le camp cette semaine.", {("arrivals", (), PEOPLE, 1500, 1500)}),
    ("fr", "Quatre-vingt-dix femmes et enfants français sont toujours retenus dans le camp.", {("population", ("foreign",), PEOPLE, 90, 90)}),
    ("fr", "Au total, 120 familles, soit 515 personnes, sont parties vers Deir Ezzor.", {("returns", (), HOMES, 120, 120), ("returns", (), PEOPLE, 515, 515)}),
    ("ar", "قال مصدر أمني إن 12 شخصاً قتلوا في المخيم خلال شهر كانون الثاني.", {("killed", (), PEOPLE, 12, 12)}),
    ("ar", "يضم المخيم أكثر من 56 ألف شخص، نصفهم من الأطفال.", {("population", (), PEOPLE, 56000, None), ("population", ("children",), "percent", 50, 50)}),
    ("ar", "ألقت قوى الأمن الداخلي القبض على 48 مشتبهاً به بينهم ثلاث نساء.", {("arrests", (), PEOPLE, 48, 48), ("arrests", ("women",), PEOPLE, 3, 3)}),
    ("ar", "تسلم العراق 150 عائلة من المخيم ونقلها إلى مخيم الجدعة.", {("returns", (), HOMES, 150, 150)}),
    ("ar", "لقي ثلاثة أطفال مصرعهم إثر حريق اندلع في خيمة.", {("deaths", ("children",), PEOPLE, 3, 3)}),
    ("ar", "أصيب خمسة أشخاص بينهم امرأتان في هجوم مسلح.", {("injured", (), PEOPLE, 5, 5), ("injured", (), PEOPLE, 2, 2)}),
    ("ar", "عثر على جثتين مقطوعتي الرأس في القطاع الخامس.", {("killed", (), PEOPLE, 2, 2)}),
    ("ar", "يبلغ عدد العراقيين في المخيم نحو 27 ألفاً، فيما يبلغ عدد السوريين 18 ألفاً.", {("population", ("iraqi",), PEOPLE, 27000, 27000), ("population", ("syrian",), PEOPLE, 18000, 18000)}),
    ("ar", "غادرت دفعة جديدة تضم 92 عائلة سورية المخيم نحو الرقة.", {("returns", (), HOMES, 92, 92)}),
    ("ar", "أحبطت قوى الأمن محاولة فرار 17 امرأة من المخيم.", {("escape-attempts", (), PEOPLE, 17, 17)}),
    ("ar", "وصل ألفا نازح إلى المخيم خلال الأيام الماضية.", {("arrivals", (), PEOPLE, 2000, 2000)}),
    ("ar", "يعيش في المخيم 43477 شخصاً من 60 دولة.", {("population", (), PEOPLE, 43477, 43477), ("nationalities", (), "countries", 60, 60)}),
    ("ar", "تشكل النساء والأطفال 93 بالمئة من قاطني المخيم.", {("population", ("children", "women"), "percent", 93, 93)}),
    ("ar", "قُتل لاجئ عراقي برصاص مجهولين في القسم الأول.", {("killed", (), PEOPLE, 1, 1)}),
    ("ar", "سُجلت 42 جريمة قتل منذ مطلع العام.", {("killed", (), PEOPLE, 42, 42)}),
    ("ar", "توفي 339 طفلاً في المخيم بسبب البرد وسوء التغذية.", {("deaths", ("children",), PEOPLE, 339, 339)}),
    ("ar", "أوقفت 121 شخصاً خلال الحملة الأمنية.", {("arrests", (), PEOPLE, 121, 121)}),
    ("ar", "يقطن القسم الخاص بالأجانب حوالي عشرة آلاف امرأة وطفل.", {("population", ("children", "women"), PEOPLE, 10000, 10000)}),
    ("ar", "التهمت النيران 35 خيمة.", {("tents-lost", ("fire",), "tents", 35, 35)}),
    ("ar", "تم ترحيل 659 لاجئاً عراقياً إلى محافظة نينوى.", {("returns", (), PEOPLE, 659, 659)}),
    ("ar", "وكان المخيم يضم 73 ألف نسمة عام 2019.", {("population", (), PEOPLE, 73000, 73000)}),
    ("ar", "قتل عنصران من قوات سوريا الديمقراطية في اشتباك مع خلايا التنظيم.", {("killed", (), PEOPLE, 2, 2)}),
    ("ar", "من المقرر أن تغادر 200 عائلة المخيم الشهر المقبل.", {("returns", (), HOMES, 200, 200)}),
]  # fmt: skip
# Read wrongly today: a noun far behind its number; women "of the camps of Syria" are no Syrians.
MISSED = [
    ("fr", "La coalition estime à 10 000 le nombre de combattants détenus dans les prisons.", {("detainees", (), PEOPLE, 10000, 10000)}),
    ("ar", "استعادت فرنسا 32 طفلاً وعشر نساء من مخيمات سوريا.", {("repatriated", (), PEOPLE, 32, 32), ("repatriated", (), PEOPLE, 10, 10)}),
]  # fmt: skip


def read(figures, text: str, language: str) -> set[tuple[object, ...]]:
    """The figures without their hedge."""
    return {(i, tuple(sorted(by)), *rest[:3]) for i, by, *rest in figures(text, language)}


@pytest.mark.parametrize(("language", "text", "wanted"), [pytest.param(*r, id=r[1]) for r in READ])
def test_figures_of_a_sentence(figures, language, text, wanted):
    assert read(figures, text, language) == wanted


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize(
    ("language", "text", "wanted"), [pytest.param(*r, id=r[1]) for r in MISSED]
)
def test_a_known_miss(figures, language, text, wanted):
    assert read(figures, text, language) == wanted
