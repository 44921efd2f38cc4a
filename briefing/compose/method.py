"""The method box: how the briefing was made, and the counts behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..errors import SettingsError
from ..model import Article, LocalText, Method
from ..settings import Settings
from .figure_groups import FigureGroup
from .formats import Format, Words, isolate_ltr
from .protocols import TranslationReport
from .times import article_day

#: Sections of the document by field of ``Briefing``, and their names.
SECTIONS: dict[str, str] = {
    "highlights": "highlights",
    "key_figures": "key figures",
    "areas": "escalation by area",
    "statements": "statements",
    "displacement": "displacement",
    "casualties": "casualties",
    "narrative": "other reporting",
}
ORIGINS = ("reviewed", "machine", "gist", "none")
SHOWN: dict[str, str] = {
    "reviewed": "%(n)s reviewed by a person",
    "machine": "%(n)s machine-translated, not reviewed",
    "gist": "%(n)s machine gist, unreliable",
    "none": "%(n)s not translated, shown in Arabic",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the method box says of the content: the groups of figures, how many of ``total``
    events and claims rest on two or more outlets, and the sections that hold nothing."""

    figures: Sequence[FigureGroup]
    corroborated: int
    total: int
    empty: Sequence[str]


def method(
    articles: Sequence[Article],
    found: Findings,
    words: Words,
    settings: Settings,
    *,
    report: TranslationReport,
    now: dt.datetime,
) -> Method:
    """The lines of the method box, from how facts were made to what was not found."""
    figures, empty = found.figures, found.empty
    counts = _counts(articles, report)
    lines = [
        words.both(
            lambda f: f.t(
                "Facts were extracted from the Arabic; figures, names and places are worded from"
                " the facts and are not machine-translated."
            )
        ),
        _translation_line(counts, words),
    ]
    if report.package and counts["machine"] + counts["gist"]:
        package = report.package
        lines.append(
            LocalText(
                en=words.en.t("Translation package: %(name)s.", name=package),
                ar=words.ar.t("Translation package: %(name)s.", name=isolate_ltr(package)),
            )
        )
    if report.advice:
        advice = report.advice
        lines.append(advice if isinstance(advice, LocalText) else LocalText(en=advice, ar=advice))
    lines.append(_confidence(found, words))
    disputed = sum(len(group.claims) > 1 for group in figures)
    if disputed:
        lines.append(
            words.both(
                lambda f: f.plural(
                    "%(n)s figure is disputed: each claim is shown with its source, none is"
                    " averaged.",
                    "%(n)s figures are disputed: each claim is shown with its source, none is"
                    " averaged.",
                    disputed,
                )
            )
        )
    undated = sum(article_day(article.date) is None for article in articles)
    if undated:
        lines.append(
            words.both(
                lambda f: f.plural(
                    "%(n)s article states no date; none was assumed.",
                    "%(n)s articles state no date; none was assumed.",
                    undated,
                )
            )
        )
    if empty:
        lines.append(
            words.both(
                lambda f: f.t(
                    "Nothing was found for: %(sections)s.",
                    sections=f.commas(f.c("section", SECTIONS[name]) for name in empty),
                )
            )
        )
    lines.append(_compiled(now, settings, words))
    return Method(lines=lines, counts=counts, package=report.package, empty_sections=list(empty))


def _counts(articles: Sequence[Article], report: TranslationReport) -> dict[str, int]:
    found = Counter(
        sentence.translation.origin if sentence.translation else "none"
        for article in articles
        for sentence in article.sentences
    )
    origins: dict[str, int] = report.origins or {str(k): n for k, n in found.items()}
    counts = {origin: int(origins.get(origin, 0)) for origin in ORIGINS}
    counts["articles"] = len(articles)
    counts["statements"] = sum(len(article.statements) for article in articles)
    counts["events"] = sum(len(article.events) for article in articles)
    counts["figures"] = sum(len(article.figures) for article in articles)
    return counts


def _translation_line(counts: dict[str, int], words: Words) -> LocalText:
    """ "Translation: 21 of 21 sentences reviewed"; withheld ones are shown in Arabic."""
    total = sum(counts[origin] for origin in ORIGINS)

    def worded(f: Format) -> str:
        parts = [f.t(SHOWN[o], n=f.number(counts[o])) for o in ORIGINS if counts[o]]
        head = f.plural("%(n)s sentence", "%(n)s sentences", total)
        if not parts:
            return f.t("Translation: %(sentences)s.", sentences=head)
        return f.t("Translation: %(sentences)s – %(how)s.", sentences=head, how=f.commas(parts))

    return words.both(worded)


def _confidence(found: Findings, words: Words) -> LocalText:
    several, total = found.corroborated, found.total
    if not total:
        return words.both(lambda f: f.t("Confidence: no events or figures were found."))
    if not several:
        return words.both(lambda f: f.t("Confidence: every item rests on a single source."))
    return words.both(
        lambda f: f.t(
            "Confidence: %(several)s of %(total)s events and figures are reported by two or more"
            " outlets; the others rest on a single source.",
            several=f.number(several),
            total=f.number(total),
        )
    )


def _compiled(now: dt.datetime, settings: Settings, words: Words) -> LocalText:
    """When the document was made, in the zone of the settings. Raises SettingsError for an
    unknown zone."""
    try:
        zone = ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"setting 'timezone': {settings.timezone!r} is not an IANA zone such as Asia/Damascus."
        ) from error
    local = now.astimezone(zone)
    return words.both(
        lambda f: f.t(
            "Compiled %(date)s, %(time)s (%(zone)s).",
            date=f.date(local.date()),
            time=f.map_digits(local.strftime("%H:%M")),
            zone=settings.timezone if f.lang == "en" else isolate_ltr(settings.timezone),
        )
    )
