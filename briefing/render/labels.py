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
    # Why a candidate was refused: the checks of ``briefing.translate.checks``.
    "flag": {
        "empty": N_("nothing came out"),
        "numbers": N_("numbers differ from the Arabic"),
        "loop": N_("words repeat"),
        "source_script": N_("foreign letters are left in it"),
        "too_short": N_("too short for the Arabic"),
        "too_long": N_("too long for the Arabic"),
        "negation": N_("a negation was lost or added"),
        "quotes": N_("quotation marks do not match"),
        "unknown_token": N_("unknown characters"),
        "invented_address": N_("an address was invented"),
        "name_invented": N_("a name was invented"),
        "name_lost": N_("a name was lost"),
        "event_invented": N_("an event was invented"),
    },
    # Why there was no candidate at all.
    "reason": {
        "no_package": N_("no translation package is installed"),
        "too_long_source": N_("the sentence is too long for the package"),
        "nothing_to_translate": N_("there is nothing to translate"),
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
