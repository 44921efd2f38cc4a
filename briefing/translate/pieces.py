"""Text to the pieces of a package's vocabulary and back, as argostranslate 1.11 does it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from ..errors import PackageError
from .packages import Package, bpe_available

_MAX_MERGES_BYTES = 64 * 1024 * 1024


class Pieces(Protocol):
    """What the engine needs of a token model."""

    def encode(self, text: str) -> list[str]:
        """The pieces of ``text``."""

    def decode(self, pieces: list[str]) -> str:
        """The text of ``pieces``, without a leading space."""


def load_pieces(package: Package) -> Pieces:
    """The token model of ``package``. Raises PackageError when it cannot be used."""
    if package.tokenizer == "bpe":
        return BpePieces(package)
    return SentencePieces(package.path / "sentencepiece.model")


class SentencePieces:
    """Most packages: one SentencePiece model for both languages."""

    def __init__(self, model: Path) -> None:
        import sentencepiece

        try:
            self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(model))
        except (OSError, RuntimeError) as error:
            raise PackageError(
                f"{model}: is not a SentencePiece model; install the package again."
            ) from error

    def encode(self, text: str) -> list[str]:
        """The pieces of ``text``."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        """The text of ``pieces``. Like argostranslate it turns "_" into a space: many packages
        were trained on text where both marks stood for one."""
        text: str = self._processor.decode_pieces(pieces)
        return _unpadded(text.replace("▁", " ").replace("_", " "))


class BpePieces:
    """Packages converted from OPUS-MT and others: Moses tokens and byte-pair merges.

    argostranslate's own tokeniser is used, so the pieces are the ones it would make.
    """

    def __init__(self, package: Package) -> None:
        model = package.path / "bpe.model"
        if not bpe_available():
            raise PackageError(
                f"{package.name}: uses bpe.model, which needs the Python package sacremoses;"
                " install sacremoses or a package with sentencepiece.model."
            )
        _check_merges(model)
        # Light, and free of the side effects of argostranslate.settings.
        from argostranslate.tokenizer import BPETokenizer

        self._tokenizer: Any = BPETokenizer(model, package.from_code, package.to_code)

    def encode(self, text: str) -> list[str]:
        """The pieces of ``text``."""
        return list(self._tokenizer.encode(text))

    def decode(self, pieces: list[str]) -> str:
        """The text of ``pieces``."""
        return _unpadded(str(self._tokenizer.decode(pieces)))


def _check_merges(model: Path) -> None:
    """Refuse a merge list on which subword-nmt would end the whole process."""
    try:
        if model.stat().st_size > _MAX_MERGES_BYTES:
            raise PackageError(f"{model}: is larger than {_MAX_MERGES_BYTES} bytes.")
        with model.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if number == 1 and line.startswith("#version:"):
                    continue
                if len(line.strip("\r\n ").split(" ")) != 2:
                    raise PackageError(f"{model}: line {number} is not a pair of pieces.")
    except (OSError, UnicodeDecodeError) as error:
        raise PackageError(f"{model}: cannot be read ({error}).") from error


def _unpadded(text: str) -> str:
    return text[1:] if text.startswith(" ") else text
