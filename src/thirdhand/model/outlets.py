"""Who publishes at a web address: its host, or on a platform the page of who holds the account."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

# A platform prints what others write: it is nobody's publisher.
PLATFORMS = {
    "x.com": ("twitter.com", "mobile.twitter.com", "nitter.net"),
    "t.me": ("telegram.me", "telegram.dog"),
    "facebook.com": ("fb.com", "m.facebook.com", "fb.watch", "mbasic.facebook.com"),
    "instagram.com": (),
    "youtube.com": ("m.youtube.com", "youtu.be"),
    "tiktok.com": ("m.tiktok.com",),
    "vk.com": ("m.vk.com",),
    "threads.net": ("threads.com",),
    "bsky.app": (),
    "linkedin.com": (),
}
SAME = {other: name for name, others in PLATFORMS.items() for other in (name, *others)}
# What their pages call themselves.
NAMES = frozenset(
    "x twitter telegram facebook instagram youtube tiktok vk threads bluesky linkedin".split()
)
# Parts of a path that stand before the holder, and those that are no holder's.
BEFORE = frozenset(("s", "c", "user", "channel", "groups", "profile", "company", "in", "pages"))
NOBODY = frozenset(
    "i watch video videos reel reels p status story.php permalink.php photo photo.php share sharer"
    " hashtag search explore login home shorts live joinchat web intent".split()
)
HOLDER = re.compile(r"[\w.@-]{2,64}")


def host(url: str | None) -> str | None:
    """The host of a web address without "www."; None where there is none."""
    try:
        found = urlsplit(url or "").hostname
    except ValueError:  # a broken address, such as "http://[1"
        return None
    return found.removeprefix("www.") if found else None


def platform(name: str | None) -> str | None:
    """The platform whose host or own name that is ("m.facebook.com", "X"); else None."""
    bare = (name or "").strip().casefold().removeprefix("www.")
    if bare in NAMES or bare.startswith("x (formerly"):
        return bare
    return SAME.get(bare)


def outlet(url: str | None) -> str | None:
    """Who publishes at `url`: "paper.org", or on a platform the holder's page, "t.me/name".

    None where there is no host, or the address of a post does not say who holds the account.
    """
    name = host(url)
    if name not in SAME:
        return name
    held = holder(url)
    return f"{SAME[name]}/{held}" if held else None


def holder(url: str | None) -> str | None:
    """The holder of the account on a platform at whose page or post `url` leads; None if untold."""
    split = urlsplit(url or "")
    parts = [unquote(part).lower() for part in split.path.split("/") if part]
    if parts[:1] == ["profile.php"]:
        return next(iter(parse_qs(split.query).get("id", ())), None)
    while parts and parts[0] in BEFORE:
        parts.pop(0)
    first = parts[0].removeprefix("@") if parts else ""
    if first in NOBODY or first.startswith("+") or not HOLDER.fullmatch(first):
        return None
    return None if host(url) == "youtu.be" else first
