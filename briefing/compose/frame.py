"""Masthead, sources and narrative: what stands around the facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial

from ..model import (
    Article,
    LocalText,
    Masthead,
    Passage,
    Ref,
    Sentence,
    Source,
    Translation,
)
from ..settings import Settings
from .formats import Format, Words
from .people import has_outlet, outlet_key, outlet_name
from .refs import Numbers
from .times import article_day, article_weekday

MAX_PASSAGES = 12
#: Outlets and datelines that the coverage names; more are counted.
MAX_NAMED = 8


# --- masthead ----------------------------------------------------------------------------


def briefing_day(articles: Sequence[Article], given: dt.date | None) -> dt.date | None:
    """The day of the briefing: as given, else the latest date of an article, else None."""
    days = [day for article in articles if (day := article_day(article.date)) is not None]
    return given or (max(days) if days else None)


def masthead(
    articles: Sequence[Article], settings: Settings, words: Words, given: dt.date | None
) -> Masthead:
    """Title, issue, date, coverage and information cut-off."""
    day = briefing_day(articles, given)
    return Masthead(
        title=LocalText(en=settings.title_en, ar=settings.title_ar),
        issue=settings.issue,
        date=day.isoformat() if day else None,
        date_text=words.both(
            lambda f: f.date(day, weekday=True) if day else f.t("date not stated")
        ),
        coverage=_coverage(articles, words),
        cutoff=_cutoff(articles, words),
    )


def _coverage(articles: Sequence[Article], words: Words) -> LocalText:
    """ "2 articles: North Press Agency (NPA), SANA; datelines Idlib and Damascus"."""
    known = {outlet_key(a): outlet_name(words, a) for a in articles if has_outlet(a)}
    unknown = sum(not has_outlet(a) for a in articles)
    lines: dict[str, LocalText] = {}
    for article in articles:
        line = article.dateline
        if line is not None and line.place is not None:
            place = line.place.text
            english = line.place_en or words.en.arabic(place)
            lines.setdefault(place, LocalText(en=english, ar=words.ar.name(place, None)))
    count = len(articles)

    def worded(f: Format) -> str:
        head = f.plural("%(n)s article", "%(n)s articles", count)
        parts = [outlet.get(f.lang) for outlet in list(known.values())[:MAX_NAMED]]
        if len(known) > MAX_NAMED:
            more = len(known) - MAX_NAMED
            parts.append(f.plural("%(n)s other outlet", "%(n)s other outlets", more))
        if unknown and count == 1:
            parts.append(f.t("outlet not stated"))
        elif unknown:
            parts.append(
                f.plural("%(n)s without a stated outlet", "%(n)s without a stated outlet", unknown)
            )
        if len(lines) == 1:
            parts.append(f.t("dateline %(place)s", place=next(iter(lines.values())).get(f.lang)))
        elif lines:
            joined = f.join(line.get(f.lang) for line in list(lines.values())[:MAX_NAMED])
            parts.append(f.t("datelines %(places)s", places=joined))
        return f.commas([head, *parts]) if count == 1 else f"{head}: {f.commas(parts)}"

    return words.both(worded)


def _cutoff(articles: Sequence[Article], words: Words) -> LocalText:
    """The latest date of an article; a weekday alone is given as such, nothing is assumed."""
    days = [day for article in articles if (day := article_day(article.date)) is not None]
    if days:
        latest = max(days)
        undated = len(articles) - len(days)

        def dated(f: Format) -> str:
            text = f.date(latest, weekday=True)
            if not undated:
                return text
            more = f.plural(
                "%(n)s article without a date", "%(n)s articles without a date", undated
            )
            return f"{text} ({more})"

        return words.both(dated)
    weekdays = {w for a in articles if (w := article_weekday(a.date)) is not None}
    if len(weekdays) == 1:
        weekday = weekdays.pop()
        if len(articles) == 1:
            return words.both(
                lambda f: f.t("%(day)s (date not stated in the article)", day=f.weekday(weekday))
            )
        return words.both(
            lambda f: f.t("%(day)s (date not stated in the articles)", day=f.weekday(weekday))
        )
    return words.both(lambda f: f.t("not stated"))


# --- sources -----------------------------------------------------------------------------


def sources(articles: Sequence[Article], words: Words, numbers: Numbers) -> list[Source]:
    """The numbered endnotes, one an article."""
    out = []
    for article in articles:
        head = _headline(article)
        day = article_day(article.date)
        weekday = article_weekday(article.date)
        line = article.dateline
        place: LocalText | None = None
        if line is not None and line.place is not None:
            ar, en = line.place.text, line.place_en
            place = LocalText(en=words.en.name(ar, en), ar=words.ar.name(ar, en))
        date = words.both(partial(_source_date, day=day, weekday=weekday))
        out.append(
            Source(
                number=numbers.by_article[article.id],
                article=article.id,
                outlet=outlet_name(words, article),
                title_ar=article.headline.text if article.headline else _opening(article),
                title=_translation(head),
                place=place,
                date=date,
                url=article.url,
                path=article.path,
                note=_reprint_note(article, words, numbers),
            )
        )
    return out


def _reprint_note(article: Article, words: Words, numbers: Numbers) -> LocalText | None:
    if article.reprint is None:
        return None
    first = numbers.by_article[article.reprint.article]
    return words.both(lambda f: f.t("the same text as [%(number)s]", number=f.number(first)))


def _source_date(f: Format, *, day: dt.date | None, weekday: int | None) -> str:
    if day is not None:
        return f.date(day)
    if weekday is not None:
        return f.t("%(day)s, n.d.", day=f.weekday(weekday))
    return f.t("n.d.")


def _headline(article: Article) -> Sentence | None:
    return next((s for s in article.sentences if s.kind == "headline"), None)


def _opening(article: Article) -> str:
    """The first words of an article without a headline."""
    body = next((s.text for s in article.sentences if s.kind == "body"), article.text)
    words = body.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _translation(sentence: Sentence | None) -> Translation:
    if sentence is None or sentence.translation is None:
        return Translation()
    return sentence.translation.model_copy(deep=True)


# --- narrative ---------------------------------------------------------------------------


def narrative(
    articles: Sequence[Article], told: Iterable[Ref], words: Words, numbers: Numbers
) -> list[Passage]:
    """Body sentences of which nothing is printed elsewhere, in order, at most twelve an
    article; the sub-heading above the first passage under it is its heading."""
    printed = {(ref.article, ref.sentence) for ref in told}
    out: list[Passage] = []
    for article in articles:
        if article.reprint is not None:
            continue
        heading: Sentence | None = None
        count = 0
        for sentence in article.sentences:
            if sentence.kind == "subheading":
                heading = sentence
            if sentence.kind != "body" or (article.id, sentence.id) in printed:
                continue
            if count == MAX_PASSAGES:
                break
            count += 1
            ref = Ref(
                article=article.id, sentence=sentence.id, start=sentence.start, end=sentence.end
            )
            out.append(
                Passage(
                    id=f"n{len(out) + 1}",
                    heading=_heading(heading, words),
                    ar=sentence.text,
                    translation=_translation(sentence),
                    refs=[ref],
                    sources=numbers.of_refs([ref]),
                )
            )
            heading = None
    return out


def _heading(sentence: Sentence | None, words: Words) -> LocalText | None:
    if sentence is None:
        return None
    english = sentence.translation.text if sentence.translation else None
    return LocalText(en=english or words.en.arabic(sentence.text), ar=sentence.text)
