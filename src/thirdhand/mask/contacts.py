"""Where words lead to one person: phone numbers, addresses of the net, papers, doors.

Each finder gives (start, end) of what is to be hidden. Better one number too many than one too few,
but figures of the brief stay: a date, a range and a number with its thousands grouped are none.
"""

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from thirdhand.model.audience import NAME

Stretch = tuple[int, int]

_MAIL = re.compile(
    r"[\w.+-]+(?:\s?[\[({]dot[\])}]\s?[\w.+-]+)*\s?(?:@|[\[({](?:at|@)[\])}])\s?[\w-]+"
    r"(?:\s?(?:\.|[\[({](?:dot|\.)[\])}]\s?)[\w-]+)+",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@./])@\w[\w.]+\w"
    r"|\b(?:t\.me|wa\.me|m\.me|signal\.me|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com"
    r"|tiktok\.com|vk\.com|ok\.ru|threads\.net|snapchat\.com|discord\.gg|chat\.whatsapp\.com"
    rf"|bsky\.app|youtube\.com/(?=@))/?[\w@./?=&+{NAME}-]+"
    r"|\b(?:telegram|skype|signal|viber|instagram|facebook|whatsapp|tiktok|snapchat|discord|threema"
    r"|wechat|zalo|insta|ig|fb|vk|imo)(?: (?:id|user|account|name))?\s*:\s*(@?\w[\w.#]+\w)"
    r"|\b(?:telegram|skype|signal|viber|instagram|facebook|whatsapp)\s(@?\w+(?:[._]\w+)+)",
    re.IGNORECASE,
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_NET = re.compile(
    rf"(?<![\w.])(?:{_OCTET}\.){{3}}{_OCTET}(?![\w.]\d)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}\b"
    r"|(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b",
    re.IGNORECASE,
)
_MONEY = "USD|EUR|GBP|CHF|NOK|SEK|DKK|CAD|AUD|JPY|SYP|IQD|TRY|LBP|JOD|AFN|SDG|SSP|NGN|UAH|ETB|KES"
_VALUE = (
    # "KA 51 MH 7731", "ВН 9035 СА", "12-B-553": letters and figures, parted or not.
    rf"((?-i:(?!{_MONEY})[A-ZА-ЯІЇЄҐ]{{1,4}}[ -]?\d{{2,}}"
    r"(?:[ -][A-ZА-ЯІЇЄҐ]{1,3})?(?:[ -]\d{2,})?|\d{2} [A-Z]{1,3} \d{2,4})(?![\w/.-]*\w)"
    r"|(?=[\w/.()-]*\d[\w/.()-]*\d[\w/.()-]*\d)\w+(?:[/.-]\w+|\(\w{1,3}\)\w+)*(?: \d{2,}(?!\w))*)"
)
_NUMBER = r"(?:no\b\.?|n[°º]|nr\b\.?|num\b\.?|number|code|#|رقم)"
# "KJT 52F", "Kh 4 / 71263": letters that masking may have taken for a name already.
_PLATE = re.compile(
    rf"\b(?:plates?|tags?)(?: (?:number|no\.?))?\s*[:#]?\s*((?-i:[A-Z{NAME}])[\w{NAME}]{{0,3}}"
    r"[ -]\d{1,4}(?:\s?/\s?\d{2,6})?(?-i:[A-Z]{0,3}))\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    # Some papers say themselves that a number follows, others only with a word for it.
    r"\b(?:passport|identity card|identity|id card|i\.d\.|national id|registration|"
    r"ration card|visa|imei|iban|licen[cs]e plates?|number plates?|plates?|passeport|c[ée]dula|dni"
    r"|rut|curp|nin|c\.c\.|nid|cnic|nik|aadhaar|bvn|cni|cnib|nina|nif|nuip|cpf|rfc|inn|snils|ipn"
    r"|pesel|tckn|fcn|mrc|fayda|matricule|radicado|expediente|mtcn|clabe|paybill|chassis|iccid|"
    r"ssn|tazkira|kimlik|docket|r\.?c\.?|case id|family book|جواز سفر|جواز|هوية\w*|بطاقة|"
    rf"بطاقت\w+)(?:[ -]{_NUMBER})?(?: \([^)\d\n]{{1,12}}\))?\s*[:#(]?\s*{_VALUE}"
    r"|\b(?:id|case|file|account|card|document|licen[cs]e|serial|proof|permit|unhcr|prisoner|inmate"
    r"|detainee|badge|dossier|carte|registration|ref|reference|docket|ticket|voucher|token"
    r"|household|patient|pt|register|entry|certificate|m[ae]mber(?:ship)?)"
    rf"(?:[ -]{_NUMBER}\s*[:#(]?\s*|\s*[:#]\s*){_VALUE}"
    r"|\b(?:warrant|receipt|sim|coupon|claim|application|family|individual|vehicle|car|truck|engine"
    r"|grave|tag|bracelet|wallet|swift|till|vin|hall|locker|flight|seat|parcel|tracking)"
    rf"[ -]{_NUMBER}\s*[:#(]?\s*{_VALUE}",
    re.IGNORECASE,
)
# Registration numbers, passports and account numbers by their form alone.
_FORM = re.compile(
    r"\b\d{3}-\d{2}[A-Z]\d{5}\b|\b(?!USD|EUR|GBP|SYP|IQD|TRY)[A-Z]{1,3}-?\d{6,10}\b"
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"
    # "PRT-2021-00871", "CR/2021/118-B", "TR-0416-01", "IQ-NIN-77120": a code of letters and digits.
    r"|\b(?!COVID|SARS|HRP|HNO|ISO|AK|RPG)(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)"
    r"[A-Z]{2,5}(?:[-/][A-Z]{1,5})?[-/](?!(?:19|20)\d\d(?![\w/-]))\d{2,}(?:[-/][A-Z0-9]+)*\b"
    r"|(?<!\w)#\d{4,}\b"
    # "MoX-88-20417": a code of two numbers. "AB 1234 CD": a plate.
    r"|\b(?!(?:COVID|SARS)\b)[A-Z][A-Za-z]{1,7}[-/]\d{2,4}[-/]\d{3,}\b"
    r"|(?<!\w)[A-ZА-ЯІЇЄҐ]{2} ?\d{4} ?[A-ZА-ЯІЇЄҐ]{2}(?!\w)"
    r"|\b(?=[A-Z0-9]{0,16}\d)(?=[0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}\b"
    # Wallets of coins.
    r"|\b0x[0-9a-fA-F]{16,}\b|\bbc1[a-z0-9]{20,60}\b|\bT[1-9A-HJ-NP-Za-km-z]{33}\b"
    r"|\b[13](?=\w*[A-Za-z])[1-9A-HJ-NP-Za-km-z]{25,34}\b"
)
# Papers that are nobody's: symbols of documents, and laws.
_SYMBOLS = re.compile(
    r"(?<![\w/])(?:A|S|E|SC|GA|SG|DSG|HR|ST|CAT|CRC|CCPR|CEDAW|CERD|CRPD|CED|DP|COM|SWD|PRST|RES|ECOSOC"
    r"|MDE|AFR|ASA|IOR|PC|EB|UNSC|UNGA|S/RES|A/RES)(?:/[A-Z0-9.\-]+){1,5}(?:\s?\(\d{4}\))?(?![\w/])"
    r"|\b(?:resolutions?|decisions?|regulations?|directives?|laws?|decrees?|acts?|articles?"
    r"|paragraphs?|paras?\.?|chapters?|items?|conventions?|rules?|annex|tables?|figures?|cols?)"
    r"\s(?:nos?\.?\s|number\s)?\d+(?:[/.-]\d+)*(?:\s?\(\d{4}\))?"
    r"(?:(?:,| and) \d+(?:\s?\(\d{4}\)))*",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born(?: on| in)?|d\.?o\.?b\.?|date of birth|née?|مواليد)\s*:?\s*"
    r"(\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{1,4}|[A-Z][a-z]+ \d{1,2},? \d{4})",
    re.IGNORECASE,
)
_ROW = r"(?:row|line|lane|alley|floor|corridor|aisle|level|staircase|entrance|street|block)"
_TENT = (
    r"(?:tent|shelter|caravan|container|hut|plot|house|room|cell|bed|flat|apartment|door|unit"
    r"|barrack)"
)
_MARK = r"(?:\s*(?:no\.?|n[°º]|nr\.?|number|num|#|رقم))"
_DOOR = re.compile(
    r"\b(?:tent|shelter|caravan|container|tente|abri|carpa|tienda|hut|plot|خيمة|الخيمة|خيمته|خيمتها"
    r"|كرفان|كرفانة)"
    rf"{_MARK}?\s*[:#]?\s*((?:[A-Z]{{1,3}}[-/ ]?)?\d+[A-Z]?(?:[-/]\w?\d+|-[A-Z]\b)*)(?![\d,.]*\d)\b"
    r"|\b(?:household|house|home|hut|plot|room|cell|flat|apartment|bed|hh|ward|unit|row|lane|alley|"
    r"maison|منزل|بيت|غرفة)"
    rf"(?:{_MARK}\s*[:#]?\s*|[-/:#]\s*)((?:[A-Z]{{1,3}}[-/ ]?)?\d+[A-Z]?(?:[-/]\w?\d+)*)\b"
    r"(?![.,]\d)"
    r"|\bHH\s?(\d+)\b"
    # Without a mark: "room 6", "House 22", and not "the house 22 people left".
    r"|\b(?:room|house|flat|apartment|bed|cell|habitaci[oó]n|casa|apto|chambre)\s"
    r"((?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?(?:[-/]\w?\d+)*)"
    r"(?=\s*(?:$|[,.;:)\n!?\"”])|\s(?:of|in|at|on|near|and|,)\b)"
    r"|\b(P\d{1,2}-T\d+)\b"
    # "Block D-5", "block 12, shelter 45", "tent 77, row 3", "my tent is C9/044".
    r"|\b(?:sub-?)?block\s((?-i:[A-Z]{1,2})[-/]?\d{1,3}[A-Z]?(?:[-/]\d+)?)\b"
    rf"|\b((?:{_ROW})\s\w{{1,4}}(?:[-/]\d+)?)(?=,?\s{_TENT}\s[A-Z]?[-/]?\d)"
    r"|\b(?:tent|shelter|caravan|hut|house|room|bed|cell|flat|door)\s(?:is|was|has been)\s"
    r"(?:the\s)?"
    rf"{_MARK}?\s*((?:[A-Z]{{1,3}}[-/ ]?)?\d+[A-Z]?(?:[-/]\w?\d+)*)"
    r"(?=\s*(?:$|[,.;:)\n!?]|\s[a-z]+))"
    r"|(?<![\w/-])((?-i:[A-Z])\d{1,2}/(?!(?:19|20)\d\d)\d{2,4})(?![\w/-])"
    r"|\b(?:porte|parcelle|[iî]lot|b[âa]t(?:iment)?\.?|immeuble|appartement|appt\.?|manzana|lote"
    r"|mahall?a|zuqaq|zukak|(?<=\d,\s)dar|kv\.|кв\.?|door|p\.?\s?o\.?\s?box|b\.p\.)"
    rf"{_MARK}?\s*[:#]?\s*((?:[A-Z]{{1,2}}[-/]?)?\d+[A-Z]?(?:[-/]\w?\d+)*)\b"
    # A cell of a table: "; B-12".
    r"|(?<=[;|\t])\s?((?-i:[A-Z]{1,3})-\d{1,4}[A-Z]?)(?=\s*(?:$|[;|\n\t]))",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b{_TENT}{_MARK}?\s*[:#]?\s*[A-Z]?[-/]?\d+[A-Z]?(?:[-/]\w?\d+)*"
    rf"((?:,|\sin|\sof|\son)?\s(?:the\s)?{_ROW}\s(?:[A-Z][-/]?)?\d+)\b",
    re.IGNORECASE,
)
_ROAD = r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Alley|Boulevard|Blvd\.?|Square)"
_STREET = re.compile(
    r"(?:\b(?:house|no\.?|building|bldg\.?)\s*)?"
    rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}{_ROAD}(?!\w)"
    rf"|\b(?:[A-Z][\w'’-]+ ){{1,3}}{_ROAD},? (?:no\.? ?|number |#)?\d+\w?\b"
    r"|\b(?:Street|Road|Alley|Lane|House|Building|Bldg\.?) (?:no\.? ?|number |#)?\d+\w?\b"
    r"|\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:Way|Drive|Crescent|Close|Terrace"
    r"|Gardens|Estate)\b"
    r"|\b\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|boulevard|impasse|chemin|all[ée]e|quai"
    r"|ruelle) (?:[^\W\d_]|['’ -]){3,30}"
    r"|\b(?:Calle|Carrera|Cra\.?|Avenida|Av\.|Jir[oó]n|Rua|Via|Viale|Rue|вул\.|vul\.|ul\.|Sokak|Sk\.|"
    r"Cad\.)[ ,]+(?:[\w'’]+[ ,]+){0,3}(?:#|[Nn][o°º]\.?:?)?\s?\d+\w?(?:\s?(?:#|-)\s?\d+(?:-\d+)?)*"
    r"|\b[A-ZÄÖÜ][\wäöüß]+(?:straße|strasse|weg|platz|gasse) \d+\w?\b"
    r"|(?:شارع|زقاق)\s+\w+\s+\d+"
)
_GROUPS = re.compile(r"(?<![\w.,+-])[+(]?\d(?:[ \u00a0().\-/–]{0,2}\d){5,}(?![\w]|[.,]\d)")
# A wrapped line may part a number that begins as a phone number does.
_WRAPPED = re.compile(
    r"(?<![\w.,+-])(?:\+\d|0\d|\(\+?\d)(?:[ \u00a0().\-/–]{0,2}\d){1,7}[ .\-/–]?\n ?"
    r"\d{2,}(?:[ .\-/–]?\d+)*(?![\w]|[.,]\d)"
)
_EXTENSION = re.compile(r"\b(?:ext(?:ension)?\.?|poste|int\.)\s?:?\s?(\d{1,6})\b", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:\b(?:phone|telephone|tel|mobile|cell|call|called|calling|whatsapp|contact|telegram|signal|viber|sms|"
    r"text|fax|reach\w*|dial|t[ée]l[ée]phone|portable|appel\w*)\b|هاتف|جوال|واتساب|موبايل|اتصل)[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_SAID = re.compile(rf"{_CALLED.pattern[:-1]}([+(]?\d(?:[ ().\-/]{{0,2}}\d){{4,}})", re.IGNORECASE)
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATES = re.compile(
    rf"(?<!\d)(?:{_YEAR}([-/.]){_MONTH}\1{_DAY}|{_DAY}([-/.]){_MONTH}\2{_YEAR}|{_MONTH}([-/.]){_DAY}\3{_YEAR}"
    rf"|{_YEAR}[-/.]{_MONTH}(?=[-–/ ]{_YEAR})|{_YEAR}(?: ?[-–/] ?{_YEAR})+"
    r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([ \u00a0.])\d{3})(?:\1\d{3})*")
_RANGE = re.compile(r"(\d+) ?[-–] ?(\d+)")
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_DASHED = re.compile(r"\(?\d{1,4}\)?(?:[-.–/ ]{1,2}\d{2,4}){1,5}")


def phones(text: str, regions: Sequence[str]) -> Iterator[Stretch]:
    """Phone numbers, in digits of any script. regions: countries (ISO 3166) they may be of."""
    plain = _DATES.sub(lambda m: "\0" * len(m[0]), text)
    yield from (m.span(1) for m in _SAID.finditer(plain))
    yield from (m.span(1) for m in _EXTENSION.finditer(plain))
    for found in _WRAPPED.finditer(plain):
        if _is_phone(found[0].replace("\n", " "), regions):
            yield found.span()
    for found in _GROUPS.finditer(plain):
        if _is_phone(found[0], regions):
            yield found.span()


def _is_phone(run: str, regions: Sequence[str]) -> bool:
    digits = re.sub(r"\D", "", run)
    if run[0] == "+" or digits.startswith(("0", "٠", "۰")):
        return len(digits) >= 7
    if _THOUSANDS.fullmatch(run) or _DECIMAL.fullmatch(run):
        return len(digits) >= 9 and _valid(run, regions)
    if (ends := _RANGE.fullmatch(run)) and _rising(ends[1], ends[2]):
        return False
    if run.isdigit():
        return len(digits) >= 9
    if " " not in run and _DASHED.fullmatch(run) and len(digits) >= 7:
        return True
    whole = 10 <= len(digits) <= 15 and _valid(f"+{digits}", regions)
    return whole or (7 <= len(digits) <= 15 and _valid(run, regions))


def _rising(first: str, second: str) -> bool:
    """True for "700-1200": a range of figures. Both ends of it are round, or of one length."""
    round_ones = first[-1] == second[-1] == "0"
    return int(first) < int(second) and (round_ones or len(first) == len(second))


def _valid(run: str, regions: Sequence[str]) -> bool:
    for region in regions or ("ZZ",):
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(run, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


# A page that one person keeps.
_PAGE = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+\.(?:blogspot|wordpress|tumblr|substack|medium|github)\.\w+\S*"
    r"|(?:https?://)?(?:www\.)?(?:gofundme|linkedin|paypal|linktr)\.\w+/\S+",
    re.IGNORECASE,
)


def accounts_of_people(address: str) -> bool:
    """True for an address of the web that is somebody's own page in a network, or holds a mail."""
    return _HANDLE.search(address) is not None or _MAIL.search(address) is not None


def contacts(text: str, regions: Sequence[str] = ()) -> Iterator[Stretch]:
    """All that leads to one person by a number or an address of the net."""
    text = _SYMBOLS.sub(lambda m: "\0" * len(m[0]), text)
    for pattern in (_MAIL, _NET, _FORM):
        yield from (m.span() for m in pattern.finditer(text))
    for pattern in (_HANDLE, _PLATE, _PAPER, _BORN):
        for found in pattern.finditer(text):
            yield found.span(found.lastindex or 0)
    yield from phones(text, regions)
    yield from (m.span() for m in _PAGE.finditer(text))


def doors(text: str) -> Iterator[Stretch]:
    """Numbers of tents, shelters and households, and addresses in a street."""
    for pattern in (_DOOR, _BESIDE):
        for found in pattern.finditer(text):
            yield found.span(found.lastindex or 0)
    yield from (m.span() for m in _STREET.finditer(text))
