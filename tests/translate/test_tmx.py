from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.sentences import split
from briefing.errors import DataFileError
from briefing.translate.memory import load_reviewed, normalise
from briefing.translate.tmx import read_tmx, write_tmx

ROOT = Path(__file__).resolve().parents[2]


def tmx(tmp_path: Path, body: str, head: str = "") -> Path:
    path = tmp_path / "m.tmx"
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<tmx version="1.4"><header/>'
        f"<body>{body}</body></tmx>",
        encoding="utf-8",
    )
    return path


def unit(ar: str, en: str, ar_lang: str = "ar", en_lang: str = "en") -> str:
    return (
        f'<tu><tuv xml:lang="{ar_lang}"><seg>{ar}</seg></tuv>'
        f'<tuv xml:lang="{en_lang}"><seg>{en}</seg></tuv></tu>'
    )


def test_languages_match_by_prefix(tmp_path: Path) -> None:
    body = unit("واحد", "one", "ar-SY", "en-GB") + unit("اثنان", "two", "AR", "EN_us")
    body += unit("ثلاثة", "trois", "ar", "fr") + unit("أربعة", "four", "arz", "en")
    body += unit("خمسة", " ")
    assert read_tmx(tmx(tmp_path, body), "ar", "en") == [("واحد", "one"), ("اثنان", "two")]
    assert read_tmx(tmx(tmp_path, body), "ar", "fr") == [("ثلاثة", "trois")]


def test_markup_of_the_original_format_is_dropped(tmp_path: Path) -> None:
    body = unit("قال <bpt i='1'>&lt;b&gt;</bpt>نعم<ept i='1'>&lt;/b&gt;</ept>.",
                "He <hi>said <ph>{1}</ph>yes</hi>.")  # fmt: skip
    assert read_tmx(tmx(tmp_path, body), "ar", "en") == [("قال نعم.", "He said yes.")]


def test_old_lang_attributes_and_namespaces(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx xmlns="http://www.lisa.org/tmx14"><body><tu>'
        '<tuv lang="ar"><seg>نعم</seg></tuv><tuv lang="en"><seg>yes</seg></tuv></tu></body></tmx>',
        encoding="utf-16",
    )
    assert read_tmx(path, "ar", "en") == [("نعم", "yes")]


def test_entities_are_refused_and_nothing_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    for head in (
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;">]>',
        '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> <!ENTITY x "1">]>',
    ):
        with pytest.raises(DataFileError, match="entities"):
            read_tmx(tmx(tmp_path, unit("نعم", "&x;"), head), "ar", "en")


@pytest.mark.parametrize("text", ["", "<tmx", "<html/>", "\x00", "<tmx><body>&nope;</body></tmx>"])
def test_what_is_no_tmx_is_one_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(text)
    with pytest.raises(DataFileError, match=r"m\.tmx"):
        read_tmx(path, "ar", "en")


def test_missing_and_too_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        read_tmx(tmp_path / "no.tmx", "ar", "en")
    monkeypatch.setattr(sys.modules["briefing.translate.tmx"], "MAX_BYTES", 10)
    with pytest.raises(DataFileError, match="larger"):
        read_tmx(tmx(tmp_path, unit("نعم", "yes")), "ar", "en")
    with pytest.raises(DataFileError, match="cannot be written"):
        write_tmx([], tmp_path / "no" / "m.tmx", "ar", "en")


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.tmx"
    assert write_tmx(pairs, path, "ar", "en") == len(pairs)
    first = path.read_bytes()
    read = read_tmx(path, "ar", "en")
    write_tmx(read, path, "ar", "en")
    assert read_tmx(path, "ar", "en") == read
    write_tmx(pairs, path, "ar", "en")
    assert path.read_bytes() == first


def test_the_sample_is_what_the_script_makes(tmp_path: Path) -> None:
    made = ROOT / "samples" / "idlib_2019.tmx"
    before = made.read_bytes()
    script = ROOT / "scripts" / "make_sample_tmx.py"
    subprocess.run([sys.executable, str(script)], check=True, cwd=tmp_path, capture_output=True)
    assert made.read_bytes() == before
    tsv = load_reviewed([ROOT / "samples" / "idlib_2019.en.tsv"])
    assert load_reviewed([made]) == tsv
    assert len(tsv) == 21


def test_the_sample_covers_every_sentence_of_the_article() -> None:
    reviewed = load_reviewed([ROOT / "samples" / "idlib_2019.tmx"])
    text = (ROOT / "samples" / "idlib_2019.txt").read_text(encoding="utf-8")
    missing = [text[a:b] for a, b in split(text) if normalise(text[a:b]) not in reviewed]
    assert missing == []
