"""The PDF read back: its text layer by three readers, its structure, its attachment."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pypdf
import pypdfium2
import pytest

from briefing.errors import RenderError
from briefing.model import Briefing, Edition
from briefing.render import pdf as pdf_module
from briefing.render import render_pdf

from . import sample
from .conftest import EDITIONS, pdf_of


def _pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _mupdf(data: bytes) -> str:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        return "\n".join(page.get_text() for page in document)


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


READERS = {"pypdf": _pypdf, "mupdf": _mupdf, "pdfium": _pdfium}


def _plain(text: str) -> str:
    """NFKC (a reader may give presentation forms), without direction controls. No reader's
    order of letters is touched: a word must come out as it is read."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub("[\u200b-\u200f\u2066-\u2069\u202a-\u202e\ufeff]", "", text)


def _words(text: str) -> set[str]:
    """Runs of Arabic letters: a reader may put a bracket or a Latin word right beside one."""
    return set(re.findall("[\u0621-\u064a\u064b-\u0652\u0671-\u06d3]+", _plain(text)))


@pytest.mark.parametrize("reader", READERS)
def test_every_word_of_the_headline_is_in_the_text_layer(reader: str, edition: Edition) -> None:
    found = _words(READERS[reader](pdf_of("sample", edition)[0]))
    assert [word for word in sample.headline().split() if word not in found] == []


def _printed(briefing: Briefing, edition: Edition) -> Iterator[str]:
    """All wording of the briefing that the edition prints."""
    langs = edition.split("+")
    for lang in langs:
        head = briefing.masthead
        yield from (getattr(part, lang) for part in (head.title, head.date_text, head.coverage))
        for item in [*briefing.highlights, *briefing.displacement, *briefing.casualties]:
            yield getattr(item.text, lang)
        for figure in briefing.key_figures:
            yield from (getattr(part, lang) for part in (figure.value_text, figure.note))
        for area in briefing.areas:
            for row in area.rows:
                yield from (getattr(part, lang) for part in (row.what, row.places, row.casualties))
        yield from (getattr(line, lang) for line in briefing.method.lines)


@pytest.mark.parametrize("reader", READERS)
def test_every_printed_figure_is_in_the_text_layer(
    reader: str, edition: Edition, briefing: Briefing
) -> None:
    text = _plain(READERS[reader](pdf_of("sample", edition)[0]))
    wanted = {n for part in _printed(briefing, edition) for n in re.findall(r"\d[\d,]*", part)}
    assert "400,000" in wanted
    missing = [n for n in wanted if not re.search(rf"(?<!\d){re.escape(n)}(?!\d)", text)]
    assert missing == []


def test_arabic_digits_are_in_the_text_layer() -> None:
    """pdfium only: pypdf and MuPDF take Arabic-Indic digits for letters and turn a number of
    more than one digit round, whatever the PDF (seen: ٤٠٠ read as ٠٠٤); single ones they find."""
    briefing = sample.sample(digits="arab")
    briefing.key_figures[0].value_text.ar = "≈ ٤٠٠٬٠٠٠ شخص"
    pdf = render_pdf(briefing, "ar")
    assert "٤٠٠٬٠٠٠" in _pdfium(pdf)
    for read in READERS.values():
        assert "١" in read(pdf)  # the source's and the page's number


@pytest.mark.parametrize("reader", ["pypdf", "mupdf"])
def test_arabic_words_of_quotations_are_in_the_text_layer(reader: str, briefing: Briefing) -> None:
    found = _words(READERS[reader](pdf_of("sample", "ar")[0]))
    wanted = {w for b in briefing.statements for q in b.quotes for w in _words(q.ar)}
    assert len(wanted) > 60
    assert sorted(wanted - found) == []


CASES: list[tuple[str, Edition]] = [
    *(("sample", edition) for edition in EDITIONS),
    *(("stressed", "en"), ("stressed", "ar+en"), ("bare", "en"), ("bare", "ar")),
    *(("withheld", "en"), ("withheld", "ar+en"), ("hostile", "en"), ("hostile", "ar")),
]


@pytest.mark.parametrize(("variant", "edition"), CASES)
def test_the_engine_has_nothing_to_complain_about(variant: str, edition: Edition) -> None:
    assert pdf_of(variant, edition)[1] == ()


def _objects(data: bytes) -> tuple[pypdf.PdfReader, list[Any]]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = []
    pending = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while pending:
        node = pending.pop().get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            pending.extend(node)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                kids = node["/K"]
                pending.extend(kids if isinstance(kids, pypdf.generic.ArrayObject) else [kids])
    return reader, found


