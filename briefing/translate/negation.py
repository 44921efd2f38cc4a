"""Whether a translation keeps the negation of its source.

"The ministry denied sending forces" and "the ministry sent forces" differ by one word. A
negative is looked for on both sides with closed lists; the lists of the other side are always
the wider ones, because a language may say "not all" as "few".
"""

from __future__ import annotations

import re

from ..arabic.letters import strip_forms
from ..arabic.tokens import Token, tokenize


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that English must render with a negative or a word that amounts to one (folded).
_NEGATORS = _words("لم لن ليس ليست ليسوا لسنا لسن لست ليسا ليسي لستم")
#: «لا» needs the next word: with these it is no negation (folded).
_LA_IDIOMS = _words(
    """
    سيما بد شك ريب محاله يزال تزال زال زالت يزالون تزالان زالوا ازال نزال مفر مناص غرو جدال غير
    محال سامح قدر بل يقل تقل يقلون باس
    """
)
#: «لم يزل» (is still), «لا … إلا» (only): the negator is taken back. The second kind may
#: stand some words later.
_STILL = _words("يزل تزل يزالوا يلبث تلبث يكد تكد يكادوا")
_ONLY = frozenset({"الا", "سوي"})
#: «دون سن», «دون غيرها»: under the age of, alone.
_DUN_IDIOMS = _words("سن مستوي سواها سواه غيرها غيره سواهم غيرهم طيار طيارين")
#: Verbs and nouns of denial: نفى, أنكر, and their inflections (folded).
_DENIAL = _words(
    """
    نفي نفت نفوا نفيا ينفي تنفي ينفون نافيا نافيه نافين انكر انكرت ينكر تنكر ينكرون انكروا
    منكرا منكره نفيه نفيها نفيهم انكار انكاره انكارها
    """
)
#: Words by which Arabic implies what English may word with "not" or "no" (folded, without
#: clitics): refuse, fail, prevent, be unable, be impossible, be absent, be unknown …
_IMPLIED = re.compile(
    r"(?:[يتنا]|ال|م|مت)?(?:رفض|فشل|خفق|خفاق|منع|منوع|متنع|متناع|حظر|حظور|عجز|عاجز|تعذر|عذر"
    r"|ستحال|ستحيل|ستحاله|غياب|غايب|نعدم|نعدام|عدوم|نفاد|فتقر|فتقار|ستبعد|ستبعاد|تجنب|تفاد"
    r"|جهول|جهل|حرم|حرمان|نتف|كف|حجم|تنصل|نكر|نكار|نفي|نفو)"
    r"(?:ي|ا|ه|ت|ته|تها|ها|هم|وا|ون|ين|ات|ان|نا)?"
)
_MAY = _words(
    """
    لا ما غير الا كلا سوي بالكاد لولا دونما انما عديم عديمه قط البته قلما نادرا صفر
    """
)

_STRONG = re.compile(
    r"\b(?:not|cannot|no|never|none|neither|nor|nobody|nothing|nowhere|without|unable|unless)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refus\w+|refut\w+|reject\w*|lack\w*|fail(?:s|ed|ing|ure)?"
    r"|absen\w+|except\w*|prevent\w*|avoid\w*|hardly|barely|scarcely|rather than|instead of"
    r"|rarely|seldom|refrain\w*|declin(?:e[sd]?|ing) to|non-?\w*|im(?:possib|punity)\w*"
    r"|in(?:ability|adequa|capab|complet|correct|defin|effect|eligib|suffic|secur|stabil|valid"
    r"|visib|volunt|accura|appropri|evitab|action|justice)\w*|ir(?:regular|respective)\w*"
    r"|illegal\w*|un(?!der|ti[el]|ite|ion|it\b|its\b|ifor|ifi|ivers|iqu|anim|cle|ix)\w{3,}"
    r"|dis(?:agree|approv|regard|avow|allow|continu|claim|interest|satisf|unity|order|trust)\w*"
    r"|far from|\w+less(?:ly)?|contradict\w*|disput\w*|dismiss\w*|rul\w+ out|ignor\w+|neglect\w*"
    r"|negligen\w+|withhold\w*|abst\w+|free (?:of|from)|regardless|missing|only|fewer|yet)\b",
    re.IGNORECASE,
)


def source_negates(text: str) -> bool:
    """Whether the Arabic ``text`` holds a negation that English has to show."""
    tokens = tokenize(text)
    return any(_negates_at(tokens, index) for index in range(len(tokens)))


def _negates_at(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1 : index + 9]
    nxt = following[0].text if following else ""
    # ألا (that … not) and إلا (except) are one word after folding; the hamza tells.
    if token.raw in ("ألا", "وألا", "بألا", "لألا"):
        return nxt[:1] in ("ي", "ت", "ن", "ا")
    for prefix, word in strip_forms(token.text):
        if word in ("دون", "بدون"):
            return bool(nxt) and nxt not in _DUN_IDIOMS
        if word in _DENIAL or word in ("عدم", "بلا"):
            return True
        if prefix not in ("", "و", "ف"):  # «كلم» is a kilometre, «للا» no word
            continue
        if word == "لا":
            return bool(nxt) and nxt not in _LA_IDIOMS and not _only(following)
        if word in _NEGATORS:
            return nxt not in _STILL and not _only(following)
    return False


def _only(following: list[Token]) -> bool:
    return any(token.text in _ONLY and token.raw != "ألا" for token in following)


def source_may_negate(text: str) -> bool:
    """Whether anything in the Arabic ``text`` could be worded with an English negative."""
    tokens = tokenize(text)
    for index, token in enumerate(tokens):
        if _negates_at(tokens, index):
            return True
        for _, word in strip_forms(token.text):
            if word in _NEGATORS or word in _MAY or _IMPLIED.fullmatch(word):
                return True
    return False


def english_negates(text: str, *, wide: bool) -> bool:
    """Whether ``text`` holds "not", "no", "never" …; with ``wide`` also what amounts to it
    ("denied", "lack", "only", "unprecedented")."""
    return bool(_STRONG.search(text)) or (wide and bool(_WIDE.search(text)))


def keeps_negation(source: str, candidate: str) -> bool:
    """False when a negation of the Arabic is lost in the English, or the English has one of
    which the Arabic shows no sign."""
    if source_negates(source) and not english_negates(candidate, wide=True):
        return False
    return not english_negates(candidate, wide=False) or source_may_negate(source)
