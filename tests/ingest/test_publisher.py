"""Who published an account, by its address: a site, or who holds the page on a platform."""

import json

import pytest
from tests.ingest.making import one

from thirdhand.ingest import Told
from thirdhand.model.outlets import outlet, platform


@pytest.mark.parametrize(
    ("url", "published_by"),
    [
        ("https://www.paper.example/world/1", "paper.example"),
        ("https://news.paper.co.uk:8080/1", "news.paper.co.uk"),
        ("https://t.me/eyes_on_camp/1183", "t.me/eyes_on_camp"),
        ("https://t.me/s/eyes_on_camp/1183", "t.me/eyes_on_camp"),
        ("https://telegram.me/Eyes_On_Camp", "t.me/eyes_on_camp"),
        ("https://x.com/RiverWatch/status/12", "x.com/riverwatch"),
        ("https://mobile.twitter.com/RiverWatch/status/12", "x.com/riverwatch"),
        ("https://m.facebook.com/river.watch/posts/9", "facebook.com/river.watch"),
        ("https://www.facebook.com/groups/river/permalink/9", "facebook.com/river"),
        ("https://www.facebook.com/profile.php?id=1000", "facebook.com/1000"),
        ("https://www.youtube.com/@RiverTV/videos", "youtube.com/rivertv"),
        ("https://bsky.app/profile/river.example/post/3", "bsky.app/river.example"),
        # Nothing in these says who holds the account.
        ("https://x.com/i/status/12", None),
        ("https://t.me/+AbCdEf", None),
        ("https://www.youtube.com/watch?v=abc", None),
        ("https://youtu.be/abcdef", None),
        ("https://m.facebook.com/story.php?story_fbid=1&id=2", None),
        ("https://x.com/", None),
        ("http://[1", None),
        ("no address", None),
        ("", None),
        (None, None),
    ],
)
def test_who_publishes_at_an_address(url, published_by):
    assert outlet(url) == published_by


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Telegram", True),
        ("X (formerly Twitter)", True),
        ("m.facebook.com", True),
        ("The Telegram Gazette", False),
        ("paper.example", False),
        (None, False),
    ],
)
def test_a_platform_is_known_by_host_and_by_name(name, known):
    assert (platform(name) is not None) is known


@pytest.mark.parametrize(
    ("told", "stated", "publisher"),
    [
        (Told(), "Telegram", "t.me/eyes_on_camp"),
        (Told(), None, "t.me/eyes_on_camp"),
        (Told(), "River Watch", "River Watch"),
        (Told(publisher="Eyes"), "Telegram", "Eyes"),
        (Told(url="https://x.com/i/status/12"), "X", None),
    ],
)
def test_the_platform_of_a_post_is_not_its_publisher(tmp_path, told, stated, publisher):
    row = {"text": "Three were shot.", "publisher": stated, "url": "https://t.me/eyes_on_camp/1"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(row), encoding="utf-8")
    account, _ = one(path, told)
    assert account is not None
    assert account.publisher == publisher
