"""Which names are places, for telling the place of a dateline from the outlet.

Only the names are read from the place lists (``data/places*.csv``); coordinates and which of
several namesakes is meant are for the extraction.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from briefing.arabic.letters import fold
from briefing.errors import DataFileError

from . import words

_FILES = ("places.csv", "places_extra.csv")
#: Kinds of rows from which no story is datelined; "guard" rows name what is *not* a place.
_OTHER_KINDS = frozenset({"guard", "sea", "river", "mountain", "base", "airport"})
#: Datelines that no place list holds as a place of its own.
_DATELINES = (
    "الأمم المتحدة", "عواصم", "القدس المحتلة", "القدس الشرقية", "تونس العاصمة", "الجزائر العاصمة",
    "الكويت العاصمة", "مدينة الكويت", "الفاتيكان", "عين التينة", "بكركي", "بعبدا", "عمان",
    "استانبول", "العلمين", "إنجامينا", "بانغي", "بيجين", "بيونغ يانغ", "جاكرتا", "جنيف", "دبا",
    "دياربكر", "سان بطرسبورغ", "ستراسبورج", "ستراسبورغ", "سول", "شانلي أورفة", "شنغهاي", "قامشلي",
    "كانبيرا", "كراكاس", "كوبنهاجن", "لاهاي", "مكسيكو سيتي", "ميونيخ", "نور سلطان", "نيس",
    "نيو دلهي", "نيوم", "ولينغتون", "جيبوتي", "سنغافورة", "لوكسمبورغ", "هونغ كونغ", "الضفة الغربية",
)  # fmt: skip
_COUNTRY_NAMES = ("الإمارات العربية", "إنجلترا", "إنكلترا", "دولة الإمارات العربية المتحدة")


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names: countries, and all places below a country."""

    countries: frozenset[str]
    cities: frozenset[str]

    def is_city(self, folded: str) -> bool:
        """True for a place below a country, also as «ريف حلب» or «شمال غرب إدلب»."""
        if folded in self.cities:
            return True
        first, _, rest = folded.partition(" ")
        return bool(rest) and first in words.around_words() and self.is_place(rest)

    def is_place(self, folded: str) -> bool:
        """True for a country or what ``is_city`` takes."""
        return folded in self.countries or self.is_city(folded)


@lru_cache(maxsize=1)
def place_names() -> Names:
    """The names of the place lists. Raises DataFileError when a list has no such columns."""
    countries: set[str] = {fold(name) for name in _COUNTRY_NAMES}
    cities: set[str] = {fold(name) for name in _DATELINES}
    for file in _FILES:
        source = resources.files("briefing").joinpath("data", file)
        if not source.is_file():
            continue
        with io.StringIO(source.read_text(encoding="utf-8"), newline="") as stream:
            reader = csv.DictReader(stream)
            if not {"ar", "kind", "variants_ar"} <= set(reader.fieldnames or ()):
                raise DataFileError(f"{file}: needs the columns ar, kind and variants_ar.")
            for row in reader:
                if row["kind"] in _OTHER_KINDS:
                    continue
                names = [row["ar"] or "", *(row["variants_ar"] or "").split("|")]
                target = countries if row["kind"] == "country" else cities
                target.update(fold(name.lstrip("!").strip()) for name in names if name)
    countries.discard("")
    cities.discard("")
    return Names(frozenset(countries), frozenset(cities))
