"""Real parts for the tests: the embedded package, and made-up neighbours of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.settings import Settings, TranslationSettings
from briefing.translate.packages import Package, embedded_package, read_package


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return embedded_package(tmp_path_factory.mktemp("data"))


@pytest.fixture
def make_package(starter: Package) -> Callable[..., Path]:
    """Copies the embedded package under another name and with other metadata."""

    def make(folder: Path, name: str, **metadata: object) -> Path:
        target = folder / name
        shutil.copytree(starter.path, target)
        place = target / "metadata.json"
        values = json.loads(place.read_text(encoding="utf-8")) | metadata
        place.write_text(json.dumps(values), encoding="utf-8")
        return target

    return make


@pytest.fixture
def installed(make_package: Callable[..., Path], tmp_path: Path) -> Package:
    """The same weights as a package that somebody installed (not embedded)."""
    package = read_package(make_package(tmp_path / "packages", "ar_en", package_version="1.9"))
    assert package is not None
    return package


@pytest.fixture
def make_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Settings with a data folder of their own, on a machine without packages."""
    for name in ("ARGOS_PACKAGES_DIR", "SNAP", "BRIEFING_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def make(**translation: object) -> Settings:
        values = TranslationSettings.model_validate(translation)
        return Settings(data_dir=tmp_path / "data", translation=values)

    return make
