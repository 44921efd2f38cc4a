"""From facts to a briefing: merging, ranking, wording, sections."""

from .document import compose
from .english import english_facts
from .protocols import NameWorder, TranslationReport

__all__ = ["NameWorder", "TranslationReport", "compose", "english_facts"]
