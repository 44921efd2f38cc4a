"""The shape of nouns of action (masdar), by which bare objects are told from subjects."""

from __future__ import annotations

from .lexicon import Lexicon
from .phrases import bare, is_adjective

_POSSESSIVES = ("هما", "هم", "ها", "ه")


def masdar_like(lexicon: Lexicon, word: str) -> bool:
    """Rough shape test for a noun of action in folded letters, after the lists have spoken."""
    if lexicon.is_in("object_masdar", word):
        return True
    if is_adjective(word) or lexicon.is_in("given_name", word):
        return False
    if len(word) < 4 or word.startswith("ال") or lexicon.is_in("object_verb_exception", word):
        return False
    return _has_masdar_shape(word)


def _has_masdar_shape(word: str) -> bool:
    core = _without_possessive(word)
    long = core[-2:-1] == "ي" or core[2:3] == "ا" or core[-3:-2] == "ي"
    if word[0] == "ت" and len(core) >= 4 and long:  # تفعيل، تفاعل
        return True
    if word.startswith("است") and "ا" in word[3:]:  # استفعال
        return True
    if word.startswith("ان") and len(core) >= 5 and core[-2] == "ا":  # انفعال
        return True
    if word[0] == "ا" and len(core) >= 5 and "ا" in core[2:] and core[-1] != "ء":  # إفعال، افتعال
        return True
    return word[0] == "م" and word.endswith("ه") and len(word) >= 6 and word[2] == "ا"  # مفاعلة


def _without_possessive(word: str) -> str:
    for suffix in _POSSESSIVES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def is_fused_action(lexicon: Lexicon, word: str) -> bool:
    """«بزيادة», «بالإفراج»: a fused ب on a noun of action."""
    core = word[1:]
    return len(core) >= 2 and (masdar_like(lexicon, core) or masdar_like(lexicon, bare(core)))
