"""Everything a user can set, declared once: ``briefing.toml`` → ``Settings``.

A file may hold any part of it; the rest keeps its default. Paths in a file are relative
to the file's folder.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .errors import SettingsError


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Decoding(_Section):
    """How the translation engine decodes; part of the key of cached translations."""

    beam_size: int = Field(4, ge=1, le=16, description="Width of the beam search.")
    num_hypotheses: int = Field(
        3, ge=1, le=16, description="Candidates a sentence for the checks to choose from (n-best)."
    )
    length_penalty: float = Field(0.2, ge=0, le=5, description="As argostranslate uses it.")
    repetition_penalty: float = Field(1.0, ge=0.5, le=3, description="1 switches it off.")
    no_repeat_ngram_size: int = Field(
        0, ge=0, le=10, description="Forbid repeated n-grams of this many pieces; 0 is off."
    )
    max_length_ratio: float = Field(
        2.5, gt=0.5, le=10, description="Most target pieces for each source piece."
    )
    max_batch_tokens: int = Field(2048, ge=32, le=65536, description="Tokens a batch.")


class TranslationSettings(_Section):
    """Translation: which package, which memory, how it decodes."""

    target: str = Field("en", pattern=r"^[a-z]{2,3}$", description="Target language code.")
    memory: list[Path] = Field([], description="TMX or TSV files of reviewed translations.")
    glossary: list[Path] = Field([], description="TSV files: ar, en, kind, note.")
    gist: bool = Field(False, description="Use the weak embedded package, marked on every line.")
    decoding: Decoding = Decoding()


class ReadSettings(_Section):
    """Limits of what is read."""

    max_bytes: int = Field(5_000_000, ge=1000, description="Largest source in bytes.")
    min_arabic: float = Field(
        0.4, ge=0, le=1, description="Least share of Arabic among the letters of an article."
    )
    max_articles: int = Field(10_000, ge=1, description="Most sources in one run.")


class Settings(_Section):
    """All settings. ``load`` reads them from a file."""

    title_en: str = Field("Daily briefing", max_length=200, description="Title, English edition.")
    title_ar: str = Field("الإيجاز اليومي", max_length=200, description="Title, Arabic edition.")
    issue: int = Field(1, ge=1, description="Issue number on the masthead.")
    lang: list[Literal["en", "ar", "ar+en"]] = Field(
        ["en", "ar", "ar+en"], min_length=1, description="Editions to make."
    )
    format: list[Literal["pdf", "html", "json"]] = Field(
        ["pdf", "html", "json"], min_length=1, description="Files to write."
    )
    digits: Literal["latn", "arab"] = Field(
        "latn", description="Digits of the Arabic edition: latn (123) or arab (١٢٣)."
    )
    months: Literal["levant", "gregorian", "both"] = Field(
        "both", description="Arabic month names: تموز, يوليو or تموز/يوليو."
    )
    timezone: str = Field("UTC", description="IANA zone of the information cut-off.")
    templates: Path | None = Field(None, description="Folder whose templates override ours.")
    lexicon: list[Path] = Field([], description="TSV files that extend the lexicon.")
    places: list[Path] = Field([], description="CSV files that extend the place list.")
    data_dir: Path | None = Field(
        None, description="Folder of memory, cache and packages; default: the user's data folder."
    )
    read: ReadSettings = ReadSettings()
    translation: TranslationSettings = TranslationSettings()

    def data_path(self) -> Path:
        """Folder for memory, cache and history: the setting, $BRIEFING_DATA or the user's own."""
        chosen = self.data_dir or os.environ.get("BRIEFING_DATA")
        return Path(chosen) if chosen else Path(platformdirs.user_data_dir("briefing"))


def load(path: Path | None = None) -> Settings:
    """Settings from a TOML file, or the defaults when ``path`` is None.

    Raises SettingsError, naming the file and the setting, when it cannot be read or a
    value is wrong.
    """
    if path is None:
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not valid TOML: {error}.") from error
    try:
        settings = Settings.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}: setting '{where}': {first['msg']}.") from error
    return _resolve(settings, path.parent)


def _resolve(settings: Settings, base: Path) -> Settings:
    """The same settings with relative paths taken from the folder of the file."""
    translation = settings.translation.model_copy(
        update={
            "memory": [base / p for p in settings.translation.memory],
            "glossary": [base / p for p in settings.translation.glossary],
        }
    )
    return settings.model_copy(
        update={
            "translation": translation,
            "templates": base / settings.templates if settings.templates else None,
            "data_dir": base / settings.data_dir if settings.data_dir else None,
            "lexicon": [base / p for p in settings.lexicon],
            "places": [base / p for p in settings.places],
        }
    )
