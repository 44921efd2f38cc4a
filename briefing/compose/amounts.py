"""A figure's amount in words: number, qualifier and unit, with Arabic's six plural forms."""

from __future__ import annotations

from ..model import Figure, FigureKind, Qualifier, Unit
from .formats import Format
from .phrases import phrase_english
from .protocols import NameWorder

#: Singular and plural message of each unit; "other" is worded from the Arabic unit.
UNITS: dict[Unit, tuple[str, str]] = {
    "people": ("%(n)s person", "%(n)s people"),
    "civilians": ("%(n)s civilian", "%(n)s civilians"),
    "children": ("%(n)s child", "%(n)s children"),
    "women": ("%(n)s woman", "%(n)s women"),
    "combatants": ("%(n)s fighter", "%(n)s fighters"),
    "families": ("%(n)s family", "%(n)s families"),
    "homes": ("%(n)s home", "%(n)s homes"),
    "facilities": ("%(n)s facility", "%(n)s facilities"),
}
#: The same units after a vague amount ("dozens of people", «عشرات الأشخاص»).
VAGUE_UNITS: dict[Unit, str] = {
    "people": "people", "civilians": "civilians", "children": "children", "women": "women",
    "combatants": "fighters", "families": "families", "homes": "homes",
    "facilities": "facilities",
}  # fmt: skip
VAGUE: dict[Qualifier, str] = {
    "dozens": "dozens of %(units)s",
    "hundreds": "hundreds of %(units)s",
    "thousands": "thousands of %(units)s",
    "tens_of_thousands": "tens of thousands of %(units)s",
    "hundreds_of_thousands": "hundreds of thousands of %(units)s",
    "millions": "millions of %(units)s",
    "several": "several %(units)s",
    "undisclosed": "an undisclosed number of %(units)s",
}
QUALIFIED: dict[Qualifier, str] = {
    "approximately": "about %(amount)s",
    "at_least": "at least %(amount)s",
    "more_than": "more than %(amount)s",
    "less_than": "fewer than %(amount)s",
    "up_to": "up to %(amount)s",
}
#: What a kind of figure counts, as a participle after the amount.
KINDS: dict[FigureKind, str] = {
    "displaced": "%(amount)s displaced",
    "returned": "%(amount)s returned",
    "evacuated": "%(amount)s evacuated",
    "refugees": "%(amount)s as refugees",
    "killed": "%(amount)s killed",
    "wounded": "%(amount)s wounded",
    "killed_or_wounded": "%(amount)s killed or wounded",
    "missing": "%(amount)s missing",
    "detained": "%(amount)s detained",
    "in_need": "%(amount)s in need of aid",
    "aid_reached": "%(amount)s reached by aid",
    "homes_destroyed": "%(amount)s destroyed",
    "present_combatants": "%(amount)s present",
    "deployed": "%(amount)s deployed",
    "casualties": "casualties: %(amount)s",
    "other": "%(amount)s",
}
#: The label of a kind beside an amount.
KIND_LABELS: dict[FigureKind, str] = {
    "displaced": "displaced", "returned": "returned", "evacuated": "evacuated",
    "refugees": "refugees", "killed": "killed", "wounded": "wounded",
    "killed_or_wounded": "killed or wounded", "missing": "missing", "detained": "detained",
    "in_need": "in need of aid", "aid_reached": "reached by aid", "homes_destroyed": "destroyed",
    "present_combatants": "present", "deployed": "deployed",
    "casualties": "casualties", "other": "other",
}  # fmt: skip
#: The kind as a noun, for what is reported without a number or not reported.
KIND_NOUNS: dict[FigureKind, str] = {
    "displaced": "displacement", "returned": "returns", "evacuated": "evacuations",
    "refugees": "refugee movements", "killed": "deaths", "wounded": "injuries",
    "killed_or_wounded": "casualties", "missing": "missing people", "detained": "detentions",
    "in_need": "people in need of aid", "aid_reached": "aid deliveries",
    "homes_destroyed": "destruction of homes", "present_combatants": "presence of fighters",
    "deployed": "deployments", "casualties": "casualties", "other": "figures",
}  # fmt: skip


