"""What leads to a person by a number is hidden in any format; figures, dates and ranges stay."""

import pytest

from thirdhand.mask import hide
from thirdhand.mask.hide import numbers_hidden

SIGNS = "▓▒"

PAPERS = [
    ("a lorry of plate Kh 4 / 71263.", "Kh 4 / 71263"),
    ("a motorcycle with plate KJT 52F.", "KJT 52F"),
    ("Verification Card No. 11/BTG(N)067214, residing", "11/BTG(N)067214"),
    ("ID CARD (T.I.): 1.087.555.204", "1.087.555.204"),
    ("write to facebook.com/█████.█████.58.", "facebook.com/█████.█████.58"),
]

PHONES = [
    "+963 944 123 456",
    "+963944123456",
    "00963 944 123 456",
    "0944123456",
    "0933 123 456",
    "0933-123-456",
    "(011) 223 3445",
    "011/2233445",
    "0750.123.4567",
    "+44 (0)20 7946 0958",
    "06 12 34 56 78",
    "٠٩٣٣١٢٣٤٥٦",
    "+٩٦٣ ٩٣٣ ١٢٣ ٤٥٦",
    "944 123 456",
    "555-0143",
    "202-555-0143",
    "963944123456",
]
POINTS = [
    "36.376412, 41.141873",
    "36.376412,41.141873",
    "36.376 41.141",
    "36.3764° N, 41.1418° E",
    "36.3764N 41.1418E",
    "N36.3764 E41.1418",
    "36°22'35\"N 41°08'29\"E",
    "36° 22′ 35.1″ N, 41° 8′ 29″ E",
    "N 36° 22' 35\" E 41° 08' 29\"",
    "36°22.58'N 041°08.49'E",
    "36 22 35 N, 41 08 29 E",
    "36d22m35s N 41d08m29s E",
    "362235N 0410829E",
    "37S 692345 4027123",
    "37S 692345E 4027123N",
    "37SFA9234527123",
    "37S FA 92345 27123",
    "8G7M94GR+2V",
    "94GR+2V",
    "///filled.count.soap",
    "geo:36.3764,41.1418",
    "https://maps.app.goo.gl/AbCdEf123",
    "https://www.google.com/maps/place/36.37,41.14",
    "https://www.openstreetmap.org/#map=19/36.37641/41.14187",
    "lat: 36.37, lon: 41.14",
    "latitude 36.3 longitude 41.1",
    "36,37641; 41,14187",
]
OTHERS = [
    "amal.k@example.org",
    "amal (at) example (dot) org",
    "@amal_k",
    "t.me/amalk",
    "192.168.14.7",
    "2001:db8:0:1:1:1:1:1",
    "tent 114",
    "Tent No. 114",
    "tent #B-17",
    "shelter 12/4",
    "household no. 223",
    "HH-0231",
    "14 Al Nour Street",
    "خيمة رقم ١٢",
    "385-12C00123",
    "N1234567",
    "GB29 NWBK 6016 1331 9268 19",
    "passport ЕК 302118",
    "plate KL 07 CA 4412",
    "a car with plates 34 BKT 907",
    "AX 4417 KB",
    "NID 4471 220 918",
    "MRC 118204",
    "CNIC 42101-5551234-7",
    "BVN 22155501234",
    "MTCN 118-220-4471",
    "receipt no. 00712/B",
    "DoR-31-40772",
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "TJRabPrwbZy45sbavfcjinPjC18kjpRTv8",
    "1HGCM82633A004352",
    "Block F-11",
    "Block 12, shelter 45",
    "tent 12, row 4",
    "her tent is B7/031",
    "8 ter impasse des Acacias",
    "27 Adeola Odeku Way",
    "mahalla 412, zuqaq 12, dar 33",
    "manzana 5 lote 12",
    "porte 118",
    "P.O. Box 3312",
    "discord: amal#4471",
    "vk.com/amal_k",
]
KEPT = [
    "68,823 people live there",
    "some 68 823 people",
    "more than 2 500 000 people",
    "1.5 million",
    "2500000 people",
    "on 2019-08-12 and 2019-08-13",
    "on 12/08/2019 10 were hurt",
    "12.08.2019",
    "20190812",
    "from 2014-2019, 2015/2016",
    "700-1200 people, 10000-12000 households",
    "between 62,000 and 70,000",
    "In 2019 1500 families left",
    "1200 3400 560 120",
    "15.25 litres",
    "35.5% to 41.25%",
    "45 °C in summer",
    "tents for 400 families",
    "20 tents burned",
    "household size 5",
    "20 litres per household",
    "at 10:30 on 5 March",
    "Phase 5 and Sector 3",
    "UN resolution 2254",
    "USD 1200000.50",
    "document S/2021/735 and A/HRC/46/55",
    "resolution 2139 (2014)",
    "resolutions 2139 (2014) and 2165 (2014)",
    "SC/14002 of 3 May",
    "Article 12, item 70, table 4",
    "Law No. 31 of 2021",
    "water from block 9",
    "Block 4 has 900 shelters",
    "in row 3 of the table 40 families",
    "NOK 412.6 million",
    "1,050,000 people in 58 districts",
    "on the first floor 12 families",
    "2,400 cars 310 trucks",
    "families 220, individuals 1,040",
    "by car 40 people left",
    "10 trucks of 12 tons",
    "a visa USD 160 each",
    "till 2019 and 2021",
    "blood pressure BP 120/80",
    "Q4/2023",
    "a 132 kV line",
    "Household: 1,200 of them",
    "block A 40 families",
    "line 4 of the form 300 people",
]


