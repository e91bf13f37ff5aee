"""Private persons are hidden however they are named; holders of an office and places stay."""

import dataclasses

import pytest
from tests.mask.made import dossier

from thirdhand.mask import mask
from thirdhand.model import Dossier
from thirdhand.model.audience import NAME, WORDS, spoken

HIDDEN = [
    ("Salma Haddad", "{}, a mother of three, said the water was cold."),
    ("Salma Haddad", "A resident named {} said so."),
    ("Umm Yazan", "{} left Mora camp on Friday."),
    ("Abu Qutayba al-Raqqawi", "Guards seized {} near the gate."),
    ("Ngozi Okafor", "{}, a nurse, treated 40 people."),
    ("Tomasz Wolski", "Gunmen shot {} on Friday."),
    ("Jamila", "{}, 34, has lived in Mora camp for two years."),
    ("Khatun", "His wife {} was hurt in the fire."),
    ("Sheikh Nayef al-Tai", "The body of {} was found on Friday."),
    ("Mr. Okafor", "The tent of {} burned."),
    ("A. Haddad", "The suspect, {}, was arrested."),
    ("Salma al-Haddad", "Eight people were hurt, {} told the Blue Valley Observatory."),
    ("SALMA HADDAD", "{} SAID THE CAMP WAS COLD."),
    ("salma haddad", "We met salma haddad, a mother. Then {} wept. Salma Haddad is her name."),
    ("فاطمة الحسن", "A woman, {}, was hurt."),
    ("Will Turner", "A guard beat {} near the gate on Friday."),
    ("Grace Hope", "A girl called {} was found in the annex."),
    # Words of the language, told to be names by what stands beside them.
    ("Justice", "She left with a son, {}, and a bag."),
    ("Mercy", "He is survived by his wife, {}, and two sons."),
    ("Gift", "Nurse {} dressed the wound."),
    ("Friday", "Oga {} sells diesel."),
    ("Friday Achuil Kon", "{}, a fisherman, came on Monday."),
    ("Praise", "The father of {} waits at the gate."),
    ("Lucky", "Pray for {}, he has a fever."),
    ("Bullet", "The boy they call {} has no parents."),
    ("Rest", "A boy named {} was found."),
    # Nicknames and other names.
    ("Rambo", 'Ismail "{}" Tesfay was seen at the well.'),
    ("Shorty", "Pita Waqa, alias {}, took the phones."),
    ("Volk", "A guard with the call sign {} beat two men."),
    ("Rima", '"{}" is 13 and does not speak.'),
    # Names of one strange word.
    ("Nawel", "We slept beside {} and her aunt."),
    ("Mathilde", "Tell {} she was right."),
    ("Sento", "They spoke with {} and Yabom, who smoke the fish."),
    ("Djamel", "{} the Algerian cooks for all."),
    ("bin Sulayman", "They took {} the baker."),
    # Where, and how old.
    ("Awut", "{} (F/31) waits for a splint."),
    ("Tirit", "{}, f, 9, has burns."),
    ("Karim Jan", "Ask {}, the tailor."),
    ("Beyan Rashed", "{}, tent leader, asked for light."),
    ("Ihnat", "Guards named by the freed: {}; others are not known."),
]
STAYS = [
    "Camp director Leila Carver said 40 people came.",
    "Leila Carver, the camp's director, said 40 people came.",
    "Leila Carver (director of the camp) said 40 people came.",
    "Leila Carver, who heads the Red Crescent in Mora, said 40 people came.",
    "UN spokesman Tarek Amin said 40 people came. Amin said more would follow.",
    "Senator Tarek Amin said 40 people came.",
    "Tarek Amin of the Ministry of Migration said 40 people came.",
    "Foreign Minister Tarek Amin said 40 people came, and Mr. Amin hoped for more.",
    "Jonas Vell said 40 people came.",
    "The Blue Valley Observatory said 40 people came to Mora on Friday, 5 March.",
    "Iraqi and Syrian families came to Mora camp from Aleppo and Baghdad in February.",
    "Doctors Without Borders and the Norwegian Refugee Council handed out tents.",
    "In March the Ministry of Health said that COVID-19 had reached Mora camp.",
    "Residents of Mora camp said the Red Crescent came on Monday.",
    "The camp manager, Leila Carver, said guards had left their posts.",
    "The Archbishop of Mora, Luka Marial, prayed for the dead.",
    "The interior ministry's spokesman, Mullah Jalal Watan, denied it.",
    "Deputy mayor Engr. Sanusi Kware opened a well.",
    "VIOLETA MARCANO PRIETO (Bolivia) said her country would vote. Ms. MARCANO PRIETO sat down.",
    "Nora Feldt, a researcher at the Nordic Peace Institute, called the figure too high.",
    "Nora Feldt is a senior analyst at the Crisis Desk.",
    "The River Gazette's Ada Krill saw the camp.",
    "Reported by Sola Adeyemi\nThe road is shut since Monday.",
    "By Ilse Brandt and Tarek Amin\nGENEVA - The road is shut.",
    "(Reporting by Ilse Brandt in Geneva and Kate Moll in Nairobi; writing by Sean Webb)",
    "Members Ane Dahl and Jo Moen asked the minister for the sum.",
    "The Minister (Greta Holm) told the house that 40 people came.",
    "Rapporteur: Greta Holm.",
    "Justice Amina Bello spoke of 40 men.",
    "Brandt et al. (2021) count 40 camps.",
    "He was born in Lopa, the second son of a priest.",
    "Clashes took place in Tapoa, Gnagna and Komondjari.",
    "The Bourem-Almoustarat axis was cut, and RN17 was mined.",
    "A Crimean Tatar and two Rohingya women came.",
    "Saint Bakita ward and Mount Kadam were not reached.",
    "Province | Displaced\nOubritenga | 4,100\nNamentenga | 52,000",
]


