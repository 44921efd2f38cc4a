"""Names and writing of the files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.model import Briefing
from briefing.render import render
from briefing.render.files import write_atomic


def test_render_writes_every_edition_and_format(tmp_path: Path, briefing: Briefing) -> None:
    paths = render(briefing, tmp_path / "out", ["en", "ar", "ar+en"], ["html", "json"])
    assert [path.name for path in paths] == [
        "daily_briefing_en_20190719.html",
        "daily_briefing_ar_20190719.html",
        "daily_briefing_ar-en_20190719.html",
        "briefing.json",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        path.name for path in paths
    )
    assert Briefing.from_json(paths[-1].read_bytes()) == briefing
    assert paths[-1].read_text(encoding="utf-8") == briefing.to_json()


def test_an_undated_briefing_and_a_stem(tmp_path: Path, briefing: Briefing) -> None:
    briefing.masthead.date = None
    (path,) = render(briefing, tmp_path, ["en"], ["pdf"], stem="idlib_daily")
    assert path.name == "idlib_daily_en_undated.pdf"
    assert path.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("stem", ["../up", "a/b", ".hidden", "a\n", "x" * 200, "c:\\d"])
def test_a_stem_cannot_leave_the_folder(tmp_path: Path, briefing: Briefing, stem: str) -> None:
    with pytest.raises(RenderError, match="file name"):
        render(briefing, tmp_path, ["en"], ["html"], stem=stem)
    assert list(tmp_path.iterdir()) == []


def test_a_date_cannot_leave_the_folder(tmp_path: Path, briefing: Briefing) -> None:
    briefing.masthead.date = "../../etc/passwd"
    (path,) = render(briefing, tmp_path, ["en"], ["html"])
    assert path.name == "daily_briefing_en_undated.html"


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    write_atomic(target, b"old")

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RenderError, match="No space left"):
        write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
