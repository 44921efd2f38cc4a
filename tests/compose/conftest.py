"""The annotated sample as model objects, made-up articles, and a small wording of names."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from briefing.compose import TranslationReport
from briefing.model import (
    Article,
    ArticleDate,
    Casualties,
    Cue,
    Dateline,
    Event,
    EventTime,
    Figure,
    FigureSource,
    NamedSpan,
    Party,
    Place,
    Provenance,
    Sentence,
    Span,
    Speaker,
    Statement,
    Translation,
)

SAMPLES = Path(__file__).parents[2] / "samples"
NOW = dt.datetime(2026, 11, 22, 6, 30, tzinfo=dt.UTC)
REPORT = TranslationReport()

#: Gold labels that the model has no code for.
_KINDS = {"losses": "casualties", "combatants_present": "present_combatants"}
_UNITS = {"troops": "combatants", "losses": "people"}
_QUALIFIERS = {"further_unquantified": "undisclosed", "heavy_unquantified": "undisclosed"}
_RESOLUTIONS = {"surname-only": "surname", "short form": "short_form"}


class FakeNames:
    """A NameWorder over a dictionary; unknown people are spelled out as themselves."""

    def __init__(self, known: dict[str, str], people: dict[str, str] | None = None) -> None:
        self.known = known
        self.people = people or {}

    def person(self, ar: str, country: str | None = None) -> str:
        return self.people.get(ar) or self.known.get(ar) or f"[{ar}]"

    def place(self, ar: str) -> str | None:
        return self.known.get(ar)

    organisation = role = party = phrase = place


def gold() -> dict[str, Any]:
    """The annotated sample."""
    data: dict[str, Any] = json.loads((SAMPLES / "idlib_2019.gold.json").read_text("utf-8"))
    return data


def sample_names() -> FakeNames:
    """Names as a glossary would give them: the annotation's own, and a few phrases."""
    data = gold()
    known = {
        "قائد": "commander", "الناطق الرسمي": "official spokesman", "متزعم": "leader",
        "وزير الدفاع التركي": "Turkish Minister of Defence",
        "وزير الخارجية الروسي": "Russian Minister of Foreign Affairs",
        "الهجمات الحكومية السورية": "Syrian government attacks",
        "القوات البرية": "ground forces", "المعارضة السورية المسلحة": "armed Syrian opposition",
        "الروس وحلفاءهم": "the Russians and their allies", "الروس": "the Russians",
        "أسلحة تركية": "Turkish weapons", "القوات الحكومية": "government forces",
    }  # fmt: skip
    for entry in [*data["entities"], *data["places"]]:
        known.setdefault(entry["ar"], entry["en"])
    for event in data["events"]:
        for named in (event.get("weapon"),):
            if named and named["en"] and "(" not in named["en"]:
                known.setdefault(named["ar"], named["en"])
    for ours in ("its ground forces",):
        known = {ar: en for ar, en in known.items() if en != ours}
    people = {e["ar"]: e["en"] for e in data["entities"] if e["kind"] == "person"}
    return FakeNames(known, people)


def _span(value: dict[str, Any] | None) -> Span | None:
    return Span(**{k: value[k] for k in ("start", "end", "text")}) if value else None


def _provenance(value: dict[str, Any]) -> Provenance:
    return Provenance(**{k: v for k, v in value.items() if k != "sentence_en"})


def _statement(entry: dict[str, Any]) -> Statement:
    resolution = entry.get("speaker_resolution", "literal")
    for long, short in _RESOLUTIONS.items():
        resolution = short if resolution.startswith(long) else resolution

    def named(ar: str) -> NamedSpan | None:
        return NamedSpan(ar=entry[ar]) if entry.get(ar) else None

    relayed = entry.get("relayed_by")
    cue = entry["cue"]
    return Statement(
        id=entry["id"],
        speakers=[
            Speaker(**{**s, "en": None, "role_en": None, "organisation_en": None})
            for s in entry["speakers"]
        ],
        speaker_surface=[Span(**s) for s in entry["speaker_surface"]],
        speaker_resolution=resolution,
        cue=Cue(**cue),
        position=entry.get("position"),
        complementiser=entry.get("complementiser"),
        type=entry["type"],
        content=[Span(**s) for s in entry["content"]],
        quoted=[Span(**s) for s in entry["quoted"]],
        stance=entry["stance"],
        addressee=named("addressee_ar"),
        medium=named("medium_ar"),
        relayed_by=NamedSpan(ar=relayed["ar"]) if relayed else None,
        chain_of=entry.get("chain_of"),
        duplicate_of=entry.get("duplicate_of"),
        in_headline=entry.get("in_headline", False),
        provenance=_provenance(entry["provenance"]),
        confidence=1.0,
        rule="gold",
    )


