"""The HTML edition: self-contained, escaped, in the right language and direction."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from lxml import html as parser

from briefing.errors import RenderError
from briefing.model import Edition
from briefing.render import render_html
from briefing.render.html import unsafe

from . import sample
from .conftest import VARIANTS, html_of

ARABIC = re.compile("[\u0621-\u064a]")
TEXT_BLOCKS = {"p", "h1", "h2", "h3", "td", "th", "blockquote", "li"}
FETCHED = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest"}


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_is_loaded_and_nothing_runs(variant: str, edition: Edition) -> None:
    page = html_of(variant, edition)
    tree = parser.document_fromstring(page)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    tags = {element.tag for element in elements}
    assert not tags & {"script", "iframe", "link", "img", "object", "embed", "base", "form"}
    for element in elements:
        assert not [name for name in element.attrib if name.lower().startswith("on")]
        assert not FETCHED & set(element.attrib)
        href = element.get("href")
        if href is not None:
            assert element.tag == "a"
            assert re.match(r"https?://|#source-\d+$", href)
            if href.startswith("http"):
                assert "noopener" in (element.get("rel") or "")
    for style in tree.iter("style"):
        urls = re.findall(r'url\(\s*"?([^)"]*)', re.sub(r'content: "[^"]*"', "", style.text or ""))
        assert all(url.startswith("data:font/woff2;base64,") for url in urls)
        assert "@import" not in (style.text or "")
    assert "default-src 'none'" in page


def test_references_lead_to_a_source(edition: Edition) -> None:
    tree = parser.document_fromstring(html_of("stressed", edition))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {str(a.get("href"))[1:] for a in tree.iter("a") if a.get("href", "").startswith("#")}
    assert "source-30" in targets
    assert targets <= set(ids)


@pytest.mark.parametrize("variant", ["sample", "stressed", "withheld", "bare"])
def test_every_block_says_its_language_and_direction(variant: str, edition: Edition) -> None:
    tree = parser.document_fromstring(html_of(variant, edition))
    blocks = [e for e in tree.body.iter() if e.tag in TEXT_BLOCKS]
    assert blocks
    for block in blocks:
        assert (block.get("lang"), block.get("dir")) in {("en", "ltr"), ("ar", "rtl")}
    # Each stretch of text that is all of one script stands in an element of that language.
    for element in tree.body.iter():
        text = (element.text or "").strip()
        if not text or len(re.findall(r"[^\W\d_]", text)) < 12:
            continue
        lang = next(e.get("lang") for e in [element, *element.iterancestors()] if e.get("lang"))
        share = len(ARABIC.findall(text)) / len(re.findall(r"[^\W\d_]", text))
        if share in (0, 1):
            assert (lang == "ar") == (share == 1), text


@pytest.mark.parametrize(("edition", "lang"), [("en", "en"), ("ar", "ar"), ("ar+en", "ar")])
def test_root_language_title_and_headings(edition: Edition, lang: str) -> None:
    tree = parser.document_fromstring(html_of("sample", edition))
    assert (tree.get("lang"), tree.get("dir")) == (lang, "rtl" if lang == "ar" else "ltr")
    assert (tree.findtext(".//title") or "").strip()
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))
    for table in tree.iter("table"):
        heads = table.findall("./thead/tr/th")
        assert heads
        assert all(th.get("scope") == "col" for th in heads)
        assert {len(tr.findall("td")) for tr in table.findall("./tbody/tr")} == {len(heads)}


def test_the_sections_come_in_order_and_empty_ones_vanish() -> None:
    def ids(variant: str) -> list[str | None]:
        return [h.get("id") for h in parser.document_fromstring(html_of(variant, "en")).iter("h2")]

    assert ids("sample") == [
        *("highlights", "key-figures", "escalation", "statements", "displacement-casualties"),
        *("other-reporting", "sources", "method"),
    ]
    assert ids("bare") == ["method"]


def _text(page: str) -> str:
    body = parser.document_fromstring(page).body
    return re.sub(r"\s+", " ", re.sub("[\u2066-\u2069]", "", body.text_content()))


def test_each_edition_shows_what_it_should() -> None:
    english, arabic, both = (_text(html_of("sample", e)) for e in ("en", "ar", "ar+en"))
    assert "≈ 400,000 people" in english
    assert "سنحول نهر العاصي" in english  # the original beside the translation
    assert "Escalation" not in arabic
    assert "We will turn" not in arabic
    assert "سنحول نهر العاصي" in arabic
    assert "We will turn the Orontes" in both
    assert "سنحول نهر العاصي" in both


def test_translations_are_labelled() -> None:
    english = _text(html_of("sample", "en"))
    assert "official statement · reviewed translation" in english
    assert "machine translation, not reviewed" in english
    assert english.count("machine gist – not checked for meaning") == 2  # a quote and a passage
    assert (
        "Not translated: failed checks: numbers differ from the Arabic, "
        "too short for the Arabic." in english
    )
    assert "Denial: denied the veracity" in english
    assert "40 halt" not in english  # a rejected candidate is never printed


def test_withheld_translations_leave_the_arabic_and_a_mark() -> None:
    page = html_of("withheld", "en")
    quotes = sum(len(block.quotes) for block in sample.withheld().statements)
    passages = len(sample.withheld().narrative)
    assert _text(page).count("Not translated: failed checks: words repeat") == quotes + passages + 1
    originals = parser.document_fromstring(page).findall(".//blockquote")
    assert len(originals) == quotes + passages + 1
    assert {(e.get("lang"), e.get("dir")) for e in originals} == {("ar", "rtl")}
    assert "reviewed translation" not in _text(page).split("Method")[0]


def test_status_is_never_by_colour_alone() -> None:
    tree = parser.document_fromstring(html_of("sample", "en"))
    marks = tree.xpath("//td[contains(@class, 'status')]")
    assert {(m.text_content().strip()[0], m.text_content().split()[1]) for m in marks} == {
        ("●", "reported"),
        ("○", "alleged"),
        ("◐", "claimed"),
        ("△", "feared"),
    }


def test_no_folder_of_the_machine_is_printed() -> None:
    for edition in ("en", "ar", "ar+en"):
        assert "/home/someone" not in html_of("sample", edition)
        assert "idlib_2019.txt" in html_of("sample", edition)


def test_a_page_stays_small(edition: Edition) -> None:
    assert len(html_of("sample", edition).encode()) < 230_000


def test_fonts_are_only_those_the_text_needs() -> None:
    briefing = sample.bare()
    briefing.masthead.title.ar = "x"
    assert 'Briefing Naskh";font-weight' not in render_html(briefing, "en")
    assert 'Briefing Naskh";font-weight' in html_of("sample", "en")


@pytest.mark.parametrize(
    "page",
    [
        "<script>1</script>",
        '<img src="http://x.invalid/a.png">',
        '<img src="//x.invalid/a.png">',
        '<img srcset="a.png 2x">',
        '<link rel="stylesheet" href="a.css">',
        "<style>@import 'a.css';</style>",
        "<style>p{background:url(a.png)}</style>",
        "<style>p{background:u\\72l(a.png)}</style>",
        "<style>@media print{p{background:image-set('a.png' 1x)}}</style>",
        '<p style="background:url(file:///etc/passwd)">',
        '<p onclick="x()">',
        '<a href="javascript:x()">',
        '<a href="file:///etc/passwd">',
        '<iframe srcdoc="x"></iframe>',
        '<meta http-equiv="refresh" content="0;url=http://x.invalid">',
        '<svg><use href="http://x.invalid/a.svg#b"/></svg>',
    ],
)
def test_unsafe_pages_are_recognised(page: str) -> None:
    assert unsafe(f"<html><body>{page}</body></html>")


def test_safe_pages_are_recognised() -> None:
    page = (
        "<style>@page{@top-left{content:'url(http://x.invalid)'}}p{color:red}</style>"
        '<img src="data:image/png;base64,AA==" alt=""><a href="https://x.invalid/">a</a>'
        '<a href="#b">b</a>url(file:///etc/passwd)'
    )
    assert unsafe(f"<html><body>{page}</body></html>") is None


def test_a_template_that_loads_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "daily").mkdir()
    (tmp_path / "daily" / "masthead.html.j2").write_text('<img src="https://x.invalid/logo.png">')
    with pytest.raises(RenderError, match=r"self-contained.*x\.invalid"):
        render_html(sample.sample(), "en", templates=tmp_path)
