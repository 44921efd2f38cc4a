"""Finding translation packages without importing argostranslate.

``argostranslate.settings`` makes four folders and reads the environment when it is imported,
so the folder layout is read here. Where packages lie and which setting wins is as in
argostranslate 1.11 (``settings.py``): ARGOS_PACKAGES_DIR, then the same key of its
``settings.json``, then ``argos-translate/packages`` in the XDG data folder.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from ..errors import PackageError
from .archive import Limits, unpack

__all__ = [
    "Limits",
    "Package",
    "bpe_available",
    "embedded_package",
    "find_route",
    "installed_packages",
    "package_folders",
    "read_package",
    "route_key",
    "unpack",
]

_LOG = logging.getLogger("briefing")
_EMBEDDED = "translate-ar_en-starter.argosmodel"
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MAX_METADATA = 256 * 1024


@dataclass(frozen=True)
class Package:
    """An unpacked translation package.

    ``path`` is its folder, ``tokenizer`` the kind of its token model, ``target_prefix`` the
    piece with which every translation must begin ("" for none), ``embedded`` True for the
    weak package that Briefing brings along.
    """

    path: Path
    from_code: str
    to_code: str
    version: str
    name: str
    tokenizer: Literal["sentencepiece", "bpe"] = "sentencepiece"
    target_prefix: str = ""
    embedded: bool = False

    @cached_property
    def key(self) -> str:
        """Stable identity for caches: codes, version, and a hash of weights and token model.

        The same package unpacked elsewhere has the same key. Raises PackageError when a file
        cannot be read.
        """
        digest = hashlib.blake2b(digest_size=12)
        for name in ("model/model.bin", _TOKEN_FILES[self.tokenizer]):
            try:
                with (self.path / name).open("rb") as file:
                    while block := file.read(1 << 20):
                        digest.update(block)
            except OSError as error:
                raise PackageError(f"{self.path / name}: cannot be read ({error}).") from error
        size = (self.path / "model" / "model.bin").stat().st_size
        pair = f"{self.from_code}_{self.to_code}"
        return f"{pair}-{self.version}-{size}-{digest.hexdigest()}"


_TOKEN_FILES = {"sentencepiece": "sentencepiece.model", "bpe": "bpe.model"}


def package_folders(data_path: Path, environ: Mapping[str, str] | None = None) -> list[Path]:
    """Folders that may hold packages, first wins; they need not exist.

    ``data_path`` is Settings.data_path(); its ``packages`` folder comes first, then those of
    argostranslate. An empty environment variable counts as unset: argostranslate would then
    read packages from the working directory.
    """
    env = os.environ if environ is None else environ
    snap = env.get("SNAP")
    home = Path(env["SNAP_USER_DATA"]) if snap and env.get("SNAP_USER_DATA") else Path.home()
    data = Path(env.get("XDG_DATA_HOME") or home / ".local" / "share") / "argos-translate"
    config = Path(env.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate"
    chosen = env.get("ARGOS_PACKAGES_DIR") or _argos_setting(config / "settings.json")
    folders = [data_path / "packages", Path(chosen) if chosen else data / "packages"]
    if snap:
        custom = Path(snap) / "snap_custom"
        folders.append(custom / "packages")
        folders.extend(_subfolders(custom / "content_snap_packages"))
    return folders


def _argos_setting(path: Path) -> str | None:
    try:
        found = json.loads(_small_text(path)).get("ARGOS_PACKAGES_DIR")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        _LOG.warning("%s: ignored, it cannot be read (%s).", path, error)
        return None
    return found if isinstance(found, str) else None


def _small_text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_MAX_METADATA + 1)
    if len(data) > _MAX_METADATA:
        raise ValueError(f"larger than {_MAX_METADATA} bytes")
    return data.decode("utf-8-sig")


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:  # not there, or not ours to read
        return []


def installed_packages(data_path: Path, environ: Mapping[str, str] | None = None) -> list[Package]:
    """All usable translation packages, in the order in which they are preferred.

    A folder with bad metadata or missing files is skipped with a warning in the log
    ``briefing``. Of several packages for one pair, the highest version comes first.
    """
    found: list[Package] = []
    for folder in dict.fromkeys(package_folders(data_path, environ)):
        here = []
        for path in _subfolders(folder):
            try:
                package = read_package(path)
            except PackageError as error:
                _LOG.warning("%s The package is skipped.", error)
                continue
            if package is None:
                continue
            if package.tokenizer == "bpe" and not bpe_available():
                _LOG.warning(
                    "%s: uses bpe.model, which needs the Python package sacremoses."
                    " The package is skipped.", path,
                )  # fmt: skip
                continue
            here.append(package)
        found.extend(sorted(here, key=lambda p: _version(p.version), reverse=True))
    return found


def bpe_available() -> bool:
    """Whether packages with ``bpe.model`` can run: they need the Moses rules of sacremoses."""
    return importlib.util.find_spec("sacremoses") is not None


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part[:9]) for part in re.findall(r"\d+", text)[:4])


def read_package(path: Path, *, embedded: bool = False) -> Package | None:
    """The package in the folder ``path``; None when it is of another type (``sbd`` …).

    Raises PackageError, naming the file, when metadata or a needed file is missing or bad.
    """
    place = path / "metadata.json"
    try:
        metadata = json.loads(_small_text(place))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"{place}: cannot be read ({error}).") from error
    if not isinstance(metadata, dict):
        raise PackageError(f"{place}: must be a JSON object.")
    if metadata.get("type", "translate") != "translate":
        return None
    from_code, to_code = (_code(place, metadata, key) for key in ("from_code", "to_code"))
    version = str(metadata.get("package_version") or "0")[:32]
    tokenizer: Literal["sentencepiece", "bpe"] = "sentencepiece"
    if not (path / "sentencepiece.model").is_file():  # argostranslate looks in this order
        tokenizer = "bpe"
    for needed in ("model/model.bin", _TOKEN_FILES[tokenizer]):
        if not (path / needed).is_file():
            raise PackageError(f"{path}: has no {needed}; install the package again.")
    prefix = metadata.get("target_prefix", "")
    if not isinstance(prefix, str) or len(prefix) > 64:
        raise PackageError(f"{place}: target_prefix must be a short text.")
    return Package(
        path=path,
        from_code=from_code,
        to_code=to_code,
        version=version,
        name=path.name if embedded else f"translate-{from_code}_{to_code} {version}",
        tokenizer=tokenizer,
        target_prefix=prefix,
        embedded=embedded,
    )


def _code(place: Path, metadata: dict[str, Any], key: str) -> str:
    value = metadata.get(key)
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise PackageError(f"{place}: {key} must be a language code such as 'ar'.")
    return value


def embedded_package(data_path: Path) -> Package:
    """The weak package that Briefing brings along, unpacked once under ``data_path``.

    It is for ``--gist``, tests and benchmarks only; ``find_route`` meets it only when a
    caller puts it in the list. Raises PackageError when it cannot be unpacked.
    """
    with resources.as_file(resources.files("briefing") / "data" / _EMBEDDED) as archive:
        try:
            with archive.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
        except OSError as error:
            raise PackageError(f"{archive}: cannot be read ({error}).") from error
        target = data_path / "embedded" / digest
        package = _unpacked(target)
        if package is None:
            _move_away(target)
            unpack(archive, target)
            package = _unpacked(target)
    if package is None:
        raise PackageError(f"{target}: holds no usable package; delete the folder and try again.")
    return package


def _unpacked(target: Path) -> Package | None:
    for folder in _subfolders(target):
        try:
            return read_package(folder, embedded=True)
        except PackageError:  # somebody deleted a file: it is unpacked again
            return None
    return None


def _move_away(target: Path) -> None:
    """Take a damaged unpacked package out of the way, in one step."""
    if target.exists():
        grave = Path(tempfile.mkdtemp(prefix=".old-", dir=target.parent))
        try:
            target.rename(grave / "old")
        except OSError as error:
            raise PackageError(f"{target}: is damaged and cannot be replaced ({error}).") from error
        finally:
            shutil.rmtree(grave, ignore_errors=True)


def find_route(packages: Iterable[Package], source: str, target: str) -> list[Package]:
    """The packages to run one after the other from ``source`` to ``target``; [] for none.

    A direct package wins, else two that meet in a third language, English before others.
    Where several packages serve one pair, the first in ``packages`` is taken.
    """
    pairs: dict[tuple[str, str], Package] = {}
    for package in packages:
        pairs.setdefault((package.from_code, package.to_code), package)
    if source == target:
        return []
    if (source, target) in pairs:
        return [pairs[source, target]]
    pivots = [b for (a, b) in pairs if a == source and (b, target) in pairs and b != source]
    if not pivots:
        return []
    best = min(pivots, key=lambda code: (code != "en", code))
    return [pairs[source, best], pairs[best, target]]


def route_key(route: Sequence[Package]) -> str:
    """Identity of a whole route, for caches. Raises PackageError as ``Package.key`` does."""
    return "+".join(package.key for package in route)
