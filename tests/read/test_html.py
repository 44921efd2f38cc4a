"""Local HTML: text, metadata, and pages made to do harm."""

from __future__ import annotations

import datetime
import time

import pytest

from briefing.errors import UnreadableArticle
from briefing.read.html import declared_charset, looks_like_html, read_html
from briefing.read.structure import structure

from .articles import BODY_ONLY, PAGE

PARAGRAPH = f"<p>{BODY_ONLY}</p>"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_a_page(charset: str) -> None:
    page = read_html(PAGE.format(charset=charset).encode(charset), "a.html")
    assert page.title == "اتفاق محلي على فتح طريق رئيسي أمام المدنيين"
    assert page.outlet == "Sample News"
    assert page.date == datetime.date(2021, 3, 9)
    assert page.url == "https://news.example/ar/1"
    assert page.text.count(page.title) == 1
    assert "رياضة" not in page.text
    assert "الحقوق" not in page.text
    article = structure(page.text, title_hint=page.title, date_hint=page.date, url=page.url)
    assert [s.kind for s in article.sentences] == [
        "headline", "dateline", "body", "subheading", "body", "body",
    ]  # fmt: skip
    assert article.date.basis == "metadata"
    assert article.date.weekday == "Tuesday"


def test_what_trafilatura_gives_up_on_is_read_all_the_same() -> None:
    page = read_html("<html><body><p>الطريق مفتوح</p><p>منذ الصباح</p></body></html>".encode(), "a")
    assert page.text == "الطريق مفتوح\nمنذ الصباح\n"
    assert page.title is None


@pytest.mark.parametrize(
    "markup", ["<html><body></body></html>", "<html><script>x</script></html>"]
)
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(UnreadableArticle, match=r"^a\.html: .*no text"):
        read_html(markup.encode(), "a.html")


def test_entities_from_outside_stay_shut(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("x") / "secret.txt"
    secret.write_text("كلمة السر", encoding="utf-8")
    markup = (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "كلمة السر">]>'
        f"<html><body><p>&x; &y; {BODY_ONLY}</p></body></html>"
    )
    page = read_html(markup.encode(), "a.xhtml")
    assert "قافلة مساعدات" in page.text
    assert "كلمة السر" not in page.text.partition("وصلت")[0].replace("&y;", "")


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 50_000 + PARAGRAPH,
        "<html><body><div " + " ".join(f'a{i}="1"' for i in range(60_000)) + ">" + PARAGRAPH,
        '<html><body><div a=x" ' + " ".join(f"a{i}=1" for i in range(60_000)) + ">" + PARAGRAPH,
        "<html><!-- " + "<" * 50_000 + PARAGRAPH,
        "<html><body><p" + PARAGRAPH,
        "<" * 100_000 + PARAGRAPH,
        "<a=" * 50_000 + '"' * 50_000 + PARAGRAPH,
    ],
    ids=["deep", "attributes", "lone quote", "comment", "unclosed", "angles", "quotes"],
)
def test_pages_made_to_do_harm_end_soon(markup: str) -> None:
    begin = time.process_time()
    try:
        result = read_html(markup.encode(), "a.html").text
    except UnreadableArticle as error:
        result = str(error)
    assert "قافلة مساعدات" in result or result.startswith("a.html: ")
    assert time.process_time() - begin < 6


def test_sniffing() -> None:
    assert looks_like_html("\ufeff \n<!DOCTYPE html><html>")
    assert looks_like_html('<?xml version="1.0"?>\n<html xmlns="x">')
    assert looks_like_html("<p>خبر</p>")
    assert not looks_like_html("خبر <p>")
    assert not looks_like_html("<خبر>")
    assert declared_charset(b'<meta http-equiv="x" content="text/html; charset=windows-1256">') == (
        "windows-1256"
    )
    assert declared_charset(b"<p>") is None