def _place(entry: dict[str, Any]) -> Place:
    fields = {k: v for k, v in entry.items() if k in Place.model_fields and k != "en"}
    return Place(**{**fields, "surface": _span(entry["surface"])})


def _party(entry: dict[str, Any]) -> Party:
    fields = {k: v for k, v in entry.items() if k in Party.model_fields and k != "en"}
    return Party(**{**fields, "surface": _span(entry.get("surface"))})


def _event(entry: dict[str, Any], text: str) -> Event:
    time = entry.get("time")
    weapon = entry.get("weapon")
    qualifier = (entry.get("area_qualifier") or {}).get("ar")
    casualties = entry["casualties"]
    at = text.find(qualifier) if qualifier else -1
    return Event(
        id=entry["id"],
        trigger=Span(**entry["trigger"]),
        action_type=entry["action_type"],
        actor=[_party(p) for p in entry["actor"]],
        target=[_party(p) for p in entry["target"]],
        places=[_place(p) for p in entry["places"]],
        area_qualifier=(
            Span(start=at, end=at + len(qualifier), text=qualifier) if qualifier else None
        ),
        # The annotator's date comes from outside of the article, so the facts have none.
        time=EventTime(**{k: time[k] for k in ("start", "end", "text")}) if time else None,
        weapon=NamedSpan(ar=weapon["ar"]) if weapon else None,
        casualties=Casualties(
            killed=casualties["killed"],
            wounded=casualties["wounded"],
            status=casualties["status"],
            surface=_span(casualties.get("surface")),
        ),
        modality=entry["modality"],
        attributed_to=entry.get("attributed_to"),
        in_headline=entry.get("in_headline", False),
        provenance=_provenance(entry["provenance"]),
        confidence=1.0,
        rule="gold",
    )


def _figure(entry: dict[str, Any]) -> Figure:
    source = entry.get("source") or {}
    negated = entry.get("negated", False)
    unlinked = {"نزوح": "EV08"} if entry["id"] == "FG06" else {}
    return Figure(
        id=entry["id"],
        surface=Span(**entry["surface"]),
        number_text=_span(entry.get("number_text")),
        value=entry["value"],
        low=None if negated else entry["low"],
        high=entry["high"],
        qualifier=_QUALIFIERS.get(entry["qualifier"], entry["qualifier"]),
        qualifier_ar=_span(entry.get("qualifier_ar")),
        unit=_UNITS.get(entry["unit"], entry["unit"]),
        unit_ar=_span(entry.get("unit_ar")),
        kind=_KINDS.get(entry["kind"], entry["kind"]),
        cause=_span((entry.get("cause") or {}).get("surface")),
        source=FigureSource(
            entity=source.get("entity"), ar=source.get("ar"), statement=source.get("statement")
        ),
        event=entry.get("event") or unlinked.get("نزوح"),
        negated=negated,
        provenance=_provenance(entry["provenance"]),
        confidence=1.0,
        rule="gold",
    )


