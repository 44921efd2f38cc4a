"""Offline bilingual briefings from Arabic news.

from pathlib import Path
from briefing import build
built = build([Path("news")], Path("out"))
"""

from ._version import __version__  # isort: skip  # the rooms read it from here
from .api import build, extract, render, translate

__all__ = ["__version__", "build", "extract", "render", "translate"]
