from __future__ import annotations

import logging
import sqlite3
import unicodedata
from pathlib import Path

import pytest

from briefing.errors import DataFileError
from briefing.translate.engine import Candidate
from briefing.translate.memory import Memory, load_reviewed, normalise
from briefing.translate.tmx import read_tmx

FOUND = [Candidate("Yes.", -0.25), Candidate("Aye.", -1.5)]


def test_lookup_ignores_white_space_and_composition() -> None:
    text = "وصلت\u00a0 المساعدات\n إلى أطمة"
    assert normalise(text) == normalise(unicodedata.normalize("NFD", text))
    assert normalise(text) == "وصلت المساعدات إلى أطمة"


def test_tsv_keeps_quotation_marks_and_the_last_entry_wins(tmp_path: Path) -> None:
    one, two = tmp_path / "a.tsv", tmp_path / "b.tsv"
    one.write_text('قال "نعم\tHe said "yes\r\n\nلا\tNo\nفارغ\t\n', encoding="utf-8-sig")
    two.write_text("source\ttarget\tnote\nلا\tNot at all\tsure\n", encoding="utf-8")
    assert load_reviewed([one]) == {'قال "نعم': 'He said "yes', "لا": "No"}
    assert load_reviewed([one, two])["لا"] == "Not at all"


def test_csv_with_named_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('en,ar\n"Yes, ""sir""","نعم، سيدي"\n', encoding="utf-8")
    assert load_reviewed([path]) == {"نعم، سيدي": 'Yes, "sir"'}
    path.write_text('"نعم","multi\nline"\n', encoding="utf-8")
    assert load_reviewed([path]) == {"نعم": "multi line"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.tsv", "نعم\tyes\nلا\n".encode(), "line 2"),
        ("a.csv", 'نعم,yes\n"لا,no'.encode(), r"a\.csv: line"),
        ("a.tsv", "نعم\tyes".encode("utf-16"), "UTF-8"),
        ("a.tmx", b"<nothing/>", "not a TMX"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DataFileError, match=message):
        load_reviewed([path])
    with pytest.raises(DataFileError, match="cannot be read"):
        load_reviewed([tmp_path / "none.tsv"])


def test_the_cache_depends_on_everything(tmp_path: Path) -> None:
    with Memory(tmp_path / "deep" / "memory.sqlite") as memory:
        memory.keep("pkg", "{}", "en", [("نعم  سيدي", FOUND)])
        assert memory.candidates("pkg", "{}", "en", ["نعم سيدي", "لا"]) == {"نعم سيدي": FOUND}
        for key in (("other", "{}", "en"), ("pkg", "{1}", "en"), ("pkg", "{}", "fr")):
            assert memory.candidates(*key, ["نعم سيدي"]) == {}
    with Memory(tmp_path / "deep" / "memory.sqlite") as memory:  # and it lasts
        assert memory.candidates("pkg", "{}", "en", ["نعم سيدي"])
    memory.close()
    assert memory.candidates("pkg", "{}", "en", ["نعم سيدي"]) == {}


def test_reviewed_entries_and_their_export(tmp_path: Path) -> None:
    with Memory(tmp_path / "m.sqlite") as memory:
        memory.add_reviewed([("نعم", "Yes"), ("لا", "No")], "en")
        memory.add_reviewed([("نعم", "Indeed")], "en")
        memory.add_reviewed([("نعم", "Oui")], "fr")
        assert memory.reviewed(" نعم ", "en") == "Indeed"
        assert memory.reviewed("ربما", "en") is None
        assert memory.export_tmx(tmp_path / "out.tmx") == 2
        assert read_tmx(tmp_path / "out.tmx", "ar", "en") == [("لا", "No"), ("نعم", "Indeed")]


def warned(caplog: pytest.LogCaptureFixture) -> int:
    return sum(record.levelno == logging.WARNING for record in caplog.records)


def use(memory: Memory) -> None:
    for _ in range(3):
        memory.keep("p", "{}", "en", [("نعم", FOUND)])
        memory.add_reviewed([("لا", "No")], "en")
        assert memory.candidates("p", "{}", "en", ["نعم"]) == {}
        assert memory.reviewed("لا", "en") is None


def test_a_damaged_database_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "m.sqlite"
    path.write_bytes(b"this is no database" * 100)
    memory = Memory(path)
    use(memory)
    assert warned(caplog) == 1
    assert not memory.usable
    assert path.read_bytes().startswith(b"this is no database")  # nothing of the user's is lost


def test_damage_found_later_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "m.sqlite"
    Memory(path).close()
    db = sqlite3.connect(path)
    db.execute("DROP TABLE machine")
    db.execute("CREATE TABLE machine (other TEXT)")
    db.commit()
    db.close()
    with Memory(path) as memory:
        use(memory)
    assert warned(caplog) == 1


def test_a_newer_database_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "m.sqlite"
    Memory(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    use(Memory(path))
    assert warned(caplog) == 1
    assert "newer version" in caplog.text


def test_a_locked_database_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "m.sqlite"
    Memory(path).close()
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with Memory(path, timeout=0.05) as memory:
        memory.keep("p", "{}", "en", [("نعم", FOUND)])
        assert not memory.usable
    other.rollback()
    other.close()
    assert warned(caplog) == 1


def test_a_folder_in_the_way_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    use(Memory(tmp_path / "file" / "m.sqlite"))
    use(Memory(tmp_path))
    assert warned(caplog) == 2


def test_a_read_only_database_can_still_be_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "m.sqlite"
    with Memory(path) as memory:
        memory.keep("p", "{}", "en", [("نعم", FOUND)])
        assert memory._db is not None
        memory._db.execute("PRAGMA query_only = ON")  # also for root, whom file modes let pass
        memory.keep("p", "{}", "en", [("لا", FOUND)])
        memory.keep("p", "{}", "en", [("لا", FOUND)])
        assert memory.candidates("p", "{}", "en", ["نعم", "لا"]) == {"نعم": FOUND}
    assert warned(caplog) == 1


def test_an_entry_edited_by_hand_is_translated_again(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with Memory(path) as memory:
        memory.keep("p", "{}", "en", [("نعم", FOUND), ("لا", FOUND)])
    db = sqlite3.connect(path)
    db.execute("UPDATE machine SET candidates = '[[1]]' WHERE source = 'نعم'")
    db.commit()
    db.close()
    with Memory(path) as memory:
        assert list(memory.candidates("p", "{}", "en", ["نعم", "لا"])) == ["لا"]
