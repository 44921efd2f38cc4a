"""Where: names of places in Arabic text, through clitics, and which place is meant.

``Gazetteer.find`` gives mentions: known names («بإدلب»), unknown names behind a place noun
(«قرية سامي العاصي»), and descriptions («غربي وجنوبي إدلب», «ريف حلب الشمالي», «خطوط التماس»,
«الحدود مع سوريا», «مناطق نفوذ القوات الحكومية»). ``Gazetteer.resolve`` picks among namesakes
and gives model places. English of descriptions is worded in ``compose.names``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from ..arabic.letters import fold, fold_map
from ..arabic.tokens import PhraseMatcher, Token
from ..model import Place, PlacePrecision, Span
from . import place_words as words
from .gazetteer import AREAS, PlaceEntry, PlaceTable, load_table

Form = Literal["name", "unknown", "direction", "countryside", "front", "fixed", "border", "control"]

_SETTLED = frozenset(("city", "town", "village", "neighbourhood", "district", "camp"))
_RANK = {"country": 3.0, "governorate": 2.5, "region": 2.0, "city": 1.5, "town": 1.0, "camp": 0.8}
_FORM_KIND = {
    "direction": "region", "countryside": "region", "front": "frontline", "border": "border",
    "control": "zone",
}  # fmt: skip
_DASHES = frozenset("–-—ـ(/،:")
_QUOTES = frozenset("\"“”«»'")
#: An unnamed or unlocated place takes the area of a place at most this many code points on.
_AREA_REACH = 60


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: ``text[start:end] == ar``, proclitics (``prefix``) left out.

    ``entry`` is the likeliest known place, ``candidates`` all namesakes that the context
    allows; ``noun`` the place noun before the name (folded); ``base`` the known place inside
    a description, ``directions`` its directions (north, south, east, west, centre; one tuple
    each, compound directions together), ``fixed`` the id of a fixed phrase.
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


class Gazetteer:
    """Finds and resolves places; make it with ``Gazetteer.load``."""

    def __init__(self, table: PlaceTable) -> None:
        self.table = table

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The bundled places plus the user's files, whose rows win. Files are read once.

        Raises DataFileError when a file cannot be used.
        """
        return cls(load_table(tuple(extra)))

    # --- finding ------------------------------------------------------------------------

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
            best = self._unknown(tokens, index, text)
        return best

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
            level = 0 if not weak else 2 if noun else 1 if _located(tokens, index, listed) else 0
            if weak <= level or (index == 0 and _opens_dateline(tokens, match.last)):
                allowed.append(entry)
        if not allowed:
            return None
        kind = words.PLACE_NOUNS.get(noun or "")
        allowed.sort(key=lambda entry: (-_fit(entry, kind), entry.rank))
        entry = allowed[0]
        shown = kind if kind in _SETTLED and entry.kind in _SETTLED and kind else entry.kind
        mention = PlaceMention(
            match.start, match.end, text[match.start : match.end], entry, shown,
            match.prefix, "name", noun, tuple(allowed),
        )  # fmt: skip
        return _Found(match.last, mention)

    def _base(self, tokens: Sequence[Token], index: int) -> tuple[int, PlaceEntry] | None:
        """A known place at ``index``, a place noun before it allowed; no proclitics."""
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
        return match.last, min(rows, key=lambda entry: (-_fit(entry, kind), entry.rank))

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
        return _described(text, start, tokens[base[0] - 1].end, "direction", "region", base[1], groups)

    def _countryside(self, tokens: Sequence[Token], index: int, text: str) -> _Found | None:
        """«ريف حلب الشمالي», «ريف دمشق الغربي», «جبهات إدلب», «محور الساحل»."""
        word = tokens[index].text
        noun = words.noun_of(word, words.COUNTRYSIDE)
        front = words.noun_of(word, words.FRONTS)
        if noun is None and front is None:
            return None
        whole = self._name(tokens, index, text, None) if noun else None
        if whole is not None and whole.mention is not None and whole.mention.entry is not None:
            last, base = whole.last, whole.mention.entry
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
        form: Form = "countryside" if noun else "front"
        kind = "region" if noun else "frontline"
        return _described(text, start, tokens[last - 1].end, form, kind, base, groups)

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
                return _described(text, start, tokens[base[0] - 1].end, "border", "border", base[1], []
                )
            return None
        adjectives = adjective_countries()
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
        return _described(text, start, tokens[last - 1].end, "border", "border", self.table.get(country.lower()), []
        )

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
            if compound or tokens[last].text.startswith("ال"):
                last += 1
        elif tokens[at].text in words.COMPOUND_FIRST:
            return None
        start, end = tokens[at].start, tokens[last - 1].end
        kind = words.PLACE_NOUNS[noun]
        mention = PlaceMention(start, end, text[start:end], None, kind, "", "unknown", noun)
        return _Found(last, mention)

    # --- resolving ----------------------------------------------------------------------

    def resolve(
        self, mentions: Sequence[PlaceMention], dateline_country: str | None = None
    ) -> list[Place]:
        """One model place a mention, in order; namesakes by place noun, neighbours, dateline.

        ``dateline_country`` is ISO 3166 alpha-2. ``within`` is the English name of the
        containing area. A place without known coordinates gets those of the area that holds
        it, with the precision of an area; nothing is given where no area is known either.
        """
        countries: Counter[str] = Counter()
        areas: Counter[str] = Counter()
        for mention in mentions:
            sure = mention.entry if len(mention.candidates) == 1 else mention.base
            if sure is not None:
                countries[sure.country] += 1
                areas.update(area.id for area in (sure, *self.table.above(sure)))
        chosen = [self._choose(mention, countries, areas, dateline_country) for mention in mentions]
        return [self._place(chosen, number) for number in range(len(chosen))]

    def _choose(
        self,
        mention: PlaceMention,
        countries: Counter[str],
        areas: Counter[str],
        dateline: str | None,
    ) -> PlaceMention:
        """The mention with the likeliest of its namesakes as its entry."""
        if len(mention.candidates) < 2:
            return mention
        kind = words.PLACE_NOUNS.get(mention.noun or "")

        def score(entry: PlaceEntry) -> tuple[float, int]:
            near = min(countries[entry.country], 3) if entry.country else 0
            shared = sum(1 for area in self.table.above(entry) if areas[area.id])
            home = 3.0 if dateline and entry.country == dateline.upper() else 0.0
            return home + near + shared + 2 * _fit(entry, kind), -entry.rank

        entry = max(mention.candidates, key=score)
        shown = kind if kind and kind in _SETTLED and entry.kind in _SETTLED else entry.kind
        return replace(mention, entry=entry, kind=shown)

    def _place(self, mentions: list[PlaceMention], number: int) -> Place:
        mention = mentions[number]
        entry = mention.entry
        surface = Span(start=mention.start, end=mention.end, text=mention.ar)
        if entry is not None:
            lat, lon, precision = self._coordinates(entry)
            return Place(
                place=entry.id, ar=mention.ar, en=entry.en, kind=mention.kind,
                within=self.within(entry), country=entry.country or None,
                lat=lat, lon=lon, precision=precision, surface=surface,
            )  # fmt: skip
        area = mention.base
        if mention.form == "unknown":
            area = self._area_after(mentions, number)
        lat, lon, precision = self._coordinates(area) if area else (None, None, "unknown")
        if precision == "place":
            precision = "area"
        parts = [mention.fixed or mention.form, area.id if area else fold(mention.ar)]
        parts += ["-".join(group) for group in mention.directions]
        ident = parts[0] if mention.fixed else ":".join(parts)
        if mention.form == "unknown":
            ident = f"unknown:{fold(mention.ar)}"
        return Place(
            place=ident, ar=mention.ar, en=None, kind=mention.kind,
            within=self.label(area) if area and mention.form != "border" else None,
            country=(area.country or None) if area else None,
            lat=lat, lon=lon, precision=precision, surface=surface,
        )  # fmt: skip

    def _coordinates(self, entry: PlaceEntry) -> tuple[float | None, float | None, PlacePrecision]:
        """Coordinates of the place, else of the nearest containing area below a country."""
        if entry.lat is not None:
            return entry.lat, entry.lon, entry.precision
        for area in self.table.above(entry):
            if area.lat is not None and area.kind in AREAS and area.kind != "country":
                return area.lat, area.lon, "area"
        return None, None, "unknown"

    def _area_after(self, mentions: list[PlaceMention], number: int) -> PlaceEntry | None:
        """The area named soon after an unknown place («قرية X … بمحافظة كركوك»)."""
        here = mentions[number]
        for other in mentions[number + 1 : number + 4]:
            if other.start - here.end > _AREA_REACH:
                break
            area = other.base or other.entry
            if area is not None and area.kind in AREAS:
                return area
        return None

    def label(self, area: PlaceEntry) -> str:
        """The English name of an area as ``within`` prints it: "Hama governorate"."""
        if area.kind != "governorate" or area.en.endswith((" State", " Region")):
            return area.en
        return f"{area.en} {'state' if area.country in ('SD', 'SS') else 'governorate'}"

    def within(self, entry: PlaceEntry) -> str | None:
        """What holds the place, nearest first, up to the governorate, else the country."""
        if entry.kind in ("country", "sea", "river"):
            return None
        inner: list[str] = []
        for area in self.table.above(entry):
            if area.kind == "country":
                return ", ".join(inner) or area.en
            inner.append(self.label(area))
            if area.kind == "governorate":
                break
        return ", ".join(inner) or None