def sample_article() -> Article:
    """The sample as the extraction would hand it over, with its reviewed translation."""
    data = gold()
    text = (SAMPLES / "idlib_2019.txt").read_text("utf-8")
    line = data["dateline"]
    agency = text.index("NPA", line["start"])
    return Article(
        id="a1",
        path="idlib_2019.txt",
        text=text,
        headline=_span(data["headline"]),
        dateline=Dateline(
            start=line["start"],
            end=line["end"],
            text=line["text"],
            place=Span(start=line["start"], end=line["start"] + 4, text=line["place_ar"]),
            agency=Span(start=agency, end=agency + 3, text="NPA"),
            separator="–",
        ),
        date=ArticleDate(weekday="Friday", basis="weekday"),
        subheadings=[
            Span(**{k: s[k] for k in ("start", "end", "text")}) for s in data["subheadings"]
        ],
        sentences=[
            Sentence(
                id=s["id"],
                kind=s["kind"],
                start=s["start"],
                end=s["end"],
                text=s["ar"],
                translation=Translation(text=s["en"], origin="reviewed"),
            )
            for s in data["sentences"]
        ],
        statements=[_statement(s) for s in data["statements"]],
        events=[_event(e, text) for e in data["events"]],
        figures=[_figure(f) for f in data["figures"]],
    )


@pytest.fixture(scope="session")
def sample() -> Article:
    """The sample article."""
    return sample_article()


@pytest.fixture(scope="session")
def names() -> FakeNames:
    """Names of the sample."""
    return sample_names()


# --- made-up articles --------------------------------------------------------------------


class Maker:
    """Builds an article whose spans are found in its own text."""

    def __init__(self, identifier: str, text: str, **article: Any) -> None:
        self.text = text
        self.article = Article(id=identifier, text=text, **article)
        start = 0
        for number, row in enumerate(text.split("\n")):
            if row:
                self.article.sentences.append(
                    Sentence(
                        id=f"s{number}",
                        kind="headline" if number == 0 else "body",
                        start=start,
                        end=start + len(row),
                        text=row,
                    )
                )
            start += len(row) + 1
        first = self.article.sentences[0] if self.article.sentences else None
        if first is not None:
            self.article.headline = Span(start=first.start, end=first.end, text=first.text)

    def span(self, words: str) -> Span:
        """The span of the first occurrence of some words after the headline, or at all."""
        head = self.article.headline.end if self.article.headline else 0
        at = self.text.find(words, head)
        at = at if at >= 0 else self.text.index(words)
        return Span(start=at, end=at + len(words), text=words)

    def provenance(self, span: Span) -> Provenance:
        """The sentence of a span."""
        held = next(s for s in self.article.sentences if s.start <= span.start < s.end)
        return Provenance(
            sentence_id=held.id,
            sentence=held.text,
            sentence_start=held.start,
            sentence_end=held.end,
        )

    def place(self, words: str, **more: Any) -> Place:
        """A place named by some words."""
        return Place(place=words, ar=words, surface=self.span(words), **more)

    def event(self, trigger: str, action_type: str, **more: Any) -> Event:
        """Adds an event."""
        span = self.span(trigger)
        event = Event(
            id=f"EV{len(self.article.events) + 1}",
            trigger=span,
            action_type=action_type,
            provenance=self.provenance(span),
            confidence=0.9,
            rule="test",
            **more,
        )
        self.article.events.append(event)
        return event

    def figure(self, surface: str, kind: str, value: int | None, **more: Any) -> Figure:
        """Adds a figure."""
        span = self.span(surface)
        figure = Figure(
            id=f"FG{len(self.article.figures) + 1}",
            surface=span,
            value=value,
            kind=kind,
            provenance=self.provenance(span),
            confidence=0.9,
            rule="test",
            **more,
        )
        self.article.figures.append(figure)
        return figure

    def statement(
        self, speakers: list[Speaker], content: str, stance: str, **more: Any
    ) -> Statement:
        """Adds a statement."""
        span = self.span(content)
        more.setdefault("type", "indirect")
        statement = Statement(
            id=f"ST{len(self.article.statements) + 1}",
            speakers=speakers,
            content=[span],
            stance=stance,
            provenance=self.provenance(span),
            confidence=0.9,
            rule="test",
            **more,
        )
        self.article.statements.append(statement)
        return statement


