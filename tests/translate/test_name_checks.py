from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.translate.checks import check
from briefing.translate.event_checks import invented_events, keeps_to_events
from briefing.translate.name_checks import (
    invented_names,
    keeps_names,
    keeps_to_names,
    lost_names,
    too_much_lost,
)
from briefing.translate.name_tables import english_key, load_name_tables, plain
from briefing.translate.skeletons import arabic_readings, latin_readings, same_name

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

ALIKE = [
    ("Lavrov", "لافروف"),
    ("Akar", "اكار"),
    ("Mhardeh", "محرده"),
    ("Shughur", "شغور"),
    ("Muhammad", "محمد"),
    ("Mohamed", "محمد"),
    ("Hussein", "حسين"),
    ("Zelensky", "زيلينسكي"),
    ("Çavuşoğlu", "تشاووشوغلو"),
    ("Jumblatt", "جنبلاط"),
    ("Gaddafi", "قذافي"),
    ("Qadhafi", "قذافي"),
    ("Chavez", "تشافيز"),
    ("Georgieva", "جورجييفا"),
    ("Khan", "خان"),
    ("Ali", "علي"),
    ("Oweis", "عويس"),
]
UNLIKE = [
    ("Obama", "اردوغان"),
    ("Obama", "ابن"),
    ("Anad", "عاد"),
    ("Putin", "بوش"),
    ("Ali", "لا"),
    ("Omar", "مر"),
    ("Hama", "حلب"),
]


@pytest.mark.parametrize(("latin", "arabic"), ALIKE)
def test_spellings_of_a_name_are_alike(latin: str, arabic: str) -> None:
    assert same_name(latin, arabic)


@pytest.mark.parametrize(("latin", "arabic"), UNLIKE)
def test_other_names_are_not_alike(latin: str, arabic: str) -> None:
    assert not same_name(latin, arabic)


KEPT = [
    ("التقى لافروف نظيره التركي في دمشق.", "Lavrov met his Turkish counterpart in Damascus."),
    ("قصفت الطائرات بلدة محردة قرب جسر الشغور.", "Jets shelled Mhardeh near Jisr al-Shughur."),
    ("قصفت الطائرات بلدة محردة قرب جسر الشغور.", "Jets hit Muhradah, near Jisr ash-Shughour."),
    ("قال وزير الدفاع خلوصي أكار.", "Defence Minister Hulusi Akar said so."),
    ("أعلنت وزارة الداخلية العراقية الحصيلة.", "The Iraqi interior ministry gave the toll."),
    ("أعلنت وزارة الداخلية العراقية الحصيلة.", "Iraq's Ministry of Interior gave the toll."),
    ("اجتمع مجلس النواب.", "Parliament met."),
    ("قال عبد الرحمن النعيمي.", "Abdulrahman al-Naimi said so."),
    ("قال عبد الرحمن النعيمي.", "Abdel Rahman Al Nuaimi said so."),
    ("وصلت القوات الأميركية.", "U.S. forces arrived."),
    ("وصلت القوات الأميركية.", "American forces arrived."),
    ("قالت بي بي سي ذلك.", "BBC said so."),
    ("رفضت واشنطن الطلب.", "The United States rejected the request."),
    ("في 24/6/2019 وصل الوفد.", "On 24 June 2019 the delegation arrived."),
    ("في أيلول وصل الوفد.", "The delegation arrived in September."),
    ("وصل الوفد يوم الثلاثاء.", "The delegation arrived on Tuesday."),
    ("قال: «لن نعود».", 'He said: "Never shall we return."'),
    ("بدأ العمل أمس.", "Yesterday the work began."),
    ("وقع الحادث في الضاحية الباريسية.", "It happened in a Paris suburb."),
]


@pytest.mark.parametrize(("source", "candidate"), KEPT)
def test_names_in_another_spelling_or_wording_pass(source: str, candidate: str) -> None:
    assert invented_names(source, candidate) == []
    assert lost_names(source, candidate) == []


INVENTED = [
    ("قال الوزير ذلك.", "Nouri al-Anad said so.", ["Nouri", "Anad"]),
    ("قال الوزير ذلك.", "The minister told Obama so.", ["Obama"]),
    ("وشددت الدفاع على ذلك.", "The Civil Defense stressed this.", ["Civil"]),
    ("قالت المنظمة ذلك.", "Human Rights said so.", ["Human", "Rights"]),
    ("اعتقل عنصر من حزب.", "A member of the Kurdistan Workers' Party.", ["Kurdistan", "Workers'"]),
    ("قال وزير الدفاع ذلك.", "The Prime Minister said so.", ["Prime"]),
    ("قال وزير الدفاع ذلك.", "Prime Minister Hariri said so.", ["Prime", "Hariri"]),
    ("وصل الجيش إلى المدينة.", "The Syrian army reached Aleppo.", ["Syrian", "Aleppo"]),
    ("وصل الوفد يوم الثلاثاء.", "The delegation arrived on Monday.", ["Monday"]),
    ("وصل الوفد.", "The Captaination arrived.", ["Captaination"]),
    ("وصل الوفد السوري.", "The Syrian delegation of the UN arrived.", ["UN"]),
    ("وصل الوفد.", "Jerusalem arrived.", ["Jerusalem"]),
    ("وصل 30 شخصاً في 24/6/2019.", "On 24 May 2019 30 people arrived.", ["May"]),
]


@pytest.mark.parametrize(("source", "candidate", "names"), INVENTED)
def test_an_invented_name_is_found(source: str, candidate: str, names: list[str]) -> None:
    found = invented_names(source, candidate)
    assert [name.strip("'") for name in found] == [name.strip("'") for name in names]
    assert "name_invented" in check(source, candidate)


