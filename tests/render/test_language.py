"""Catalogues and formats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from briefing.errors import RenderError
from briefing.render import labels, language, template_folder
from briefing.render.language import Format, catalogue, formats, locales_folder
from briefing.translate.checks import reasons

PLURALS = {0: "لا أحداث", 1: "حدث واحد", 2: "حدثان", 3: "3 أحداث", 11: "11 حدثاً", 100: "100 حدث"}


def _used() -> set[str]:
    """Every message that templates and labels ask for."""
    used = {message for group in labels.LABELS.values() for message in group.values()}
    sources = [*template_folder().rglob("*.j2"), Path(language.__file__)]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        used.update(re.findall(r'(?:\bL|main|self)\.t\(\s*"([^"]+)"', text))
        used.update(re.findall(r'(?:\bL|main)\.n\(\s*"([^"]+)"', text))
    return used


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_catalogues_are_complete_and_hold_nothing_else(lang: str) -> None:
    path = locales_folder() / lang / "LC_MESSAGES" / "render.po"
    with path.open("rb") as file:
        po = read_po(file, locale=lang, abort_invalid=True)
    messages = {m.id[0] if isinstance(m.id, tuple) else m.id: m for m in po if m.id}
    used = _used()
    assert len(used) > 40
    assert set(messages) == used
    for key, message in messages.items():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings), key
        assert not message.fuzzy
        fields = set(re.findall(r"\{\w+\}", key))
        for string in strings:
            found = set(re.findall(r"\{\w+\}", string))
            # «حدث واحد» needs no number.
            assert found == fields or (len(strings) == 6 and found <= fields), key


@pytest.mark.parametrize(("count", "wanted"), PLURALS.items())
def test_arabic_has_six_plural_forms(count: int, wanted: str) -> None:
    assert Format("ar").n("{count} event", "{count} events", count) == wanted


def test_digits_follow_the_setting_in_arabic_only() -> None:
    assert Format("ar", "arab").n("{count} event", "{count} events", 11) == "١١ حدثاً"
    assert Format("ar", "latn").number(1234567) == "1,234,567"
    assert Format("en", "arab").number(1234567) == "1,234,567"
    assert Format("ar", "arab").counter == "arabic-indic"
    assert Format("en", "arab").counter == Format("ar").counter == "decimal"


def test_dates() -> None:
    full = Format("en").date("2019-07-19", "full")  # CLDR takes and gives a comma
    assert full.replace(",", "") == "Friday 19 July 2019"
    assert Format("ar", "arab").date("2019-07-19") == "١٩ تموز ٢٠١٩"
    assert Format("ar").date("الجمعة") == "الجمعة"


def test_page_words_are_split_at_their_numbers() -> None:
    assert Format("en").page_parts == ("Page ", " of ", "")
    assert Format("ar").page_parts == ("صفحة ", " من ", "")


def test_unknown_codes_are_shown_not_hidden() -> None:
    assert Format("en").label("flag", "strange_new_check") == "strange new check"
    assert Format("en").sorted_out(["strange", "no_package", "loop", "loop"]) == (
        "no translation package is installed",
        "strange, words repeat",
    )


def test_every_flag_of_the_translation_room_has_a_wording() -> None:
    known = {*labels.LABELS["flag"], *labels.LABELS["reason"]}
    assert set(reasons()) <= known


def test_editions_and_their_languages() -> None:
    assert [f.lang for f in formats("ar+en", "latn")] == ["ar", "en"]
    assert [f.dir for f in formats("ar+en", "latn")] == ["rtl", "ltr"]


def test_a_missing_catalogue_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(language, "locales_folder", lambda: tmp_path)
    catalogue.cache_clear()
    try:
        with pytest.raises(RenderError, match=r"render\.po: the catalogue cannot be read"):
            Format("en").t("Highlights")
    finally:
        catalogue.cache_clear()