@pytest.mark.parametrize("number", [*PHONES, *POINTS, *OTHERS])
def test_what_leads_to_a_person_is_hidden(number: str) -> None:
    told = f"A woman was found, {number}, on Friday."
    hidden = numbers_hidden(told, ("SY",))
    assert len(hidden) == len(told)
    assert hidden.startswith("A woman was found, ")
    assert hidden.endswith(", on Friday.")
    left = hidden.removeprefix("A woman was found, ").removesuffix(", on Friday.")
    assert not any(c.isdigit() for c in left)
    assert any(c in SIGNS for c in left)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("call 94412345 at night", "call ▓▓▓▓▓▓▓▓ at night"),
        ("his passport no. A1234567, he said", "his passport no. ▓▓▓▓▓▓▓▓, he said"),
        ("case number 12-B-553 is open", "case number ▓▓▓▓▓▓▓▓ is open"),
        ("born on 3 March 1984 in a village", "born on ▓▓▓▓▓▓▓▓▓▓▓▓ in a village"),
        ("WhatsApp: amal.k", "WhatsApp: ▓▓▓▓▓▓"),
    ],
)
def test_the_words_around_it_stay(told: str, left: str) -> None:
    assert numbers_hidden(told, ()) == left


@pytest.mark.parametrize("told", KEPT)
def test_figures_and_dates_stay(told: str) -> None:
    assert numbers_hidden(told, ("SY",)) == told


@pytest.mark.parametrize("told", [*PHONES, *POINTS, *OTHERS])
def test_a_quick_look_passes_over_nothing(told: str) -> None:
    assert hide._LED.search(told)
    assert hide._LED.search(f"x {told}\ny")


@pytest.mark.parametrize(("words", "paper"), PAPERS)
def test_a_paper_a_plate_and_a_page_are_hidden_whole(words: str, paper: str) -> None:
    left = numbers_hidden(words, ("SY",))
    at = words.index(paper)
    assert set(left[at : at + len(paper.rstrip("."))]) <= set(SIGNS)


@pytest.mark.parametrize("words", ["plates of 20 cars were seen", "tags 40 kits"])
def test_a_count_of_plates_stays(words: str) -> None:
    assert numbers_hidden(words, ("SY",)) == words
