"""Encodings and refusals."""

# ruff: noqa: E501 - Arabic sample lines stay whole

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableArticle
from briefing.read.decode import decode, other_language, require_arabic

from .articles import BODY_ONLY, FULL, INLINE

PERSIAN = (
    "رئیس جمهوری گفت که دولت برای حل این مشکل برنامه‌ای تازه دارد و از مردم خواست که با آن همراه "
    "شوند. او گفت این کار به زمان نیاز دارد و پس از چند ماه نتیجه آن دیده خواهد شد."
)
PERSIAN_ARABIC_KEYS = PERSIAN.replace("ی", "ي").replace("ک", "ك")
URDU = (
    "وزیر اعظم نے کہا کہ حکومت اس مسئلے کے حل کے لیے نیا منصوبہ بنا رہی ہے اور لوگوں سے تعاون کی اپیل "
    "کی ہے۔ انہوں نے کہا کہ یہ کام وقت لے گا۔"
)
KURDISH = (
    "سەرۆکی حکومەت ڕایگەیاند کە پلانێکی نوێ بۆ چارەسەرکردنی ئەم کێشەیە ئامادە دەکرێت و داوای لە خەڵک "
    "کرد هاوکار بن."
)


@pytest.mark.parametrize("text", [FULL, INLINE, BODY_ONLY])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"],
)
def test_round_trips(text: str, encoding: str) -> None:
    if encoding == "iso8859-6":
        text = text.replace("–", "-")
    assert decode(text.encode(encoding), "x.txt") == text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(BODY_ONLY.split()), min_size=8, max_size=60),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"]),
)
def test_round_trips_of_shuffled_words(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    assert decode(text.encode(encoding), "x") == text


def test_big_endian_with_a_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + FULL.encode("utf-16-be"), "x") == FULL


def test_a_declared_encoding_wins_when_it_fits() -> None:
    data = "قال".encode("iso8859-6")
    assert decode(data, "x", "ISO-8859-6") == "قال"
    assert decode(FULL.encode("cp1256"), "x", "no-such-encoding") == FULL
    assert decode(FULL.encode("cp1256"), "x", "idna") == FULL
    assert decode(FULL.encode("cp1256"), "x", "utf-8") == FULL


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\x00"])
def test_empty(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match=r"^a\.txt: is empty\.$"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n", "picture"),
        (b"abc\x00def\x00\x01\x02" * 20, "binary"),
        (bytes(range(1, 32)) * 30, "binary"),
        (FULL.encode() + b"\x00", "binary"),
    ],
)
def test_binary(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableArticle, match=reason):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        "نص عربي قصير في الملف".encode() * 20 + b"\xd8",  # UTF-8 cut within a letter
        FULL.encode("utf-16")[:-1],
        b"\xff\xfe\x00\xd8" + FULL.encode("utf-16-le"),  # half a surrogate pair
        bytes((i * 7919) % 128 + 128 for i in range(2000)),
    ],
)
def test_undecodable(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="cannot be decoded"):
        decode(data, "a.txt")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except UnreadableArticle as error:
        text, message = "text", str(error)
    else:
        message = "a.txt: read."
    assert text.strip()
    assert "\x00" not in text
    assert message.startswith("a.txt: ")
    assert message.endswith(".")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The committee said the road would open again next week.", "Latin"),
        ("Комитет сообщил, что дорога снова откроется.", "Cyrillic"),
        ("הוועדה הודיעה כי הכביש ייפתח מחדש.", "Hebrew"),
        ("委員會表示道路將重新開放", "Chinese"),
    ],
)
def test_other_scripts_are_named(text: str, script: str) -> None:
    with pytest.raises(UnreadableArticle, match=rf"not Arabic: 0%.*read\.min_arabic.*{script}"):
        require_arabic(text, "a.txt", 0.4)


def test_the_share_is_the_setting() -> None:
    mixed = "الطريق مفتوح now open to all traffic"
    require_arabic(mixed, "a.txt", 0.2)
    with pytest.raises(UnreadableArticle, match="at least 60%"):
        require_arabic(mixed, "a.txt", 0.6)
    with pytest.raises(UnreadableArticle, match="no letters"):
        require_arabic("123 456 !", "a.txt", 0.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [(PERSIAN, "Persian"), (PERSIAN_ARABIC_KEYS, "Persian"), (URDU, "Urdu"), (KURDISH, "Kurdish")],
)
def test_other_languages_in_arabic_script(text: str, language: str) -> None:
    assert other_language(text) == language
    with pytest.raises(UnreadableArticle, match=language):
        require_arabic(text, "a.txt", 0.4)


@pytest.mark.parametrize("text", [FULL, INLINE, BODY_ONLY])
def test_arabic_with_some_foreign_letters_is_arabic(text: str) -> None:
    assert other_language(text) is None
    assert other_language(text.replace("ي", "ی").replace("ك", "ک")) is None  # a Persian keyboard
    assert other_language(text + " پاریس وچیچن وگوگل وڤيينا") is None
