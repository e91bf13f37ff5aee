"""Figures alone, in Spanish and Portuguese. The places are made up."""

import pytest
from tests.read.camp import account, read

P, H = "people", "households"
SPANISH = [
    ("Más de diez familias fueron evacuadas en Villa Brena.", {(10, None, H)}),
    ("Unas 100 personas y 12 desaparecidos.", {(100, 100, P), (12, 12, P)}),
    ("El río dejó cerca de 2.000 damnificados en Puerto Sol.", {(2000, 2000, P)}),
    ("Hay 1,5 millones de desplazados.", {(1_500_000, 1_500_000, P)}),
    ("Cuarenta y cinco mil personas huyeron de la región.", {(45000, 45000, P)}),
    ("El incendio destruyó 24 viviendas y un centenar de casas.", {(24, 24, H), (100, 100, H)}),
    ("Miles de personas siguen en los albergues.", {(1000, 9999, P)}),
    ("Hasta 300 indígenas desplazados llegaron al pueblo.", {(None, 300, P)}),
    ("El gobierno construyó 500 casas en 2016.", set()),
    ("Una familia vive en la casa desde el 14 de junio.", set()),
]
PORTUGUESE = [
    ("O furacão deixou cerca de 50 famílias desalojadas em Porto Claro.", {(50, 50, H)}),
    ("Há 3 mil pessoas desabrigadas e 12 mortos.", {(3000, 3000, P), (12, 12, P)}),
    ("Vinte e três casas foram destruídas pela chuva.", {(23, 23, H)}),
    ("Pelo menos 1,2 milhões de deslocados precisam de ajuda.", {(1_200_000, None, P)}),
    ("Centenas de moradores saíram da cidade.", {(100, 999, P)}),
]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [("es", *row) for row in SPANISH] + [("pt", *row) for row in PORTUGUESE],
)
def test_counts_of_people(code, text, wanted):
    told = account(text, language=code)
    reading = read(told)
    figures = reading.figures
    assert {(f.low, f.high, f.unit) for f in figures if f.unit in (P, H)} == wanted
    assert all(told.text[f.start : f.end] == f.text for f in figures)
    assert not reading.claims
    assert [i.code for i in reading.issues] == ["unread-language"]
