from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import PackageError
from briefing.translate.packages import (
    Package,
    embedded_package,
    find_route,
    installed_packages,
    package_folders,
    read_package,
    route_key,
)

Make = Callable[..., Path]


def env(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "x"), "XDG_CONFIG_HOME": str(tmp_path / "c"), **more}


def test_folders_follow_the_rules_of_argostranslate(tmp_path: Path) -> None:
    data = tmp_path / "d"
    theirs = tmp_path / "x" / "argos-translate" / "packages"
    assert package_folders(data, env(tmp_path)) == [data / "packages", theirs]
    home = Path.home() / ".local" / "share" / "argos-translate" / "packages"
    assert package_folders(data, {"XDG_CONFIG_HOME": str(tmp_path)})[1] == home
    chosen = package_folders(data, env(tmp_path, ARGOS_PACKAGES_DIR="/p"))
    assert chosen == [data / "packages", Path("/p")]
    assert package_folders(data, env(tmp_path, ARGOS_PACKAGES_DIR=""))[1] == theirs
    settings = tmp_path / "c" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": "/from/file"}))
    assert package_folders(data, env(tmp_path))[1] == Path("/from/file")
    assert package_folders(data, env(tmp_path, ARGOS_PACKAGES_DIR="/p"))[1] == Path("/p")
    snap = package_folders(data, env(tmp_path, SNAP="/snap", SNAP_USER_DATA="/u"))
    assert snap[-1] == Path("/snap/snap_custom/packages")


def test_the_folder_is_where_argostranslate_looks(tmp_path: Path) -> None:
    environ = dict(os.environ) | env(tmp_path, HOME=str(tmp_path))
    environ.pop("ARGOS_PACKAGES_DIR", None)
    code = "from argostranslate import settings; print(settings.package_data_dir)"
    theirs = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert package_folders(tmp_path, env(tmp_path))[1] == Path(theirs.stdout.strip())


def test_bad_settings_of_argos_are_ignored_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = tmp_path / "c" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    for bad in ("{", "[]", "[" * 100_000, "\x00"):
        settings.write_text(bad)
        caplog.clear()
        assert package_folders(tmp_path, env(tmp_path))[1].parts[-2] == "argos-translate"
        assert "settings.json" in caplog.text


def test_looking_for_packages_makes_no_folder(tmp_path: Path) -> None:
    assert installed_packages(tmp_path / "d", env(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_bad_packages_are_skipped_with_a_warning(
    tmp_path: Path, make_package: Make, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "packages"
    make_package(folder, "good")
    make_package(folder, "newer", package_version="1.10")
    make_package(folder, "newish", package_version="1.9")
    make_package(folder, "codes", from_code="../..")
    make_package(folder, "none", to_code=None)
    make_package(folder, "prefix", target_prefix=["x"])
    make_package(folder, "sbd", type="sbd")
    (make_package(folder, "broken") / "metadata.json").write_text("{")
    (make_package(folder, "list") / "metadata.json").write_text("[1]")
    (make_package(folder, "big") / "metadata.json").write_text(" " * 300_000)
    (make_package(folder, "headless") / "metadata.json").unlink()
    (make_package(folder, "weightless") / "model" / "model.bin").unlink()
    (make_package(folder, "mute") / "sentencepiece.model").unlink()
    with caplog.at_level(logging.WARNING, "briefing"):
        found = installed_packages(tmp_path, env(tmp_path))
    assert [package.path.name for package in found] == ["newer", "newish", "good"]
    for name in ("codes", "none", "prefix", "broken", "list", "big", "headless", "weightless"):
        assert f"packages{os.sep}{name}" in caplog.text
    assert "sbd" not in caplog.text
    assert "bpe.model" in caplog.text


def test_a_bpe_package_needs_sacremoses(
    tmp_path: Path, make_package: Make, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    path = make_package(tmp_path / "packages", "moses")
    (path / "sentencepiece.model").rename(path / "bpe.model")
    monkeypatch.setattr(sys.modules["briefing.translate.packages"], "bpe_available", lambda: False)
    assert installed_packages(tmp_path, env(tmp_path)) == []
    assert "sacremoses" in caplog.text
    monkeypatch.setattr(sys.modules["briefing.translate.packages"], "bpe_available", lambda: True)
    assert [p.tokenizer for p in installed_packages(tmp_path, env(tmp_path))] == ["bpe"]


def test_the_key_is_the_same_elsewhere_and_changes_with_the_weights(
    tmp_path: Path, make_package: Make, starter: Package
) -> None:
    copy = read_package(make_package(tmp_path, "copy"))
    assert copy is not None
    assert copy.key == starter.key
    assert copy.key.startswith(f"ar_en-{starter.version}-")
    path = make_package(tmp_path, "other")
    with (path / "model" / "model.bin").open("r+b") as file:
        file.seek(5_000_000)
        byte = file.read(1)
        file.seek(5_000_000)
        file.write(bytes([byte[0] ^ 1]))
    other = read_package(path)
    assert other is not None
    assert other.key != starter.key
    assert route_key([starter, other]) == f"{starter.key}+{other.key}"


def test_the_embedded_package_is_unpacked_once(tmp_path: Path) -> None:
    first = embedded_package(tmp_path)
    stamp = (first.path / "model" / "model.bin").stat().st_mtime_ns
    again = embedded_package(tmp_path)
    assert again == first
    assert first.embedded
    assert (again.path / "model" / "model.bin").stat().st_mtime_ns == stamp
    assert first.path.parent.parent == tmp_path / "embedded"
    (first.path / "model" / "model.bin").unlink()  # damaged by somebody
    assert (embedded_package(tmp_path).path / "model" / "model.bin").is_file()
    assert len(list((tmp_path / "embedded").iterdir())) == 1


def test_a_data_folder_that_is_a_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PackageError, match="data_dir"):
        embedded_package(tmp_path / "file")


def test_the_embedded_package_is_not_among_the_installed(tmp_path: Path) -> None:
    embedded_package(tmp_path)
    assert installed_packages(tmp_path, env(tmp_path)) == []


def pair(source: str, target: str, version: str = "1") -> Package:
    return Package(Path(f"{source}_{target}_{version}"), source, target, version, "p")


def test_routes() -> None:
    ar_fr, fr_en, ar_en = pair("ar", "fr"), pair("fr", "en"), pair("ar", "en")
    assert find_route([ar_fr, fr_en], "ar", "en") == [ar_fr, fr_en]
    assert find_route([ar_fr, fr_en, ar_en], "ar", "en") == [ar_en]
    assert find_route([ar_fr], "ar", "en") == []
    assert find_route([], "ar", "en") == []
    assert find_route([ar_en], "ar", "ar") == []
    en_de, fr_de = pair("en", "de"), pair("fr", "de")
    assert find_route([ar_fr, fr_de, ar_en, en_de], "ar", "de") == [ar_en, en_de]
    newer = pair("ar", "en", "2")
    assert find_route([newer, ar_en], "ar", "en") == [newer]
    # no chain of three: every hop adds its errors
    assert find_route([pair("ar", "fr"), pair("fr", "de"), pair("de", "en")], "ar", "en") == []


def test_a_package_without_its_folder_has_no_key(tmp_path: Path, make_package: Make) -> None:
    path = make_package(tmp_path, "gone")
    package = read_package(path)
    assert package is not None
    shutil.rmtree(path)
    with pytest.raises(PackageError, match="cannot be read"):
        _ = package.key
