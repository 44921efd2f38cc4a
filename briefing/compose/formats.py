"""Wording in one language: catalogue, plurals, numbers, dates, lists, isolates.

A ``Format`` is bound once to a language and the reader's settings and passed to every
function that words something. Digits are mapped here and nowhere else.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from babel.core import Locale
from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from ..errors import DataFileError
from ..model import Lang, LocalText
from ..settings import Settings
from .tables import heads

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

#: Locale of the formats by language; ``ar`` is pinned to a region, because the digits and
#: months of plain ``ar`` changed between releases of CLDR.
LOCALES: dict[Lang, str] = {"en": "en_GB", "ar": "ar_SY"}
_MONTHS = {"levant": "ar_SY", "gregorian": "ar_EG"}
_ARAB = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")
_NOUN_END = re.compile(r" (?:by|in|on|of|to|against|with|between|\() ?")
_ARAB_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@lru_cache(maxsize=8)
def catalogue(lang: Lang, domain: str = "briefing") -> gettext.GNUTranslations:
    """The gettext catalogue of ``lang``, compiled in memory from its .po file.

    Raises DataFileError when the file cannot be read or has an error.
    """
    where = f"locales/{lang}/LC_MESSAGES/{domain}.po"
    try:
        raw = resources.files("briefing").joinpath(where).read_bytes()
        catalog = read_po(io.BytesIO(raw), locale=lang, abort_invalid=True)
    except (OSError, PoFileError, UnicodeDecodeError) as error:
        raise DataFileError(f"{where}: cannot be read ({error}).") from error
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def isolate_rtl(text: str) -> str:
    """``text`` as a right-to-left run inside left-to-right text."""
    return f"{RLI}{text}{PDI}"


def isolate_ltr(text: str) -> str:
    """``text`` as a left-to-right run inside right-to-left text."""
    return f"{LRI}{text}{PDI}"


def has_arabic(text: str) -> bool:
    """True when ``text`` holds an Arabic letter."""
    return any("\u0621" <= char <= "\u06d3" for char in text)


def has_latin(text: str) -> bool:
    """True when ``text`` holds a Latin letter."""
    return any(char.isalpha() and char < "\u0250" for char in text)


@dataclass(frozen=True, slots=True)
class Format:
    """Wording in ``lang`` with the reader's digits and month names."""

    lang: Lang
    digits: str = "latn"
    months: str = "both"

    # --- catalogue ---------------------------------------------------------------------

    def t(self, message: str, **values: str) -> str:
        """The message in this language; ``%(name)s`` is replaced by ``values``."""
        text = catalogue(self.lang).gettext(message)
        return text % values if values else text

    def c(self, context: str, message: str, **values: str) -> str:
        """The message in this language as used in ``context``."""
        text = catalogue(self.lang).pgettext(context, message)
        return text % values if values else text

    def plural(
        self, singular: str, plural: str, n: int, *, context: str = "count", shown: str = ""
    ) -> str:
        """The plural form for ``n``; ``%(n)s`` becomes ``shown`` or the number itself.

        ``context`` is "count" (nominative in Arabic) or "genitive".
        """
        forms = catalogue(self.lang)
        text = forms.npgettext(context, singular, plural, n)
        if shown and "%(n)s" not in text:  # a word for one or two cannot hold «1–2»
            text = forms.npgettext(context, singular, plural, 3)
        return text % {"n": shown or self.number(n)}

    # --- numbers and dates -------------------------------------------------------------

    def map_digits(self, text: str) -> str:
        """ASCII digits of ``text`` in the reader's digits; separators stay."""
        return text.translate(_ARAB_DIGITS) if self._arab else text

    @property
    def _arab(self) -> bool:
        return self.lang == "ar" and self.digits == "arab"

    def number(self, value: int | float) -> str:
        """``value`` with separators of thousands, in the reader's digits.

        >>> Format("ar", "arab").number(400000)
        '٤٠٠٬٠٠٠'
        """
        text = format_decimal(value, locale="en_GB")
        return text.translate(_ARAB) if self._arab else text

    def number_text(self, text: str) -> str:
        """A number as the source prints it («80%»), its digits and signs mapped."""
        plain = text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%"))
        return plain.translate(_ARAB) if self._arab else plain

    def range(self, low: int, high: int) -> str:
        """``low–high``; isolated in Arabic so that the lower number stays on the left."""
        text = f"{self.number(low)}–{self.number(high)}"
        return isolate_ltr(text) if self.lang == "ar" else text

    def weekday(self, day: int) -> str:
        """The name of a day of the week, 0 is Monday."""
        return str(get_day_names("wide", locale=LOCALES[self.lang])[day % 7])

    def month(self, month: int) -> str:
        """The name of a month in the reader's style («تموز/يوليو»)."""
        if self.lang == "en":
            return str(get_month_names("wide", locale=LOCALES["en"])[month])
        if self.months in _MONTHS:
            return str(get_month_names("wide", locale=_MONTHS[self.months])[month])
        return "/".join(
            get_month_names("wide", locale=_MONTHS[style])[month]
            for style in ("levant", "gregorian")
        )

    def date(self, value: dt.date, *, weekday: bool = False, year: bool = True) -> str:
        """«19 تموز/يوليو 2019» or "Friday, 19 July 2019"."""
        if self.lang == "en":
            skeleton = "d MMMM y" if year else "d MMMM"
            text = format_date(value, skeleton, locale=LOCALES["en"])
            return f"{self.weekday(value.weekday())}, {text}" if weekday else text
        text = f"{value.day} {self.month(value.month)}" + (f" {value.year}" if year else "")
        if weekday:
            text = f"{self.weekday(value.weekday())}، {text}"
        return self.map_digits(text)

    # --- text --------------------------------------------------------------------------

    def join(self, items: Iterable[str]) -> str:
        """A list in prose: "a, b and c", «أ وب وج»."""
        return format_list(list(items), style="standard", locale=LOCALES[self.lang])

    def commas(self, items: Iterable[str]) -> str:
        """Items with the comma of the language between them."""
        return (", " if self.lang == "en" else "، ").join(item for item in items if item)

    def semicolons(self, items: Iterable[str]) -> str:
        """Items with the semicolon of the language between them."""
        return ("; " if self.lang == "en" else "؛ ").join(item for item in items if item)

    def name(self, ar: str, en: str | None) -> str:
        """A name in this language. Unknown in English: the Arabic in «», isolated; a Latin
        name in Arabic text is isolated too."""
        if self.lang == "en":
            return en if en else self.arabic(ar)
        return isolate_ltr(ar) if has_latin(ar) and not has_arabic(ar) else ar

    def arabic(self, ar: str) -> str:
        """An Arabic phrase as shown inside a line of this language."""
        if self.lang == "en" and has_arabic(ar):
            return f"«{isolate_rtl(ar)}»"
        return ar

    def the(self, name: str) -> str:
        """An English name with "the" where its head noun asks for one; Arabic is left alone."""
        if self.lang != "en" or not name or name.lower().startswith(("the ", "«", "a ", "an ")):
            return name
        return f"the {name}" if _takes_article(name) else name

    def indefinite(self, text: str) -> str:
        """An English singular noun phrase with "a" or "an"; all else is left alone."""
        head = _NOUN_END.split(text, maxsplit=1)[0]
        if self.lang != "en" or head.endswith(("s", "shelling", "fire", "control")):
            return text
        return f"an {text}" if text[:1] in "aeiou" else f"a {text}"

    def sentence_part(self, text: str) -> str:
        """``text`` without the comma and space that join it to a sentence."""
        return text.lstrip("،, ")

    def sentence(self, text: str) -> str:
        """``text`` with a capital first letter where the language has capitals."""
        return text[:1].upper() + text[1:] if self.lang == "en" else text