def told(text: str, *chain: str, **more: object) -> Dossier:
    return mask(dossier(text, *chain, **more), "public")


@pytest.mark.parametrize(("name", "frame"), HIDDEN)
def test_a_private_name_is_hidden(name: str, frame: str) -> None:
    text = frame.format(name)
    hidden = told(text).accounts[0].text
    assert len(hidden) == len(text)
    for part in name.replace(".", "").split():
        if len(part) > 2 and part not in ("Mr", "Sheikh", "Abu", "Umm"):
            assert part.casefold() not in hidden.casefold()
    assert NAME in hidden


@pytest.mark.parametrize("text", STAYS)
def test_what_is_no_private_name_stays(text: str) -> None:
    assert told(text).accounts[0].text == text


def test_a_private_life_outweighs_an_office_told_elsewhere() -> None:
    text = "Camp director Leila Carver spoke. Leila Carver, 34, was arrested on Friday."
    assert "Carver" not in told(text).accounts[0].text


def test_every_later_mention_is_hidden_in_any_casing() -> None:
    text = "Salma Haddad, a widow, spoke. HADDAD wept; haddad and Salma left. Haddad's tent burned."
    hidden = told(text).accounts[0].text
    assert "haddad" not in hidden.casefold()
    assert "salma" not in hidden.casefold()


def test_a_common_word_that_is_somebody_s_name_stands_as_a_word_and_a_day() -> None:
    text = "Oga Friday, a trader, sells hope. On Friday, 5 March, Friday wept. He came last Friday."
    hidden = told(text).accounts[0].text
    assert hidden.count("Friday") == 2
    assert "On Friday, 5 March" in hidden
    assert hidden.endswith("last Friday.")


def test_internal_readers_read_the_very_same_rows() -> None:
    whole = dossier("Salma Haddad, a widow, spoke.")
    assert mask(whole, "internal") is whole


def test_chain_and_voices_are_hidden_with_the_text() -> None:
    hidden = told("Salma Haddad, a widow, said 40 people came.", "Salma Haddad")
    (reading,) = hidden.readings
    assert reading.claims[0].chain[0] == NAME * len("Salma Haddad")
    assert reading.claims[0].span.holds(hidden.accounts[0].text)
    assert hidden.findings.voices[0].name == NAME * len("Salma Haddad")


def test_an_address_that_holds_a_name_falls() -> None:
    text = "Salma Haddad, a widow, spoke."
    url = "https://daily.example/2021/{}-tells"
    assert told(text, url=url.format("salma-haddad")).accounts[0].url is None
    assert told(text, url=url.format("life-in-mora")).accounts[0].url == url.format("life-in-mora")


def test_a_file_called_by_a_name_is_called_otherwise() -> None:
    hidden = told("40 people came.", ref="interview_fatima-hassoun", path="in/fatima-hassoun.txt")
    account = hidden.accounts[0]
    assert "fatima" not in account.ref + account.path
    assert "hassoun" not in account.ref + account.path


@pytest.mark.parametrize("language", ["ar", "tr", "ku"])
def test_words_in_a_language_without_a_finder_are_withheld_whole(language: str) -> None:
    text = "قالت أم ليث إن فاطمة الحسن قتلت في المخيم"
    hidden = told(text, "أم ليث", language=language, title="أم ليث")
    assert hidden.readings[0].claims[0].span.quote == WORDS * len(text)
    assert hidden.accounts[0].title == WORDS * len("أم ليث")
    assert "ليث" not in repr(hidden.findings) + repr(hidden.readings)


def test_signs_are_said_in_words() -> None:
    assert spoken(f"said {NAME * 5} {NAME * 3}.") == "said [name withheld]."
    assert "Arabic" not in spoken(WORDS * 4)


def test_a_field_that_is_new_is_masked_too() -> None:
    """Nothing lists the fields that are masked: every string of every row is."""
    whole = dossier("Salma Haddad, a widow, spoke.", "Salma Haddad")
    rows = dataclasses.replace(whole.findings, copies=("by Salma Haddad",))  # type: ignore[arg-type]
    hidden = mask(dataclasses.replace(whole, findings=rows), "partners")
    assert hidden.findings.copies == (f"by {NAME * 12}",)
