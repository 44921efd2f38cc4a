"""Offline bilingual briefings from Arabic news.

from pathlib import Path
from briefing import build
built = build([Path("news")], Path("out"))
"""

from .api import build, extract, render, translate

__version__ = "0.1.0"
__all__ = ["__version__", "build", "extract", "render", "translate"]
