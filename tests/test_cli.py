"""The command line as a user meets it: output, messages, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app
from briefing.model import Briefing

from .conftest import ROOT, SAMPLES


def briefing(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        input=stdin, check=False, capture_output=True, cwd=ROOT, env=dict(os.environ), timeout=180,
    )  # fmt: skip


def test_every_command_has_help_with_an_example() -> None:
    runner = CliRunner()
    for command in ("build", "extract", "translate", "render", "doctor", "schema", "evaluate"):
        result = runner.invoke(app, [command, "--help"])
        assert result.exit_code == 0
        assert f"Example: briefing {command}" in " ".join(result.output.split())


def test_build_then_edit_then_render(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = briefing(
        "build", str(SAMPLES / "idlib_2019.txt"), "--config", str(SAMPLES / "briefing.toml"),
        "--out", str(out), "--lang", "en", "--format", "html,json", "--date", "2019-07-19",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "21 of 21 sentences from reviewed memory" in done.stderr.decode()
    assert (out / "daily_briefing_en_20190719.html").exists()
    document = json.loads((out / "briefing.json").read_text(encoding="utf-8"))
    document["masthead"]["title"]["en"] = "Edited by a person"
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(document), encoding="utf-8")
    done = briefing(
        "render", str(edited), "--out", str(tmp_path / "again"), "--lang", "en", "--format", "html"
    )
    assert done.returncode == 0, done.stderr
    page = next((tmp_path / "again").glob("*.html")).read_text(encoding="utf-8")
    assert "Edited by a person" in page


def test_one_bad_file_never_loses_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_bytes((SAMPLES / "idlib_2019.txt").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "english.txt").write_text(
        "Nothing Arabic is written here at all.\n" * 5, encoding="utf-8"
    )
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    done = briefing("extract", str(folder))
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["articles"]) == 1
    complaints = done.stderr.decode().splitlines()
    assert len(complaints) == 3, complaints
    assert all(line.startswith("skipped: ") for line in complaints)


def test_nothing_usable_is_exit_code_2(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = briefing("build", str(empty), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    message = done.stderr.decode()
    assert "empty.txt" in message
    assert "Traceback" not in message
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "x.txt", "--lang", "fr"], "--lang takes en, ar, ar+en"),
        (["build", "x.txt", "--date", "yesterday"], "--date yesterday"),
        (["build", "x.txt", "--config", "nowhere.toml"], "nowhere.toml"),
        (["render", "nowhere.json"], "nowhere.json"),
    ],
)
def test_wrong_input_is_one_sentence_and_code_2(arguments: list[str], words: str) -> None:
    done = briefing(*arguments)
    assert done.returncode == 2
    message = done.stderr.decode()
    assert words in message
    assert "Traceback" not in message


def test_a_damaged_briefing_names_the_place(tmp_path: Path) -> None:
    file = tmp_path / "briefing.json"
    file.write_text('{"schema": "briefing/1", "masthead": {"title": 3}}', encoding="utf-8")
    done = briefing("render", str(file))
    assert done.returncode == 2
    assert "masthead.title" in done.stderr.decode()


def test_standard_input_and_translate_layouts() -> None:
    text = "قال الوزير إن 12 شخصاً قتلوا في حلب.\n".encode()
    done = briefing("translate", "-", "--format", "tsv", stdin=text)
    assert done.returncode == 0, done.stderr
    source, target, mark = done.stdout.decode().rstrip("\n").split("\t")
    assert source.startswith("قال الوزير")
    assert target == ""
    assert mark == "[not translated: no_package]"
    assert "no translation package" in done.stderr.decode()
    marked = briefing("translate", "-", "--format", "txt", "--gist", stdin=text)
    assert marked.stdout.decode().startswith(("[gist] ", "[not translated: "))


def test_schema_files_are_up_to_date(tmp_path: Path) -> None:
    done = briefing("schema", "--out", str(tmp_path))
    assert done.returncode == 0
    for file in tmp_path.iterdir():
        kept = ROOT / "docs" / "schema" / file.name
        assert kept.read_text(encoding="utf-8") == file.read_text(encoding="utf-8"), (
            f"{kept} is old: run `briefing schema`"
        )


def test_doctor_tells_what_is_missing_and_how_to_mend_it() -> None:
    done = briefing("doctor")
    assert done.returncode == 0, done.stdout
    report = done.stdout.decode()
    for name in ("PDF engine", "Fonts", "Templates", "Translation", "Data folder", "Time zone"):
        assert name in report
    assert "packages" in report  # where to put a translation package


def test_library_calls(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from briefing import build, extract, render, translate\n"
        "from briefing.settings import Settings\n"
        f"source = Path({str(SAMPLES / 'idlib_2019.txt')!r})\n"
        "s = Settings(lang=['en'], format=['html'])\n"
        f"built = build([source], Path({str(tmp_path)!r}), settings=s)\n"
        "assert len(built.files) == 1\n"
        "assert extract([source]).articles[0].statements\n"
        "assert translate(['مرحبا'])[0].origin == 'none'\n"
        f"assert render(built.briefing, Path({str(tmp_path)!r}), settings=s)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


def test_built_json_round_trips_byte_for_byte(tmp_path: Path) -> None:
    done = briefing(
        "build", str(SAMPLES / "idlib_2019.txt"), "--out", str(tmp_path), "--format", "json"
    )
    assert done.returncode == 0, done.stderr
    data = (tmp_path / "briefing.json").read_bytes()
    assert Briefing.from_json(data).to_json().encode() == data
