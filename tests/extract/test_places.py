"""The place list, finding places in text, and choosing among namesakes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.arabic.letters import fold
from briefing.arabic.tokens import tokenize
from briefing.errors import DataFileError
from briefing.extract.gazetteer import COLUMNS, KINDS
from briefing.extract.places import Gazetteer, PlaceMention
from briefing.model import Place

ROOT = Path(__file__).parents[2]
GAZETTEER = Gazetteer.load()


def find(text: str) -> list[PlaceMention]:
    return GAZETTEER.find(tokenize(text), text)


def names(text: str) -> list[str]:
    return [mention.ar for mention in find(text)]


def resolve(text: str, country: str | None = None) -> list[Place]:
    return GAZETTEER.resolve(find(text), country)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    path = ROOT / "briefing" / "data" / "places.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_place_list_is_large_and_clean(rows: list[dict[str, str]]) -> None:
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) >= 3000
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    for row in rows:
        assert row["kind"] in KINDS
        assert row["within"] == "" or row["within"] in ids, row["id"]
        assert (row["lat"] == "") == (row["lon"] == "")
        assert bool(row["lat"]) == (row["precision"] in ("place", "area", "country"))
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90
            assert -180 <= float(row["lon"]) <= 180
        assert row["en"] or row["kind"] == "guard"
        assert fold(row["ar"])


@pytest.mark.parametrize(
    ("country", "least"),
    [("SY", 700), ("PS", 400), ("YE", 380), ("IQ", 250), ("LB", 190), ("SD", 150)],
)
def test_coverage_by_country(rows: list[dict[str, str]], country: str, least: int) -> None:
    assert sum(row["country"] == country for row in rows) >= least


def test_coordinates_lie_in_their_country(rows: list[dict[str, str]]) -> None:
    """A wrong namesake shows as a place far outside the box of its country."""
    boxes = {
        "SY": (32, 37.6, 35.4, 42.5),
        "LB": (33, 34.8, 35, 36.7),
        "YE": (12, 19.1, 41.5, 54.8),
        "IQ": (29, 37.5, 38.7, 48.8),
        "PS": (31.1, 32.6, 34.1, 35.7),
        "SD": (8.5, 22.3, 21.8, 39),
    }
    for row in rows:
        if row["lat"] and row["country"] in boxes:
            south, north, west, east = boxes[row["country"]]
            assert south <= float(row["lat"]) <= north, row
            assert west <= float(row["lon"]) <= east, row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف على إدلب وحماة", ["إدلب", "حماة"]),
        ("وصل إلى بإدلب ثم لحلب", ["إدلب", "حلب"]),
        ("انفجار بسراقب وبنش", ["سراقب", "بنش"]),
        ("وقعت اشتباكات للقامشلي", ["لقامشلي"]),
        ("في بلدة محردة", ["محردة"]),
        ("هجوم على قرية سامي العاصي التابعة للناحية", ["سامي العاصي"]),
        ("نزح سكان مخيم الورود المهدم", ["الورود"]),
        ("معارك شمال غربي سوريا", ["شمال غربي سوريا"]),
        ("قصف غربي وجنوبي إدلب", ["غربي وجنوبي إدلب"]),
        ("مناطق بريف حلب الشمالي", ["ريف حلب الشمالي"]),
        ("في ريف دمشق الغربي", ["ريف دمشق الغربي"]),
        ("إلى جبهات إدلب", ["جبهات إدلب"]),
        ("على خطوط التماس وجبهات القتال", ["خطوط التماس", "جبهات القتال"]),
        ("ضمن منطقة خفض التصعيد", ["منطقة خفض التصعيد"]),
        ("القوات على الحدود مع سوريا", ["الحدود مع سوريا"]),
        ("عند الحدود السورية - التركية أمس", ["الحدود السورية - التركية"]),
        ("استهداف مناطق نفوذ القوات الحكومية أمس", ["مناطق نفوذ القوات الحكومية"]),
        ("مناطق سيطرة قوات سوريا الديمقراطية", ["مناطق سيطرة قوات سوريا الديمقراطية"]),
        ("إلى شرق الفرات", ["شرق الفرات"]),
        ("في سهل الغاب", ["سهل الغاب"]),
        ("في جنوب لبنان", ["جنوب لبنان"]),
        ("سنحول نهر العاصي إلى ماء", ["نهر العاصي"]),
        ("في قطاع غزة", ["قطاع غزة"]),
        ("محافظات إدلب وحلب واللاذقية", ["إدلب", "حلب", "اللاذقية"]),
        ("القضاء على الإرهاب في سورية", ["سورية"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قالت قناة الجزيرة في تقرير",
        "بعد صلاة المغرب",
        "الجيش السوري والقوات التركية",
        "قوات خاصة سورية",
        "قال البيت الأبيض",
        "القوات متواجدة في الميدان",
        "دعم مالي كبير",
        "نشر صور الضحايا",
        "طالب بالكرامة والحرية",
        "في مسقط رأسه",
        "قرية صغيرة",
        "بلدة التي قصفت",
        "الكلمة التي ألقاها",
        "مظاهرة سلمية",
        "عدد قليل من السكان عاليا",
    ],
)
def test_not_found(text: str) -> None:
    assert names(text) == []


def test_everyday_words_need_a_place_noun() -> None:
    assert names("وقف في الميدان") == []
    assert names("قصف حي الميدان") == ["الميدان"]
    assert names("أغلق الباب") == []
    assert names("قصفت مدينة الباب") == ["الباب"]
    assert names("انسحب من الباب") == ["الباب"]
    assert names("الباب – وكالات") == ["الباب"]


def test_namesakes_by_noun_dateline_and_neighbours() -> None:
    assert resolve("في محافظة حماة")[0].kind == "governorate"
    assert resolve("في مدينة حماة")[0].kind == "city"
    assert resolve("في طرابلس", "LB")[0].country == "LB"
    assert resolve("في طرابلس", "LY")[0].country == "LY"
    assert resolve("في طرابلس وعكار والبقاع")[0].country == "LB"
    assert resolve("في طرابلس ومصراتة وبنغازي")[0].country == "LY"
    assert resolve("مدينة أريحا وسراقب وجسر الشغور")[0].country == "SY"
    assert resolve("مدينة أريحا ونابلس ورام الله")[0].country == "PS"
    assert resolve("جنوب طرابلس", "LY")[0].country == "LY"


def test_article_is_restored_after_lam() -> None:
    place = resolve("وصل للقامشلي")[0]
    assert (place.ar, place.surface.text, place.en) == ("القامشلي", "لقامشلي", "Qamishli")


def test_place_fields() -> None:
    place = resolve("في قسطون")[0]
    assert (place.en, place.kind, place.country) == ("Qastun", "village", "SY")
    assert place.within == "al-Ghab Plain, Hama governorate"
    assert place.precision == "area"  # no coordinates of its own: those of the plain
    assert resolve("في محردة")[0].precision == "place"
    assert resolve("في إدلب")[0].precision == "area"
    assert resolve("إلى تركيا")[0].precision == "country"
    assert resolve("على خطوط التماس")[0].lat is None
    unknown = resolve("قرية قرنفلة بمحافظة كركوك")[0]
    assert (unknown.en, unknown.within, unknown.precision) == (None, "Kirkuk governorate", "area")


def test_sample_places() -> None:
    """Every place that the annotation of the sample has is found, with its containing area."""
    text = (ROOT / "samples" / "idlib_2019.txt").read_text(encoding="utf-8")
    gold = json.loads((ROOT / "samples" / "idlib_2019.gold.json").read_text(encoding="utf-8"))
    found = {place.ar: place for place in GAZETTEER.resolve(find(text), "SY")}
    for place in gold["places"]:
        got = found[place["ar"]]
        assert got.kind == place["kind"]
        if place["within"] is not None:
            assert got.within == place["within"]


def test_user_rows_win(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,ar,en,kind,within,lat,lon,precision\n"
        "sy-mhardeh,محردة,Muhradah,town,sy-hama,35.25,36.57,place\n"
        "x-1,كفر خيال,Kafr Khayal,village,sy-idlib,,,\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load([path])
    text = "في محردة وكفر خيال"
    places = gazetteer.resolve(gazetteer.find(tokenize(text), text))
    assert [place.en for place in places] == ["Muhradah", "Kafr Khayal"]
    assert places[1].within == "Idlib governorate"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("id,en\n", "line 1"),
        ("id,ar,en,kind\nx,ا,A,planet\n", "line 2"),
        ("id,ar,en,kind,lat,lon\nx,ا,A,city,95,0\n", "line 2"),
        ("id,ar,en,kind\nx,ا\n", "line 2"),
        ("id,ar,en,kind,needs_context\nx,ا,A,city,7\n", "needs_context"),
    ],
)
def test_wrong_file(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=words):
        Gazetteer.load([path])


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        Gazetteer.load([tmp_path / "none.csv"])


PIECES = st.sampled_from(
    [*"شمال غربي وجنوبي ريف إدلب بحلب وللرقة الحدود مع سوريا قرية مخيم".split(),
     *"في ، - « » من السورية".split(),
     "الشمالي", "مناطق", "نفوذ", "القوات", "خطوط", "التماس", "إِدْلِـب", "\u200fحماة"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_offsets_hold_for_any_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    mentions = find(text)
    for mention in mentions:
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.ar
        last = mention.end
    for place, mention in zip(GAZETTEER.resolve(mentions), mentions, strict=True):
        assert (place.surface.start, place.surface.text) == (mention.start, mention.ar)
        assert (place.lat is None) == (place.precision == "unknown")
