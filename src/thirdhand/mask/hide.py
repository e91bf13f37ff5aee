"""Put signs over words, in place."""

import re
from collections.abc import Iterable, Iterator

from thirdhand.mask.contacts import Stretch, contacts, doors
from thirdhand.mask.points import points
from thirdhand.model.audience import NUMBER, PLACE

SIGNS = (NUMBER, PLACE)
_HIDDEN = re.compile(f"[{NUMBER}{PLACE}]+")
# What no person can be found by: a hash of ours, a day, a month, a quarter, a week.
_OURS = re.compile(r"[0-9a-f]{40,64}|(?:19|20)\d\d(?:-(?:\d\d|Q\d|W\d\d)(?:-\d\d)?)?")
# Nothing is hidden where none of this stands: most texts are passed over by one look.
_JOINTS = r"[ \u00a0().\-/–]{1,2}"
_LABELS = (
    r"deg(?:rees)?|tent|shelter|caravan|container|abri|tente|household|house|home|hut|plot|room|cell"
    r"|flat|bed|hh|apartment|ward|unit|row|lane|alley|maison|street|road|avenue|building|bldg|no"
    r"|passports?|passeport|id|i\.d\.|identity|national|registration|card|visa|imei|iban|plate|case"
    r"|licen[cs]e|file|account|document|serial|proof|permit|prisoner|inmate|detainee|badge|dossier"
    r"|carte|born|d\.?o\.?b|birth|née?|lat|latitude|lon|long|longitude|lng|gps|co-?ordinates?|coords?"
    r"|northing|easting|geolocat\w+|grid|mgrs|utm|t[ée]l[ée]?(?:phone)?|cell|call(?:ed|ing)?|mobile"
    r"|c[ée]dula|dni|rut|curp|nin|ssn|tazkira|kimlik|docket|r\.?c|book|ref|reference|ticket|voucher"
    r"|token|patient|pt|register|entry|certificate|m[ae]mber(?:ship)?|ext|extension|poste|int|carpa"
    r"|tienda|habitaci[oó]n|casa|apto|chambre|calle|carrera|cra|avenida|av|jir[oó]n|rua|via|viale|rue"
    r"|vul|ul|sokak|sk|cad"
    r"|c\.c\.|nid|cnic|nik|aadhaar|bvn|cnib?|nina|nif|nuip|cpf|rfc|inn|snils|ipn|pesel|tckn|fcn|mrc"
    r"|fayda|matricule|radicado|expediente|mtcn|swift|clabe|paybill|till|chassis|vin|iccid|wallet"
    r"|plates|warrant|receipt|sim|coupon|claim|application|family|individual|vehicle|car|truck"
    r"|engine|grave|tag|bracelet|block|line|floor|zone|section|door|porte|parcelle|[iî]lot"
    r"|b[âa]t(?:iment)?|immeuble|appartement|appt|manzana|mz|lote|lt|mahall?a|zuqaq|zukak|dar|kv|box|bp"
    r"|way|drive|crescent|close|terrace|gardens|estate|b\.p|o\.|tiktok|snapchat|discord|threema"
    r"|wechat|zalo|insta|ig|fb|vk|imo"
    r"|phones?|whatsapp|contact|signal|viber|sms|text|fax|reach\w*|dial|portable|appel\w*|unhcr"
)
_LED = re.compile(
    r"@|[\[({](?:at|@)\b|///|\.(?:me|com)/|°|º|˚|\w\+\w|\+\s?\d|geo:|\d\.\d{3}|\d,\d{4}|\d{7}"
    r"|(?-i:\d[A-Z]\d|[NSEW]\s?\d|\d\s?[NSEW]\b|[A-Z]-?\d{5})"
    rf"|(?:\d+{_JOINTS}){{2}}\d|(?<![\d,])\d{{3}}{_JOINTS}\d{{4}}"
    r"|[0-9a-f]{2}[:-][0-9a-f]{2}[:-]|[0-9a-f]{3,4}:[0-9a-f]"
    r"|\d,? (?:\S+ ){1,3}(?:st|street|road|rd|avenue|ave|lane|alley|boulevard|blvd|square)\b"
    r"|\d\w?,? (?:\S+ ){1,3}(?:way|drive|crescent|close|terrace|gardens|estate)\b"
    r"|\d(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|boulevard|impasse|chemin|all[ée]e|quai|ruelle) "
    r"|0x[0-9a-f]|bc1[a-z0-9]|(?-i:[A-ZА-ЯІЇЄҐ] ?\d{4} ?[A-ZА-ЯІЇЄҐ])|(?-i:\w{16})|[A-Z]\d{1,2}/\d"
    r"|кв\.? ?\d"
    rf"|\b(?:{_LABELS})\b[^\n\d]{{0,14}}\d|[\u0621-\u064a][^\n\d]{{0,4}}\d"
    r"|(?:telegram|skype|signal|viber|instagram|facebook|whatsapp)[^\n]{0,20}(?::|[._]\w)|[;|\t]\s?[A-Z]{1,3}-\d|w3w|what3words"
    r"|(?:straße|strasse|weg|platz|gasse) \d|вул|[A-Z]{2}[-/]\d|[A-Z]{2}[-/][A-Z]{1,5}[-/]\d|#\d"
    r"|P\d{1,2}-T|(?-i:[+(0]\d[^\n]{0,14}\n\d)|\[dot|\(dot|blogspot|wordpress|tumblr|substack"
    r"|medium\.|github\.|gofundme|linkedin|paypal|linktr|\d (?:degrees )?(?:north|south)|٫"
    r"|goo\.gl|openstreetmap|osm\.org|waze|wikimapia|plus\.codes|google\.|maps",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[\d@:/+]|\(at|\[at|\{at|\.com|\(dot|\[dot", re.IGNORECASE)


def ours(text: str) -> bool:
    """True for a hash and for a date as rows hold it: such strings are left as they are."""
    return text[:1].isalnum() and text[:4].isascii() and _OURS.fullmatch(text) is not None


def cover(text: str, stretches: Iterable[Stretch], sign: str) -> str:
    """`text` with `sign` for each character of these stretches; its length stays."""
    for start, end in stretches:
        text = f"{text[:start]}{sign * (end - start)}{text[end:]}"
    return text


def overlaid(one: str, other: str) -> str:
    """Two covers of one text as one: what either hides is hidden."""
    if len(one) != len(other):
        raise ValueError("covers of two texts")
    if one == other or not _HIDDEN.search(other):
        return one
    return "".join(b if b in SIGNS else a for a, b in zip(one, other, strict=True))


def numbers_hidden(text: str, regions: tuple[str, ...]) -> str:
    """`text` without what leads to a person or a door by a number or an address of the net."""
    if not _DIGIT.search(text) or not _LED.search(text):
        return text
    text = cover(text, points(text), PLACE)
    text = cover(text, contacts(text, regions), NUMBER)
    return cover(text, doors(text), PLACE)


def lost(text: str, hidden: str) -> Iterator[str]:
    """The numbers and addresses that `hidden` does not show of `text`."""
    if hidden != text:
        yield from (text[m.start() : m.end()] for m in _HIDDEN.finditer(hidden))
