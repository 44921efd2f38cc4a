from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Article, Sentence, SentenceKind, Translation
from briefing.settings import Settings
from briefing.translate import translator
from briefing.translate.checks import check
from briefing.translate.engine import Engine, shared_engine
from briefing.translate.packages import Package
from briefing.translate.translator import translate_articles, translate_texts

Make = Callable[..., Settings]

BODY = [
    "قالت الشرطة إن ثلاثة أشخاص قتلوا في انفجار سيارة مفخخة.",
    "نزح 400 ألف شخص من ريف إدلب خلال أسبوع.",
    "تظاهر 500 شخص أمام مبنى البرلمان أمس.",
    "أصيب خمسة عشر جندياً بجروح في هجوم قرب الحدود.",
    "قالت مصادر في الشرطة إن المتظاهرين تجمعوا في وسط المدينة.",
    "وأفاد مصدر أمني بمقتل 23 مسلحاً في غارة جوية.",
]


def article(lines: list[str], kinds: list[SentenceKind] | None = None) -> Article:
    text = "\n".join(lines)
    sentences, at = [], 0
    for number, line in enumerate(lines):
        kind: SentenceKind = kinds[number] if kinds else "body"
        sentences.append(
            Sentence(id=f"s{number}", kind=kind, start=at, end=at + len(line), text=line)
        )
        at += len(line) + 1
    return Article(id="a", text=text, sentences=sentences)


def of(document: Article) -> list[Translation | None]:
    return [sentence.translation for sentence in document.sentences]


def test_without_a_package_it_says_so(make_settings: Make) -> None:
    document = article(BODY)
    report = translate_articles([document], make_settings())
    assert all(t == Translation(flags=["no_package"]) for t in of(document))
    assert report.no_package == report.total == len(BODY)
    assert report.packages == []
    assert report.advice is not None
    assert "argospm install translate-ar_en" in report.advice


def test_the_embedded_package_needs_gist(make_settings: Make, starter: Package) -> None:
    settings = make_settings()
    assert translate_texts(BODY, settings)[0].origin == "none"
    assert not (settings.data_path() / "embedded").exists()
    found = translate_texts(BODY, make_settings(gist=True))
    assert {t.origin for t in found} == {"gist", "none"}
    for source, t in zip(BODY, found, strict=True):
        assert t.package == starter.name
        if t.origin == "gist":
            assert t.text
            assert check(source, t.text) == t.flags == []
            assert t.rejected is None
        else:
            assert t.text is None
            assert t.rejected
            assert t.flags == check(source, t.rejected) != []
            assert t.tried == 3


def test_an_installed_package_is_a_machine(make_settings: Make, installed: Package) -> None:
    document = article(BODY)
    report = translate_articles([document, article(BODY)], make_settings(), packages=[installed])
    origins = [t.origin for t in of(document) if t]
    assert set(origins) == {"machine", "none"}
    assert report.machine == 2 * origins.count("machine")
    assert report.withheld == 2 * origins.count("none")
    assert report.packages == ["translate-ar_en 1.9"]
    assert report.advice is None
    assert sum(report.flags.values()) >= report.withheld
    # the best passing one of the n-best was chosen
    engine = Engine([installed], make_settings().translation.decoding)
    for source, t, candidates in zip(BODY, of(document), engine.translate(BODY), strict=True):
        assert t is not None
        passing = [c for c in candidates if not check(source, c.text)]
        assert t.text == (passing[0].text if passing else None)


def test_installed_packages_are_found(
    make_settings: Make, installed: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(installed.path.parent))
    assert translate_texts([BODY[4]], make_settings())[0].package == installed.name


def test_reviewed_beats_the_machine_and_the_file_beats_the_database(
    tmp_path: Path, make_settings: Make, installed: Package
) -> None:
    memory = tmp_path / "m.tsv"
    memory.write_text(f"{BODY[0]}\tReviewed one.\nإدلب – NPA\tIdlib – NPA\n", encoding="utf-8")
    settings = make_settings(memory=[memory])
    with translator.Memory(settings.data_path() / "memory.sqlite") as database:
        database.add_reviewed([(BODY[0], "Older."), (BODY[1], "Reviewed two.")], "en")
    lines = ["إدلب – NPA", "دمشق – سانا", f"  {BODY[0]} ".strip().replace(" ", "\u00a0"), BODY[1]]
    document = article([*lines, BODY[4]], ["dateline", "dateline", "body", "body", "body"])
    report = translate_articles([document], settings, packages=[installed])
    found = of(document)
    assert found[0] == Translation(text="Idlib – NPA", origin="reviewed")
    assert found[1] is None  # composing words it from its parts
    assert found[2] == Translation(text="Reviewed one.", origin="reviewed")
    assert found[3] == Translation(text="Reviewed two.", origin="reviewed")
    assert (report.reviewed, report.skipped, report.total) == (3, 1, 5)