LOST = [
    ("وصل الوفد إلى دمشق أمس.", "The delegation arrived yesterday."),
    ("أعلنت الأمم المتحدة ذلك.", "The office announced this."),
    ("قال بشار الأسد ذلك.", "The president said so."),
    ("دخلت القوات قرية كفرنبل صباحاً.", "The forces entered the village in the morning."),
    ("أعلن محمود العلي ذلك.", "The man announced this."),
    ("وصل الوفد إلى العراق.", "The delegation arrived in Iran."),
    ("اتفق الجانبان الروسي والتركي.", "The two sides agreed."),
]


@pytest.mark.parametrize(("source", "candidate"), LOST)
def test_a_lost_name_is_found(source: str, candidate: str) -> None:
    assert "name_lost" in check(source, candidate)


def test_one_nationality_may_be_left_out_but_is_told() -> None:
    source, candidate = "وصلت القوات التركية إلى الحدود.", "The forces reached the border."
    lost = lost_names(source, candidate)
    assert [weight for _, weight in lost] == [1]
    assert not too_much_lost(lost)
    assert check(source, candidate) == []


def test_everyday_words_are_no_names() -> None:
    # «فتح» is also a party, «رئيسي» a president, «مالي» a country: here they open, are main, money
    source = "فتح الجنود الشارع الرئيسي لسبب مالي."
    assert lost_names(source, "The troops opened the main street for a financial reason.") == []


EVENTS = [
    ("أوقفت الشرطة أربعة أشخاص.", "Four people were killed.", ["killed"]),
    ("وصل الوفد إلى المطار.", "Rockets hit the airport, wounding children.",
     ["rockets", "wounding", "children"]),
    ("التقى الرئيس الوفد.", "The president met the hostages.", ["hostages"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "candidate", "words"), EVENTS)
def test_an_invented_event_is_found(source: str, candidate: str, words: list[str]) -> None:
    assert set(words) <= set(invented_events(source, candidate))
    assert "event_invented" in check(source, candidate)


def test_an_event_of_the_source_is_no_invention() -> None:
    source = "لقي 3 جنود مصرعهم وجرح آخرون في غارة على مشفى."
    candidate = "3 soldiers died and others were wounded in a raid on a hospital."
    assert invented_events(source, candidate) == []


def test_the_sample_passes() -> None:
    lines = (SAMPLES / "idlib_2019.en.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line.strip()]
    assert len(pairs) > 10
    for source, reference in pairs:
        assert invented_names(source, reference) == []
        assert not too_much_lost(lost_names(source, reference))
        assert invented_events(source, reference) == []


def test_a_reference_fits_no_other_sentence_of_the_sample() -> None:
    lines = (SAMPLES / "idlib_2019.en.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if len(line) > 200]
    wrong = [(pairs[at][0], pairs[at - 1][1]) for at in range(len(pairs))]
    caught = sum(not (keeps_to_names(a, e, "en") and keeps_names(a, e, "en")) for a, e in wrong)
    assert caught >= 0.9 * len(wrong) > 5


def test_other_languages_are_not_judged() -> None:
    source, candidate = "وصل الوفد إلى دمشق.", "Obama wurde in Berlin getötet."
    assert keeps_to_names(source, candidate, "de")
    assert keeps_names(source, candidate, "de")
    assert keeps_to_events(source, candidate, "de")


def test_the_tables_are_sound() -> None:
    tables = load_name_tables()
    assert english_key("the Jisr al-Shughur") == ("jisr", "shughur")
    assert plain("Syria’s") == "syria"
    assert "حلب" in tables.arabic["aleppo",]
    for table in (tables.stems, tables.events):
        assert all(word == plain(word) and all(stems) for word, stems in table.items())
    assert tables.given
    assert tables.common
    assert len(tables.named) > 1000
    # a country answers to its people and its capital
    assert {"سوري", "دمشق"} <= tables.arabic["syria",]


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_checked(source: str, candidate: str) -> None:
    found = invented_names(source, candidate)
    assert all(name[0].isupper() and name in candidate for name in found)
    assert all(weight in (1, 2) for _, weight in lost_names(source, candidate))
    assert invented_events(source, candidate) == list(
        dict.fromkeys(invented_events(source, candidate))
    )


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=45))
def test_readings_are_few_and_of_known_classes(word: str) -> None:
    readings = latin_readings(word)
    assert len(readings) <= 48
    assert all(set(skeleton) <= set("BFHKLMNRSTX") for skeleton, _ in readings)
    assert all(mask < 1 << (len(skeleton) + 1) for skeleton, mask in readings)


def test_a_word_without_consonants_has_no_skeleton() -> None:
    assert latin_readings("Iowa")
    assert not latin_readings("Aia")
    assert arabic_readings("او") == (("F", 1),)
    assert latin_readings("x" * 41) == ()


def test_time_grows_with_length_only() -> None:
    source = "قال الوزير إن الوفد وصل إلى بلدة قرب الحدود ثم عاد منها مساء. "
    candidate = "Zorbalan Quembo said Vladosh Trimek came to Hunzelbrock. "
    invented_names(source, candidate)

    def spent(times: int, run: int) -> float:
        text = f"{run} " + source * times  # a text of its own: nothing is remembered
        began = time.process_time()
        invented_names(text, candidate * times)
        lost_names(text, candidate * times)
        return time.process_time() - began

    small = min(spent(20, run) for run in range(3))
    large = min(spent(200, run) for run in range(2))
    assert large < 40 * small
