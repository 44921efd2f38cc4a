"""Filling English names: every field, from the Arabic, without losing a person's edit."""

from __future__ import annotations

from briefing.compose import english_facts
from briefing.model import Article, NamedSpan, Speaker

from .conftest import FakeNames, Maker, strike_b


def test_every_english_field_of_the_sample_is_filled(sample: Article, names: FakeNames) -> None:
    (told,) = english_facts([sample], names)
    speakers = {s.entity: s for st in told.statements for s in st.speakers}
    assert speakers["akar"].en == "Hulusi Akar"
    assert speakers["akar"].role_en == "Turkish Minister of Defence"
    assert speakers["saleh"].organisation_en == "Jaysh al-Izza"
    assert speakers["tip_leader"].en == "leader of the Turkistan Islamic Party"
    assert all(p.en for e in told.events for p in (*e.actor, *e.places))
    assert {f.source.en for f in told.figures if f.source and f.source.entity} >= {"Hulusi Akar"}
    assert told.dateline is not None
    assert (told.dateline.place_en, told.dateline.agency_en) == ("Idlib", "North Press Agency")
    media = [s.medium.en for s in told.statements if s.medium]
    assert media == ["official statement", "remarks", "during a visit", "audio recording"]


def test_the_articles_given_are_not_changed(sample: Article, names: FakeNames) -> None:
    before = sample.model_dump_json()
    english_facts([sample], names)
    assert sample.model_dump_json() == before


def test_an_edit_wins_and_the_unknown_stays_none() -> None:
    article = strike_b()
    article.statements[0].speakers[0].en = "White Helmets"
    (told,) = english_facts([article], FakeNames({}))
    assert told.statements[0].speakers[0].en == "White Helmets"
    assert told.events[1].actor[0].en is None
    assert told.events[0].places[0].en is None


def test_people_are_always_romanised_with_the_country_of_the_places() -> None:
    asked: list[tuple[str, str | None]] = []

    class Recorder(FakeNames):
        def person(self, ar: str, country: str | None = None) -> str:
            asked.append((ar, country))
            return "Someone"

    make = Maker("g1", "خبر\nقال سامي الوادي في تل الورد كلاما وقال وزير الري نادر كلاما آخر.")
    make.event("قال", "protest", places=[make.place("تل الورد", country="SY")])
    make.statement([Speaker(entity="s", ar="سامي الوادي")], "كلاما", "claim")
    minister = Speaker(entity="n", ar="نادر", role_ar="وزير الري")
    make.statement([minister], "كلاما آخر", "claim")
    (told,) = english_facts([make.article], Recorder({}))
    assert told.statements[0].speakers[0].en == "Someone"
    assert asked == [("سامي الوادي", "SY"), ("نادر", None)]


def test_an_everyday_word_is_not_taken_for_an_outlet() -> None:
    make = Maker("g2", "خبر\nقال سامي كلاما بحسب البيان وقال نادر قولا نقلا عن رويترز.")
    speaker = Speaker(entity="s", ar="سامي")
    make.statement([speaker], "كلاما", "claim", relayed_by=NamedSpan(ar="البيان"))
    make.statement([speaker], "قولا", "claim", relayed_by=NamedSpan(ar="رويترز"))
    (told,) = english_facts([make.article], FakeNames({}))
    relayed = [s.relayed_by.en for s in told.statements if s.relayed_by]
    assert relayed == [None, "Reuters"]
