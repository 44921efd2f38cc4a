"""Codes of the data model and their English wording, which is also the gettext message.

``N_`` marks a message for extraction; translating happens in
:meth:`briefing.render.language.Format.label`.
"""

from __future__ import annotations

from collections.abc import Mapping


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue; returns it unchanged."""
    return message


#: kind → code → English message.
LABELS: Mapping[str, Mapping[str, str]] = {
    "origin": {
        "reviewed": N_("reviewed translation"),
        "machine": N_("machine translation, not reviewed"),
        "gist": N_("machine gist – not checked for meaning"),
        "none": N_("not translated"),
    },
    "modality": {
        "asserted": N_("reported"),
        "alleged": N_("alleged"),
        "claimed": N_("claimed"),
        "denied": N_("denied"),
        "threatened": N_("threatened"),
        "feared": N_("feared"),
    },
    "time": {
        "historical": N_("earlier event"),
        "future": N_("expected"),
    },
    "section": {
        "highlights": N_("Highlights"),
        "key_figures": N_("Key figures"),
        "areas": N_("Escalation by area"),
        "statements": N_("Statements"),
        "displacement": N_("Displacement"),
        "casualties": N_("Casualties"),
        "narrative": N_("Other reporting"),
        "sources": N_("Sources"),
    },
    "flag": {
        "numbers": N_("numbers differ from the Arabic"),
        "number": N_("numbers differ from the Arabic"),
        "names": N_("names differ from the Arabic"),
        "name": N_("names differ from the Arabic"),
        "loop": N_("words repeat"),
        "repeat": N_("words repeat"),
        "arabic": N_("Arabic left in the translation"),
        "arabic_left": N_("Arabic left in the translation"),
        "leftover": N_("Arabic left in the translation"),
        "length": N_("too short or too long for the Arabic"),
        "empty": N_("nothing came out"),
        "score": N_("the engine was unsure"),
        "unknown": N_("unknown characters"),
        "glossary": N_("a fixed term is missing"),
        "negation": N_("a negation was lost"),
        "no_package": N_("no translation package is installed"),
    },
}

#: Symbols beside the word, so that a status is seen at a glance and never by colour alone.
#: All are in the bundled fonts.
SYMBOLS: Mapping[str, str] = {
    "asserted": "●",
    "alleged": "◐",
    "claimed": "◐",
    "denied": "○",
    "threatened": "▲",
    "feared": "△",
}
