"""A mail: its words are an account, and so is each file that came with it."""

import mimetypes
import re
from base64 import b64decode
from dataclasses import dataclass, replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import PurePosixPath

from thirdhand.ingest.encoding import decode
from thirdhand.ingest.formats.markup import plain
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.part import Part
from thirdhand.ingest.rows import listed

# What the standard library raises for heads and encodings that follow no rule.
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
MAIL = "message/rfc822"
# Formats that no bytes give away: where the name does not either, the mail is believed.
WORDS = ("text/plain", "text/html", "application/json")
# More of one field of a head is not looked at: the time to parse it grows with its square.
FIELD = 4_000


class _Bounded(policy.EmailPolicy):
    """How the standard library reads a mail, without the fields that are made to take for ever."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        read: str = super().header_fetch_parse(name, value[:FIELD])
        return read


# A mail within a mail is written out as it was, its lines not folded anew.
AS_IS = _Bounded(refold_source="none")


def parsed(data: bytes) -> EmailMessage:
    """The mail, or what else has such a head. Raises what is in BROKEN."""
    whole = BytesParser(EmailMessage, policy=AS_IS).parsebytes(data)
    if not isinstance(whole, EmailMessage):
        raise TypeError(f"{type(whole).__name__} is no mail")
    return whole


# What mail programs add and nobody wrote: signatures, keys, invitations, cards of persons.
ADDED = frozenset(
    """application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature
    application/pgp-keys text/calendar text/vcard text/x-vcard""".split()
)
# The same words once more, for programs that show them otherwise.
OTHER_WAYS = frozenset(("text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext"))
STYLES = frozenset(("text/css", "text/javascript", "application/javascript", "image/svg+xml"))
# A picture of fewer bytes is a logo, and no photo of a notice.
PICTURE = 8_000
# Plain words are no stand-in for the HTML if they are as many. Fewer are, where they name it.
FEW = 40
HTML = re.compile(r"\bhtml\b", re.IGNORECASE)
STAND_IN = "its plain words only stand in for the HTML: that is read"
# Who serves everybody says nothing of who writes.
ANYBODY = frozenset(
    """gmail googlemail hotmail outlook live msn yahoo ymail rocketmail aol icloud me mac proton
    protonmail pm tutanota tuta gmx web mail email inbox zoho yandex ya mailru rambler bk list qq
    163 126 sina foxmail naver daum hanmail free orange wanadoo laposte sfr libero virgilio tiscali
    t-online comcast verizon att sbcglobal bellsouth btinternet fastmail hushmail riseup""".split()
)
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
# Names that stand before the last part of a domain: "org.uk", "gov.sy".
SECOND = frozenset(("ac", "co", "com", "edu", "gov", "gouv", "mil", "net", "ngo", "org"))


def read_mail(data: bytes, _limits: Limits) -> Page:
    """The words of the mail, and as `parts` what came with it.

    Title: the subject. Date: the day in its head, as the sender's clock had it. Publisher: the
    sender's domain where it is an organisation's. Names and addresses of the head go nowhere.
    """
    try:
        mail = parsed(data)
        title, day, sender = (_field(mail, name) for name in ("Subject", "Date", "From"))
        if not (title or day or sender):
            raise Refused("not-mail", "no head of a mail stands before its words; name it .txt")
        letter = _Letter()
        letter.read(mail)
    except BROKEN as error:
        raise Refused("damaged-mail", f"a mail that cannot be read: {_why(error)}") from None
    text = "\n\n".join(letter.words)
    notes, parts = letter.notes(), tuple(replace(part, sent=day) for part in letter.parts)
    return Page(text, title, day, _organisation(sender), notes=notes, parts=parts)


@dataclass(frozen=True, slots=True)
class _Way:
    """One of several ways to say the same, and what it gives beside its files."""

    part: MIMEPart
    words: list[str]
    notes: list[Note]

    @property
    def plain(self) -> bool:
        """True for words without any form, alone or with files."""
        kinds = (part.get_content_type() for part in self.part.walk() if not _named(part))
        return all(kind == "text/plain" for kind in kinds if kind.startswith("text/"))

    def stub(self, full: "_Way") -> bool:
        """True where its few words stand in for those of `full`, or only point there."""
        own, other = (" ".join(way.words).split() for way in (self, full))
        if len(own) >= FEW or len(own) >= len(other):
            return False
        return 3 * len(own) < len(other) or any(HTML.search(word) for word in own)


class _Letter:
    """Goes through the parts of a mail and sorts them: words, files, and what is left out."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.parts: list[Part] = []
        self._notes: list[Note] = []
        self._pictures: list[str] = []
        self._names: set[str] = set()
        self._files: set[tuple[str, bytes]] = set()

    def read(self, part: MIMEPart) -> None:
        """Sort `part` and all in it."""
        kind = part.get_content_type()
        if kind in ("multipart/encrypted", "application/pkcs7-mime"):
            reason = "it is encrypted; decrypt it in a mail program and save it anew"
            raise Refused("locked-mail", reason)
        if kind == MAIL or (_named(part) and not part.is_multipart()):
            self._file(part, kind)
        elif kind == "multipart/alternative":
            self._best([*part.iter_parts()])
        elif kind == "multipart/related":
            self._related([*part.iter_parts()])
        elif part.is_multipart():
            for inner in part.iter_parts():
                self.read(inner)
        else:
            self._leaf(part, kind)

    def notes(self) -> tuple[Note, ...]:
        """What a reader of the words should know."""
        if self._pictures:
            what = f"{len(self._pictures):,} small pictures or styles within its words are not read"
            reason = f"{what}: {listed(self._pictures)}"
            return (*self._notes, Note("pictures-within", "note", reason))
        return tuple(self._notes)

    def _best(self, ways: list[MIMEPart]) -> None:
        """Of several ways to say the same, the plainest that says anything; the files of all."""
        before, notes = self.words, self._notes
        said: list[_Way] = []
        for way in ways:
            if len(ways) > 1 and not _named(way) and way.get_content_type() in OTHER_WAYS:
                continue
            self.words, self._notes = [], []
            self.read(way)
            if self.words:
                said.append(_Way(way, self.words, self._notes))
        self.words, self._notes = before, notes
        if said:
            best, full = next((way for way in said if way.plain), said[-1]), said[-1]
            if best.stub(full):
                best = full
                self._notes.append(Note("plain-stub", "note", STAND_IN))
            self.words += best.words
            self._notes += best.notes

    def _related(self, parts: list[MIMEPart]) -> None:
        """Words, and what stands within them: a notice may have been sent as a picture."""
        for number, part in enumerate(parts):
            if number == 0 or part.is_attachment() or not _adorns(part):
                self.read(part)
            else:
                self._pictures.append(part.get_filename() or part.get_content_type())

    def _leaf(self, part: MIMEPart, kind: str) -> None:
        if kind == "text/plain":
            words = self._text(part)
        elif kind == "text/html":
            words = plain(self._text(part))
        else:
            self._file(part, kind)
            return
        if words.strip():
            self.words.append(words.strip("\n"))

    def _text(self, part: MIMEPart) -> str:
        raw = part.get_payload(decode=True)
        if not isinstance(raw, bytes):
            return ""
        try:
            text = raw.decode(part.get_content_charset() or "ascii")
        except (LookupError, ValueError):
            text, notes = decode(raw)
            self._notes += notes
        return text.replace("\r\n", "\n")

    def _file(self, part: MIMEPart, kind: str) -> None:
        """Take a file, once where it stands in several ways to say the same."""
        if kind in ADDED:
            return
        content = _inner(part) if kind == MAIL else part.get_payload(decode=True)
        suffix = ".eml" if kind == MAIL else mimetypes.guess_extension(kind) or ""
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
        if not isinstance(content, bytes) or (name, content) in self._files:
            return
        self._files.add((name, content))
        number = len(self.parts) + 1
        name = self._once(name or f"{number}{suffix}", number)
        if kind == MAIL:
            self.parts.append(Part(name, content, MAIL))
            return
        media = kind if kind in WORDS and not PurePosixPath(name).suffix else None
        self.parts.append(Part(name, content, media, charset=part.get_content_charset()))

    def _once(self, name: str, number: int) -> str:
        """Two files of one name in one mail are told apart by where they stand."""
        name = f"{number}-{name}" if name in self._names or name in ("..", ".") else name
        self._names.add(name)
        return name


