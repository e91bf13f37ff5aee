"""News agencies, and the lines that credit them."""

import re

# Each agency with the forms that credit lines use. A form in capitals is matched as written.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Anadolu Agency": ("Anadolu Agency", "Anadolu", "AA"),
    "ANSA": ("ANSA",),
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "Belga": ("Belga", "belga"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE",),
    "IANS": ("IANS",),
    "Kyodo": ("Kyodo",),
    "NTB": ("NTB",),
    "PA": ("PA Media",),
    "Reuters": ("Reuters", "REUTERS"),
    "TASS": ("TASS",),
    "UPI": ("UPI",),
    "Xinhua": ("Xinhua",),
}

_BY_FORM = {form: name for name, forms in AGENCIES.items() for form in forms}
_FORMS = "|".join(re.escape(form) for form in sorted(_BY_FORM, key=len, reverse=True))
# "[AFP/Getty]" and "Photo: AFP" credit a picture, not the text.
_PICTURES = ("photo", "picture", "image", "caption", "getty")
_PICTURE = re.compile(
    rf"(?:photo|picture|image|caption)\b[^\n]*|[\[(](?:{_FORMS})\s*/\s*Getty[^\])]*[\])]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"[(\[]\s*({_FORMS})\s*(?:/[^)\]]{{1,20}})?[)\]]")
_OPENING = re.compile(
    rf"({_FORMS})(?:/\w+)?\s*(?:[.:|–—-]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_CLOSING = re.compile(rf"(?:^|[\s(—–-])({_FORMS})(?:/\w+)?\s*[.)]?$")

# A dateline stands at the head: "BEIRUT, Sept. 23, (dpa/GNA) - ...".
_HEAD = 90
# What is looked at of a text at either end, pictures and all.
_NEAR = 600


def agency(name: str) -> str | None:
    """The agency of that name, by any of its forms; None for others."""
    return _BY_FORM.get(name)


def credited(text: str) -> str | None:
    """The agency whose text this is: a dateline at the head or a credit that ends the text.

    The first of a pair counts: "(dpa/GNA)" is dpa's text that GNA passed on.
    """
    near = text if len(text) <= 2 * _NEAR else f"{text[:_NEAR]}\n{text[-_NEAR:]}"
    low = near.casefold()
    pictured = any(word in low for word in _PICTURES)
    clean = (_PICTURE.sub(" ", near) if pictured else near).strip()
    found = (
        _OPENING.match(clean) or _BRACKETED.search(clean[:_HEAD]) or _CLOSING.search(clean[-_HEAD:])
    )
    return _BY_FORM[found[1]] if found else None
