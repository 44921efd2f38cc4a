"""Templates: the sandbox, errors that name the line, a user's own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.render import render_html, render_pdf, template_folder
from briefing.render.environment import css_string, quoted, safe_url

from . import sample


def _folder(tmp_path: Path, text: str, name: str = "daily/highlights.html.j2") -> Path:
    target = tmp_path / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ b.__init__.__globals__ }}",
        "{{ main.t.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(main) }}",
        "{{ b.highlights.append(1) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% for i in range(10000000) %}{% endfor %}",
    ],
)
def test_the_sandbox_refuses(tmp_path: Path, attack: str) -> None:
    folder = _folder(tmp_path, attack)
    with pytest.raises(RenderError, match=r"daily/highlights\.html\.j2, line 1"):
        render_html(sample.sample(), "en", templates=folder)


def test_wording_cannot_reach_into_objects(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "[{{ main.t('{x.__class__}{x}', x=main.lang) }}]")
    assert "[{x.__class__}en]" in render_html(sample.sample(), "en", templates=folder)


def test_an_undefined_name_names_template_and_line(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "<p>\n\n{{ no_such_thing }}</p>")
    with pytest.raises(RenderError, match=r"daily/highlights\.html\.j2, line 3.*no_such_thing"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_missing_field_names_template_and_line(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "\n{{ b.masthead.colour }}")
    with pytest.raises(RenderError, match=r"highlights\.html\.j2, line 2.*colour"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_syntax_error_names_template_and_line(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "ok\n{% if %}")
    with pytest.raises(RenderError, match=r"daily/highlights\.html\.j2, line 2"):
        render_html(sample.sample(), "en", templates=folder)


def test_an_error_in_an_expression_names_template_and_line(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "\n\n{{ 1 / 0 }}")
    with pytest.raises(RenderError, match=r"line 3.*division"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "{% include 'daily/gone.html.j2' %}")
    with pytest.raises(RenderError, match=r"line 1.*'daily/gone\.html\.j2' is not in"):
        render_html(sample.sample(), "en", templates=folder)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "daily/../../secret"])
def test_templates_do_not_leave_their_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = _folder(tmp_path / "t", f"{{% include '{name}' %}}")
    with pytest.raises(RenderError, match="is not in"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_users_file_stands_in_for_ours(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "<p {{ attrs(main) }}>OURS: {{ b.masthead.title.en }}</p>")
    _folder(tmp_path, ":root { --accent: #123456; }", "daily/screen.css")
    page = render_html(sample.sample(), "en", templates=folder)
    assert "OURS: North-west Syria" in page
    assert "#123456" in page
    assert 'id="statements"' in page  # the rest is still ours
    messages: list[str] = []
    assert render_pdf(sample.sample(), "en", templates=folder, messages=messages)
    assert messages == []


def test_a_users_template_is_escaped_too(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "<p>{{ '<b>' }}{{ b.masthead.title.en }}</p>")
    assert "&lt;b&gt;" in render_html(sample.sample(), "en", templates=folder)


def test_filters_for_users(tmp_path: Path) -> None:
    text = "{{ '2019-07-19' | date(main) }}|{{ '2019-07-19' | date(main, 'full') }}"
    text += "|{{ 400000 | number(main) }}|{{ 'a Reuters' | isolate('rtl') }}"
    page = render_html(sample.sample(digits="arab"), "ar", templates=_folder(tmp_path, text))
    assert "١٩ تموز ٢٠١٩|الجمعة، ١٩ تموز ٢٠١٩|٤٠٠٬٠٠٠|" in page
    folder = _folder(tmp_path / "b", "{{ 'x' | date(main, 'odd') }}")
    with pytest.raises(RenderError, match="'odd' is none of"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is not a folder"):
        render_html(sample.sample(), "en", templates=tmp_path / "gone")


def test_a_stylesheet_cannot_close_its_element(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "p{} </style><script>", "daily/daily.css")
    with pytest.raises(RenderError, match="must not hold"):
        render_html(sample.sample(), "en", templates=folder)


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "")
    (folder / "daily" / "daily.css").write_bytes("p{content:'é'}".encode("latin-1"))
    with pytest.raises(RenderError, match=r"daily\.css: is not UTF-8"):
        render_html(sample.sample(), "en", templates=folder)
    (folder / "daily" / "daily.css").unlink()
    (folder / "daily" / "highlights.html.j2").write_bytes("é".encode("latin-1"))
    with pytest.raises(RenderError, match=r"daily\.html\.j2, line \d+: UnicodeDecodeError"):
        render_html(sample.sample(), "en", templates=folder)


def test_the_bundled_templates_are_found() -> None:
    assert (template_folder() / "daily" / "daily.html.j2").is_file()


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://exa\nmple.org", False),
        ("//example.org", False),
        ("https:///path", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("http://[bad", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, good: bool) -> None:
    assert (safe_url(url) == url) if good else (safe_url(url) is None)


def test_css_strings_cannot_be_left() -> None:
    escaped = str(css_string("a\"b'c\\d\n</style>&"))
    assert escaped.startswith('"')
    assert not set(escaped[1:-1]) & set("\"'<>&\n")


@pytest.mark.parametrize(
    ("text", "lang", "kind", "wanted"),
    [
        ("Stop.", "en", "direct", "“Stop.”"),
        ("توقفوا", "ar", "direct", "«توقفوا»"),
        ('"Stop."', "en", "direct", '"Stop."'),
        ("He said “stop”", "en", "direct", "He said “stop”"),
        ("Stop.", "en", "indirect", "Stop."),
        ("", "en", "direct", ""),
    ],
)
def test_quotation_marks(text: str, lang: str, kind: str, wanted: str) -> None:
    assert quoted(text, lang, kind) == wanted
