"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
#: The annotated real articles; they belong to their outlets and are not in the repository.
DEV = ROOT.parent / "shared" / "gold" / "dev"


@pytest.fixture(autouse=True)
def own_data_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Every test has a data folder of its own and sees no installed package."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("BRIEFING_DATA", str(folder))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder / "argos"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "xdg"))
    return folder


@pytest.fixture
def sample() -> Path:
    """The sample article."""
    return SAMPLES / "idlib_2019.txt"
