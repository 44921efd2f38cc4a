"""Finding places in tokens: names, unknown names behind a place noun, descriptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..arabic.letters import fold, fold_map
from ..arabic.tokens import PhraseMatcher, Token
from . import place_words as words
from .gazetteer import AREAS, PlaceEntry, PlaceTable
from .lexicon import load
from .phrases import bare, is_adjective

Form = Literal["name", "unknown", "direction", "countryside", "front", "fixed", "border", "control"]

SETTLED = frozenset(("city", "town", "village", "neighbourhood", "district", "camp"))
_RANK = {"country": 3.0, "governorate": 2.5, "region": 2.0, "city": 1.5, "town": 1.0, "camp": 0.8}
_FORM_KIND = {
    "direction": "region", "countryside": "region", "front": "frontline", "border": "border",
    "control": "zone",
}  # fmt: skip
_DASHES = frozenset("–-—ـ(/،:")
_QUOTES = frozenset("\"“”«»'")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: ``text[start:end] == ar``, proclitics (``prefix``) left out.

    ``entry`` is the likeliest known place, ``candidates`` all namesakes that the context
    allows (of ``base`` in a description); ``noun`` the place noun before the name (folded);
    ``base`` the known place inside a description, ``directions`` its directions (north, south,
    east, west, centre; a tuple each, compound ones together), ``fixed`` a fixed phrase's id.
    """

    start: int
    end: int
    ar: str
    entry: PlaceEntry | None
    kind: str
    prefix: str = ""
    form: Form = "name"
    noun: str | None = None
    candidates: tuple[PlaceEntry, ...] = ()
    base: PlaceEntry | None = None
    directions: tuple[tuple[str, ...], ...] = ()
    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention and the token after it; no mention for a guard phrase."""

    last: int
    mention: PlaceMention | None


class PlaceFinder:
    """Applies the rules of this module to tokens, longest match first."""

    def __init__(self, table: PlaceTable) -> None:
        self.table = table

    def find(self, tokens: Sequence[Token], text: str) -> list[PlaceMention]:
        """The places in ``tokens`` (of ``text``), in order, not overlapping."""
        out: list[PlaceMention] = []
        last_token = -1
        index = 0
        while index < len(tokens):
            if not tokens[index].is_word:
                index += 1
                continue
            before = out[-1] if out and last_token == index else None
            found = self._at(tokens, index, text, before)
            if found is None:
                index += 1
                continue
            if found.mention is not None:
                out.append(found.mention)
                last_token = found.last
                if last_token < len(tokens) and tokens[last_token].text in ("،", ","):
                    last_token += 1
            index = found.last
        return out

    def _at(
        self, tokens: Sequence[Token], index: int, text: str, before: PlaceMention | None
    ) -> _Found | None:
        """The longest place that starts at token ``index``; a plain name wins a tie."""
        best = self._name(tokens, index, text, before)
        if best is not None and best.mention is None:
            return best
        for rule in (_fixed, self._direction, self._countryside, _control, self._border):
            found = rule(tokens, index, text)
            if found is not None and (best is None or found.last > best.last):
                best = found
        if best is None:
            best = (
                self._unknown(tokens, index, text)
                or self._feature(tokens, index, text)
                or self._listed(tokens, index, text, before)
            )
        return best

    def _feature(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«وادي الحسيني», «وتبة الدفاع»; «منطقة سناح» when nothing else can be meant."""
        noun = words.noun_of(tokens[index].text, words.FEATURE_NOUNS)
        area = noun is None and words.noun_of(tokens[index].text, words.REGION_NOUNS)
        at = index + 1
        if (noun is None and not area) or at >= len(tokens) or not _can_name(tokens[at]):
            return None
        if self.table.matcher.match_at(tokens, at, words.PREFIXES) is not None:
            return None  # a known name: its own rule decides
        if noun is None:
            if tokens[at].text.startswith("ال") or not self._bounded(tokens, at + 1):
                return None
            start, kind = tokens[at].start, "region"
        else:
            start, kind = _start(tokens[index], noun), words.FEATURE_NOUNS[noun]
        last = at + 1
        if tokens[at].text in words.COMPOUND_FIRST and last < len(tokens):
            last += 1
        end = tokens[last - 1].end
        mention = PlaceMention(start, end, text[start:end], None, kind, "", "unknown", noun)
        return _Found(last, mention)

    def _listed(
        self, tokens: Sequence[Token], index: int, text: str, before: PlaceMention | None
    ) -> _Found | None:
        """«قرى X وY»: an unknown name joined by و to a place of a list.

        A list is told by its noun («قرى»), by an earlier joined place, or by a known place
        that follows; and the name must end where names end.
        """
        token = tokens[index]
        if before is None or not token.text.startswith("و") or len(token.text) < 4:
            return None
        name = Token(token.start + 1, token.end, token.text[1:], token.raw[1:])
        if not _can_name(name):
            return None
        last = index + 1
        if name.text in words.COMPOUND_FIRST and last < len(tokens):
            last += 1
        follows = last < len(tokens) and (
            tokens[last].text.startswith("و")
            and self.table.matcher.match_at(tokens, last, frozenset(("و",))) is not None
        )
        listing = before.noun in _LIST_NOUNS or before.prefix == "و" or follows
        if not listing or not self._bounded(tokens, last):
            return None
        start, end = name.start, tokens[last - 1].end
        mention = PlaceMention(
            start, end, text[start:end], None, before.kind, "و", "unknown", before.noun
        )
        return _Found(last, mention)

    def _bounded(self, tokens: Sequence[Token], last: int) -> bool:
        """True where a name can end: punctuation, a direction, a preposition, another name."""
        if last >= len(tokens) or not tokens[last].is_word:
            return True
        word = tokens[last].text
        if word in words.DIRECTIONS or word in words.DESCRIBING:
            return True
        if words.noun_of(word, words.PLACE_NOUNS) is not None or word.startswith(("و", "ب")):
            return True
        return self.table.matcher.match_at(tokens, last, words.PREFIXES) is not None

    def _name(
        self, tokens: Sequence[Token], index: int, text: str, before: PlaceMention | None
    ) -> _Found | None:
        match = self.table.matcher.match_at(tokens, index, words.PREFIXES)
        if match is None:
            return None
        entries = [(self.table.entry(c.row), c.needs_context) for c in match.value]
        if any(entry.kind == "guard" for entry, _ in entries):
            return _Found(match.last, None)
        name = fold(text[match.start : match.end])
        if match.prefix not in words.SOFT_PREFIXES and match.prefix and len(name) < 4:
            return None
        noun = _noun_before(tokens, index)
        if noun is None and before is not None and match.prefix in ("و", ""):
            noun = before.noun
        listed = before is not None and (match.prefix == "و" or before.noun is not None)
        allowed = []
        for entry, weak in entries:
            level = 1 if weak and (noun or _located(tokens, index, listed)) else 0
            if weak == 2 and noun and _suits(entry, words.PLACE_NOUNS[noun]):
                level = 2
            if weak <= level or (index == 0 and _opens_dateline(tokens, match.last)):
                allowed.append(entry)
        if not allowed:
            return None
        kind = words.PLACE_NOUNS.get(noun or "")
        allowed.sort(key=lambda entry: (-self._fit(entry, kind), entry.rank))
        entry = allowed[0]
        shown = kind if kind in SETTLED and entry.kind in SETTLED and kind else entry.kind
        mention = PlaceMention(
            match.start, match.end, text[match.start : match.end], entry, shown,
            match.prefix, "name", noun, tuple(allowed),
        )  # fmt: skip
        return _Found(match.last, mention)

    def _base(
        self, tokens: Sequence[Token], index: int
    ) -> tuple[int, tuple[PlaceEntry, ...]] | None:
        """The namesakes of a known place at ``index`` or behind a place noun; no proclitics."""
        if index >= len(tokens):
            return None
        noun = tokens[index].text if tokens[index].text in words.PLACE_NOUNS else None
        match = self.table.matcher.match_at(tokens, index, frozenset(("",)))
        if match is None and noun is not None and index + 1 < len(tokens):
            match = self.table.matcher.match_at(tokens, index + 1, frozenset(("",)))
        if match is None:
            return None
        need = 2 if noun else 1
        rows = [self.table.entry(c.row) for c in match.value if c.needs_context <= need]
        rows = [row for row in rows if row.kind != "guard"]
        if not rows:
            return None
        kind = words.PLACE_NOUNS.get(noun or "")
        return match.last, tuple(sorted(rows, key=lambda e: (-self._fit(e, kind), e.rank)))

    def _fit(self, entry: PlaceEntry, kind: str | None) -> float:
        return fit(entry, kind) + (0.7 if self.table.is_capital(entry) else 0.0)

    def _direction(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«شمال غربي سوريا», «غربي وجنوبي إدلب», «شرق مدينة الباب»."""
        first = words.noun_of(tokens[index].text, words.DIRECTIONS)
        if first is None:
            return None
        groups = [[words.DIRECTIONS[first]]]
        at = index + 1
        while at < len(tokens):
            word = tokens[at].text
            if word in words.DIRECTIONS:
                groups[-1].append(words.DIRECTIONS[word])
            elif word[:1] == "و" and word[1:] in words.DIRECTIONS:
                groups.append([words.DIRECTIONS[word[1:]]])
            else:
                break
            at += 1
        base = self._base(tokens, at)
        if base is None:
            return None
        start = _start(tokens[index], first)
        span = (start, tokens[base[0] - 1].end)
        return _Found(base[0], _described(text, span, "direction", base[1], groups))

    def _countryside(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«ريف حلب الشمالي», «ريف دمشق الغربي», «جبهات إدلب», «محور الساحل»."""
        word = tokens[index].text
        noun = words.noun_of(word, words.COUNTRYSIDE)
        front = words.noun_of(word, words.FRONTS)
        if noun is None and front is None:
            return None
        whole = self._name(tokens, index, text, None) if noun else None
        if whole is not None and whole.mention is not None and whole.mention.entry is not None:
            last, base = whole.last, whole.mention.candidates
        else:
            known = self._base(tokens, index + 1)
            if known is None:
                return None
            last, base = known
        groups: list[list[str]] = []
        while last < len(tokens):
            adjective = tokens[last].text
            bare = adjective.removeprefix("و")
            if bare not in words.DIRECTION_ADJECTIVES:
                break
            sense = words.DIRECTION_ADJECTIVES[bare]
            if groups and adjective == bare:
                groups[-1].append(sense)
            else:
                groups.append([sense])
            last += 1
        start = _start(tokens[index], noun or front or word)
        span = (start, tokens[last - 1].end)
        return _Found(
            last, _described(text, span, "countryside" if noun else "front", base, groups)
        )

    def _border(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«الحدود مع سوريا», «الحدود السورية التركية», «الشريط الحدودي مع تركيا»."""
        noun = words.noun_of(tokens[index].text, words.BORDER_NOUNS)
        at = index + 1
        strip = _fixed(tokens, index, text)
        if noun is None and (
            strip is None or strip.mention is None or strip.mention.kind != "border"
        ):
            return None
        start = _start(tokens[index], noun) if noun else 0
        if strip is not None and strip.mention is not None:
            start, at = strip.mention.start, strip.last
        if at >= len(tokens):
            return None
        if tokens[at].text == "مع":
            base = self._base(tokens, at + 1)
            if base is not None:
                span = (start, tokens[base[0] - 1].end)
                return _Found(base[0], _described(text, span, "border", base[1]))
            return None
        adjectives = words.adjective_countries()
        country = ""
        last = at
        while last < len(tokens) and last - at < 3:
            word = tokens[last].text
            if word in adjectives:
                country = country or adjectives[word]
            elif not (word in _DASHES and last > at):
                break
            last += 1
        while last > at and not tokens[last - 1].is_word:
            last -= 1
        if last == at:
            return None
        span = (start, tokens[last - 1].end)
        home = self.table.get(country.lower())
        return _Found(last, _described(text, span, "border", (home,) if home else ()))

    def _unknown(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«قرية سامي العاصي»: the one or two name-like words after a place noun."""
        noun = words.noun_of(tokens[index].text, words.NAMING_NOUNS)
        at = index + 1
        if at < len(tokens) and tokens[at].text in _QUOTES:
            at += 1
        if noun is None or at >= len(tokens) or not _name_like(tokens[at]):
            return None
        if self.table.matcher.match_at(tokens, at, words.PREFIXES) is not None:
            return None  # a known name: its own rule decides
        last = at + 1
        if last < len(tokens) and _name_like(tokens[last]):
            compound = tokens[at].text in words.COMPOUND_FIRST
            definite = tokens[last].text.startswith("ال")
            if compound or (definite and not tokens[at].text.startswith("ال")):
                last += 1
        elif tokens[at].text in words.COMPOUND_FIRST:
            return None
        start, end = tokens[at].start, tokens[last - 1].end
        kind = words.PLACE_NOUNS[noun]
        mention = PlaceMention(start, end, text[start:end], None, kind, "", "unknown", noun)
        return _Found(last, mention)


# --- pieces of the rules that need no table --------------------------------------------


def _described(
    text: str,
    span: tuple[int, int],
    form: Form,
    bases: tuple[PlaceEntry, ...],
    groups: Sequence[Sequence[str]] = (),
) -> PlaceMention:
    start, end = span
    directions = tuple(tuple(group) for group in groups)
    return PlaceMention(
        start, end, text[start:end], None, _FORM_KIND[form],
        form=form, candidates=bases, base=bases[0] if bases else None, directions=directions,
    )  # fmt: skip


def _noun_before(tokens: Sequence[Token], index: int) -> str | None:
    at = index - 1
    if at >= 0 and tokens[at].text in _QUOTES:
        at -= 1
    return words.noun_of(tokens[at].text, words.PLACE_NOUNS) if at >= 0 else None


def _located(tokens: Sequence[Token], index: int, listed: bool) -> bool:
    if listed:
        return True
    before = tokens[index - 1].text if index else ""
    return words.noun_of(before, words.PLACE_PREPOSITIONS) is not None


def _opens_dateline(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].text in _DASHES


def _suits(entry: PlaceEntry, kind: str) -> bool:
    """True when a place noun of this kind makes an everyday word the name of the entry."""
    if kind in SETTLED:
        return entry.kind in SETTLED
    return entry.kind == kind or (kind == "region" and entry.kind in AREAS)


def fit(entry: PlaceEntry, kind: str | None) -> float:
    """How well an entry fits the place noun before it, and how prominent its kind is."""
    fit = _RANK.get(entry.kind, 0.5)
    if kind is None:
        return fit
    if kind == "countryside":
        return fit + (3 if entry.kind in ("governorate", "city") else 0)
    if entry.kind == kind or (kind == "region" and entry.kind in AREAS):
        return fit + 4
    if kind in SETTLED and entry.kind in SETTLED:
        return fit + 2
    return fit


def _name_like(token: Token) -> bool:
    """True for a word that can be a name after a place noun."""
    word = token.text
    if not token.is_word or len(word) < 3 or not all("ء" <= char <= "ي" for char in word):
        return False
    if word.startswith("لل") or word in words.DESCRIBING or word in words.adjective_countries():
        return False
    if words.noun_of(word, words.DIRECTIONS) is not None or bare(word) in words.PLACE_NOUNS:
        return False
    return words.noun_of(word, words.PLACE_NOUNS) is None and not (
        word.endswith("ت") and not word.endswith("ات") and not word.startswith("ال")
    )


#: Nouns that open a list of places.
_LIST_NOUNS = frozenset(
    fold(noun) for noun in ("قرى", "بلدات", "أحياء", "مدن", "قريتي", "بلدتي", "مدينتي", "محافظات")
)


def _can_name(token: Token) -> bool:
    """True for a word that can name a place and is no verb, body, act or adjective."""
    if not _name_like(token):
        return False
    lexicon = load()
    word = token.text
    common = ("verb_like", "org_head", "group_head", "object_masdar", "role_head", "medium_noun")
    if any(lexicon.is_in(name, word) or lexicon.is_in(name, bare(word)) for name in common):
        return False
    return word not in lexicon.cues and not is_adjective(word)


def _start(token: Token, rest: str) -> int:
    """Raw offset at which the folded ``rest`` of a token begins."""
    skip = len(token.text) - len(rest)
    return token.start + (fold_map(token.raw).origin[skip] if skip > 0 else 0)


@lru_cache(maxsize=1)
def _fixed_matcher() -> PhraseMatcher[tuple[str, str]]:
    matcher: PhraseMatcher[tuple[str, str]] = PhraseMatcher()
    for ident, row in words.FIXED.items():
        kind, *phrases = row.split("|")
        for phrase in phrases:
            matcher.add(phrase, (kind, ident))
    return matcher


def _fixed(tokens: Sequence[Token], index: int, text: str) -> _Found | None:
    """«خطوط التماس», «منطقة خفض التصعيد»; the article is part of the phrase."""
    match = _fixed_matcher().match_at(tokens, index, words.PREFIXES)
    if match is None:
        return None
    kind, ident = match.value
    ar = text[match.start : match.end]
    mention = PlaceMention(
        match.start, match.end, ar, None, kind, match.prefix, "fixed", fixed=ident
    )
    return _Found(match.last, mention)


def _control(tokens: Sequence[Token], index: int, text: str) -> _Found | None:
    """«مناطق نفوذ القوات الحكومية»: the holder is a head and the definite words after it."""
    noun = words.noun_of(tokens[index].text, words.AREA_NOUNS)
    at = index + 2
    if noun is None or at >= len(tokens) or tokens[at - 1].text not in words.CONTROL_NOUNS:
        return None
    head = tokens[at].text
    if not (head.startswith("ال") or head in words.HOLDER_HEADS):
        return None
    last = at + 1
    if not head.startswith("ال") and last < len(tokens) and tokens[last].is_word:
        last += 1
    while last < len(tokens) and last - at < 4 and tokens[last].text.startswith("ال"):
        if tokens[last].text in words.DESCRIBING:
            break
        last += 1
    start = _start(tokens[index], noun)
    end = tokens[last - 1].end
    return _Found(last, _described(text, (start, end), "control", ()))
