"""Isolates and cleaning."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.bidi import LRI, PDI, RLI, clean, isolate, strip_isolates

MIXED = st.text(st.sampled_from("aZ9٣ .-/()«»:,ابةُé\u2066\u2067\u2068\u2069\u202e\n"), max_size=60)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("قالت Reuters أمس", ["Reuters"]),
        ("وكالة نورث برس (NPA)، إدلب", ["NPA"]),
        ("في 2019-07-19 وقع", ["2019-07-19"]),
        ("انظر example.org/a?b=1 غدا", ["example.org/a?b=1"]),
        ("حزب Al Hizb 2 وغيره", ["Al Hizb 2"]),
        ("نزوح 400,000 شخص", []),
        ("بين 38–45 قتيلا", []),
        ("نص بلا لاتيني", []),
    ],
)
def test_left_to_right_runs_in_arabic(text: str, runs: list[str]) -> None:
    done = isolate(text, "rtl")
    assert re.findall(f"{LRI}(.*?){PDI}", done) == runs
    assert strip_isolates(done) == text


def test_arabic_runs_in_english() -> None:
    done = isolate("the word «نص عربي» means text", "ltr")
    assert f"{RLI}نص عربي{PDI}" in done


def test_what_is_isolated_already_stays() -> None:
    done = f"قال {LRI}Reuters{PDI} ثم BBC"
    assert isolate(done, "rtl") == f"قال {LRI}Reuters{PDI} ثم {LRI}BBC{PDI}"
    assert isolate(isolate(done, "rtl"), "rtl") == isolate(done, "rtl")


@given(MIXED, st.sampled_from(["ltr", "rtl"]))
def test_isolating_changes_nothing_but_isolates(text: str, direction: str) -> None:
    text = clean(text)
    done = isolate(text, direction)
    assert strip_isolates(done) == strip_isolates(text)
    assert clean(done) == done  # every isolate has its partner
    assert isolate(done, direction) == done


@given(st.text())
def test_cleaning_is_idempotent_and_keeps_letters(text: str) -> None:
    done = clean(text)
    assert clean(done) == done
    assert [c for c in done if c.isalnum()] == [c for c in text if c.isalnum()]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\r]", done)


def test_unpaired_isolates_go() -> None:
    assert clean(f"a{PDI}b{LRI}c") == "abc"
    assert clean(f"{LRI}a{PDI}") == f"{LRI}a{PDI}"
