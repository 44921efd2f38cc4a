"""The printed sample, read back by three PDF readers: nothing is lost on the way to paper."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
import pytest

from briefing import build
from briefing.model import Briefing
from briefing.settings import Settings, load

from .conftest import SAMPLES

_CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")


def _plain(text: str) -> str:
    return _CONTROLS.sub("", unicodedata.normalize("NFKC", text))


def _pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _mupdf(path: Path) -> str:
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def _pdfium(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


READERS: dict[str, Callable[[Path], str]] = {"pypdf": _pypdf, "MuPDF": _mupdf, "pdfium": _pdfium}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("printed")
    settings = load(SAMPLES / "briefing.toml")
    settings = Settings.model_validate({**settings.model_dump(), "data_dir": out / "data"})
    build([SAMPLES / "idlib_2019.txt"], out, settings=settings)
    return out


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("edition", ["en", "ar", "ar-en"])
def test_headline_words_and_figures_are_in_the_text_layer(
    printed: Path, edition: str, reader: str
) -> None:
    text = _plain(READERS[reader](printed / f"daily_briefing_{edition}_undated.pdf"))
    words = set(re.findall(r"\w+", text))
    headline = (SAMPLES / "idlib_2019.txt").read_text(encoding="utf-8").splitlines()[0]
    missing = [word for word in re.findall(r"\w+", headline) if word not in words]
    assert not missing, missing
    briefing = Briefing.from_json((printed / "briefing.json").read_bytes())
    values = [str(f.value) for f in briefing.key_figures if f.value is not None and f.value > 1]
    assert values, "the sample has figures"
    digits = text.replace(",", "").replace("٬", "")
    assert all(value in digits for value in values), values


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_the_facts_are_attached(printed: Path, edition: str) -> None:
    reader = pypdf.PdfReader(printed / f"daily_briefing_{edition}_undated.pdf")
    attached = reader.attachments["briefing.json"][0]
    assert json.loads(attached) == json.loads((printed / "briefing.json").read_bytes())


def test_every_printed_line_is_traceable(printed: Path) -> None:
    briefing = Briefing.from_json((printed / "briefing.json").read_bytes())
    texts = {article.id: article.text for article in briefing.articles}
    lines = [
        *briefing.highlights, *briefing.key_figures, *briefing.displacement, *briefing.casualties,
        *(row for area in briefing.areas for row in area.rows),
        *(quote for block in briefing.statements for quote in block.quotes), *briefing.narrative,
    ]  # fmt: skip
    assert len(lines) > 20
    for line in lines:
        assert line.refs, line
        assert line.sources, line
        for ref in line.refs:
            assert texts[ref.article][ref.start : ref.end].strip()
