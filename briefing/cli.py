"""The command line: arguments and messages only; the work is in the rooms."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from . import __version__, api, pipeline
from .doctor import Finding, examine
from .errors import BriefingError, InputError, SettingsError, UnreadableArticle
from .model import Briefing, json_schemas
from .settings import Settings, load
from .translate.translator import TranslationReport, translate_articles

app = typer.Typer(
    name="briefing",
    help="Offline bilingual briefings from Arabic news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
_state = {"debug": False}


class TranslateFormat(StrEnum):
    """Output formats of ``briefing translate``."""

    tsv = "tsv"
    txt = "txt"
    json = "json"


Sources = Annotated[
    list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="A briefing.toml.", show_default=False)
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date", help="Publication date of the articles, YYYY-MM-DD.", show_default=False
    ),
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", help="Editions: en, ar, ar+en, joined by commas.", show_default=False),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", help="Files: pdf, html, json, joined by commas.", show_default=False),
]


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback on errors.")] = False,
) -> None:
    _state["debug"] = debug
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.ERROR, format="%(name)s: %(message)s"
    )
    for noisy in ("weasyprint", "fontTools", "trafilatura", "htmldate"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    if version:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.command(epilog="Example: briefing build news/ --out out --lang en,ar --date 2019-07-19")
def build(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("out"),
    lang: LangOption = None,
    format: FormatOption = None,
    date: DateOption = None,
    config: ConfigOption = None,
    gist: Annotated[
        bool,
        typer.Option("--gist", help="Use the weak embedded package; marked on every line."),
    ] = False,
) -> None:
    """Make a briefing from Arabic articles: PDF, HTML and JSON."""
    settings = _settings(config, lang=lang, format=format, gist=gist)
    with _progress() as progress:
        built = pipeline.build(
            sources, out, settings=settings, date=_date(date), progress=progress, on_error=_complain
        )
    for path in built.files:
        typer.echo(str(path))
    _tell(_summary(built.translation, len(built.briefing.articles)))
    if built.translation.advice:
        _tell(built.translation.advice)


@app.command(epilog="Example: briefing extract news/ > facts.json")
def extract(sources: Sources, date: DateOption = None, config: ConfigOption = None) -> None:
    """Print the facts of Arabic articles as one JSON document."""
    facts = api.extract(sources, settings=_settings(config), date=_date(date), on_error=_complain)
    typer.echo(facts.model_dump_json(by_alias=True, indent=1))


@app.command(epilog="Example: briefing translate article.txt --format tsv")
def translate(
    sources: Sources,
    format: Annotated[
        TranslateFormat, typer.Option("--format", help="Layout of the output.")
    ] = TranslateFormat.tsv,
    config: ConfigOption = None,
    gist: Annotated[
        bool, typer.Option("--gist", help="Use the weak embedded package; marked [gist].")
    ] = False,
) -> None:
    """Translate articles sentence by sentence; what fails its checks stays Arabic."""
    settings = _settings(config, gist=gist)
    articles = pipeline.read_articles(sources, settings, on_error=_complain)
    with _progress() as progress:
        report = translate_articles(
            articles, settings, progress=lambda done, total: progress("translate", done, total)
        )
    rows = [(a.id, s) for a in articles for s in a.sentences]
    if format is TranslateFormat.json:
        typer.echo(
            json.dumps(
                [{"article": a, **s.model_dump()} for a, s in rows], ensure_ascii=False, indent=1
            )
        )
    for _, sentence in rows if format is not TranslateFormat.json else []:
        translation = sentence.translation
        text = translation.text if translation and translation.text else None
        mark = _mark(
            translation.origin if translation else "none", translation.flags if translation else []
        )
        if format is TranslateFormat.txt:
            typer.echo(f"{mark}{text}" if text else f"{mark}{sentence.text}")
        else:
            typer.echo(f"{_flat(sentence.text)}\t{_flat(text or '')}\t{mark.strip()}")
    _tell(_summary(report, len(articles)))
    if report.advice:
        _tell(report.advice)


@app.command(epilog="Example: briefing render out/briefing.json --out out --lang ar")
def render(
    file: Annotated[Path, typer.Argument(help="A briefing.json, perhaps edited.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("out"),
    lang: LangOption = None,
    format: FormatOption = "pdf,html",
    config: ConfigOption = None,
) -> None:
    """Render a briefing.json again, after a person edited it."""
    settings = _settings(config, lang=lang, format=format)
    for path in api.render(_read_briefing(file, settings), out, settings=settings):
        typer.echo(str(path))


@app.command(epilog="Example: briefing doctor")
def doctor(config: ConfigOption = None) -> None:
    """Check this machine: Pango, fonts, packages, writable folders, each with its mend."""
    findings: list[Finding] = examine(_settings(config))
    console = Console(highlight=False)
    for finding in findings:
        sign = (
            "[green]ok[/]"
            if finding.good
            else "[yellow]missing[/]"
            if finding.optional
            else "[red]wrong[/]"
        )
        console.print(f"{sign}  {escape(finding.name)}: {escape(finding.text)}")
        if finding.mend:
            console.print(f"    {escape(finding.mend)}")
    if any(not finding.good and not finding.optional for finding in findings):
        raise typer.Exit(1)


@app.command(epilog="Example: briefing schema --out docs/schema")
def schema(
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("docs/schema"),
) -> None:
    """Write the JSON Schemas of briefing.json and of the extracted facts."""
    out.mkdir(parents=True, exist_ok=True)
    for name, document in json_schemas().items():
        path = out / name
        path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        typer.echo(str(path))


@app.command(epilog="Example: briefing evaluate gold/ --errors")
def evaluate(
    folder: Annotated[Path, typer.Argument(help="Folder of ID.gold.json (and ID.txt).")],
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Folder of ID.txt.", show_default=False)
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Print each miss beside its sentence.")
    ] = False,
    config: ConfigOption = None,
) -> None:
    """Score the extraction against annotated articles, layer by layer."""
    from .evaluate import evaluate as run
    from .evaluate import report

    for line in report(run(folder, texts, _settings(config)), errors=errors):
        typer.echo(line)


lexicon_app = typer.Typer(help="The lexicon of the extraction.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")


@lexicon_app.command("check", epilog="Example: briefing lexicon check mine.tsv")
def lexicon_check(
    files: Annotated[list[Path], typer.Argument(help="Your lexicon files (TSV).")],
) -> None:
    """Check your lexicon files: format, entries that change nothing, contradictions."""
    from .extract.lexicon_check import check

    for line in check(files):
        typer.echo(line)


# --- helpers ---------------------------------------------------------------------------


def _settings(
    config: Path | None, *, lang: str | None = None, format: str | None = None, gist: bool = False
) -> Settings:
    settings = load(config)
    changes: dict[str, Any] = settings.model_dump()
    if lang is not None:
        changes["lang"] = [part.strip() for part in lang.split(",") if part.strip()]
    if format is not None:
        changes["format"] = [part.strip() for part in format.split(",") if part.strip()]
    if gist:
        changes["translation"]["gist"] = True
    if lang is None and format is None and not gist:
        return settings
    try:
        return Settings.model_validate(changes)
    except ValueError as error:
        detail = str(error).splitlines()
        raise SettingsError(
            f"--lang takes en, ar, ar+en; --format takes pdf, html, json ({detail[-2].strip()})."
        ) from error


def _date(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"--date {text}: is no date; write it as 2019-07-19.") from error


def _read_briefing(file: Path, settings: Settings) -> Briefing:
    limit = 40 * settings.read.max_bytes
    try:
        if file.stat().st_size > limit:
            raise InputError(f"{file}: is larger than {limit} bytes (setting read.max_bytes × 40).")
        return Briefing.from_json(file.read_bytes())
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}).") from error
    except ValueError as error:
        first: list[Any] = getattr(error, "errors", lambda: [])()
        where = ".".join(str(p) for p in first[0]["loc"]) if first else "start"
        what = first[0]["msg"] if first else str(error)
        raise InputError(f"{file}: at {where}: {what}. Mend it or build it again.") from error


def _flat(text: str) -> str:
    return " ".join(text.split())


def _mark(origin: str, flags: list[str]) -> str:
    if origin == "none":
        return f"[not translated: {', '.join(flags) or 'no text'}] "
    return "" if origin == "reviewed" else f"[{origin}] "


def _summary(report: TranslationReport, articles: int) -> str:
    parts = [
        f"{report.reviewed} of {report.total} sentences from reviewed memory",
        f"{report.machine} from the machine",
    ]
    if report.gist:
        parts.append(f"{report.gist} as gist (weak embedded package, marked)")
    if report.withheld:
        parts.append(f"{report.withheld} withheld: no candidate passed the checks")
    if report.no_package:
        parts.append(f"{report.no_package} left in Arabic: no translation package")
    return f"{articles} article{'s' if articles != 1 else ''}; " + ", ".join(parts) + "."


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def _complain(error: UnreadableArticle) -> None:
    _tell(f"skipped: {error}")


@contextmanager
def _progress() -> Iterator[pipeline.Progress]:
    """A progress bar on a terminal, nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step, done, total: None
        return
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(),
        TextColumn("{task.completed}"), console=console, transient=True,
    ) as bar:  # fmt: skip
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield show


def main() -> None:
    """Run the command line; errors become one sentence and an exit code (1 or 2)."""
    try:
        app(standalone_mode=True)
    except BriefingError as error:
        if _state["debug"]:
            raise
        _tell(f"briefing: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _tell("briefing: stopped.")
        sys.exit(130)
