"""Shared fixtures: the sample briefing in every edition, rendered once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from briefing.model import Briefing, Edition
from briefing.render import render_html, render_pdf

from . import sample

EDITIONS: tuple[Edition, ...] = ("en", "ar", "ar+en")

#: Every kind of briefing that must render without a word of complaint.
VARIANTS: dict[str, Callable[[], Briefing]] = {
    "sample": sample.sample,
    "stressed": sample.stressed,
    "bare": sample.bare,
    "withheld": sample.withheld,
    "hostile": sample.hostile,
}


@lru_cache(maxsize=32)
def pdf_of(variant: str, edition: Edition) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of a variant and the engine's complaints."""
    messages: list[str] = []
    pdf = render_pdf(VARIANTS[variant](), edition, messages=messages)
    return pdf, tuple(messages)


@lru_cache(maxsize=32)
def html_of(variant: str, edition: Edition) -> str:
    """The HTML of a variant."""
    return render_html(VARIANTS[variant](), edition)


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each edition in turn."""
    chosen: Edition = request.param
    return chosen


@pytest.fixture
def briefing() -> Briefing:
    """The sample briefing."""
    return sample.sample()
