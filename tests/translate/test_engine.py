from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import PackageError, TranslationError
from briefing.settings import Decoding
from briefing.translate.engine import MAX_PIECES, Engine, shared_engine
from briefing.translate.packages import Package, read_package
from briefing.translate.pieces import BpePieces, load_pieces

SENTENCES = [
    "قالت الشرطة إن ثلاثة أشخاص قتلوا في انفجار سيارة مفخخة.",
    "وأعلنت الوزارة وصول المساعدات إلى المدينة.",
    "قصف مدفعي على أطراف البلدة.",
    "أكد الرئيس أن القوات ستبقى في المنطقة حتى نهاية العام.",
]


def test_every_sentence_keeps_its_place(starter: Package) -> None:
    engine = Engine([starter], Decoding())
    expected = {s: engine.translate([s])[0][0].text for s in SENTENCES}
    assert len(set(expected.values())) == len(SENTENCES)
    mixed = [*SENTENCES, "", *SENTENCES, "   "]
    mixed = mixed[5:] + mixed[:5][::-1]
    seen: list[int] = []
    found = engine.translate(mixed, seen.append)
    assert sum(seen) == len(mixed)
    for sentence, candidates in zip(mixed, found, strict=True):
        if sentence.strip():
            assert candidates[0].text == expected[sentence]
        else:
            assert candidates == []


def test_candidates_are_different_and_best_first(starter: Package) -> None:
    found = Engine([starter], Decoding(num_hypotheses=4)).translate(SENTENCES)
    for candidates in found:
        assert 1 <= len(candidates) <= 4
        assert len({c.text for c in candidates}) == len(candidates)
        scores = [c.score for c in candidates]
        assert scores == sorted(scores, reverse=True)
        assert not any(c.text.startswith(" ") or "▁" in c.text for c in candidates)


def test_white_space_does_not_change_a_translation(starter: Package) -> None:
    engine = Engine([starter], Decoding())
    one, two = engine.translate([SENTENCES[0], "  " + SENTENCES[0].replace(" ", " \n ")])
    assert one == two


def test_batches_hold_no_more_tokens_than_asked(starter: Package) -> None:
    engine = Engine([starter], Decoding(max_batch_tokens=64))
    hop = engine._hops[0]
    pieces = [["x"] * n for n in (3, 60, 9, 30, 31, 2, 2, 100)]
    batches, skipped = hop._batches([*pieces, [], ["x"] * (MAX_PIECES + 1)])
    assert skipped == [8, 9]
    assert sorted(i for b in batches for i in b.indices) == list(range(8))
    for batch in batches:
        assert len(batch.pieces) == 1 or len(batch.pieces) * len(batch.pieces[0]) <= 64
        assert max(map(len, batch.pieces)) * 2.5 <= batch.limit <= MAX_PIECES
    assert Engine([starter], Decoding(max_batch_tokens=32)).translate(SENTENCES) == Engine(
        [starter], Decoding()
    ).translate(SENTENCES)


def test_long_sentences_are_left_out_not_cut(starter: Package) -> None:
    long = " ".join(["المدينة"] * 400)
    nearly = " ".join(["و"] * (MAX_PIECES - 20))
    found = Engine([starter], Decoding(max_length_ratio=10)).translate([long, nearly])
    assert found[0] == []
    assert found[1]


def test_a_pivot_feeds_the_best_candidate_on(
    tmp_path: Path, make_package: Callable[..., Path], starter: Package
) -> None:
    # The same weights twice: the second hop is given the English of the first.
    first = read_package(make_package(tmp_path, "a", to_code="fr"))
    second = read_package(make_package(tmp_path, "b", from_code="fr"))
    assert first is not None
    assert second is not None
    direct = Engine([starter], Decoding(num_hypotheses=1))
    step = direct.translate(SENTENCES)
    expected = direct.translate([candidates[0].text for candidates in step])
    found = Engine([first, second], Decoding(num_hypotheses=1)).translate(SENTENCES)
    for got, one, two in zip(found, step, expected, strict=True):
        assert got[0].text == two[0].text
        assert got[0].score == pytest.approx(one[0].score + two[0].score, rel=1e-4)


def test_a_target_prefix_is_taken_off_again(starter: Package) -> None:
    prefixed = replace(starter, target_prefix="▁The")
    found = Engine([prefixed], Decoding()).translate(SENTENCES)
    assert all(candidates for candidates in found)
    plain = Engine([replace(starter, target_prefix="The")], Decoding())
    hop = plain._hops[0]
    pieces = hop._load()[1]
    assert hop._text(pieces, ["▁The", "▁army"]) == "army"
    assert hop._text(pieces, ["▁An", "▁army_x"]) == "An army x"


def test_a_broken_package_is_named(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    path = make_package(tmp_path, "broken")
    (path / "model" / "model.bin").write_bytes(b"nothing")
    package = read_package(path)
    assert package is not None
    with pytest.raises(PackageError, match="broken"):
        Engine([package], Decoding()).translate(SENTENCES)
    path = make_package(tmp_path, "mute")
    (path / "sentencepiece.model").write_bytes(b"nothing")
    package = read_package(path)
    assert package is not None
    with pytest.raises(PackageError, match="mute"):
        Engine([package], Decoding()).translate(SENTENCES)
    with pytest.raises(PackageError):
        Engine([], Decoding())


def test_a_failing_run_is_a_translation_error(starter: Package) -> None:
    engine = Engine([starter], Decoding())
    hop = engine._hops[0]

    class Wrong:
        def encode(self, text: str) -> list[str]:
            return ["x"] * 10

        def decode(self, pieces: list[str]) -> str:
            raise RuntimeError("cannot decode")

    translator, _ = hop._load()
    hop._loaded = (translator, Wrong())
    with pytest.raises(TranslationError, match="starter"):
        engine.translate(["x"])


def test_one_engine_a_process(starter: Package) -> None:
    assert shared_engine((starter,), Decoding()) is shared_engine((starter,), Decoding())


def test_bpe_without_sacremoses_is_refused_by_name(
    tmp_path: Path, make_package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_package(tmp_path, "moses")
    (path / "sentencepiece.model").unlink()
    (path / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\n", encoding="utf-8")
    package = read_package(path)
    assert package is not None
    monkeypatch.setattr(sys.modules["briefing.translate.pieces"], "bpe_available", lambda: False)
    with pytest.raises(PackageError, match="sacremoses"):
        load_pieces(package)
    monkeypatch.setattr(sys.modules["briefing.translate.pieces"], "bpe_available", lambda: True)
    (path / "bpe.model").write_text("t h\nbad line here\n", encoding="utf-8")
    with pytest.raises(PackageError, match="line 2"):
        load_pieces(package)


def test_bpe_pieces_and_back(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    pytest.importorskip("sacremoses")
    path = make_package(tmp_path, "moses", from_code="en")
    (path / "sentencepiece.model").unlink()
    (path / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\n", encoding="utf-8")
    package = read_package(path)
    assert package is not None
    pieces = load_pieces(package)
    assert isinstance(pieces, BpePieces)
    assert pieces.encode("the thing.")[:2] == ["the", "th@@"]
    assert pieces.decode(pieces.encode("the thing.")) == "the thing."