def _head(name: str) -> tuple[str, str]:
    """The head noun of an English noun phrase, one word and two words long."""
    core = name
    for stop in (" of ", " for ", " in ", " on ", " with ", " from ", " under ", " held ", " ("):
        core = core.split(stop)[0]
    words = core.split()
    return (words[-1], " ".join(words[-2:])) if words else ("", "")


def _takes_article(name: str) -> bool:
    lists = heads()
    for head in _head(name):
        if head.lower() in lists.definite:
            return head.lower() not in lists.capital_only or head[:1].isupper()
    return False


def is_plural(name: str) -> bool:
    """True when an English name takes a plural verb ("factions", "the Tiger Forces")."""
    return any(head.lower() in heads().plural for head in _head(name))


@lru_cache(maxsize=512)
def country_name(english: str) -> str | None:
    """The Arabic name of a country or territory given in English, None when unknown."""
    code = next(
        (k for k, v in Locale("en").territories.items() if v.lower() == english.lower()), None
    )
    return Locale("ar").territories.get(code) if code and len(code) == 2 else None


@dataclass(frozen=True, slots=True)
class Words:
    """The two formats of a briefing."""

    en: Format
    ar: Format

    @classmethod
    def of(cls, settings: Settings) -> Words:
        """The formats that ``settings`` ask for; English always has Latin digits."""
        return cls(Format("en"), Format("ar", settings.digits, settings.months))

    def both(self, worded: Callable[[Format], str]) -> LocalText:
        """The same wording function run in both languages."""
        return LocalText(en=worded(self.en), ar=worded(self.ar))


DASH = LocalText(en="–", ar="–")
