"""Amounts: qualifiers, ranges, vague words, shares; never a 0 for nothing reported."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.compose.amounts import amount, bounds, counted, is_none_reported, short_amount
from briefing.compose.formats import LRI, PDI, Format
from briefing.model import Figure, Provenance, Span

from .conftest import FakeNames

EN, AR, ARAB = Format("en"), Format("ar"), Format("ar", "arab")
NAMES = FakeNames({})


def figure(**fields: Any) -> Figure:
    base: dict[str, Any] = {
        "id": "FG1",
        "surface": Span(start=0, end=1, text="س"),
        "kind": "killed",
        "provenance": Provenance(sentence_id="s1", sentence="س", sentence_start=0, sentence_end=1),
        "confidence": 1.0,
        "rule": "test",
    }
    return Figure(**{**base, **fields})


@pytest.mark.parametrize(
    ("fields", "en", "ar"),
    [
        ({"value": 1}, "1 person killed", "مقتل شخص واحد"),
        ({"value": 2}, "2 people killed", "مقتل شخصين"),
        ({"value": 2, "unit": "combatants"}, "2 fighters killed", "مقتل مقاتلين اثنين"),
        (
            {"value": 40, "qualifier": "at_least"},
            "at least 40 people killed",
            "مقتل ما لا يقل عن 40 شخصاً",
        ),
        (
            {"value": 400000, "qualifier": "approximately", "kind": "displaced"},
            "about 400,000 people displaced",
            "نزوح نحو 400,000 شخص",
        ),
        (
            {"low": 30, "high": 40, "qualifier": "range", "unit": "families", "kind": "evacuated"},
            "30–40 families evacuated",
            f"إجلاء {LRI}30–40{PDI} عائلة",
        ),
        (
            {"low": 1, "high": 2, "qualifier": "range", "unit": "homes", "kind": "homes_destroyed"},
            "1–2 homes destroyed",
            f"تدمير {LRI}1–2{PDI} منازل",
        ),
        (
            {"qualifier": "dozens", "kind": "wounded"},
            "dozens of people wounded",
            "إصابة عشرات الأشخاص",
        ),
        (
            {"qualifier": "tens_of_thousands", "low": 20000, "high": 99999, "kind": "displaced"},
            "tens of thousands of people displaced",
            "نزوح عشرات الآلاف من الأشخاص",
        ),
        (
            {"qualifier": "several", "unit": "children"},
            "several children killed",
            "مقتل عدد من الأطفال",
        ),
        ({"value": 5, "qualifier": "up_to"}, "up to 5 people killed", "مقتل ما يصل إلى 5 أشخاص"),
        ({"value": 2, "qualifier": "more_than"}, "more than 2 people killed", "مقتل أكثر من شخصين"),
    ],
)
def test_amounts(fields: dict[str, Any], en: str, ar: str) -> None:
    assert counted(EN, figure(**fields), NAMES) == en
    assert counted(AR, figure(**fields), NAMES) == ar


def test_a_key_figure_stands_alone() -> None:
    about = figure(value=400000, qualifier="approximately", kind="displaced")
    assert short_amount(EN, about, NAMES) == "≈ 400,000 people"
    assert short_amount(ARAB, about, NAMES) == "نحو ٤٠٠٬٠٠٠ شخص"
    assert short_amount(AR, figure(value=2), NAMES) == "شخصان"


def test_a_share_is_printed_as_the_source_has_it() -> None:
    share = figure(number_text=Span(start=0, end=3, text="٨٠٪"), kind="in_need")
    assert amount(EN, share, NAMES) == "80%"
    assert amount(AR, share, NAMES) == "80%"
    assert bounds(share) is None


def test_a_unit_without_a_code_keeps_its_word() -> None:
    other = figure(value=7, unit="other", unit_ar=Span(start=0, end=5, text="مسعفا"))
    assert "مسعفا" in amount(EN, other, NAMES)
    assert amount(AR, other, NAMES) == "7 مسعفا"


def test_nothing_reported_has_no_number() -> None:
    none = figure(negated=True, low=0)
    assert is_none_reported(none)
    assert bounds(none) is None
