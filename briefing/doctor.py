"""What this machine has and lacks for Briefing, each with its mend."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass

from .errors import BriefingError
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was looked at, what was found, and the mend when it is not good.

    ``optional`` things are missed but not needed.
    """

    name: str
    good: bool
    text: str
    mend: str | None = None
    optional: bool = False


def examine(settings: Settings) -> list[Finding]:
    """All checks, in the order in which a user would mend them. Opens no socket."""
    return [
        _pango(),
        _fonts(),
        _templates(settings),
        _packages(settings),
        _data(settings),
        _time(settings),
    ]


def _pango() -> Finding:
    mend = (
        "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0; Fedora: dnf install pango; macOS: brew install pango."
    )
    try:
        import weasyprint
        from weasyprint.text.ffi import pango
    except (OSError, ImportError) as error:
        first = (str(error).splitlines() or ["unknown reason"])[0]
        return Finding("PDF engine", False, f"WeasyPrint cannot load Pango ({first})", mend)
    version = pango.pango_version()
    shown = f"{version // 10000}.{version // 100 % 100}.{version % 100}"
    good = version >= 14400  # WeasyPrint's own minimum, 1.44
    return Finding(
        "PDF engine", good, f"WeasyPrint {weasyprint.__version__} with Pango {shown}",
        None if good else mend,
    )  # fmt: skip


def _fonts() -> Finding:
    from .render.fonts import font_folder

    found = sorted(path.name for path in font_folder().glob("*.*tf*"))
    arabic = any("Arabic" in name for name in found)
    return Finding(
        "Fonts", arabic, f"{len(found)} bundled font files",
        None if arabic else "Install Briefing again: its fonts are missing.",
    )  # fmt: skip


def _templates(settings: Settings) -> Finding:
    from .render import template_folder

    try:
        folder = settings.templates or template_folder()
    except BriefingError as error:
        return Finding("Templates", False, str(error), "Install Briefing again.")
    good = folder.is_dir()
    mend = None if good else "Mend the setting templates."
    return Finding("Templates", good, str(folder) if good else f"{folder} is no folder", mend)


def _packages(settings: Settings) -> Finding:
    from .translate.packages import find_route, installed_packages

    target = settings.translation.target
    packages = installed_packages(settings.data_path())
    route = find_route(packages, "ar", target)
    if route:
        return Finding("Translation", True, " → ".join(f"{p.name} {p.version}" for p in route))
    return Finding(
        "Translation", False, f"no Argos package for ar → {target}: facts are still worded, "
        "quotes stay Arabic",
        f"Unpack an Argos ar → {target} package into {settings.data_path() / 'packages'}, or add a "
        "reviewed memory (setting translation.memory).",
        optional=True,
    )  # fmt: skip


def _data(settings: Settings) -> Finding:
    folder = settings.data_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Finding(
            "Data folder", False, f"{folder} cannot be written ({error.strerror})",
            "Make it writable, or name another in the setting data_dir or in BRIEFING_DATA.",
        )  # fmt: skip
    return Finding("Data folder", True, str(folder))


def _time(settings: Settings) -> Finding:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(settings.timezone)
    except (KeyError, ValueError):
        return Finding(
            "Time zone", False, f"{settings.timezone!r} is unknown here",
            "Use an IANA name such as Asia/Beirut; on Windows: pip install tzdata.",
        )  # fmt: skip
    return Finding("Time zone", True, settings.timezone)
