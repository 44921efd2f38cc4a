"""The table of outlets."""

from __future__ import annotations

import pytest

from briefing.read.agencies import agencies, find_agency, is_everyday


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("نورث برس", "North Press Agency"), ("NPA", "North Press Agency"), ("سانا", "SANA"),
        ("رويترز", "Reuters"), ("أ ف ب", "AFP"), ("أ.ف.ب", "AFP"), ("ا.ف.ب.", "AFP"),
        ("فرانس برس", "AFP"), ("أ ب", "AP"), ("الأناضول", "Anadolu Agency"), ("د ب أ", "dpa"),
        ("سبوتنيك", "Sputnik"), ("تاس", "TASS"), ("نوفوستي", "RIA Novosti"), ("هاوار", "ANHA"),
        ("روداو", "Rudaw"), ("عنب بلدي", "Enab Baladi"), ("المرصد السوري", "SOHR"),
        ("وفا", "WAFA"), ("أ ش أ", "MENA"), ("الوكالة الوطنية للإعلام", "NNA"), ("بترا", "Petra"),
        ("واس", "SPA"), ("كونا", "KUNA"), ("قنا", "QNA"), ("وام", "WAM"), ("واع", "INA"),
        ("سونا", "SUNA"), ("سبأ", "Saba"), ("وال", "LANA"), ("«الشرق الأوسط»", "Asharq al-Awsat"),
        ("الجزيرة", "Al Jazeera"), ("بي بي سي", "BBC"), ("CNN", "CNN"), ("cnn", "CNN"),
        ("سكاي نيوز عربية", "Sky News Arabia"), ("العربية", "Al Arabiya"),
        ("الميادين", "Al Mayadeen"), ("القدس العربي", "Al-Quds al-Arabi"),
        ("العربي الجديد", "Al-Araby al-Jadeed"), ("كردستان 24", "Kurdistan24"),
        ("شفق نيوز", "Shafaq News"), ("وكالة سانا للأنباء", None), ("كتاب", None), ("", None),
        ("وكالة سانا", "SANA"), ("صحيفة «الوطن»", "Al-Watan"), ("رويترز، أ ف ب", "Reuters, AFP"),
        ("الأناضول + وكالات", "Anadolu Agency, Agencies"), ("رويترز، كتاب", None),
    ],
)  # fmt: skip
def test_names(name: str, english: str | None) -> None:
    assert find_agency(name) == english


def test_the_table_is_large_and_clean() -> None:
    table = agencies()
    assert len(set(table.values())) >= 150
    assert all(key and value == value.strip() for key, value in table.items())
    assert find_agency("سانا" * 1000) is None


def test_everyday_words() -> None:
    assert is_everyday("اليوم")
    assert not is_everyday("رويترز")
