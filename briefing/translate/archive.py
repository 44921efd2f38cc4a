"""Unpacking package archives that may come from anywhere.

An ``.argosmodel`` file is a zip of one folder. Python's ``extractall`` follows neither links
nor limits: this module checks every entry before the first byte is written and counts the
bytes while they are written, because the sizes in the headers are only claims.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import PackageError

_CHUNK = 1 << 20
#: Below this many bytes a high ratio is harmless (small vocabularies compress well).
_RATIO_FLOOR = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold: entries, unpacked bytes, and unpacked bytes per packed byte.

    The largest packages of the Argos index unpack to about 0.5 GB from 0.3 GB; weights
    hardly compress, so a ratio of 60 leaves room for any real package.
    """

    entries: int = 2000
    total_bytes: int = 3 * 1024**3
    ratio: float = 60.0
    name_bytes: int = 512


def unpack(archive: Path, target: Path, limits: Limits | None = None) -> Path:
    """Unpack ``archive`` into the new folder ``target`` and return it.

    Everything is written to a temporary folder beside ``target`` and renamed at the end, so
    ``target`` is complete or absent. When another process made ``target`` meanwhile, that
    one is kept. Raises PackageError for a file that is no zip archive, is encrypted or
    damaged, goes over ``limits``, or holds an entry that is absolute, leaves the folder, is a
    link or device, or names a file twice; also when the folder cannot be written.
    """
    limits = limits or Limits()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".unpack-", dir=target.parent))
    except OSError as error:
        raise PackageError(
            f"{target.parent}: cannot be written ({error.strerror}); choose another folder with"
            " the setting data_dir or BRIEFING_DATA."
        ) from error
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = _checked(archive, opened, limits)
            _write_all(archive, opened, entries, temporary, limits)
        temporary.chmod(0o755)  # mkdtemp makes it private; a package may be shared
        try:
            temporary.rename(target)
        except OSError:
            if not target.is_dir():  # otherwise another process was faster: use its folder
                raise
        return target
    except PackageError:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise PackageError(f"{archive}: is not a usable zip archive ({error}).") from error
    except OSError as error:
        raise PackageError(f"{archive}: cannot be unpacked to {target} ({error}).") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _checked(
    archive: Path, opened: zipfile.ZipFile, limits: Limits
) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The entries with their relative paths, once all of them are found harmless."""
    infos = opened.infolist()
    if len(infos) > limits.entries:
        raise PackageError(f"{archive}: holds {len(infos)} entries; {limits.entries} are allowed.")
    claimed = sum(info.file_size for info in infos)
    _check_size(archive, claimed, limits)
    seen: set[str] = set()
    checked = []
    for info in infos:
        path = _safe_path(archive, info, limits)
        folded = str(path).casefold()  # a Mac or Windows disk would merge A and a
        if folded in seen:
            raise PackageError(f"{archive}: entry '{info.filename}' is there twice.")
        seen.add(folded)
        checked.append((info, path))
    return checked


def _safe_path(archive: Path, info: zipfile.ZipInfo, limits: Limits) -> PurePosixPath:
    # zipfile cuts names at NUL and turns the system's separator; judge the name as stored.
    name = info.orig_filename
    parts = name.rstrip("/").split("/")
    if (
        not name
        or name.startswith("/")
        or any(char in name for char in "\\:\0")
        or any(part in ("", ".", "..") for part in parts)
        or len(name.encode("utf-8", "surrogatepass")) > limits.name_bytes
    ):
        raise PackageError(f"{archive}: entry {name!r} is not a plain relative path.")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageError(f"{archive}: entry '{name}' is a link or a device.")
    if info.flag_bits & 0x1:
        raise PackageError(f"{archive}: entry '{name}' is encrypted.")
    return PurePosixPath(*parts)


def _check_size(archive: Path, size: int, limits: Limits) -> None:
    if size > limits.total_bytes:
        raise PackageError(f"{archive}: unpacks to more than {limits.total_bytes} bytes.")
    if size > max(_RATIO_FLOOR, limits.ratio * archive.stat().st_size):
        raise PackageError(f"{archive}: unpacks to more than {limits.ratio:g} times its size.")


def _write_all(
    archive: Path,
    opened: zipfile.ZipFile,
    entries: list[tuple[zipfile.ZipInfo, PurePosixPath]],
    folder: Path,
    limits: Limits,
) -> None:
    written = 0
    for info, path in entries:
        place = folder / path
        if info.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(info) as source, place.open("xb") as sink:
            while block := source.read(_CHUNK):
                written += len(block)
                _check_size(archive, written, limits)
                sink.write(block)
            sink.flush()
            os.fsync(sink.fileno())  # the rename must not become visible before the bytes
