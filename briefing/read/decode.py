"""From bytes to text: which encoding, and whether the text is Arabic at all.

Unicode encodings are recognised by their marks or by their shape, the single-byte ones by
how plausible the Arabic is that they give. Nothing is guessed past an error: a file that
cannot be decoded without one is refused with a reason.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from functools import lru_cache

from briefing.arabic.letters import arabic_share, fold
from briefing.errors import UnreadableArticle

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
#: Encodings that a page may declare and that are tried; others are ignored.
_DECLARABLE = frozenset(
    {
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "cp1256",
        "iso8859-6",
        "cp720",
        "cp1252",
        "iso8859-1",
    }
)
_SINGLE_BYTE = ("cp1256", "iso8859-6")
#: Letters of Arabic by how often they occur in a thousand letters of news.
_FREQUENCY = {
    "ا": 140, "ل": 125, "ي": 80, "م": 62, "و": 58, "ن": 56, "ر": 50, "ت": 48, "ب": 40, "ع": 35,
    "د": 33, "ة": 32, "س": 31, "ه": 28, "ف": 27, "ق": 26, "أ": 25, "ك": 20, "ح": 19, "إ": 12,
    "ج": 14, "ش": 12, "ص": 11, "ط": 10, "خ": 9, "ض": 8, "ى": 10, "ز": 7, "ء": 5, "ذ": 6,
    "ث": 6, "غ": 5, "ئ": 5, "ظ": 3, "ؤ": 2, "آ": 3,
}  # fmt: skip
_RARE = 0.3  # a letter that is not in the table
_LEAST_LIKELY = -4.3  # mean log-likelihood a letter; Arabic news has about -3.0, mojibake under -5
_MAX_CONTROLS = 0.005
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 40_000  # code points that are looked at to choose an encoding

#: Letters that Arabic does not use, by the languages that do; the first language whose own
#: letters occur is named. ڤ, گ, چ and پ also occur in Arabic for foreign names.
_OTHER_LANGUAGES = (
    ("Kurdish", "ێۆەڕڵ"),
    ("Urdu", "ٹڈڑںےھۓ"),
    ("Pashto", "ټډړښځڅۍې"),
    ("Uyghur", "ۇۈۋې"),
    ("Persian", "پچژگکی"),
)
_FOREIGN = frozenset("".join(letters for _, letters in _OTHER_LANGUAGES) + "ہۀھ")
_PERSIAN_WORDS = frozenset(
    {
        "است",
        "را",
        "از",
        "این",
        "که",
        "كه",
        "به",
        "با",
        "برای",
        "براى",
        "شد",
        "شده",
        "بود",
        "ها",
        "های",
        "هاي",
        "می",
        "مي",
        "آن",
        "ايران",
    }
)
_MAX_FOREIGN = 0.03  # of the letters, before the words are looked at
_MIN_ARTICLE_WORDS = 0.08  # words with ال; Arabic news has 25 to 40 of a hundred


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of ``data``: UTF-8, UTF-16 (also without a mark), UTF-32 with a mark,
    windows-1256 or ISO-8859-6. A byte order mark is dropped.

    ``declared`` is the encoding that a page names; it is tried first among those that fit.
    Raises UnreadableArticle, naming ``source``, for empty, binary or undecodable data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableArticle(source, "is empty.")
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableArticle(
                source, f"is not text but {name}; save the article as plain text or HTML."
            )
    text = _unicode(data, source)
    if text is None:
        text = _declared(data, declared) or _single_byte(data, source)
    _refuse_binary(text, source)
    if not text.strip():
        raise UnreadableArticle(source, "is empty.")
    return text


def _unicode(data: bytes, source: str) -> str | None:
    """The text when the bytes are Unicode of some kind, else None."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableArticle(
                    source,
                    f"cannot be decoded: it is marked as {encoding.upper()} but byte "
                    f"{len(mark) + error.start} does not fit; save it again as UTF-8.",
                ) from error
    wide = _utf16_shape(data)
    if wide is not None:
        try:
            return data.decode(wide)
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _utf16_shape(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the high byte of Latin or Arabic."""
    head = data[:8192]
    head = head[: len(head) // 2 * 2]
    if len(data) % 2 or len(head) < 4:
        return None
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        fitting = sum(byte in (0x00, 0x06, 0x20, 0xFE) for byte in high)
        telling = sum(byte in (0x00, 0x06) for byte in high)
        if fitting >= 0.9 * len(high) and telling >= 0.7 * len(high):
            return encoding
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
        if name not in _DECLARABLE:
            return None
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return text if _likelihood(text) >= _LEAST_LIKELY else None


def _single_byte(data: bytes, source: str) -> str:
    """The single-byte decoding that gives the likeliest Arabic."""
    best: tuple[float, str] | None = None
    for encoding in _SINGLE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _likelihood(text)
        if best is None or score > best[0]:
            best = score, text
    if best is None or best[0] < _LEAST_LIKELY:
        raise UnreadableArticle(
            source,
            "cannot be decoded: it is neither UTF-8, UTF-16, windows-1256 nor ISO-8859-6; "
            "save it again as UTF-8.",
        )
    return best[1]


@lru_cache(maxsize=1)
def _log_frequency() -> dict[str, float]:
    total = sum(_FREQUENCY.values())
    return {letter: math.log(count / total) for letter, count in _FREQUENCY.items()}


def _likelihood(text: str) -> float:
    """Mean log-likelihood of the letters as Arabic; Latin letters count as neutral.

    Letters of Latin with accents among Arabic ones, and symbols stuck into words, are what
    a wrong decoding looks like and count as rare letters.
    """
    table, rare = _log_frequency(), math.log(_RARE / 1000)
    total, count, latin, odd = 0.0, 0, 0, 0
    for char in text[:_SAMPLE]:
        if "a" <= char.lower() <= "z":
            latin += 1
        elif char in table:
            total += table[char]
            count += 1
        elif char.isalpha():
            total += rare
            count += 1
            odd += "\x80" <= char <= "\u024f"
        elif "\x80" <= char <= "\x9f" or char in "×÷¤§±¶":
            total += rare
            count += 1
    if count == 0 or latin > 3 * count:
        return 0.0  # nothing Arabic in it: whether that is enough is asked elsewhere
    if odd == count and latin:
        return 0.0  # Latin with accents
    return total / count


def _refuse_binary(text: str, source: str) -> None:
    controls = sum(
        1 for char in text if (char < " " and char not in "\t\n\r\x0b\x0c\x1a") or char == "\x7f"
    )
    if "\x00" in text or controls > _MAX_CONTROLS * len(text):
        raise UnreadableArticle(
            source,
            "is not text but binary data (control characters); "
            "save the article as plain text or HTML.",
        )


# --- is it Arabic? ---------------------------------------------------------------------


def require_arabic(text: str, source: str, least: float) -> None:
    """Raises UnreadableArticle when ``text`` is not Arabic.

    Its letters must be Arabic letters by the share ``least`` (0 to 1), and not those of
    another language in Arabic script: a few پ or گ in names are tolerated, also ک and ی from
    a Persian keyboard as long as the words are Arabic.
    """
    if not _LETTER.search(text):
        raise UnreadableArticle(source, "holds no letters, so there is no article to read.")
    share = arabic_share(text)
    if share < least:
        raise UnreadableArticle(
            source,
            f"is not Arabic: {share:.0%} of its letters are Arabic and at least {least:.0%} must "
            f"be (setting read.min_arabic); it looks like {_script(text)} script.",
        )
    language = other_language(text)
    if language is not None:
        raise UnreadableArticle(
            source, f"is not Arabic: it is written in Arabic script but looks like {language}."
        )


def other_language(text: str) -> str | None:
    """The language in Arabic script that ``text`` looks like, None when it looks Arabic."""
    letters = Counter(char for char in text if "\u0620" <= char <= "\u06d5" and char.isalpha())
    total = sum(letters.values())
    if total < 20:
        return None
    tokens = re.findall(r"[^\W\d_]+", text)
    arabic = [token for token in tokens if "\u0600" <= token[0] <= "\u06ff"]
    with_article = sum(
        fold(token).lstrip("وفبك").startswith(("ال", "لل")) for token in arabic[:5000]
    ) / max(1, min(len(arabic), 5000))
    foreign = sum(letters[char] for char in _FOREIGN) / total
    persian = sum(token in _PERSIAN_WORDS for token in arabic) / max(1, len(arabic))
    if with_article >= _MIN_ARTICLE_WORDS and foreign < 0.25:
        return None
    if foreign <= _MAX_FOREIGN and persian <= 0.06:
        return None
    for language, own in _OTHER_LANGUAGES[:-1]:
        if sum(letters[char] for char in own) / total > 0.02:
            return language
    return "Persian"


def _script(text: str) -> str:
    """The script of most letters, as its English name («Latin»)."""
    found: Counter[str] = Counter()
    for char in _LETTER.findall(text[:_SAMPLE]):
        found[unicodedata.name(char, "an unknown").split()[0]] += 1
    name = found.most_common(1)[0][0]
    return {
        "CJK": "Chinese",
        "HIRAGANA": "Japanese",
        "KATAKANA": "Japanese",
        "HANGUL": "Korean",
    }.get(name, name.capitalize())