# --- pieces of the rules that need no table --------------------------------------------


def _described(
    text: str,
    span: tuple[int, int],
    form: Form,
    base: PlaceEntry | None,
    groups: Sequence[Sequence[str]] = (),
) -> PlaceMention:
    start, end = span
    directions = tuple(tuple(group) for group in groups)
    return PlaceMention(
        start, end, text[start:end], None, _FORM_KIND[form],
        form=form, base=base, directions=directions,
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


def _fit(entry: PlaceEntry, kind: str | None) -> float:
    """How well an entry fits the place noun before it, and how prominent its kind is."""
    fit = _RANK.get(entry.kind, 0.5)
    if kind is None:
        return fit
    if kind == "countryside":
        return fit + (3 if entry.kind in ("governorate", "city") else 0)
    if entry.kind == kind or (kind == "region" and entry.kind in AREAS):
        return fit + 4
    if kind in _SETTLED and entry.kind in _SETTLED:
        return fit + 2
    return fit


def _name_like(token: Token) -> bool:
    """True for a word that can be a name after a place noun."""
    word = token.text
    if not token.is_word or len(word) < 3 or not all("ء" <= char <= "ي" for char in word):
        return False
    if word.startswith("لل") or word in words.DESCRIBING or word in adjective_countries():
        return False
    return words.noun_of(word, words.PLACE_NOUNS) is None and not (
        word.endswith("ت") and not word.endswith("ات") and not word.startswith("ال")
    )


def _start(token: Token, rest: str) -> int:
    """Raw offset at which the folded ``rest`` of a token begins."""
    skip = len(token.text) - len(rest)
    return token.start + (fold_map(token.raw).origin[skip] if skip > 0 else 0)


@lru_cache(maxsize=1)
def _fixed_matcher() -> PhraseMatcher[tuple[str, str]]:
    matcher: PhraseMatcher[tuple[str, str]] = PhraseMatcher()
    for phrase, kind, ident in words.FIXED:
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
    return _Found(last, PlaceMention(start, end, text[start:end], None, "zone", "", "control"))


@lru_cache(maxsize=1)
def adjective_countries() -> dict[str, str]:
    """Folded nationality adjectives, with and without the article, to ISO 3166 alpha-2.

    A people without a country («كردية») has "".
    """
    text = (files("briefing") / "data" / "nationalities.tsv").read_text(encoding="utf-8")
    out: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        country, *forms = line.split("\t")[:4]
        for form in forms:
            if form:
                word = fold(form)
                out.setdefault(word, country)
                out.setdefault("ال" + word, country)
    return out
