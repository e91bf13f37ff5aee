"""A name may be told by the form of its line alone: in a chat, a roll, a list of patients."""

import pytest
from tests.mask.made import dossier

from thirdhand.mask import mask
from thirdhand.mask.rows import named_by_form

CHATS = [
    "[12/03/24, 06:14] Comfort: no bread\n[12/03/24, 06:15] Grace A.: none here",
    "12/03/2024, 21:14 - Comfort: no bread\n12/03/2024, 21:15 - Grace A.: none here",
    "[9:14 PM] Comfort: no bread\n[9:15 PM] Grace A.: none here",
    "Comfort, [05.06.2022 11:02]\nno bread\nGrace A., [05.06.2022 11:05]\nnone here",
    "<Comfort> no bread\n<Grace A.> none here",
]
ROLLS = [
    "ROSA, Petro; miner; 03.02.2023\nLIS, Inna; cook; -\nDUB, Ihor; pupil; 05.02.2023",
    "Name | sex | age\nPetro Rosa | m | 31\nInna Lis | f | 22\nIhor Dub | m | 12",
    "1. PETRO ROSA, M, 40, burns\n2. INNA LIS, F, about 6, fever\n3. ihor dub, m, 2, cough",
]
OTHERS = [
    "Water: 40 wells\nBread: 20 ovens\nTents: 900",
    "[1] See the report: page 12\n[2] The same: page 14",
    "Kaya; 4,100; 12\nDori; 9,200; 14\nDjibo; 3,150; 9",
    "12/03/2024 - 40 people came\n13/03/2024 - 12 people left",
]


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in named_by_form(text)]


@pytest.mark.parametrize("text", CHATS)
def test_who_writes_in_a_chat_is_named(text: str) -> None:
    assert found(text) == ["Comfort", "Grace A."]


@pytest.mark.parametrize("text", ROLLS)
def test_who_stands_in_a_roll_is_named(text: str) -> None:
    told = {word for name in found(text) for word in name.casefold().replace(",", "").split()}
    assert told == {"petro", "rosa", "inna", "lis", "ihor", "dub"}


@pytest.mark.parametrize("text", OTHERS)
def test_lines_of_figures_and_places_name_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [*CHATS, *ROLLS])
def test_they_are_hidden_in_any_letters(text: str) -> None:
    left = mask(dossier(f"{text}\n"), "public").accounts[0].text.casefold()
    for word in ("comfort", "grace", "petro", "rosa", "inna", "ihor"):
        assert word not in left


def test_who_is_added_and_spoken_to_is_hidden_too() -> None:
    text = (
        "[12/03/24, 06:14] Comfort: who has seen the bus\n"
        "[12/03/24, 06:15] Comfort added Gift Obi\n"
        "[12/03/24, 06:16] Gift Obi: comfort it left. Ask Comfort, not nurse gift\n"
    )
    left = mask(dossier(text), "public").accounts[0].text.casefold()
    assert "comfort" not in left
    assert "gift" not in left
    assert "who has seen the bus" in left
