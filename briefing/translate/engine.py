"""Running translation packages on CTranslate2.

argostranslate translates a paragraph a call with batches of 32 tokens and decodes all its
sentences as one string. Here all sentences of a run go in together: duplicates once, sorted
by length, in batches filled up to a number of tokens, and every sentence keeps its own
candidates.
"""

from __future__ import annotations

import math
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ..errors import PackageError, TranslationError
from ..settings import Decoding
from .packages import Package
from .pieces import Pieces, load_pieces

#: A source of more pieces than this is not translated, and no translation grows longer: many
#: packages know 256 positions, end marks and prefix included, and fail beyond; argostranslate
#: too stops at 256. CTranslate2 would silently cut a source that is longer than 1024.
MAX_PIECES = 253
#: Decoding limits are computed for steps of this many source pieces, so that what a sentence
#: becomes does not depend on its neighbours in the batch.
_STEP = 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """One translation of a sentence. ``score`` is the log probability, divided by length to
    the power of the length penalty; the sum over both packages of a pivot. Higher is better."""

    text: str
    score: float


@dataclass(slots=True)
class _Batch:
    indices: list[int] = field(default_factory=list)
    pieces: list[list[str]] = field(default_factory=list)
    limit: int = 0


class Engine:
    """Translates along a route of one package, or two that meet in a third language.

    Nothing is loaded before the first sentence. ``threads`` is the number of CPU cores to
    use, by default all that this process may use.
    """

    def __init__(
        self, packages: Sequence[Package], decoding: Decoding, threads: int | None = None
    ) -> None:
        if not packages:
            raise PackageError("No translation package was given; install one for ar → en.")
        self.packages = list(packages)
        self.decoding = decoding
        self.threads = max(1, threads or _cores())
        self._hops = [_Hop(package, decoding, self.threads) for package in self.packages]

    def translate(
        self, sentences: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> list[list[Candidate]]:
        """The candidates of each sentence, best first, in the order of ``sentences``.

        A blank sentence and one of more than MAX_PIECES pieces have none. ``progress`` is
        called with the number of sentences that became ready since its last call. Raises
        PackageError when a package cannot be loaded, TranslationError when it cannot run.
        """
        out: list[list[Candidate]] = [[] for _ in sentences]
        for index, candidates in self.stream(sentences):
            out[index] = candidates
            if progress:
                progress(1)
        return out

    def stream(self, sentences: Sequence[str]) -> Iterator[tuple[int, list[Candidate]]]:
        """Pairs of the index in ``sentences`` and its candidates, as batches become ready.

        Every index comes exactly once, in no particular order. With a pivot, nothing is ready
        before the first package has seen all sentences. Raises as ``translate``.
        """
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(" ".join(sentence.split()), []).append(index)
        for index in places.pop("", []):
            yield index, []
        texts = list(places)
        *first, last = self._hops
        sources = list(texts)
        scores = [0.0] * len(texts)
        for hop in first:
            for at, found in hop.run(sources, hypotheses=1):
                sources[at] = " ".join(found[0].text.split()) if found else ""
                scores[at] += found[0].score if found else 0.0
        for at, found in last.run(sources, hypotheses=self.decoding.num_hypotheses):
            result = [Candidate(c.text, c.score + scores[at]) for c in found]
            for index in places[texts[at]]:
                yield index, list(result)


class _Hop:
    """One package, loaded on first use; safe to use from several threads."""

    def __init__(self, package: Package, decoding: Decoding, threads: int) -> None:
        self.package = package
        self._decoding = decoding
        self._threads = threads
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Pieces] | None = None

    def _load(self) -> tuple[Any, Pieces]:
        with self._lock:
            if self._loaded is None:
                import ctranslate2

                folder = self.package.path / "model"
                try:
                    # One thread a batch and one batch a core is faster than sharing a batch
                    # when there are many; compute_type "auto" because forcing int8 breaks
                    # some packages (argos-translate PR #511).
                    translator = ctranslate2.Translator(
                        str(folder),
                        device="cpu",
                        compute_type="auto",
                        inter_threads=self._threads,
                        intra_threads=1,
                    )
                except (RuntimeError, ValueError, OSError) as error:
                    raise PackageError(
                        f"{folder}: cannot be loaded ({error}); install the package again."
                    ) from error
                self._loaded = (translator, load_pieces(self.package))
            return self._loaded

    def run(self, texts: Sequence[str], hypotheses: int) -> Iterator[tuple[int, list[Candidate]]]:
        if not texts:
            return
        translator, pieces = self._load()
        batches, skipped = self._batches([pieces.encode(text) for text in texts])
        for index in skipped:
            yield index, []
        pending: deque[tuple[_Batch, list[Any]]] = deque()
        try:
            for batch in batches:
                pending.append((batch, self._submit(translator, batch, hypotheses)))
                if len(pending) > 2 * self._threads:  # bounds memory, keeps all cores busy
                    yield from self._collect(pieces, *pending.popleft())
            while pending:
                yield from self._collect(pieces, *pending.popleft())
        except (RuntimeError, ValueError) as error:
            raise TranslationError(f"{self.package.name}: translating failed ({error}).") from error

    def _batches(self, encoded: list[list[str]]) -> tuple[list[_Batch], list[int]]:
        """Batches of sentences of similar length, longest first, and what is not translated."""
        skipped = [i for i, tokens in enumerate(encoded) if not 0 < len(tokens) <= MAX_PIECES]
        order = sorted(set(range(len(encoded))) - set(skipped), key=lambda i: -len(encoded[i]))
        batches: list[_Batch] = []
        for index in order:
            limit = self._limit(len(encoded[index]))
            batch = batches[-1] if batches else None
            if batch is None or batch.limit != limit or self._full(batch):
                batch = _Batch(limit=limit)
                batches.append(batch)
            batch.indices.append(index)
            batch.pieces.append(encoded[index])
        return batches, skipped

    def _full(self, batch: _Batch) -> bool:
        longest = len(batch.pieces[0])
        return longest * (len(batch.pieces) + 1) > self._decoding.max_batch_tokens

    def _limit(self, length: int) -> int:
        """Most target pieces for a source of ``length`` pieces."""
        step = math.ceil(length / _STEP) * _STEP
        return min(MAX_PIECES, math.ceil(step * self._decoding.max_length_ratio))

    def _submit(self, translator: Any, batch: _Batch, hypotheses: int) -> list[Any]:
        decoding, prefix = self._decoding, self.package.target_prefix
        results: list[Any] = translator.translate_batch(
            batch.pieces,
            target_prefix=[[prefix]] * len(batch.pieces) if prefix else None,
            replace_unknowns=True,
            beam_size=max(decoding.beam_size, hypotheses),
            num_hypotheses=hypotheses,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            max_decoding_length=batch.limit,
            max_input_length=0,
            return_scores=True,
            asynchronous=True,
        )
        return results

    def _collect(
        self, pieces: Pieces, batch: _Batch, results: list[Any]
    ) -> Iterator[tuple[int, list[Candidate]]]:
        for index, waiting in zip(batch.indices, results, strict=True):
            result = waiting.result()
            found: dict[str, Candidate] = {}
            for tokens, score in zip(result.hypotheses, result.scores, strict=True):
                text = self._text(pieces, tokens)
                found.setdefault(text, Candidate(text, float(score)))
            yield index, list(found.values())

    def _text(self, pieces: Pieces, tokens: list[str]) -> str:
        text = pieces.decode(tokens)
        prefix = self.package.target_prefix
        if prefix and text.startswith(prefix):
            text = text[len(prefix) :].removeprefix(" ")
        return text


def _cores() -> int:
    """Cores that this process may use (a container may be given fewer than there are)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@lru_cache(maxsize=2)
def shared_engine(packages: tuple[Package, ...], decoding: Decoding) -> Engine:
    """One engine a process for a route and its decoding, so that weights load once."""
    return Engine(packages, decoding)
