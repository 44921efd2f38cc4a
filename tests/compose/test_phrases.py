"""English of areas, causes and media: composed whole or not at all."""

from __future__ import annotations

import pytest

from briefing.compose.phrases import area_english, cause_core, medium_english, phrase_english

from .conftest import FakeNames

NAMES = FakeNames({"وادي السدر": "Wadi al-Sidr", "القوات البرية": "ground forces", "درعا": "Daraa"})


@pytest.mark.parametrize(
    ("ar", "en"),
    [
        ("غربي وجنوبي درعا", "western and southern Daraa"),
        ("شمال غربي درعا", "north-western Daraa"),
        ("ريف درعا", "Daraa countryside"),
        ("ريف درعا الشمالي الغربي", "north-western Daraa countryside"),
        ("ريف درعا الشرقي", "eastern Daraa countryside"),
        ("مناطق في بلدة وادي السدر", "areas in the town of Wadi al-Sidr"),
        ("محيط درعا", "the surroundings of Daraa"),
        ("محافظة درعا", "Daraa governorate"),
        ("ريف تل مجهول", None),
        ("غربي", None),
        ("", None),
    ],
)
def test_areas(ar: str, en: str | None) -> None:
    assert area_english(ar, NAMES) == en


def test_possessive_pronouns_are_set_aside() -> None:
    assert phrase_english("قواتها البرية", NAMES) == "ground forces"
    assert phrase_english("قواتهم البحرية", NAMES) is None


@pytest.mark.parametrize(
    ("ar", "core"),
    [
        ("نتيجة الهجمات", "الهجمات"),
        ("من جراء القصف", "القصف"),
        ("إثر انفجار لغم", "انفجار لغم"),
        ("القصف المدفعي", "القصف المدفعي"),
        ("نتيجة", "نتيجة"),
    ],
)
def test_causes(ar: str, core: str) -> None:
    assert cause_core(ar) == core


@pytest.mark.parametrize(
    ("ar", "en"),
    [
        ("في تصريح رسمي", "official statement"),
        ("عبر تسجيل صوتي جرى بثه على شبكة الإنترنت", "audio recording"),
        ("خلال مؤتمر صحفي", "press conference"),
        ("ببيان", "statement"),
        ("في لقاء عابر", None),
    ],
)
def test_media(ar: str, en: str | None) -> None:
    assert medium_english(ar, NAMES) == en