def _named(part: MIMEPart) -> bool:
    """True for what came as a file, and is none of the words."""
    return part.is_attachment() or part.get_filename() is not None


def _inner(part: MIMEPart) -> bytes:
    """A mail within a mail; some programs pack it like a file, which no rule allows."""
    whole: bytes = part.get_content().as_bytes(policy=AS_IS)
    packed = str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
    try:
        return b64decode(whole) if packed else whole
    except ValueError:  # cut short: it is refused by itself
        return whole


def _adorns(part: MIMEPart) -> bool:
    """True for what only makes the words look better: styles, logos, dots that count readers."""
    kind, content = part.get_content_type(), part.get_payload(decode=True)
    if kind.startswith("font/") or kind in STYLES:
        return True
    return kind.startswith("image/") and isinstance(content, bytes) and len(content) < PICTURE


def _field(mail: MIMEPart, name: str) -> str | None:
    written = mail.get(name)
    return " ".join(str(written).split()) or None if written is not None else None


def _organisation(sender: str | None) -> str | None:
    """The domain that mail of an organisation comes from; None for what anybody can have."""
    _, at, domain = parseaddr(sender or "")[1].rpartition("@")
    labels = domain.lower().rstrip(".").split(".")
    if not at or len(labels) < 2 or not all(LABEL.fullmatch(label) for label in labels):
        return None
    size = 3 if len(labels) > 2 and labels[-2] in SECOND and len(labels[-1]) == 2 else 2
    own = labels[-size:]
    return None if own[0] in ANYBODY else ".".join(own)


def _why(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
