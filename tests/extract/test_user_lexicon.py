"""A user's own lexicon adds to, removes from and overrides the built-in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import DataFileError
from briefing.extract.lexicon_check import check
from briefing.extract.user_lexicon import read_user_files
from briefing.model import Article
from briefing.pipeline import extract_facts
from briefing.read import structure


def _facts(text: str, *files: Path) -> Article:
    article = structure("عنوان الخبر هنا\n\n" + text + "\n")
    extract_facts(article, lexicon_files=files)
    return article


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "mine.tsv"
    path.write_text("# mine\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_verb_is_added_with_its_forms(tmp_path: Path) -> None:
    text = "وصارحت وزارة الصحة بأن الوضع في المستشفيات صعب جداً."
    assert not _facts(text).statements
    found = _facts(text, _file(tmp_path, "report_verb\tclaim\tصارح")).statements
    assert [s.speakers[0].ar for s in found] == ["وزارة الصحة"]


def test_a_verb_is_removed(tmp_path: Path) -> None:
    text = "قال الوزير إن الوضع مستقر في المدينة."
    assert _facts(text).statements
    assert not _facts(text, _file(tmp_path, "-report_verb\tclaim\tقال")).statements


def test_events_units_and_kinds_are_added(tmp_path: Path) -> None:
    mine = _file(
        tmp_path, "event\tshelling\tرجم مكثف", "unit\tpeople\tحرفيين", "figure\tkilled\tبمصرع"
    )
    article = _facts("شهدت مدينة حلب رجماً مكثفاً اليوم، وهو رجم مكثف على حلب.", mine)
    assert [e.action_type for e in article.events] == ["shelling"]
    article = _facts("أدى الانهيار إلى مقتل 7 حرفيين في حلب.", mine)
    assert [(f.value, f.unit, f.kind) for f in article.figures] == [(7, "people", "killed")]


def test_the_built_in_tables_stay_as_they_are(tmp_path: Path) -> None:
    text = "قال الوزير إن الوضع مستقر في المدينة."
    _facts(text, _file(tmp_path, "-report_verb\tclaim\tقال"))
    assert _facts(text).statements


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("report_verb\tclaim", "needs category"),
        ("verb\tclaim\tقال", "category 'verb'"),
        ("report_verb\tshout\tقال", "'shout' is none of"),
        ("event\tshelling\tshelling", "Arabic words"),
        ("event_verb\tshelling\tرمى بالنار", "one word"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    path = _file(tmp_path, line)
    with pytest.raises(DataFileError, match="line 2") as caught:
        read_user_files([path])
    assert words in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"nowhere\.tsv"):
        read_user_files([tmp_path / "nowhere.tsv"])


def test_the_check_tells_what_changes_nothing(tmp_path: Path) -> None:
    path = _file(
        tmp_path, "report_verb\tclaim\tقال", "-event\tclash\tكلمة", "word\tno_such\tكلمة",
        "unit\tpeople\tحرفيين", "unit\tchildren\tحرفيين",
    )  # fmt: skip
    report = "\n".join(check([path]))
    assert "line 2: «قال» is in the built-in lexicon already" in report
    assert "line 3: «كلمة» is not in the built-in lexicon" in report
    assert "line 4: «كلمة» names a word class that does not exist" in report
    assert "line 6: «حرفيين» contradicts" in report
    assert "4 to look at." in report