TOWN = {"kind": "town", "within": "Homs governorate", "country": "SY"}
STRIKE_A = """مقتل العشرات في غارات على تل الورد
قالت مصادر محلية إن غارات جوية استهدفت تل الورد مساء الثلاثاء وأسفرت عن مقتل 38 شخصاً بينهم 3 أطفال.
ونزحت 200 عائلة من تل الورد خلال الساعات الـ24 الماضية.
وأضافت المصادر أن فرق الإنقاذ تواصل عملها.
وتشهد المنطقة هدوءاً نسبياً منذ أشهر."""
STRIKE_B = """حصيلة غارات تل الورد ترتفع
أفاد الدفاع المدني بأن غارات جوية على تل الورد أدت إلى مقتل 45 شخصاً.
كما اضطرت 200 عائلة إلى النزوح من تل الورد.
واندلعت اشتباكات قرب وادي السدر بين فصيل محلي وقوات الحدود عام 2015."""
QUIET = """افتتاح معرض الكتاب في المدينة
شهد المعرض حضوراً لافتاً من القراء.
ويستمر المعرض أسبوعاً."""


def strike_a() -> Article:
    """38 killed, 3 children among them; 200 families displaced; an unnamed source."""
    make = Maker(
        "b1",
        STRIKE_A,
        outlet="سانا",
        date=ArticleDate(value="2024-03-12", basis="stated"),
    )
    sources = Speaker(entity="src", ar="مصادر محلية", named=False, kind="group")
    said = make.statement([sources], "غارات جوية استهدفت تل الورد مساء الثلاثاء", "claim")
    place = make.place("تل الورد", **TOWN, lat=34.5, lon=36.9, precision="place")
    surface = make.span("مقتل 38 شخصاً")
    time = make.span("مساء الثلاثاء")
    strike = make.event(
        "غارات جوية استهدفت",
        "air_strike",
        places=[place],
        modality="alleged",
        attributed_to=said.id,
        time=EventTime(**time.model_dump(), normalised="2024-03-12TEV"),
        casualties=Casualties(killed=38, status="stated", surface=surface),
    )
    told = FigureSource(entity="src", ar="مصادر محلية", statement=said.id)
    killed = make.figure("مقتل 38 شخصاً", "killed", 38, event=strike.id, source=told)
    make.figure(
        "3 أطفال", "killed", 3, unit="children", subset=True, subset_of=killed.id, source=told
    )
    make.figure(
        "200 عائلة",
        "displaced",
        200,
        unit="families",
        place=place,
        place_role="origin",
        period=make.span("خلال الساعات الـ24 الماضية"),
    )
    return make.article


def strike_b() -> Article:
    """45 killed in the same strikes according to another source; a clash of 2015."""
    make = Maker(
        "b2", STRIKE_B, outlet="رويترز", date=ArticleDate(value="2024-03-12", basis="stated")
    )
    rescue = Speaker(entity="rescue", ar="الدفاع المدني", kind="organisation")
    said = make.statement([rescue], "غارات جوية على تل الورد أدت إلى مقتل 45 شخصاً", "claim")
    place = make.place("تل الورد", **TOWN)
    strike = make.event(
        "غارات جوية",
        "air_strike",
        places=[place],
        modality="alleged",
        attributed_to=said.id,
        casualties=Casualties(killed=45, status="stated", surface=make.span("مقتل 45 شخصاً")),
    )
    told = FigureSource(entity="rescue", ar="الدفاع المدني", statement=said.id)
    make.figure("مقتل 45 شخصاً", "killed", 45, event=strike.id, source=told)
    make.figure("200 عائلة", "displaced", 200, unit="families", place=place, place_role="origin")
    time = make.span("عام 2015")
    make.event(
        "اشتباكات",
        "clash",
        places=[make.place("وادي السدر")],
        actor=[
            Party(ar="فصيل محلي", surface=make.span("فصيل محلي")),
            Party(ar="قوات الحدود", surface=make.span("قوات الحدود")),
        ],
        time=EventTime(**time.model_dump()),
        time_relation="historical",
    )
    return make.article


def quiet() -> Article:
    """An article without facts, outlet or date."""
    return Maker("b3", QUIET).article


STRIKE_NAMES = {
    "تل الورد": "Tal al-Ward", "الدفاع المدني": "Syria Civil Defence",
    "مصادر محلية": "local sources", "قوات الحدود": "border forces",
}  # fmt: skip
