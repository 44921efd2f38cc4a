"""The measuring instrument: how items are paired, and what a small gold of our own scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError
from briefing.evaluate import LAYERS, PROPERTIES, Scores, evaluate, report
from briefing.evaluate.match import (
    Pair,
    assign,
    name_words,
    names_of,
    overlap,
    same_name,
    sentence_start,
    touches,
)

Json = dict[str, Any]


def span(start: int, end: int) -> Json:
    return {"start": start, "end": end}


# --- pairing ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gold", "system", "share"),
    [
        ([span(0, 10)], [span(0, 10)], 1.0),
        ([span(0, 10)], [span(5, 30)], 0.5),
        ([span(0, 10)], [span(10, 20)], 0.0),
        ([span(0, 4), span(6, 10)], [span(2, 8)], 0.5),
        ([span(0, 10)], [span(0, 3), span(7, 10)], 0.6),
        ([span(0, 10)], [], 0.0),
        ([], [span(0, 10)], 0.0),
    ],
)
def test_overlap_is_the_share_of_the_gold(
    gold: list[Json], system: list[Json], share: float
) -> None:
    assert overlap(gold, system) == pytest.approx(share)


def test_spans_touch_when_they_share_a_character() -> None:
    assert touches(span(0, 5), span(4, 9))
    assert not touches(span(0, 5), span(5, 9))
    assert touches(span(0, 9), span(3, 4))


def test_each_item_is_paired_once_and_the_best_first() -> None:
    pairs = [Pair(0.4, 0, 0), Pair(0.9, 0, 1), Pair(0.8, 1, 1), Pair(0.3, 1, 0)]
    assert assign(pairs) == [Pair(0.9, 0, 1), Pair(0.3, 1, 0)]
    assert assign([]) == []


def test_ties_go_to_the_first() -> None:
    assert assign([Pair(1, 0, 0), Pair(1, 0, 1), Pair(1, 1, 0)]) == [Pair(1, 0, 0)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("نادر الخطيب", "الخطيب", True),
        ("نادر الخطيب", "وزير المياه نادر الخطيب", True),
        ("وزارة المياه", "الوزارة", False),
        ("منظمة الأمل", "لمنظمة الامل", True),  # hamza and proclitic do not count
        ("نادر الخطيب", "وائل شمس", False),
        ("", "نادر", False),
        ("نادر", "«»", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_words_of_a_name_lose_their_proclitics_but_not_all_of_themselves() -> None:
    assert name_words("والوزير لب") == frozenset({"وزير", "لب"})


def test_names_of_every_shape_of_annotation() -> None:
    assert names_of(None) == []
    assert names_of("حماة") == ["حماة"]
    assert names_of({"ar": "حماة", "surface": {"text": "بحماة"}}) == ["حماة", "بحماة"]
    assert names_of([{"text": "حماة"}, "حمص", {"ar": None}]) == ["حماة", "حمص"]


def test_where_a_sentence_begins() -> None:
    text = "أولى. ثانية؟ ثالثة\nرابعة"
    for word, before in (("أولى", 0), ("ثانية", 5), ("ثالثة", 12), ("رابعة", 19)):
        assert sentence_start(text, text.index(word)) == before


# --- a folder --------------------------------------------------------------------------

TEXT = (
    "أخبار السد والبلدات المجاورة\n\n"
    "قال نادر الخطيب إن السد ممتلئ.\n"
    "قصف الجيش بلدة سراقب صباح اليوم.\n"
    "قتل 3 مدنيين في مدينة حماة.\n"
)


def at(words: str) -> Json:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def gold() -> Json:
    """Everything that stands in ``TEXT``, as an annotator would write it down."""
    return {
        "schema": "gold/1",
        "id": "story",
        "dateline": None,
        "statements": [
            {
                "id": "ST01", "content": [at("السد ممتلئ")], "type": "indirect",
                "stance": "claim", "speaker": at("نادر الخطيب"),
                "speaker_canonical": at("نادر الخطيب"),
            },
        ],
        "events": [
            {
                "id": "EV01", "trigger": at("قصف"), "action_type": "shelling",
                "actor": [at("الجيش")], "places": [at("سراقب")], "modality": "asserted",
                "casualties": {"killed": None, "status": "not_mentioned"},
            },
        ],
        "figures": [
            {
                "id": "FG01", "surface": at("قتل 3 مدنيين"), "value": 3, "low": None,
                "high": None, "qualifier": "exact", "unit": "civilians", "kind": "killed",
                "negated": False,
            },
        ],
    }  # fmt: skip


def scored(folder: Path, annotation: Json) -> Scores:
    (folder / "story.txt").write_text(TEXT, encoding="utf-8")
    (folder / "story.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
    return evaluate(folder)


def counts(scores: Scores) -> dict[str, tuple[int, int, int]]:
    return {n: (c.right, c.found, c.gold) for n, c in scores.layers.items() if c.found or c.gold}


def test_all_right(tmp_path: Path) -> None:
    scores = scored(tmp_path, gold())
    assert counts(scores) == {
        "statements@0.3": (1, 1, 1),
        "statements@0.8": (1, 1, 1),
        "events (group)": (1, 1, 1),
        "events (type)": (1, 1, 1),
        "event places": (1, 1, 1),
        "figures (value, kind)": (1, 1, 1),
        "figures (strict)": (1, 1, 1),
    }
    assert scores.properties == {name: [1, 1] for name in PROPERTIES}
    assert (scores.invented, scores.positive_from_negated, scores.bad_spans) == (0, 0, 0)
    assert scores.misses == []


def test_each_wrong_property_is_counted_where_it_belongs(tmp_path: Path) -> None:
    annotation = gold()
    annotation["statements"][0] |= {
        "stance": "denial", "type": "direct", "speaker": at("الجيش"), "speaker_canonical": None,
    }  # fmt: skip
    annotation["events"][0] |= {
        "action_type": "air_strike", "actor": [at("السد")], "places": [at("حماة")],
        "modality": "alleged", "casualties": {"killed": 4},
    }  # fmt: skip
    annotation["figures"][0] |= {"unit": "people", "qualifier": "at_least"}
    scores = scored(tmp_path, annotation)
    assert counts(scores) == {
        "statements@0.3": (1, 1, 1),
        "statements@0.8": (1, 1, 1),
        "direct quotes": (0, 0, 1),
        "events (group)": (1, 1, 1),
        "events (type)": (0, 1, 1),
        "event places": (0, 1, 1),
        "figures (value, kind)": (1, 1, 1),
        "figures (strict)": (0, 1, 1),
    }
    assert scores.properties == {name: [0, 1] for name in PROPERTIES}
    assert scores.confusion["stance"] == {("denial", "claim"): 1}
    assert scores.confusion["event"] == {("air_strike", "shelling"): 1}
    assert [miss.layer for miss in scores.misses] == ["speaker"]


def test_an_acceptable_stance_is_right(tmp_path: Path) -> None:
    annotation = gold()
    annotation["statements"][0] |= {"stance": "announcement", "stance_acceptable": ["claim"]}
    assert scored(tmp_path, annotation).properties["stance"] == [1, 1]


def test_missed_and_extra_items(tmp_path: Path) -> None:
    annotation = gold()
    annotation["statements"][0]["content"] = [at("أخبار السد")]
    annotation["events"] = []
    annotation["figures"] = []
    scores = scored(tmp_path, annotation)
    assert counts(scores)["statements@0.3"] == (0, 1, 1)
    assert counts(scores)["events (group)"] == (0, 1, 0)
    assert counts(scores)["figures (value, kind)"] == (0, 1, 0)
    assert [miss.layer for miss in scores.misses] == [
        "missed statement", "extra statement", "extra event", "extra figure",
    ]  # fmt: skip
    assert scores.invented == 1  # no gold figure at that place has the value


def test_half_of_the_content_counts_at_the_low_threshold_only(tmp_path: Path) -> None:
    annotation = gold()
    annotation["statements"][0]["content"] = [at("نادر الخطيب إن السد ممتلئ")]
    scores = scored(tmp_path, annotation)
    assert counts(scores)["statements@0.3"] == (1, 1, 1)
    assert counts(scores)["statements@0.8"] == (0, 1, 1)


def test_a_wrong_value_is_invented_and_a_positive_from_a_negation_is_told(tmp_path: Path) -> None:
    annotation = gold()
    annotation["figures"][0] |= {"value": 4}
    assert scored(tmp_path, annotation).invented == 1
    annotation["figures"][0] |= {"value": None, "negated": True, "qualifier": "none_reported"}
    assert scored(tmp_path, annotation).positive_from_negated == 1


def test_gold_spans_may_leave_out_their_text(tmp_path: Path) -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(item) for key, item in value.items() if key != "text"}
        return [bare(item) for item in value] if isinstance(value, list) else value

    assert counts(scored(tmp_path, bare(gold())))["event places"] == (1, 1, 1)


def test_texts_may_lie_in_another_folder_and_articles_add_up(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("one", "two"):
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(gold()), encoding="utf-8")
        (texts / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    assert counts(evaluate(tmp_path, texts))["statements@0.8"] == (2, 2, 2)


def test_the_report_has_a_line_for_each_layer_and_property(tmp_path: Path) -> None:
    annotation = gold()
    annotation["statements"][0]["stance"] = "denial"
    annotation["figures"] = []
    scores = scored(tmp_path, annotation)
    lines = list(report(scores))
    assert [line.split("  ")[0].strip() for line in lines[: len(LAYERS)]] == list(LAYERS)
    assert any("denial → claim: 1" in line for line in lines)
    assert not any("extra figure" in line for line in lines)
    assert any("extra figure" in line for line in report(scores, errors=True))
    assert not any("→" in line for line in report(scores, confusion=False))


# --- what cannot be evaluated ----------------------------------------------------------


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.json"):
        evaluate(tmp_path)


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "story.gold.json").write_text(json.dumps(gold()), encoding="utf-8")
    with pytest.raises(InputError, match=r"story\.txt"):
        evaluate(tmp_path)


@pytest.mark.parametrize(
    "damaged",
    [
        "{", "", "\ufeff", "[1, 2]", "3", '"text"', "null", "{}", '{"statements": []}',
        '{"statements": 3, "events": [], "figures": []}',
        '{"statements": [{"content": [{"start": 1}]}], "events": [], "figures": []}',
        '{"statements": [], "events": [{"trigger": "x"}], "figures": []}',
    ],
)  # fmt: skip
def test_a_damaged_gold_is_named(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "story.gold.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(InputError, match=r"story\.gold\.json"):
        evaluate(tmp_path)


def test_a_gold_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "story.gold.json").write_bytes(b'{"id": "\xff\xfe"}')
    with pytest.raises(InputError, match=r"story\.gold\.json"):
        evaluate(tmp_path)
