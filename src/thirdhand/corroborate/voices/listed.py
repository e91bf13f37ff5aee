"""The sources of a case: those of its register, and the publishers that are not in it."""

import difflib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tld import get_fld

from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.register import Register, place
from thirdhand.model import Account, Listed, Source, outlets
from thirdhand.model.account import NOBODY
from thirdhand.model.listed import Known

# Stands behind the type of a publisher that nobody has looked at.
UNSURE = "  # a guess: agency, wire, local, government, armed-actor, ngo, monitor, social, outlet"
# How like two names are (0..1) before one is offered for the other.
LIKE = 0.75
NEVER = None, None
OFFERED = 3


def listed(
    accounts: Iterable[Account], sources: Sequence[Source], shipped: Sequence[Source]
) -> tuple[Listed, ...]:
    """A line for each source of the case and each publisher that is in no register of it.

    sources: the case's register. shipped: what is known besides. The most heard come first.
    """
    register, beyond = Register(sources), Register(shipped)
    of: dict[str, list[Account]] = defaultdict(list)
    strange: list[Account] = []
    for account in accounts:
        if source := register.outlet(account):
            of[source.name].append(account)
        else:
            strange.append(account)
    lines = [_heard(source, of[source.name], "case") for source in sources]
    lines += [_stranger(name, held, sources, beyond) for name, held in _apart(strange)]
    return tuple(sorted(lines, key=lambda line: (-line.accounts, line.name.casefold())))


def _apart(strange: Sequence[Account]) -> list[tuple[str, list[Account]]]:
    """The accounts of each publisher, under the site where it stands alone, else under its name.

    Who is stated as publisher wins over the site, which may carry what many wrote. An account that
    states nobody is of its site, and of the one publisher of that site where there is but one.
    """
    named: dict[str | None, set[str]] = defaultdict(set)
    for account in strange:
        if name := _stated(account):
            named[_site(account)].add(name)
    of: dict[str, list[Account]] = defaultdict(list)
    for account in strange:
        site = _site(account)
        alone = next(iter(named[site])) if site and len(named[site]) == 1 else None
        of[_stated(account) or alone or site or account.outlet].append(account)
    found = []
    for name, held in of.items():
        sites = {_site(account) for account in held}
        site = sites.pop() if len(sites) == 1 else None
        shared = site is None or len(named[site]) > 1
        found.append((name if not any(map(_stated, held)) else _name(held, site, shared), held))
    return found


def _name(held: Sequence[Account], site: str | None, shared: bool) -> str:
    return _called("", held) if shared or site is None else site


def _stated(account: Account) -> str | None:
    """The publisher by its name, in one form; None for an address or nobody."""
    named = account.publisher and not place(account.publisher)
    return naming.squeezed(account.publisher or "") if named else None


def _stranger(
    name: str, held: Sequence[Account], sources: Sequence[Source], beyond: Register
) -> Listed:
    """A publisher that is not in the case: as the shipped table knows it, or as nobody does."""
    first = held[0]
    source = beyond.outlet(first) if place(name) else beyond.publishing(first.publisher)
    social = "/" in name and outlets.platform(name.partition("/")[0])
    called = name if social else _called(name, held)
    unknown = Source(called, (), "social" if social else "outlet", sites=_sites(name))
    line = _heard(source or unknown, held, "shipped" if source else "nowhere")
    if name == NOBODY:
        return replace(line, type=None)
    written = source or replace(unknown, language=_language(held))
    return replace(
        line,
        type=written.type if source or social else None,
        nearest=_nearest(called, sources) or _nearest(name, sources),
        block=_block(written, "" if source else UNSURE),
    )


def _called(site: str, held: Sequence[Account]) -> str:
    """What most of its accounts call it by name; the site where none does."""
    names = Counter(a.publisher for a in held if a.publisher and not place(a.publisher))
    return min(names, key=lambda name: (-names[name], name), default=site)


def _heard(source: Source, held: Sequence[Account], known: Known) -> Listed:
    """The line of a source that published `held`."""
    dated = [(a.period, a.published) for a in held if a.period]
    return Listed(
        source.name,
        source.type,
        source.owner,
        source.country,
        source.language,
        source.access,
        source.grade,
        known,
        tuple(sorted({account.outlet for account in held})),
        len(held),
        min(dated, key=lambda d: d[0].start, default=NEVER)[1],
        max(dated, key=lambda d: d[0].start, default=NEVER)[1],
    )


def _nearest(name: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """Names in the register that are spelt like this one, in any of their forms."""
    known = {form.casefold(): s.name for s in sources for form in (s.name, *s.aliases, *s.sites)}
    likes = difflib.get_close_matches(name.casefold(), known, OFFERED, LIKE)
    return tuple(dict.fromkeys(known[like] for like in likes))


def _block(source: Source, remark: str) -> str:
    """The TOML of a source; what is not known stands as a remark to be filled in."""
    lines = ["[[source]]", f"name = {_quoted(source.name)}"]
    if source.aliases:
        lines.append(f"aliases = {_quoted(list(source.aliases))}")
    lines.append(f'type = "{source.type}"{remark}')
    lines.append(f"owner = {_quoted(source.owner)}" if source.owner else '# owner = ""')
    if source.sites:
        lines.append(f"sites = {_quoted(list(source.sites))}")
    lines.append(f'country = "{source.country}"' if source.country else '# country = ""')
    lines.append(f'language = "{source.language}"' if source.language else '# language = ""')
    lines.append('# access = "inside"  # or visits, remote')
    lines.append(f'grade = "{source.grade}"')
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    # JSON's escapes of quotes and backslashes are TOML's as well.
    return json.dumps(value, ensure_ascii=False)


def _sites(name: str) -> tuple[str, ...]:
    return (name,) if place(name) else ()


def _language(held: Sequence[Account]) -> str | None:
    """The language of most of its accounts."""
    counts = Counter(account.language for account in held if account.language)
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def _site(account: Account) -> str | None:
    """The site that published an account: "paper.co.uk" of "news.paper.co.uk", or a page on one."""
    where = place(account.publisher) or outlets.outlet(account.url)
    if where is None or "/" in where:
        return where
    return get_fld(f"https://{where}", fail_silently=True, search_private=True) or where
