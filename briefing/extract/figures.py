"""Figures: how many people, households or homes were killed, displaced, returned …

A number becomes a figure only when a noun or a verb says what it counts. Bare singulars
and duals after a casualty word count as 1 and 2 («مقتل شخص», «طفلان»); a negated casualty
(«دون ورود معلومات عن وقوع ضحايا») has no value, never 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..arabic.letters import strip_forms
from ..arabic.numbers import Number, find_numbers
from ..model import (
    Figure,
    FigureKind,
    FigureSource,
    Idmc,
    Modality,
    Qualifier,
    Span,
    Statement,
    Unit,
)
from .document import Document
from .lexicon import Lexicon
from .phrases import bare, is_adjective
from .units import Units, load_units

_CLAUSE = (".", "؟", "!", "؛", ":", "…")
_COMMAS = ("،", ",")
_BLOCKERS = frozenset("فيما بينما حيث لكن".split())
_NOT_PEOPLE = frozenset(
    "ساعه ساعات يوم ايام يوما شهر اشهر شهرا سنه سنوات عام عاما اسبوع اسابيع دقيقه دقايق قذيفه قذايف صاروخ "
    "صواريخ صاروخا غاره غارات ضربه ضربات متر مترا كيلومتر كيلومترا كلم كم دولار ليره طن اطنان قريه قري "
    "منطقه مناطق بلده بلدات مره مرات نقطه نقاط حقيبه سياره سيارات اليه اليات دبابه دبابات راس طايره "
    "طايرات مسيره مسيرات برميل براميل هدف هدفا اهداف موقع مواقع موقعا هجوم هجمات مرحله محافظه محافظات دوله "
    "دول بند بنود مليشيا حزب احزاب لغه صفحه بالميه درجه عمليه عمليات شاحنه شاحنات خيمه خيم جوله محطه قضيه "
    "قرار قرارا اتفاق اتفاقا شرط شروط سبب مساحه هكتار دونم عجله عجلات حاله حالات جهه جهات تقرير "
    "خساير خساره اضرار هدن اتهامات تصريحات صوتا صوت مقعد مقعدا معبر ثلث نصف ربع".split()
)
_VERBLESS_PREFIX = frozenset(("", "و", "ب", "ل", "ف", "ال", "وال", "لل", "بال", "وب", "ول"))
_SUBSET = (
    "بينهم",
    "بينهن",
    "بينها",
    "منهم",
    "منهن",
    "معظمهم",
    "غالبيتهم",
    "اغلبهم",
    "نصفهم",
    "احدهم",
)
_CUMULATIVE = frozenset(
    "حصيله الحصيله اجمالي الاجمالي الكلي ارتفع ارتفعت ترتفع يرتفع منذ مجموع حتي".split()
)
_NEGATED_NOUNS = frozenset("ضحايا اصابات قتلي جرحي خساير شهداء اضرار_بشريه مفقودين".split())
_NEGATORS = (
    ("دون", "ورود"), ("دون", "وقوع"), ("دون", "تسجيل"), ("دون", "ان"), ("دون", "اي"), ("دون", "سقوط"),
    ("دون", "حدوث"), ("دون", "الابلاغ"), ("دون", "معلومات"), ("دون", "انباء"), ("دون", "خساير"), ("دون", "اصابات"),
    ("دون", "ضحايا"), ("ولا", "انباء"), ("لا", "انباء"), ("لم", "يسفر"), ("لم", "تسفر"), ("لم", "ترد"),
    ("لم", "تسجل"), ("لم", "يسجل"), ("لم", "تقع"), ("لم", "يقع"), ("لم", "يبلغ"), ("لم", "تبلغ"), ("ولم", "يسفر"),
    ("ولم", "تسفر"), ("ولم", "ترد"), ("ولم", "تسجل"), ("ولم", "يسجل"), ("ولم", "تقع"), ("ولم", "يبلغ"),
)  # fmt: skip
_IDMC_TERM = {
    "displaced": "DISPLACED", "evacuated": "EVACUATED", "returned": "RETURNS",
    "homes_destroyed": "DESTROYED_HOUSING",
}  # fmt: skip
_IDMC_CATEGORY = {
    "displaced": "NEW_DISPLACEMENT", "evacuated": "NEW_DISPLACEMENT", "returned": "RETURN",
    "killed": "DEATHS", "refugees": "CROSS_BORDER_FLIGHT",
}  # fmt: skip
_IDMC_QUANTIFIER = {
    "exact": "EXACT", "approximately": "APPROXIMATELY", "more_than": "MORE_THAN",
    "at_least": "MORE_THAN", "less_than": "LESS_THAN", "up_to": "LESS_THAN",
}  # fmt: skip


_OVERRIDABLE = frozenset({"refugees", "displaced", "missing", "returned", "detained"})
_CASUALTY = frozenset({"killed", "wounded", "killed_or_wounded", "detained"})


class _Finder:
    """The figures of one document, sentence by sentence."""

    def __init__(self, document: Document, lexicon: Lexicon, statements: list[Statement]) -> None:
        self.document = document
        self.lexicon = lexicon
        self.statements = statements
        self.units = load_units()
        self.words = document.words

    def run(self) -> list[Figure]:
        out: list[Figure] = []
        for index in range(len(self.document.sentences)):
            kind = self.document.sentences[index].kind
            if kind in ("headline", "body", "subheading"):
                out.extend(self._sentence(index))
        out.sort(key=lambda f: f.surface.start)
        for number, figure in enumerate(out, 1):
            figure.id = f"FG{number:02d}"
        return out

    # -- one sentence --

    def _sentence(self, sentence: int) -> Iterator[Figure]:
        document = self.document
        first, last = document.sentence_first[sentence], document.sentence_last[sentence]
        tokens = document.tokens[first:last]
        start, end = tokens[0].start, tokens[-1].end
        numbers = find_numbers(document.article.text, start, end, tokens)
        starts = [token.start for token in tokens]
        found: list[tuple[int, int, Figure]] = []
        taken: set[int] = set()
        for number in numbers:
            low = first + _token_at(starts, number.start)
            high = first + _token_at(starts, number.end - 1) + 1
            taken.update(range(low, high))
            if number.role not in ("count", "percent") or number.percent or number.ordinal:
                continue
            figure = self._from_number(number, low, high, first, last, found)
            if figure is not None:
                found.append(figure)
                taken.update(range(figure[0], figure[1]))
        found.extend(self._implicit(first, last, taken, found))
        found.extend(self._negated(first, last))
        found.sort(key=lambda item: item[0])
        self._cumulate(first, last, found)
        for _, _, figure in found:
            yield figure

    def _from_number(
        self, number: Number, low: int, high: int, first: int, last: int,
        found: list[tuple[int, int, Figure]],
    ) -> tuple[int, int, Figure] | None:  # fmt: skip
        words = self.words
        unit, implied, unit_first, unit_last, known = self._unit_after(high, last)
        postposed = number.vague == "several" or words[low] in ("واحد", "واحده")
        if postposed and low > first and (unit is None or words[low] in ("واحد", "واحده")):
            reading = self._reading(words[low - 1].removeprefix("و"), self.units.counted)
            if reading is not None:  # «منازل عدة», «مدني واحد»
                unit, implied = reading
                unit_first, unit_last, low = low - 1, low, low - 1
        if unit is None and not known and low > first:
            before = self._reading(words[low - 1], self.units.counted)
            if before is not None and words[low].startswith(("ال", "وال")):
                unit, implied = before  # «النشطاء الثلاثة»
                unit_first, unit_last, low = low - 1, low, low - 1
        if unit is None and (known or number.vague == "several"):
            return None
        counted_of = self._count_of(low, first) if unit is None else None
        rule = "number"
        kind, kind_at = implied, None
        others = unit_first < last and words[unit_first] in ("اخرين", "اخرون")
        governed = self._kind_before(low, first, not others)
        combined = governed is not None and governed[0] == "killed_or_wounded"
        if counted_of is not None:
            unit, kind = counted_of
        elif governed is not None and (
            implied is None or combined or (implied == "refugees" and governed[0] in _CASUALTY)
        ):
            kind, kind_at = governed
        subset = self._is_subset(low, first)
        joined = bool(found) and (subset or self._joined(low, found[-1][1]))
        if kind is None or (kind == implied and kind in _OVERRIDABLE):
            after = self._kind_after(max(high, unit_last), last)
            if after is not None and (kind is None or after in _CASUALTY):
                kind, rule = after, "number_verb_after"
        if joined and (kind is None or (subset and kind == implied and kind in _OVERRIDABLE)):
            kind, rule = found[-1][2].kind, "number_joined"
        if kind is None and governed is None:
            governed = self._verb_far_before(low, first)
            kind = governed[0] if governed else None
        if unit_last > unit_first and words[unit_first] == "نسمه":
            kind = "other"
        if kind is None:
            if unit in ("people", "civilians", "women", "children") and self._named_unit(
                unit_first
            ):
                kind, rule = "other", "number_of_people"
            else:
                return None
        if kind == "displaced" and unit == "combatants":
            kind = "other"
        if unit is None:
            unit = self._anaphoric_unit(high, found)
        if unit == "homes" and kind not in ("homes_destroyed",):
            return None
        if kind == "homes_destroyed" and unit != "homes":
            return None
        if kind == "deployed" and unit not in ("combatants", "other"):
            return None
        if kind in ("present_combatants",) and unit != "combatants":
            return None
        value = number.value
        surface_first = low
        if kind_at is not None and low - kind_at <= 5:
            between = words[kind_at + 1 : low]
            if not any(w in self.units.singular or w in self.units.counted for w in between):
                surface_first = kind_at
        surface_last = max(high, unit_last)
        span = self._surface(number, low, surface_first, surface_last, kind_at)
        qualifier_ar = (
            self.document.raw_span(number.qualifier_start, number.qualifier_end)
            if number.qualifier_start is not None and number.qualifier_end is not None
            and number.vague is None else None
        )  # fmt: skip
        figure = self._figure(
            span, kind, unit, low, value=value, low=number.low, high=number.high,
            qualifier=number.qualifier, rule=rule,
            number_text=self.document.raw_span(number.start, number.end),
            qualifier_ar=qualifier_ar,
            unit_ar=self.document.span(unit_first, unit_last) if unit_last > unit_first else None,
        )  # fmt: skip
        figure.subset = subset
        return surface_first, surface_last, figure

    def _surface(
        self, number: Number, low: int, surface_first: int, surface_last: int, kind_at: int | None
    ) -> Span:
        document = self.document
        end = document.tokens[surface_last - 1].end
        if kind_at is not None and surface_first == kind_at:
            start = document.tokens[kind_at].start
            raw = document.tokens[kind_at].raw
            if raw[:1] in ("و", "ب", "ل", "ف") and self._stripped_kind(kind_at):
                start += 1
        else:
            start = document.tokens[surface_first].start
            if surface_first == low and number.start > start:
                start = number.start
        return document.raw_span(start, max(end, number.end))

    def _stripped_kind(self, index: int) -> bool:
        return self.words[index] not in self.units.before or self.words[index][0] in "بل"

    def _named_unit(self, index: int) -> bool:
        return self._reading(self.words[index], self.units.counted) is not None

    def _count_of(self, low: int, first: int) -> tuple[Unit, FigureKind] | None:
        """«عدد الفارين من المعارك وصل إلى 150 ألفاً»: the noun stands far before."""
        words = self.words
        for index in range(low - 1, max(first - 1, low - 16), -1):
            if words[index] in _CLAUSE or words[index][:1].isdigit():
                return None
            if words[index].lstrip("و") in ("عدد", "حصيله", "اعداد") and index + 1 < low:
                reading = self._reading(words[index + 1], self.units.counted)
                if reading is not None and reading[1] is not None:
                    return reading[0], reading[1]
                return None
        return None

    def _verb_far_before(self, low: int, first: int) -> tuple[FigureKind, int] | None:
        """A finite casualty verb that opens the clause («قتلت نيران الهاون في … عشرات»)."""
        words = self.words
        for index in range(low - 1, max(first - 1, low - 18), -1):
            word = words[index]
            if word in _CLAUSE or word in _COMMAS:
                return None
            if word.lstrip("و") in ("قتلت", "قتل", "اصابت", "خطف", "خطفت", "اعتقلت", "شردت") and (
                index == first or words[index - 1] in _COMMAS + _CLAUSE or word.startswith("و")
            ):
                return self.units.before[word.lstrip("و")], index
        return None

    # -- unit --

    def _unit_after(
        self, index: int, last: int
    ) -> tuple[Unit | None, FigureKind | None, int, int, bool]:
        """Unit noun after a number: unit, implied kind, its tokens, and whether the noun is
        known not to count people."""
        words = self.words
        at = index
        for _ in range(3):
            if at < last and words[at] in ("من", "الف", "علي", "الاقل", "بين", "و", "كل"):
                at += 1
        if at >= last:
            return None, None, index, index, False
        word = words[at]
        reading = self._reading(word, self.units.counted)
        if reading is not None:
            end = at + 1
            unit, kind = reading
            if end < last and words[end] in ("العسكريين", "عسكريين", "مسلحين", "المسلحين"):
                unit, end = "combatants", end + 1
            if kind == "killed" and end < last and words[end].startswith("و"):
                also = self._reading(words[end][1:], self.units.counted)
                if also is not None and also[1] == "wounded" and not words[end].startswith("واصاب"):
                    return unit, "killed_or_wounded", at, end + 1, False
            second = self._second_unit(unit, end, last)
            if second is not None:
                unit, kind, end = second[0], kind or second[1], second[2]
            return unit, kind, at, end, False
        if bare(word) in _NOT_PEOPLE or word in _NOT_PEOPLE:
            return None, None, index, index, True
        if word in ("اخرين", "اخرون", "اخر", "اخري", "منهم", "منهن", "غيرهم"):
            return None, None, at, at + 1, False
        if at > index or is_adjective(word) or word.endswith(("يا", "ين", "ون")):
            return ("people" if word[:1].isalpha() else None), None, at, at + 1, False
        return None, None, index, index, False

    def _second_unit(
        self, unit: Unit, index: int, last: int
    ) -> tuple[Unit, FigureKind | None, int] | None:
        """«عدد من الأطفال», «10 أطفال قتلى», «7 من عناصر المقاومة»."""
        words = self.words
        if index < last:
            after = self._reading(words[index], self.units.counted)
            if after is not None and after[1] is not None and not words[index].startswith("ال"):
                return unit, after[1], index + 1
        return None

    def _reading(
        self, word: str, table: dict[str, tuple[Unit, FigureKind | None]]
    ) -> tuple[Unit, FigureKind | None] | None:
        for prefix, rest in strip_forms(word):
            if prefix not in ("", "ال", "لل"):
                continue
            if rest in table:
                return table[rest]
            if rest.endswith("ي") and rest + "ن" in table and len(rest) > 4:
                return table[rest + "ن"]  # «مسلحي», the construct of مسلحين
        return None

    def _anaphoric_unit(self, index: int, found: list[tuple[int, int, Figure]]) -> Unit:
        if found and index < len(self.words):
            return found[-1][2].unit
        return "people"

    # -- kind --

    def _kind_before(
        self, low: int, first: int, may_combine: bool = True
    ) -> tuple[FigureKind, int] | None:
        """The nearest casualty or movement word before the number in the same clause."""
        words, units = self.words, self.units
        gap = 0
        for index in range(low - 1, max(first - 1, low - 9), -1):
            word = words[index]
            if word in _CLAUSE or word in _BLOCKERS or (word in _COMMAS and gap > 1):
                return None
            kind = self._lookup(word, units.before)
            if kind is not None:
                if may_combine and index > first and kind in ("wounded", "killed"):
                    other = self._lookup(words[index - 1], units.before)
                    both = {kind, other} == {"killed", "wounded"}
                    if both and words[index].startswith("و"):
                        return "killed_or_wounded", index - 1
                if (
                    kind in ("present_combatants", "deployed", "aid_reached", "returned")
                    and gap > 4
                ):
                    return None
                return kind, index
            counted = self._reading(word, units.counted) is not None and gap < 1
            if word[:1].isdigit() or (counted and not words[low].startswith("و")):
                return None
            gap += 1
        return None

    def _kind_after(self, index: int, last: int) -> FigureKind | None:
        words, units = self.words, self.units
        for position in range(index, min(last, index + 15)):
            word = words[position]
            if word in _CLAUSE or word in _COMMAS or word in _BLOCKERS or word[:1].isdigit():
                return None
            kind = self._lookup(word, units.after)
            if kind is not None and word.startswith("و") and word not in units.after:
                return None  # a new clause: «… وأصيب تسعة»
            if kind is not None and position - index > 6 and not word.endswith(("وا", "هم")):
                return None
            if kind is not None:
                if kind in ("killed", "wounded") and position + 1 < last:
                    other = self._lookup(words[position + 1], units.after)
                    if {kind, other} == {"killed", "wounded"} and words[position + 1][0] == "و":
                        return "killed_or_wounded"
                return kind
        return None

    def _lookup(self, word: str, table: dict[str, FigureKind]) -> FigureKind | None:
        if word in table:
            return table[word]
        for prefix, rest in strip_forms(word):
            if prefix in _VERBLESS_PREFIX and rest in table:
                return table[rest]
        return None

    def _joined(self, low: int, previous_end: int) -> bool:
        """«3 من أبناء هنية و3 من أحفاده»: joined to the figure before by و."""
        words = self.words
        between = words[previous_end:low]
        joined = words[low].startswith("و") or (low and words[low - 1] in ("و", "او"))
        beside = any(
            tuple(self.words[k : k + 2]) in (("الي", "جانب"), ("اضافه", "الي"), ("فضلا", "عن"))
            for k in range(previous_end, low)
        )
        close = len(between) <= (12 if beside else 6)
        return bool(joined or beside) and close and not any(w in _CLAUSE for w in between)

    def _is_subset(self, low: int, first: int) -> bool:
        for index in range(low, max(first - 1, low - 4), -1):
            if self.words[index].lstrip("و") in _SUBSET:
                return True
            if index < low and self.words[index] in _CLAUSE:
                return False
        return False

    # -- without a number --

    def _implicit(
        self, first: int, last: int, taken: set[int], found: list[tuple[int, int, Figure]]
    ) -> Iterator[tuple[int, int, Figure]]:
        """Bare singulars and duals of people beside a casualty word."""
        words, units = self.words, self.units
        index = first
        while index < last:
            if index in taken or words[index].startswith(("ال", "وال")):
                index += 1
                continue
            word = words[index]
            entry, value = None, 1
            for prefix, rest in strip_forms(word):
                if prefix in ("", "و") and rest in units.dual:
                    entry, value = units.dual[rest], 2
                    break
                if prefix in ("", "و") and rest in units.singular:
                    entry, value = units.singular[rest], 1
                    break
            if entry is None:
                index += 1
                continue
            item = self._implicit_at(index, first, last, entry, value, found)
            if item is not None:
                yield item
                index = item[1]
            else:
                index += 1

    def _implicit_at(
        self, index: int, first: int, last: int, entry: tuple[Unit, FigureKind | None], value: int,
        found: list[tuple[int, int, Figure]],
    ) -> tuple[int, int, Figure] | None:  # fmt: skip
        words = self.words
        unit, implied = entry
        following = words[index + 1] if index + 1 < last else ""
        passing = index > first and words[index - 1].lstrip("و") == "فارق" and following == "الحياه"
        if passing:
            end = index + 2
            span = self.document.span(index - 1, end)
            figure = self._figure(
                span, "killed", unit, index, value=value, low=1, high=1, rule="implicit_count",
                unit_ar=self.document.span(index, index + 1),
            )  # fmt: skip
            return index - 1, end, figure
        headline = (
            index == first
            and self.document.sentences[self.document.sentence_index(index)].kind == "headline"
        )
        if headline and implied is not None and following.startswith("و"):
            span = self.document.span(index, index + 1)
            return index, index + 1, self._figure(
                span, implied, unit, index, value=value, rule="implicit_count",
                unit_ar=span,
            )  # fmt: skip
        if value == 1 and following.startswith(("ال",)) and not is_adjective(following):
            return None  # «سائق السيارة» is definite; counted only through a number
        kind, at = implied, None
        near = self._near_trigger(index, first)
        if near is not None:
            kind, at = near
        elif following and value == 2:
            kind = kind or self._kind_after(index + 1, min(last, index + 4))
        elif following and implied is None:
            kind = (
                self._lookup(
                    following,
                    {k: v for k, v in self.units.after.items() if v in ("killed", "wounded")},
                )
                if following in self.units.after
                else None
            )
        if kind is None and words[index].startswith("و") and found and found[-1][1] == index:
            kind = found[-1][2].kind
        if kind is None and self._is_subset(index, first) and found:
            kind = found[-1][2].kind
        if kind is None or kind not in (
            "killed",
            "wounded",
            "killed_or_wounded",
            "missing",
            "detained",
            "displaced",
        ):
            return None
        if implied is not None and value == 1 and near is None:
            return None  # a lone «جريح» or «ضحية» counts nothing by itself
        end = index + 1
        start_at = at if at is not None else index
        total, last_unit = value, unit
        while end < last and words[end].startswith("و") and words[end][1:] in self.units.singular:
            total += 1
            joined = self.units.singular[words[end][1:]][0]
            last_unit = unit if joined == unit else "people"
            end += 1
        if end == index + 1 and end < last and following == "واحد":
            end += 1
        start = self.document.tokens[start_at].start
        raw = self.document.tokens[start_at].raw
        if (
            start_at != index
            and raw[:1] in ("و", "ب", "ل", "ف")
            and words[start_at] not in self.units.before
        ) or (start_at == index and words[index].startswith("و")):
            start += 1
        span = self.document.raw_span(start, self.document.tokens[end - 1].end)
        figure = self._figure(
            span,
            kind,
            last_unit,
            index,
            value=total,
            rule="implicit_count",
            unit_ar=self.document.span(index, end),
        )
        figure.subset = self._is_subset(index, first)
        return start_at, end, figure

    def _near_trigger(self, index: int, first: int) -> tuple[FigureKind, int] | None:
        """A casualty word directly before, with at most a verb's own words between."""
        words = self.words
        for position in range(index - 1, max(first - 1, index - 4), -1):
            kind = self._lookup(words[position], self.units.before)
            if kind in ("killed", "wounded", "missing", "detained"):
                if words[position].startswith("ال"):
                    return None
                if index - position > 1 and words[position] not in ("بحياه", "ضحيته"):
                    between = words[position + 1 : index]
                    if not all(
                        w in ("نحو", "كل", "من", "اليوم", "امس", "علي", "الاقل") for w in between
                    ):
                        return None
                if position > first and kind == "wounded":
                    other = self._lookup(words[position - 1], self.units.before)
                    if other == "killed" and words[position].startswith("و"):
                        return "killed_or_wounded", position - 1
                return kind, position
            if words[position] in _CLAUSE or words[position] in _COMMAS:
                return None
        return None

    def _negated(self, first: int, last: int) -> Iterator[tuple[int, int, Figure]]:
        """«دون ورود معلومات عن وقوع ضحايا», «ولا أنباء عن إصابات»: reported as none."""
        words = self.words
        for index in range(first, last):
            for negator in _NEGATORS:
                if tuple(words[index : index + len(negator)]) != negator:
                    continue
                for position in range(index + 1, min(last, index + 9)):
                    if words[position] in _CLAUSE or words[position] in _COMMAS:
                        break
                    if bare(words[position]) in _NEGATED_NOUNS:
                        span = self.document.span(index, position + 1)
                        yield index, position + 1, self._figure(
                            span, "casualties", "people", index, value=None, low=0,
                            qualifier="none_reported", negated=True, rule="negated_casualties",
                            unit_ar=self.document.span(position, position + 1),
                        )  # fmt: skip
                        break
                break

    # -- building --

    def _cumulate(self, first: int, last: int, found: list[tuple[int, int, Figure]]) -> None:
        for low, _, figure in found:
            window = self.words[max(first, low - 6) : low]
            figure.cumulative = any(bare(w) in _CUMULATIVE or w in _CUMULATIVE for w in window)

    def _figure(
        self, span: Span, kind: FigureKind, unit: Unit, token: int, *, value: int | None,
        low: int | None = None, high: int | None = None, qualifier: str = "exact",
        negated: bool = False, rule: str, number_text: Span | None = None,
        qualifier_ar: Span | None = None, unit_ar: Span | None = None,
    ) -> Figure:  # fmt: skip
        source, modality = self._source(span)
        return Figure(
            id="FG00", surface=span, number_text=number_text, value=value, low=low, high=high,
            qualifier=qualifier, qualifier_ar=qualifier_ar, unit=unit, unit_ar=unit_ar, kind=kind,  # type: ignore[arg-type]
            source=source, negated=negated, modality=modality,
            idmc=Idmc(
                term=_IDMC_TERM.get(kind), unit="HOUSEHOLD" if unit == "families" else "PERSON",
                quantifier=_IDMC_QUANTIFIER.get(qualifier), category=_IDMC_CATEGORY.get(kind),
            ),
            provenance=self.document.provenance(token),
            confidence=0.95 if rule == "number" else 0.8, rule=rule,
        )  # fmt: skip

    def _source(self, span: Span) -> tuple[FigureSource, Modality]:
        for statement in self.statements:
            if any(c.start <= span.start and span.end <= c.end + 1 for c in statement.content):
                speaker = statement.speakers[0]
                return (
                    FigureSource(entity=speaker.entity, ar=speaker.ar, statement=statement.id),
                    "alleged",
                )
        return FigureSource(), "asserted"


def _token_at(starts: list[int], offset: int) -> int:
    from bisect import bisect_right

    return max(0, bisect_right(starts, offset) - 1)


def extract_figures(
    document: Document, lexicon: Lexicon, statements: list[Statement]
) -> list[Figure]:
    """All figures of the article in text order."""
    return _Finder(document, lexicon, statements).run()


__all__ = ["Qualifier", "Units", "extract_figures"]
