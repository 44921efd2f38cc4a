"""The data model: offsets as data, unknown keys refused, JSON that round-trips."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from briefing.model import Briefing, Facts, LocalText, Masthead, Method, Span, json_schemas


def minimal() -> Briefing:
    text = LocalText(en="–", ar="–")
    return Briefing(
        masthead=Masthead(
            title=text, issue=1, date=None, date_text=text, coverage=text, cutoff=text
        ),
        method=Method(lines=[LocalText(en="line", ar="سطر")]),
    )


def test_round_trip_is_byte_for_byte() -> None:
    text = minimal().to_json()
    assert Briefing.from_json(text).to_json() == text
    assert Briefing.from_json(text.encode()).to_json() == text
    assert '"schema": "briefing/1"' in text
    assert "سطر" in text


def test_unknown_keys_are_refused() -> None:
    data = json.loads(minimal().to_json())
    data["masthead"]["tittle"] = "x"
    with pytest.raises(ValidationError, match="tittle"):
        Briefing.from_json(json.dumps(data))
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Span(start=0, end=1, text="س", note="x")  # type: ignore[call-arg]


def test_offsets_are_not_negative() -> None:
    with pytest.raises(ValidationError):
        Span(start=-1, end=1, text="س")


def test_another_schema_is_refused() -> None:
    data = json.loads(minimal().to_json())
    data["schema"] = "briefing/2"
    with pytest.raises(ValidationError, match="briefing/1"):
        Briefing.from_json(json.dumps(data))


def test_facts_document() -> None:
    facts = Facts(articles=[])
    assert json.loads(facts.model_dump_json(by_alias=True)) == {
        "schema": "briefing.facts/1",
        "articles": [],
    }


def test_schemas_name_their_version() -> None:
    schemas = json_schemas()
    assert sorted(schemas) == ["briefing.schema.json", "facts.schema.json"]
    briefing = schemas["briefing.schema.json"]
    assert briefing["properties"]["schema"]["const"] == "briefing/1"
    assert briefing["additionalProperties"] is False
    assert {"masthead", "method"} <= set(briefing["required"])
    assert "schema" in schemas["facts.schema.json"]["properties"]


def test_local_text() -> None:
    text = LocalText(en="one", ar="واحد")
    assert (text.get("en"), text.get("ar")) == ("one", "واحد")
