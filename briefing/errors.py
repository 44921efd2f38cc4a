"""Every error that Briefing raises on purpose, drawn as a tree.

    BriefingError                    exit code 1: a job failed
    ├── InputError                   exit code 2: what the user gave cannot be used
    │   ├── UnreadableArticle        one article is not usable; the others go on
    │   ├── SettingsError            briefing.toml or a command-line value is wrong
    │   └── DataFileError            a lexicon, glossary, place or memory file is wrong
    ├── PackageError                 a translation package is missing, broken or refused
    ├── TranslationError             the engine failed on a usable package
    └── RenderError                  a template or the PDF engine failed

The message is one sentence a user can act on: the file, the place in it, and the mend.
"""

from __future__ import annotations


class BriefingError(Exception):
    """A job failed; the command line prints the message and ends with code 1."""

    exit_code = 1


class InputError(BriefingError):
    """The user's input cannot be used; the command line ends with code 2."""

    exit_code = 2


class UnreadableArticle(InputError):
    """One source is not a usable Arabic article; the others go on.

    ``source`` is the path or name as the user gave it, ``reason`` the rest of the sentence.
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")


class SettingsError(InputError):
    """A setting has a value that cannot be used."""


class DataFileError(InputError):
    """A data file (lexicon, glossary, places, memory) cannot be used."""


class PackageError(BriefingError):
    """A translation package is missing, broken or refused."""


class TranslationError(BriefingError):
    """The translation engine failed on a usable package."""


class RenderError(BriefingError):
    """A template or the PDF engine failed."""