@pytest.mark.parametrize(("edition", "lang"), [("en", "en"), ("ar", "ar"), ("ar+en", "ar")])
def test_structure_language_and_title(edition: Edition, lang: str, briefing: Briefing) -> None:
    reader, nodes = _objects(pdf_of("sample", edition)[0])
    root = reader.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF boolean object
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    title = getattr(briefing.masthead.title, lang)
    assert reader.metadata is not None
    assert title in (reader.metadata.title or "")
    kinds = [str(node["/S"]) for node in nodes]
    assert kinds.count("/H1") == 1
    assert {"/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Link"} <= set(kinds)
    scopes = {str(n["/A"].get("/Scope")) for n in nodes if n["/S"] == "/TH" and "/A" in n}
    assert scopes == {"/Column"}
    assert len(reader.outline) > 0
    if edition != "ar+en":  # PDF/UA wants one main language
        xmp = root["/Metadata"].get_data().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp or 'pdfuaid:part="1"' in xmp
        assert title in xmp
    if edition == "en":
        quotes = [node for node in nodes if node["/S"] == "/BlockQuote"]
        assert quotes
        assert {node["/Lang"] for node in quotes} == {"ar"}
        assert "/Direction" not in root["/ViewerPreferences"]
    else:
        assert root["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_every_font_is_ours_and_embedded(edition: Edition) -> None:
    with pymupdf.open(stream=pdf_of("sample", edition)[0], filetype="pdf") as document:
        fonts = {font for page in document for font in page.get_fonts()}
    assert fonts
    assert all(font[1] == "ttf" for font in fonts)  # n/a would be: not embedded
    assert all("Briefing-" in font[3] for font in fonts)


def test_the_facts_are_attached(edition: Edition, briefing: Briefing) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of("sample", edition)[0]))
    assert dict(reader.attachments.items()) == {"briefing.json": [briefing.to_json().encode()]}
    files = reader.trailer["/Root"]["/AF"]
    spec = files[0].get_object()
    assert spec["/AFRelationship"] == "/Data"
    assert spec["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"
    assert Briefing.from_json(reader.attachments["briefing.json"][0]) == briefing


def test_page_numbers_are_in_the_words_and_digits_of_the_edition() -> None:
    texts = {edition: _plain(_mupdf(pdf_of("sample", edition)[0])) for edition in EDITIONS}
    pages = len(pypdf.PdfReader(io.BytesIO(pdf_of("sample", "en")[0])).pages)
    assert f"Page {pages} of {pages}" in texts["en"]
    assert "صفحة" in texts["ar"]
    assert "Page" not in texts["ar"]
    assert "Page 1 of" in texts["ar+en"]
    assert "صفحة" in texts["ar+en"]


def test_the_page_numbers_stand_on_the_side_where_the_text_ends() -> None:
    def x_of(edition: Edition, word: str) -> float:
        with pymupdf.open(stream=pdf_of("sample", edition)[0], filetype="pdf") as document:
            page = document[0]
            blocks = [b for b in page.get_text("words") if b[1] > 0.9 * page.rect.height]
            return float(next(b[0] for b in blocks if word in _plain(b[4])) / page.rect.width)

    assert x_of("en", "Page") > 0.6
    assert x_of("ar", "صفحة") < 0.4


def test_same_briefing_same_bytes(edition: Edition, briefing: Briefing) -> None:
    assert render_pdf(briefing, edition) == pdf_of("sample", edition)[0]


def test_no_font_of_the_machine_is_used(tmp_path: Path) -> None:
    """The same bytes come from a process whose machine has no font at all."""
    config = tmp_path / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    code = (
        "import sys, pathlib\n"
        "from briefing.model import Briefing\n"
        "from briefing.render import render_pdf\n"
        "b = Briefing.from_json(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "messages = []\n"
        "render_pdf(b, 'ar+en', pathlib.Path(sys.argv[2]), messages=messages)\n"
        "assert messages == [], messages\n"
    )
    source, target = tmp_path / "b.json", tmp_path / "b.pdf"
    source.write_text(sample.sample().to_json(), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(source), str(target)],
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )
    assert target.read_bytes() == pdf_of("sample", "ar+en")[0]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "ftp://x.invalid/", "/etc/passwd"]
)
@pytest.mark.parametrize("how", ["image", "style", "link", "attachment"])
def test_the_fetcher_refuses_files_and_the_network(url: str, how: str) -> None:
    """The second wall: even a page that got past the check gets nothing."""
    html = {
        "image": f'<img src="{url}" alt="">',
        "style": f'<style>body{{background:url("{url}")}}</style>',
        "link": f'<link rel="stylesheet" href="{url}">',
        "attachment": f'<link rel="attachment" href="{url}">',
    }[how]
    page = f"<html lang=en><head><title>t</title></head><body>{html}</body></html>"
    moment = pdf_module._moment(sample.sample())
    if url.startswith("/"):  # no address to start from: the engine itself refuses, and says so
        pdf, complaints = pdf_module._make(page, "en", b"{}", moment)
        assert complaints
        assert b"root:" not in pdf
    else:
        with pytest.raises(RenderError, match="refused"):
            pdf_module._make(page, "en", b"{}", moment)


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_hostile_text_is_printed_as_text(edition: Edition) -> None:
    text = re.sub(r"\s", "", _plain(_mupdf(pdf_of("hostile", edition)[0])))
    assert "evil.invalid/x.js" in text
    assert "7*7" in text
    reader = pypdf.PdfReader(io.BytesIO(pdf_of("hostile", edition)[0]))
    links = [
        str(a.get_object()["/A"].get("/URI"))
        for page in reader.pages
        for a in page.get("/Annots", [])
        if "/A" in a.get_object()
    ]
    assert not [link for link in links if link.startswith(("javascript", "file"))]


def test_many_events_repeat_the_head_of_the_table() -> None:
    with pymupdf.open(stream=pdf_of("stressed", "en")[0], filetype="pdf") as document:
        pages = [page.get_text() for page in document]
    with_rows = [text for text in pages if text.count("reported") + text.count("claimed") > 5]
    assert len(with_rows) > 2
    assert all("By whom" in text for text in with_rows)


def test_a_pdf_is_written_whole_or_not_at_all(tmp_path: Path, briefing: Briefing) -> None:
    target = tmp_path / "new" / "b.pdf"
    data = render_pdf(briefing, "en", target)
    assert target.read_bytes() == data
    assert [path.name for path in target.parent.iterdir()] == ["b.pdf"]
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(RenderError, match="cannot be written"):
        render_pdf(briefing, "en", blocked / "b.pdf")
