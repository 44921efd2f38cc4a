"""Where: names of places in Arabic text, through clitics, and which place is meant.

``Gazetteer.find`` gives mentions: known names («بإدلب»), unknown names behind a place noun
(«قرية سامي العاصي»), and descriptions («غربي وجنوبي إدلب», «ريف حلب الشمالي», «خطوط التماس»,
«الحدود مع سوريا», «مناطق نفوذ القوات الحكومية»). ``Gazetteer.resolve`` picks among namesakes
and gives model places. English of descriptions is worded in ``compose.names``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..arabic.letters import fold
from ..arabic.tokens import Token
from ..model import Place, PlacePrecision, Span
from . import place_words as words
from .gazetteer import AREAS, PlaceEntry, PlaceTable, load_table
from .place_finder import SETTLED, PlaceFinder, PlaceMention, fit

__all__ = ["Gazetteer", "PlaceEntry", "PlaceMention"]

#: An unnamed or unlocated place takes the area of a place at most this many code points on.
_AREA_REACH = 60


class Gazetteer:
    """Finds and resolves places; make it with ``Gazetteer.load``."""

    def __init__(self, table: PlaceTable) -> None:
        self.table = table
        self._finder = PlaceFinder(table)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The bundled places plus the user's files, whose rows win. Files are read once.

        Raises DataFileError when a file cannot be used.
        """
        return cls(load_table(tuple(extra)))

    def find(self, tokens: Sequence[Token], text: str) -> list[PlaceMention]:
        """The places in ``tokens`` (of ``text``), in order, not overlapping."""
        return self._finder.find(tokens, text)

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
            if len(mention.candidates) == 1:
                sure = mention.candidates[0]
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
            main = 0.7 if self.table.is_capital(entry) else 0.0
            return home + near + shared + main + 2 * fit(entry, kind), -entry.rank

        entry = max(mention.candidates, key=score)
        if mention.base is not None:
            return replace(mention, base=entry)
        shown = kind if kind and kind in SETTLED and entry.kind in SETTLED else entry.kind
        return replace(mention, entry=entry, kind=shown)

    def _place(self, mentions: list[PlaceMention], number: int) -> Place:
        mention = mentions[number]
        entry = mention.entry
        surface = Span(start=mention.start, end=mention.end, text=mention.ar)
        if entry is not None:
            lat, lon, precision = self._coordinates(entry)
            ar = mention.ar
            if mention.prefix.endswith("ل") and ar.startswith("ل") and entry.ar.startswith("ال"):
                ar = "ا" + ar  # «للقامشلي»: the article that the second lam stands for
            return Place(
                place=entry.id, ar=ar, en=entry.en, kind=mention.kind,
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