def is_none_reported(figure: Figure) -> bool:
    """True for a negated figure: "no casualties reported" is not the number 0."""
    return figure.negated or figure.qualifier == "none_reported"


def is_unquantified(figure: Figure) -> bool:
    """True when the figure says that something happened and not how much."""
    return (
        not is_none_reported(figure)
        and figure.value is None
        and figure.low is None
        and figure.high is None
        and figure.qualifier not in VAGUE
        and figure.number_text is None
    ) or (figure.qualifier == "undisclosed")


def bounds(figure: Figure) -> tuple[int, int] | None:
    """Lowest and highest number that the figure's *wording* holds, None when it is vague."""
    if figure.value is not None:
        return figure.value, figure.value
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return figure.low, figure.high
    if figure.qualifier in VAGUE or is_none_reported(figure):
        return None
    known = [number for number in (figure.low, figure.high) if number is not None]
    return (min(known), max(known)) if known else None


def magnitude(figure: Figure) -> int:
    """A number to rank by: the value, or the least that a vague amount can mean."""
    held = bounds(figure)
    if held is not None:
        return held[1]
    least: dict[Qualifier, int] = {
        "dozens": 24, "hundreds": 200, "thousands": 2000, "tens_of_thousands": 20000,
        "hundreds_of_thousands": 200000, "millions": 2000000, "several": 3,
    }  # fmt: skip
    return least.get(figure.qualifier, 0)


def count_units(
    f: Format, n: int, unit: Unit, *, shown: str = "", context: str = "count", other: str = ""
) -> str:
    """``n`` units in the right plural form («3 أشخاص», «11 شخصاً», «100 شخص»).

    ``other`` is the wording of a unit that is none of ours; it follows the number.
    """
    if unit in UNITS:
        singular, plural = UNITS[unit]
        return f.plural(singular, plural, n, context=context, shown=shown)
    number = shown or f.number(n)
    return f"{number} {other}".strip()


def unit_other(f: Format, figure: Figure, names: NameWorder) -> str:
    """The wording of a unit that has no code: the source's own word."""
    if figure.unit != "other" or figure.unit_ar is None:
        return ""
    ar = figure.unit_ar.text
    return f"({f.name(ar, phrase_english(ar, names))})" if f.lang == "en" else ar


def amount(f: Format, figure: Figure, names: NameWorder, *, context: str = "count") -> str:
    """The amount with its qualifier: "about 400,000 people", «نحو 400,000 شخص».

    ``context`` "genitive" is for an Arabic amount after a noun («مقتل شخصين»).
    """
    other = unit_other(f, figure, names)
    vague = VAGUE.get(figure.qualifier)
    if vague is not None and figure.value is None:
        units = f.c("vague", VAGUE_UNITS[figure.unit]) if figure.unit in VAGUE_UNITS else other
        return f.t(vague, units=units or f.c("vague", "people"))
    held = bounds(figure)
    if held is None:
        return _as_printed(f, figure, other)
    qualified = QUALIFIED.get(figure.qualifier)
    case = "genitive" if qualified else context
    low, high = held
    shown = f.range(low, high) if low != high else ""
    text = count_units(f, high, figure.unit, shown=shown, context=case, other=other)
    return f.t(qualified, amount=text) if qualified else text


def _as_printed(f: Format, figure: Figure, other: str) -> str:
    """A number that is no count («80%», «نصفهم»), as the source prints it."""
    if figure.number_text is None:
        return f.t("number not stated")
    text = figure.number_text.text
    if any(char.isdigit() for char in text):
        return f"{f.number_text(text)} {other}".strip()
    return f.arabic(text)


def short_amount(f: Format, figure: Figure, names: NameWorder) -> str:
    """The amount for a key figure: "≈ 400,000 people" in English."""
    text = amount(f, figure, names)
    if f.lang == "en" and figure.qualifier == "approximately" and figure.value is not None:
        return f"≈ {text.removeprefix('about ')}"
    return text


def counted(f: Format, figure: Figure, names: NameWorder) -> str:
    """The amount with what happened: "about 400,000 people displaced", «نزوح نحو 400,000 شخص»."""
    return f.t(KINDS[figure.kind], amount=amount(f, figure, names, context="genitive"))
