"""Sources: files, folders, standard input, and every refusal."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import UnreadableArticle
from briefing.model import Article
from briefing.read import read_sources
from briefing.settings import Settings

from .articles import BODY_ONLY, FULL, INLINE, PAGE


def read(
    *sources: str | Path, stdin: bytes = b"", date: datetime.date | None = None, **limits: float
) -> tuple[list[Article], list[str]]:
    errors: list[UnreadableArticle] = []
    settings = Settings.model_validate({"read": limits})
    found = read_sources(
        sources, settings, on_error=errors.append, date=date, stdin=io.BytesIO(stdin)
    )
    return list(found), [str(error) for error in errors]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text(FULL, encoding="utf-8")
    (tmp_path / "b" / "a.TXT").write_bytes(INLINE.encode("cp1256"))
    (tmp_path / "b" / "page.html").write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    (tmp_path / "b" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".secret.txt").write_text(FULL, encoding="utf-8")
    (tmp_path / ".hidden" / "c.txt").write_text(FULL, encoding="utf-8")
    return tmp_path


def test_a_folder(folder: Path) -> None:
    articles, errors = read(folder)
    assert errors == []
    assert [a.id for a in articles] == ["a", "a-2", "page"]
    assert [a.path for a in articles] == [
        str(folder / "a.txt"), str(folder / "b" / "a.TXT"), str(folder / "b" / "page.html"),
    ]  # fmt: skip
    assert articles[1].outlet == "Reuters"
    assert articles[2].url == "https://news.example/ar/1"
    assert articles[2].outlet == "Sample News"


def test_the_same_article_twice_is_kept_twice(folder: Path) -> None:
    articles, errors = read(folder / "a.txt", str(folder / "a.txt"))
    assert errors == []
    assert [a.id for a in articles] == ["a", "a-2"]
    assert articles[0].text == articles[1].text


def test_standard_input_is_text_or_html() -> None:
    articles, errors = read("-", stdin=FULL.encode("utf-16"))
    assert errors == []
    assert (articles[0].id, articles[0].path) == ("stdin", "-")
    assert articles[0].headline is not None
    articles, errors = read("-", stdin=PAGE.format(charset="windows-1256").encode("cp1256"))
    assert errors == []
    assert articles[0].url == "https://news.example/ar/1"


def test_the_date_of_the_user_wins(folder: Path) -> None:
    articles, _ = read(folder, date=datetime.date(2022, 1, 5))
    assert {a.date.value for a in articles} == {"2022-01-05"}
    assert {a.date.basis for a in articles} == {"option"}


def test_one_bad_source_does_not_stop_the_others(folder: Path) -> None:
    bad = {
        "empty.txt": (b"", "is empty."),
        "binary.txt": (b"\x00\x01" * 500, "binary"),
        "latin.txt": (b"Nothing here is Arabic at all.", "Latin script"),
        "broken.txt": (FULL.encode() + b"\xff\xd8", "cannot be decoded"),
        "doc.docx": (b"PK\x03\x04....", "Word"),
    }
    for name, (data, _) in bad.items():
        (folder / name).write_bytes(data)
    articles, errors = read(*(folder / name for name in bad), folder / "none.txt", folder / "a.txt")
    assert [a.id for a in articles] == ["a"]
    assert len(errors) == 6
    for (name, (_, reason)), error in zip(bad.items(), errors, strict=False):
        assert error.startswith(str(folder / name) + ": ")
        assert reason in error
    assert errors[-1] == f"{folder / 'none.txt'}: does not exist; check the path."


def test_a_named_file_of_another_suffix_is_sniffed(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text(FULL, encoding="utf-8")
    (tmp_path / "news.asp").write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    articles, errors = read(tmp_path / "news.md", tmp_path / "news.asp")
    assert errors == []
    assert [a.id for a in articles] == ["news", "news-2"]
    assert articles[1].url is not None


def test_too_large(folder: Path) -> None:
    (folder / "a.txt").write_text(FULL * 2, encoding="utf-8")
    size = len(FULL.encode()) * 2
    articles, errors = read(folder / "a.txt", "-", stdin=FULL.encode() * 2, max_bytes=1000)
    assert articles == []
    assert errors[0] == (
        f"{folder / 'a.txt'}: is too large: {size} bytes, and at most 1000 are read "
        "(setting read.max_bytes)."
    )
    assert "more than 1000 bytes" in errors[1]
    assert len(read(folder / "a.txt", max_bytes=size)[0]) == 1


def test_too_many(folder: Path) -> None:
    articles, errors = read(folder, max_articles=2)
    assert len(articles) == 2
    assert len(errors) == 1
    assert "at most 2 articles (setting read.max_articles)" in errors[0]
    assert read(folder, max_articles=3)[1] == []


def test_a_folder_without_articles(tmp_path: Path) -> None:
    articles, errors = read(tmp_path)
    assert articles == []
    assert errors == [
        f"{tmp_path}: is a folder without articles (.htm, .html, .text, .txt, .xhtml)."
    ]


def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    for place in (outside, inside):
        place.mkdir()
        (place / "a.txt").write_text(FULL, encoding="utf-8")
    (inside / "link.txt").symlink_to(outside / "a.txt")
    (inside / "own.txt").symlink_to(inside / "a.txt")
    (inside / "dir").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "dangling.txt").symlink_to(inside / "gone.txt")
    articles, errors = read(inside)
    assert [a.id for a in articles] == ["a", "own"]
    assert sorted(error.partition(": ")[0] for error in errors) == [
        str(inside / "dangling.txt"), str(inside / "dir"), str(inside / "link.txt"),
    ]  # fmt: skip
    assert len(read(inside / "link.txt")[0]) == 1  # named by the user: meant


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    articles, errors = read(tmp_path)
    assert articles == []
    assert "is not a file" in errors[0]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FULL, encoding="utf-8")
    path.chmod(0)
    assert "permission" in read(path)[1][0]


def test_names_that_cannot_be_paths() -> None:
    articles, errors = read("a\0b.txt", "x" * 5000)
    assert articles == []
    assert len(errors) == 2


def test_slugs(tmp_path: Path) -> None:
    names = [
        "تقرير اليوم.txt",
        "A  B__c!.txt",
        "!!!.txt",
        "news-2.txt",
        "news.txt",
        "x" * 80 + ".txt",
    ]
    for name in names:
        (tmp_path / name).write_text(BODY_ONLY, encoding="utf-8")
    articles, _ = read(*(tmp_path / name for name in names), tmp_path / "news.txt")
    assert [a.id for a in articles] == [
        "تقرير-اليوم", "a-b-c", "article", "news-2", "news", "x" * 48, "news-3",
    ]  # fmt: skip


def test_an_error_of_the_caller_is_not_caught(folder: Path) -> None:
    errors: list[UnreadableArticle] = []
    reading = read_sources([folder / "a.txt"], Settings(), on_error=errors.append)
    next(reading)
    with pytest.raises(UnreadableArticle):
        reading.throw(UnreadableArticle("x", "y"))  # type: ignore[attr-defined]
    assert errors == []


def test_text_is_read_without_loading_trafilatura(folder: Path) -> None:
    code = (
        "import sys\n"
        "from briefing.read import read_sources\n"
        "from briefing.settings import Settings\n"
        f"list(read_sources([{str(folder / 'a.txt')!r}], Settings(), on_error=print))\n"
        "assert 'trafilatura' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
