"""English of places: usual names, descriptions («غربي وجنوبي إدلب») and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..arabic.tokens import Token, tokenize
from ..extract import place_words
from ..extract.places import Gazetteer, PlaceEntry, PlaceMention

_SETTLEMENTS = frozenset(("city", "town", "village", "camp", "neighbourhood", "crossing", "base",
                          "airport", "river", "district"))  # fmt: skip
_FIXED = {
    "contact-lines": ("contact line", "contact lines"),
    "battlefronts": ("battlefront", "battlefronts"),
    "front-lines": ("front line", "front lines"),
    "line-of-fire": ("line of fire", "lines of fire"),
    "ceasefire-line": ("ceasefire line", "ceasefire lines"),
    "disengagement-line": ("disengagement line", "disengagement lines"),
    "disengagement-zone": ("disengagement zone", "disengagement zones"),
    "de-escalation-zone": ("de-escalation zone", "de-escalation zones"),
    "safe-zone": ("safe zone", "safe areas"),
    "buffer-zone": ("buffer zone", "buffer zones"),
    "demilitarised-zone": ("demilitarised zone", "demilitarised zones"),
    "border-strip": ("border strip", "border strip"),
    "border-area": ("border area", "border areas"),
}
_PLURAL = re.compile("^(?:خطوط|جبهات|مناطق|المناطق|الخطوط|ساحات)")
_SUFFIX = {"camp": "camp", "neighbourhood": "neighbourhood", "district": "district",
           "crossing": "crossing", "airport": "airport", "base": "base"}  # fmt: skip
_PLURAL_NOUN = {"governorate": "governorates", "city": "cities", "town": "towns",
                "village": "villages", "district": "districts", "camp": "camps",
                "neighbourhood": "neighbourhoods"}  # fmt: skip
_LINKS = {",": ", ", "في": " in ", "من": " in ", "ب": ", ", "ضمن": " in "}


class PlaceWorder:
    """Words places with the gazetteer; ``party`` words the holder of an area."""

    def __init__(self, gazetteer: Gazetteer, party: Callable[[str], str | None]) -> None:
        self._gazetteer = gazetteer
        self._party = party

    def exact(self, ar: str) -> PlaceEntry | None:
        """The likeliest entry whose name is the whole of ``ar``."""
        tokens = [token for token in tokenize(ar) if token.is_word]
        if not tokens:
            return None
        table = self._gazetteer.table
        match = table.matcher.match_at(tokens, 0, frozenset(("",)))
        if match is None or match.last != len(tokens):
            return None
        entries = [table.entry(candidate.row) for candidate in match.value]
        if any(entry.kind == "guard" for entry in entries):
            return None
        flags = {candidate.row: candidate.needs_context for candidate in match.value}
        order = {"country": 0, "governorate": 1, "region": 2, "city": 3}

        def key(entry: PlaceEntry) -> tuple[int, bool, int, int]:
            capital = not table.is_capital(entry)
            return flags[entry.rank], capital, order.get(entry.kind, 4), entry.rank

        return min(entries, key=key)

    def word(self, ar: str) -> str | None:
        """The English of a place, description or list of places; None when a word is left."""
        entry = self.exact(ar)
        if entry is not None:
            return entry.en
        text = "في " + ar.strip()  # a preposition of place before it gives the context
        tokens = tokenize(text)
        mentions = self._gazetteer.find(tokens, text)
        if not mentions or any(mention.form == "unknown" for mention in mentions):
            return None
        return self._list(text, tokens, mentions)

    def _list(
        self, text: str, tokens: Sequence[Token], mentions: Sequence[PlaceMention]
    ) -> str | None:
        """Mentions and the small words between them; every other word refuses the whole."""
        parts: list[tuple[str, str]] = []
        noun: str | None = None
        noun_used = False
        at = 1
        for mention in mentions:
            joint = ""
            while at < len(tokens) and tokens[at].start < mention.start:
                token = tokens[at]
                at += 1
                word = token.text if token.end <= mention.start else mention.prefix
                found = place_words.noun_of(token.text, place_words.PLACE_NOUNS)
                if token.end <= mention.start and found is not None:
                    noun = found
                    joint = joint or token.text.removesuffix(found)
                    noun_used = False
                elif word in ("،", ",", "و", "-", "–", "", "في", "من", "ب", "ضمن", "وب"):
                    joint = {"،": ",", "-": ",", "–": ",", "وب": "و"}.get(word, word)
                else:
                    return None
            english = self.mention(mention)
            if english is None:
                return None
            kind = place_words.PLACE_NOUNS.get(noun or "")
            if kind and not noun_used:
                plural = self._plural_noun(noun or "", kind)
                if plural and len(mentions) > 1:
                    english = f"{plural} of {english}"
                elif mention.form == "name":
                    english = _with_noun(english, kind, mention)
                noun_used = True
            parts.append((joint, english))
            while at < len(tokens) and tokens[at].start < mention.end:
                at += 1
        if any(token.is_word for token in tokens[at:]):
            return None
        first = mentions[0]
        if first.ar.startswith(("ريفي ", "أرياف ")) and first.base and not first.directions:
            parts[0] = (parts[0][0], first.base.en)  # one noun governs all the names
            return f"countryside of {_joined(parts)}"
        return _joined(parts)

    @staticmethod
    def _plural_noun(noun: str, kind: str) -> str | None:
        plural = noun.endswith(("ات", "ين", "تي", "تا")) or noun in ("مدن", "قري", "احياء")
        return _PLURAL_NOUN.get(kind) if plural else None

    def mention(self, mention: PlaceMention) -> str | None:
        """The English of one mention, without the place noun before it."""
        base = mention.base
        if mention.form == "name":
            return mention.entry.en if mention.entry else None
        if mention.form == "fixed":
            singular, plural = _FIXED[mention.fixed or ""]
            return plural if _PLURAL.match(mention.ar) else singular
        if mention.form == "control":
            holder = self._party(" ".join(mention.ar.split()[2:]))
            return f"areas held by {holder}" if holder else None
        if mention.form == "border":
            return self._border(mention)
        if base is None:
            return None
        if mention.form == "direction":
            return _direction(mention, base)
        adjective = _directions(mention.directions)
        lead = f"{adjective} " if adjective else ""
        if mention.form == "front":
            noun = "fronts" if mention.ar.split()[0] == "جبهات" else "front"
            if "محور" in mention.ar.split()[0] or "محاور" in mention.ar.split()[0]:
                noun = "axes" if "محاور" in mention.ar.split()[0] else "axis"
            return f"{lead}{base.en} {noun}"
        if "countryside" in base.en.lower() or base.id == "sy-rif-dimashq":
            return f"{lead}{base.en}"
        return f"{lead}{base.en} countryside"

    def _border(self, mention: PlaceMention) -> str | None:
        words = [token.text for token in tokenize(mention.ar) if token.is_word]
        strip = "border strip" if words[0] == "الشريط" else "border"
        if "مع" in words and mention.base is not None:
            return f"the {strip} with {mention.base.en}"
        adjectives = self._party_adjectives(words[1:] if words[0] == "الحدود" else words[2:])
        return f"the {'-'.join(adjectives)} {strip}" if adjectives else None

    def _party_adjectives(self, words: Sequence[str]) -> list[str]:
        from .name_tables import load_tables

        known = load_tables().nationalities
        return [known[word] for word in words if word in known]


def _with_noun(english: str, kind: str, mention: PlaceMention) -> str:
    """The name with the noun before it: "Hama governorate", "Zamzam camp"."""
    entry = mention.entry
    if kind == "governorate" and entry is not None and entry.kind in ("governorate", "city"):
        word = "state" if entry.country in ("SD", "SS") else "governorate"
        return english if english.endswith(" State") else f"{english} {word}"
    suffix = _SUFFIX.get(kind)
    if suffix and suffix not in english.lower():
        return f"{english} {suffix}"
    return english


def _direction(mention: PlaceMention, base: PlaceEntry) -> str:
    """ "north-western Syria" for areas, "north of Baniyas" for what has no inside on a map."""
    noun = mention.ar.split()
    inside = base.kind not in _SETTLEMENTS or "مدينة" in noun or "مخيم" in noun
    centre = all(group == ("centre",) for group in mention.directions)
    if inside or centre:
        return f"{_directions(mention.directions)} {base.en}"
    names = [_compound(group, "") for group in mention.directions]
    return f"{_and(names)} of {base.en}"


def _compound(group: Sequence[str], ending: str) -> str:
    if group == ("centre",):
        return "central" if ending else "centre"
    words = [word for word in group if word != "centre"]
    words.sort(key=lambda word: word not in ("north", "south"))
    return "-".join(words) + ending


def _directions(groups: Sequence[Sequence[str]]) -> str:
    return _and([_compound(group, "ern") for group in groups])


def _and(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    """The names with commas, "and" and prepositions as the Arabic joints say."""
    out = parts[0][1]
    for number, (joint, name) in enumerate(parts[1:], 1):
        if joint in ("و", "،"):
            last = number == len(parts) - 1 or parts[number + 1][0] not in ("و", "،")
            out += (" and " if last else ", ") + name
        else:
            out += _LINKS.get(joint, ", ") + name
    return out