def test_the_second_run_comes_from_the_cache(
    make_settings: Make, installed: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = article(BODY)
    translate_articles([first], make_settings(), packages=[installed])

    def no_engine(*_: Any) -> Engine:
        raise AssertionError("the engine must not run")

    second = article(BODY)
    monkeypatch.setattr(Engine, "stream", no_engine)
    report = translate_articles([second], make_settings(), packages=[installed])
    assert of(second) == of(first)
    assert report.cached == len(BODY)
    monkeypatch.undo()


def test_other_settings_miss_the_cache(make_settings: Make, installed: Package) -> None:
    translate_texts(BODY, make_settings(), packages=[installed])
    again = article(BODY)
    settings = make_settings(decoding={"num_hypotheses": 1})
    assert translate_articles([again], settings, packages=[installed]).cached == 0
    settings = make_settings(decoding={"num_hypotheses": 1, "max_batch_tokens": 64})
    assert translate_articles([again], settings, packages=[installed]).cached == len(BODY)


def test_a_killed_run_keeps_what_it_has(
    make_settings: Make, installed: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translator, "_KEEP_EVERY", 1)
    real = Engine.stream

    def dies(self: Engine, sentences: list[str]) -> Any:
        for count, item in enumerate(real(self, sentences)):
            if count == 4:
                raise KeyboardInterrupt
            yield item

    monkeypatch.setattr(Engine, "stream", dies)
    with pytest.raises(KeyboardInterrupt):
        translate_texts(BODY, make_settings(), packages=[installed])
    monkeypatch.setattr(Engine, "stream", real)
    rest = article(BODY)
    assert translate_articles([rest], make_settings(), packages=[installed]).cached == 4


def test_progress_reaches_the_total(make_settings: Make, installed: Package) -> None:
    seen: list[tuple[int, int]] = []
    lines = [*BODY, BODY[0], "2019", "***", ""]
    translate_texts(
        lines, make_settings(), packages=[installed],
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert seen[-1] == (len(lines), len(lines))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})


def test_what_holds_no_arabic_is_left_alone(make_settings: Make, installed: Package) -> None:
    found = translate_texts(["***", "NPA 2019", BODY[4]], make_settings(), packages=[installed])
    assert [t.flags for t in found[:2]] == [["nothing_to_translate"]] * 2
    assert found[2].tried > 0


def test_a_sentence_that_is_too_long_is_not_cut(make_settings: Make, installed: Package) -> None:
    (found,) = translate_texts([" ".join(["المدينة"] * 600)], make_settings(), packages=[installed])
    assert found.flags == ["too_long_source"]
    assert found.text is None


def test_a_broken_package_is_no_reason_to_stop(
    make_settings: Make, make_package: Callable[..., Path], tmp_path: Path
) -> None:
    path = make_package(tmp_path / "p", "broken")
    (path / "model" / "model.bin").write_bytes(b"nothing")
    package = Package(path, "ar", "en", "1", "broken")
    document = article(BODY)
    report = translate_articles([document], make_settings(), packages=[package])
    assert report.no_package == len(BODY)
    assert report.advice is not None
    assert "install the package again" in report.advice


def test_another_target_pivots(
    make_settings: Make, make_package: Callable[..., Path], tmp_path: Path, installed: Package
) -> None:
    path = make_package(tmp_path / "p", "en_fr", from_code="en", to_code="fr")
    package = Package(path, "en", "fr", "0.1", "translate-en_fr 0.1")
    settings = make_settings(target="fr")
    document = article(BODY)
    report = translate_articles([document], settings, packages=[package, installed])
    assert report.packages == ["translate-ar_en 1.9", "translate-en_fr 0.1"]
    assert report.no_package == 0
    assert all(t and t.package == "translate-ar_en 1.9 + translate-en_fr 0.1" for t in of(document))


def test_nothing_opens_a_socket(make_settings: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    shared_engine.cache_clear()
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found = translate_texts(BODY, make_settings(gist=True))
    assert any(t.origin == "gist" for t in found)


def test_a_fresh_process_needs_no_network_and_no_heavy_import(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import socket, sys
        def refuse(*a, **k): raise AssertionError("a socket was opened")
        socket.socket.connect = refuse
        from pathlib import Path
        from briefing.translate import translator as t
        assert not {"ctranslate2", "sentencepiece", "argostranslate"} & set(sys.modules)
        from briefing.settings import Settings, TranslationSettings
        s = Settings(data_dir=Path(sys.argv[1]), translation=TranslationSettings(gist=True))
        print(t.translate_texts([sys.argv[2]], s)[0].origin)
        assert not {"stanza", "torch", "argostranslate"} & set(sys.modules)
        """
    )
    environ = dict(os.environ, HOME=str(tmp_path), PYTHONIOENCODING="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data"), BODY[4]],
        capture_output=True, text=True, env=environ, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "gist"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data"]  # no Argos folders were made
