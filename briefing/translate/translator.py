"""From sentences to translations: reviewed memory, then the cache, then the package.

What a person reviewed wins. A machine's candidate is used only when it passes every check;
otherwise the sentence stays untranslated, with the names of the checks that failed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..arabic.letters import arabic_share
from ..errors import PackageError
from ..model import Article, Translation
from ..settings import Decoding, Settings
from .checks import check
from .engine import Candidate, shared_engine
from .memory import Memory, load_reviewed, normalise
from .packages import Package, embedded_package, find_route, installed_packages, route_key

_SOURCE = "ar"
#: So many results are written to the cache at once: what a killed run loses at most.
_KEEP_EVERY = 64

#: argospm works only beside a full Argos Translate: it imports what Briefing leaves out.
_ADVICE = (
    "No translation package for {source} → {target} is installed: unpack an Argos .argosmodel"
    " file (a zip) for it into the folder packages of Briefing's data folder, or run"
    " `argospm install translate-{source}_{target}` where Argos Translate is installed in full,"
    " or name a reviewed memory in the setting translation.memory."
)

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class TranslationReport:
    """What became of the sentences of a run, each counted once.

    ``withheld`` are those of which no candidate passed, ``skipped`` those with nothing to
    translate (no Arabic, or a dateline that composing words itself); ``cached`` tells how
    many of machine, gist and withheld came from the cache. ``flags`` counts failed checks,
    ``packages`` names the route, ``advice`` is a sentence with the command that mends what is
    missing, or None.
    """

    reviewed: int = 0
    machine: int = 0
    gist: int = 0
    withheld: int = 0
    no_package: int = 0
    skipped: int = 0
    cached: int = 0
    flags: dict[str, int] = field(default_factory=dict)
    packages: list[str] = field(default_factory=list)
    advice: str | None = None

    @property
    def total(self) -> int:
        """All sentences."""
        return (
            self.reviewed + self.machine + self.gist + self.withheld + self.no_package
            + self.skipped
        )  # fmt: skip


def translate_articles(
    articles: Sequence[Article],
    settings: Settings,
    *,
    progress: Progress | None = None,
    packages: Sequence[Package] | None = None,
) -> TranslationReport:
    """Fill ``sentence.translation`` of every sentence of all articles, in one batch.

    A dateline gets one only from reviewed memory: composing words it from its parts.
    ``progress`` is called with the sentences done and their total; ``packages`` replaces the
    installed ones. Without a package, sentences that nobody reviewed have origin "none" and
    the flag ``no_package``. Never opens a socket. Raises DataFileError for a bad memory file
    and TranslationError when a loaded package fails.
    """
    run = _Run(settings, packages)
    sentences = [sentence for article in articles for sentence in article.sentences]
    wanted = [sentence.kind != "dateline" for sentence in sentences]
    found = run.translate([sentence.text for sentence in sentences], wanted, progress)
    for sentence, translation in zip(sentences, found, strict=True):
        sentence.translation = translation
    return run.report


def translate_texts(
    texts: Sequence[str],
    settings: Settings,
    *,
    progress: Progress | None = None,
    packages: Sequence[Package] | None = None,
) -> list[Translation]:
    """The translations of single sentences, in their order; otherwise as
    ``translate_articles``."""
    run = _Run(settings, packages)
    found = run.translate(texts, [True] * len(texts), progress)
    return [translation or Translation() for translation in found]


class _Run:
    """One call: the settings, the route, and the counts."""

    def __init__(self, settings: Settings, packages: Sequence[Package] | None) -> None:
        self.settings = settings
        self.report = TranslationReport()
        self._target = settings.translation.target
        self._reviewed = load_reviewed(settings.translation.memory, _SOURCE, self._target)
        self._given = packages

    def translate(
        self, texts: Sequence[str], wanted: Sequence[bool], progress: Progress | None
    ) -> list[Translation | None]:
        out: list[Translation | None] = [None] * len(texts)
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            if progress and count:
                progress(done, len(texts))

        with Memory(self.settings.data_path() / "memory.sqlite") as memory:
            open_: dict[str, list[int]] = {}
            for index, text in enumerate(texts):
                key = normalise(text)
                reviewed = self._reviewed.get(key) or memory.reviewed(key, self._target)
                if reviewed is not None:
                    out[index] = Translation(text=reviewed, origin="reviewed")
                elif wanted[index] and arabic_share(key) == 0:
                    out[index] = Translation(flags=["nothing_to_translate"])
                elif wanted[index]:
                    open_.setdefault(key, []).append(index)
            advance(len(texts) - sum(map(len, open_.values())))
            for key, translation, cached in self._machine(list(open_), memory):
                for index in open_[key]:
                    out[index] = translation.model_copy(deep=True)
                self.report.cached += cached * len(open_[key])
                advance(len(open_[key]))
        self._count(out)
        return out

    def _machine(
        self, sources: list[str], memory: Memory
    ) -> Iterator[tuple[str, Translation, bool]]:
        """Source, translation, and whether it came from the cache, for every source once."""
        rest = dict.fromkeys(sources)
        try:
            for item in self._translated(sources, memory):
                rest.pop(item[0])
                yield item
        except PackageError as error:
            # A briefing is made without a package too; the report says what to mend.
            self.report.advice = str(error)
            self.report.packages = []
            for source in rest:
                yield source, Translation(flags=["no_package"]), False

    def _translated(
        self, sources: list[str], memory: Memory
    ) -> Iterator[tuple[str, Translation, bool]]:
        if not sources:
            return
        route = self._route()
        key = route_key(route)
        gist = any(package.embedded for package in route)
        name = " + ".join(package.name for package in route)
        self.report.packages = [package.name for package in route]
        decoding = _decoding_key(self.settings.translation.decoding)
        cached = memory.candidates(key, decoding, self._target, sources)
        for source, candidates in cached.items():
            yield source, self._choose(source, candidates, name, gist), True
        missing = [source for source in sources if source not in cached]
        for source, candidates in self._fresh(missing, route, key, memory):
            yield source, self._choose(source, candidates, name, gist), False

    def _route(self) -> list[Package]:
        data = self.settings.data_path()
        packages = list(self._given) if self._given is not None else installed_packages(data)
        if self.settings.translation.gist:
            packages = [embedded_package(data), *packages]
        route = find_route(packages, _SOURCE, self._target)
        if not route:
            raise PackageError(_ADVICE.format(source=_SOURCE, target=self._target))
        return route

    def _fresh(
        self, sources: list[str], route: list[Package], key: str, memory: Memory
    ) -> Iterator[tuple[str, list[Candidate]]]:
        if not sources:  # all of it was cached: the weights are not even loaded
            return
        decoding = self.settings.translation.decoding
        engine = shared_engine(tuple(route), decoding)
        waiting: list[tuple[str, list[Candidate]]] = []

        def keep() -> None:
            memory.keep(key, _decoding_key(decoding), self._target, waiting)
            waiting.clear()

        try:
            for index, candidates in engine.stream(sources):
                if candidates:
                    waiting.append((sources[index], candidates))
                if len(waiting) >= _KEEP_EVERY:
                    keep()
                yield sources[index], candidates
        finally:
            if waiting:
                keep()

    def _choose(
        self, source: str, candidates: Sequence[Candidate], package: str, gist: bool
    ) -> Translation:
        """The best candidate that passes every check, or the reasons why none does."""
        if not candidates:
            return Translation(flags=["too_long_source"], package=package)
        first: list[str] = []
        for tried, candidate in enumerate(candidates, 1):
            failed = check(source, candidate.text, self._target)
            if not failed:
                return Translation(
                    text=candidate.text,
                    origin="gist" if gist else "machine",
                    package=package,
                    score=round(candidate.score, 4),
                    tried=tried,
                )
            first = first or failed
        return Translation(
            flags=first,
            package=package,
            score=round(candidates[0].score, 4),
            tried=len(candidates),
            rejected=candidates[0].text,
        )

    def _count(self, translations: Iterable[Translation | None]) -> None:
        report, flags = self.report, Counter[str]()
        for item in translations:
            if item is None or item.flags == ["nothing_to_translate"]:
                report.skipped += 1
                continue
            flags.update(item.flags)
            if item.origin == "reviewed":
                report.reviewed += 1
            elif item.origin == "machine":
                report.machine += 1
            elif item.origin == "gist":
                report.gist += 1
            elif "no_package" in item.flags:
                report.no_package += 1
            else:
                report.withheld += 1
        report.flags = dict(sorted(flags.items(), key=lambda pair: (-pair[1], pair[0])))


def _decoding_key(decoding: Decoding) -> str:
    """The settings on which a translation depends; the batch size only sets the speed."""
    values = decoding.model_dump(exclude={"max_batch_tokens"})
    return json.dumps(values, sort_keys=True)
