from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import PackageError
from briefing.translate.archive import Limits, unpack


def make_zip(path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def test_a_good_archive_is_unpacked_whole(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", [("p/metadata.json", b"{}"), ("p/model/x", b"1")])
    target = unpack(archive, tmp_path / "new" / "there")
    assert (target / "p/metadata.json").read_bytes() == b"{}"
    assert (target / "p/model/x").read_bytes() == b"1"
    assert [p.name for p in target.parent.iterdir()] == ["there"]  # no temporary folder is left


@pytest.mark.parametrize(
    "name",
    ["../evil", "a/../../evil", "/etc/evil", "C:/evil", "a\\..\\evil", "a//b", "./a", "a/./b"],
)
def test_entries_that_leave_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    archive = make_zip(tmp_path / "a.zip", [("good", b"1"), (name, b"2")])
    with pytest.raises(PackageError, match="not a plain relative path"):
        unpack(archive, tmp_path / "out" / "t")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = (kind | 0o777) << 16
    archive = make_zip(tmp_path / "a.zip", [(info, b"/etc/passwd")])
    with pytest.raises(PackageError, match="link or a device"):
        unpack(archive, tmp_path / "t")


def test_names_that_meet_on_a_mac_are_refused(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", [("Model", b"1"), ("model", b"2")])
    with pytest.raises(PackageError, match="twice"):
        unpack(archive, tmp_path / "t")


def test_bombs_are_refused(tmp_path: Path) -> None:
    zeros = bytes(20_000_000)
    archive = make_zip(tmp_path / "a.zip", [("zeros", zeros)])
    with pytest.raises(PackageError, match="times its size"):
        unpack(archive, tmp_path / "t")
    with pytest.raises(PackageError, match="more than 1000 bytes"):
        unpack(archive, tmp_path / "t", Limits(total_bytes=1000))
    many = make_zip(tmp_path / "b.zip", [(str(n), b"") for n in range(30)])
    with pytest.raises(PackageError, match="30 entries"):
        unpack(many, tmp_path / "t", Limits(entries=20))
    assert not (tmp_path / "t").exists()


def test_a_size_that_lies_is_noticed_while_writing(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", [("data", bytes(100_000))])
    raw = bytearray(archive.read_bytes())
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the directory claims 10 bytes
    archive.write_bytes(raw)
    with pytest.raises(PackageError):
        unpack(archive, tmp_path / "t")
    assert not (tmp_path / "t").exists()


def test_a_damaged_or_foreign_file_is_one_clear_error(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", [("data", b"hello" * 1000)])
    raw = bytearray(archive.read_bytes())
    raw[40:60] = bytes(20)
    archive.write_bytes(raw)
    with pytest.raises(PackageError, match=r"a\.zip"):
        unpack(archive, tmp_path / "t")
    archive.write_bytes(b"no zip at all")
    with pytest.raises(PackageError, match="not a usable zip"):
        unpack(archive, tmp_path / "t")
    with pytest.raises(PackageError, match="missing"):
        unpack(tmp_path / "missing.zip", tmp_path / "t")


def test_a_folder_that_another_process_made_is_kept(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", [("data", b"1")])
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "theirs").write_text("x")
    assert unpack(archive, tmp_path / "t") == tmp_path / "t"
    assert [p.name for p in (tmp_path / "t").iterdir()] == ["theirs"]


@given(st.lists(st.sampled_from(["..", ".", "a", "B", "", "c:", "x\\y"]), min_size=1, max_size=5))
def test_nothing_is_ever_written_outside(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("zip")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("/".join([*parts, "f"]), b"1")
    (folder / "a.zip").write_bytes(buffer.getvalue())
    try:
        unpack(folder / "a.zip", folder / "in" / "t")
    except PackageError:
        assert not (folder / "in" / "t").exists()
    assert {p.name for p in folder.iterdir()} <= {"a.zip", "in"}
    assert {p.name for p in (folder / "in").iterdir()} <= {"t"}
