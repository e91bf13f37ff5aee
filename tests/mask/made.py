"""A dossier of one account, all of whose words a claim rests on."""

from thirdhand.model import (
    Account,
    Claim,
    Dossier,
    Findings,
    Person,
    Plan,
    Reading,
    Site,
    Source,
    Span,
    View,
    Voice,
)
from thirdhand.words import vocabulary

SITE = Site("mora", "Mora", "camp", ("Mora camp", "مخيم مورا"), "SY", None, None)
SOURCES = (
    Source("Blue Valley Observatory", ("BVO",), "monitor"),
    Source("Camp Office", (), "government", people=(Person("Jonas Vell", office="director"),)),
)
PLAN = Plan("Mora", (SITE,), sources=SOURCES)


def claim(text: str, *chain: str, **more: object) -> Claim:
    """A statement that takes all words of the text, said by the chain."""
    values: dict[str, object] = {"place": None, "event": None, **more}
    return Claim(
        id="c" * 64,
        account="a" * 64,
        kind="statement",
        span=Span(0, len(text), text),
        chain=(*chain, "Daily"),
        attributed=bool(chain),
        speaker_kind="named" if chain else "outlet",
        stance="asserted",
        basis="told",
        period=None,
        reader="hand",
        score=1.0,
        **values,  # type: ignore[arg-type]
    )


def dossier(text: str, *chain: str, language: str | None = "en", **more: object) -> Dossier:
    """One account with this text. more: fields of the account."""
    ident = "a" * 64
    told = {"title": None, "url": None, "ref": "one", "path": "in/one.txt", **more}
    account = Account(
        ident, publisher="Daily", published="2021-03-20", language=language, text=text, **told
    )
    row = claim(text, *chain)
    reading = Reading("r" * 64, ident, "hand", claims=(row,))
    voices = tuple(
        Voice(f"v{n}", name, "named", None, None, 1, 1, "F") for n, name in enumerate(chain)
    )
    found = Findings(voices=voices, voice_of=tuple((row.id, v.id) for v in voices[:1]))
    return Dossier(PLAN, SITE, vocabulary(), (account,), (reading,), found, View(), ())
