"""Every message of the code and the data files is in both catalogues, whole and alike."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import briefing
from briefing.compose import amounts, figure_words, method, statements, tables

ROOT = Path(briefing.__file__).parent
FIELD = re.compile(r"%\(\w+\)s")


def _catalog(lang: str) -> Catalog:
    with (ROOT / "locales" / lang / "LC_MESSAGES" / "briefing.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def _messages() -> tuple[set[tuple[str | None, str]], set[tuple[str, str, str]]]:
    """(context, message) and (context, singular, plural) of all wording in the code."""
    plain: set[tuple[str | None, str]] = set()
    plural: set[tuple[str, str, str]] = set()
    for path in sorted((ROOT / "compose").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            words = [a.value if isinstance(a, ast.Constant) else None for a in node.args]
            if node.func.attr == "t" and words and isinstance(words[0], str):
                plain.add((None, words[0]))
            if node.func.attr == "c" and isinstance(words[1], str):
                plain.add((str(words[0]), words[1]))
            if node.func.attr == "plural" and isinstance(words[0], str):
                plural.add(("count", words[0], str(words[1])))
    for action in tables.actions().values():
        plain |= {(None, m) for m in (action.noun, action.pattern, *action.doing)}
    plain |= {(None, noun) for rows in tables.details().values() for _, noun in rows}
    for table in (amounts.VAGUE, amounts.QUALIFIED, amounts.KINDS, method.SHOWN):
        plain |= {(None, message) for message in table.values()}
    plain |= {(None, message) for message in figure_words._ROLES.values()}
    contexts = {
        "vague": amounts.VAGUE_UNITS,
        "label": amounts.KIND_LABELS,
        "noun": amounts.KIND_NOUNS,
        "section": method.SECTIONS,
        "stance": statements.STANCES,
    }
    for context, words_of in contexts.items():
        plain |= {(context, message) for message in words_of.values()}
    for singular, many in amounts.UNITS.values():
        plural |= {("count", singular, many), ("genitive", singular, many)}
    return plain, plural


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_message_is_worded(lang: str) -> None:
    catalog = _catalog(lang)
    plain, plural = _messages()
    missing = [key for key in plain if not (m := catalog.get(key[1], key[0])) or not m.string]
    missing += [key for key in plural if not catalog.get((key[1], key[2]), key[0])]
    assert not missing


def test_no_message_is_unused() -> None:
    plain, plural = _messages()
    used = set(plain) | {(c, (s, p)) for c, s, p in plural}
    kept = {(m.context, m.id) for m in _catalog("ar") if m.id}
    assert not kept - used


@pytest.mark.parametrize(("lang", "forms"), [("en", 2), ("ar", 6)])
def test_forms_and_fields(lang: str, forms: int) -> None:
    catalog = _catalog(lang)
    assert catalog.num_plurals == forms
    for message in catalog:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        if isinstance(message.id, tuple):
            assert len(message.string) == forms
            assert all(message.string), message.id
            assert "%(n)s" in message.string[-1]
        else:
            assert sorted(FIELD.findall(message.id)) == sorted(FIELD.findall(message.string))


def test_english_is_its_own_wording() -> None:
    for message in _catalog("en"):
        if message.id:
            assert message.string == message.id
