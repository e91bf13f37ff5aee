"""A body that publishes its own word is a voice; a newspaper is an outlet."""

import pytest
from tests.read.camp import SOURCES, account

from thirdhand.read.institution import institution

PLAIN = "There are 400 people in the camp."


@pytest.mark.parametrize(
    ("publisher", "text", "body"),
    [
        ("dispatch.example", PLAIN, None),
        ("Morning Dispatch", PLAIN, None),
        ("lanternrelief.example", PLAIN, "Lantern Relief"),
        ("Lantern Relief", PLAIN, "Lantern Relief"),
        ("border.example", PLAIN, "Border Commission"),
        ("Kesh Observatory", PLAIN, "Kesh Observatory"),
        ("nobody-knows.example", PLAIN, None),
        (None, PLAIN, None),
        ("halcyon.org", "Halcyon runs two clinics. There are 400 people.", "Halcyon"),
        ("www.halcyon.org", "Halcyon runs two clinics.", "Halcyon"),
        ("halcyon.org", PLAIN, None),
        ("halcyon.com", "Halcyon runs two clinics.", None),
        ("data.unhcr.org", PLAIN, "UNHCR"),
        ("unicef.example", PLAIN, "UNICEF"),
        ("centcom.mil", PLAIN, "CENTCOM"),
        ("who.example", PLAIN, None),
        ("reliefweb.int", "ReliefWeb has 400 reports.", None),
        ("kesh-times.org", "The Kesh Times sent two reporters.", None),
        ("keshtimes.org", "The Kesh Times sent two reporters.", None),
        ("dunmoreinformationcenter.com", "DIC recorded nine attacks.", "DIC"),
        (
            "halcyonwatch.example",
            "Halcyon Watch Group here. We counted nine attacks.",
            "Halcyon Watch Group",
        ),
        ("halcyonwatch.example", "“We saw it,” a guard told Halcyon Watch Group.", None),
        ("unicef.example", "Kesh Relief said today that nine died.", "Kesh Relief"),
        (
            "library.example",
            PLAIN + " Figures are provided by Camp Administration.",
            "Camp Administration",
        ),
        ("halcyoninstitute.com", "The Halcyon Institute has a clinic.", "Halcyon Institute"),
        ("hrwn.example", "HRWN condemns the raid.", "HRWN"),
        ("reliefweb.int", "Camp report no. 3. UNHCR. Highlights\n" + PLAIN, "UNHCR"),
        ("halcyondirect.org", "A guard told Halcyon Direct. It has a tent.", None),
        ("hrwn.example", "A guard told HRWN of the raid. HRWN heard shots.", None),
        ("library.example", "Situation Report from Halcyon Aid\n\n" + PLAIN, "Halcyon Aid"),
        ("library.example", "Source: Ministry of Roads\n" + PLAIN, "Ministry of Roads"),
    ],
)
def test_the_body_behind_a_publication(publisher, text, body):
    assert institution(account(text, publisher=publisher), SOURCES) == body
