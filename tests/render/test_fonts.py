"""The bundled fonts."""

from __future__ import annotations

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from briefing.errors import RenderError
from briefing.render import labels
from briefing.render.fonts import (
    FONTS,
    Font,
    font_folder,
    parse_ranges,
    print_faces,
    read_font,
    screen_faces,
    uncovered,
)

from . import sample
from .conftest import html_of


def _faces(text: str) -> dict[tuple[str, int], set[int]]:
    """Characters held by each font that a page with ``text`` carries."""
    rules = re.findall(r'family:"([^"]+)";font-weight:(\d+);.*?base64,([^"]+)"', screen_faces(text))
    held = {}
    for family, weight, data in rules:
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        held[family, int(weight)] = set(font.getBestCmap())
    return held


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_each_font_is_there_in_both_forms_and_is_free(font: Font) -> None:
    plain = TTFont(io.BytesIO(read_font(f"{font.name}.ttf")))
    packed = TTFont(io.BytesIO(read_font(f"{font.name}.woff2")))
    small = set(packed.getBestCmap())
    assert small <= set(plain.getBestCmap())
    assert set(parse_ranges(font.small)) & set(plain.getBestCmap()) <= small
    assert "SIL Open Font License" in plain["name"].getDebugName(13)
    assert plain["OS/2"].fsType == 0


def test_the_licence_lies_beside() -> None:
    assert "SIL OPEN FONT LICENSE" in (font_folder() / "OFL.txt").read_text(encoding="utf-8")
    assert "fonts-noto-core" in (font_folder() / "README.md").read_text(encoding="utf-8")


def test_everything_that_the_sample_shows_is_held() -> None:
    assert uncovered(sample.article_text()) == ""
    assert uncovered("".join(labels.SYMBOLS.values()) + "⚠≈→–·“”«»") == ""
    assert uncovered("abc 北京 def") == "京北"


def test_arabic_letters_join_in_the_carried_font() -> None:
    data = re.search(r'Naskh";font-weight:400;.*?base64,([^"]+)"', html_of("sample", "ar"))
    assert data is not None
    font = TTFont(io.BytesIO(base64.b64decode(data.group(1))))
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= features


def test_a_letter_outside_the_ready_cut_is_carried_too() -> None:
    plain = _faces("Latin only")
    assert ord("Ж") not in plain["Briefing Sans", 400]
    assert ("Briefing Naskh", 400) not in plain
    more = _faces("Latin and Жуков")
    assert {ord(c) for c in "LatinЖуков"} <= more["Briefing Sans", 400]
    arabic = _faces("ݣ نص")
    assert {ord(c) for c in "ݣنص"} <= arabic["Briefing Naskh", 400]


def test_print_faces_name_every_font_once() -> None:
    urls = re.findall(r'url\("briefing-font:([^"]+)"\)', print_faces())
    assert sorted(urls) == sorted(f"{font.name}.ttf" for font in FONTS)


@pytest.mark.parametrize("name", ["../../settings.py", "/etc/passwd", "NotoSans-Regular.otf", ""])
def test_only_our_fonts_are_served(name: str) -> None:
    with pytest.raises(RenderError, match="not a bundled font"):
        read_font(name)
