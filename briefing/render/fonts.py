"""The bundled fonts: which there are, which a text needs, and their ``@font-face`` rules.

The PDF takes the TrueType files through :mod:`briefing.render.pdf`'s fetcher. The HTML
edition carries WOFF2 data URIs: small ready-made cuts where they hold every character of
the text, and otherwise a cut of the TrueType file to exactly the characters used.
``scripts/build_fonts.py`` makes the files from the ranges below.
"""

from __future__ import annotations

import base64
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..errors import RenderError

#: Scheme of the addresses under which the PDF engine asks for a bundled font.
SCHEME = "briefing-font"

_LATIN = (
    "0020-024F,0259,02B0-02FF,0300-036F,0370-03FF,0400-045F,0490-0491,1E00-1EFF,2000-206F,"
    "2070-209F,20A0-20BF,2100-214F,2212,25CC,FEFF,FFFD"
)
# English, the neighbours' languages and the letters of the usual Arabic transliterations.
_LATIN_SMALL = (
    "0020-007E,00A0-017F,0218-021B,0259,02BB-02BF,0300-0304,0323,0331,1E0C-1E0D,1E24-1E25,"
    "1E2A-1E2B,1E62-1E63,1E6C-1E6D,1E92-1E93,200B-2027,202F-203A,2044,2060,2066-2069,20AC,"
    "2116,2122"
)
_ARABIC = (
    "0020-0021,002C,002E,0030-003A,00A0,00AB,00BB,0600-06FF,0750-077F,08A0-08FF,200B-200F,"
    "2010-2011,204F,25CC,2E41,FB50-FDFF,FE70-FEFF"
)
_ARABIC_SMALL = (
    "0020-0021,002C-002E,0030-003A,00A0,00AB,00BB,0600-061C,061E-063A,0640-0655,0660-0671,"
    "067E,0686,0698,06A4,06A9,06AF,06B5,06BE,06C1,06C6,06CC,06CE,06D2,06D4-06D5,06F0-06F9,"
    "200B-200F,2010-2011,25CC,FDF2"
)
_MATH = "0020,00A0,2190-2199,2200-22FF"
_MATH_SMALL = "0020,00A0,2190-2193,2212,2248,2260,2264-2265"
_SHAPES = "0020,00A0,2190-2199,25A0-25FF,2610-2612,26A0,2713-2718"
_SHAPES_SMALL = "0020,00A0,25A0-25A1,25B2-25B3,25BC-25BD,25C6-25C7,25CB,25CF-25D1,26A0,2713,2717"


@dataclass(frozen=True, slots=True)
class Font:
    """One font file. ``ranges`` is what the TrueType file may be asked for and ``small``
    what its ready WOFF2 holds, both in hexadecimal as in CSS without ``U+``."""

    name: str
    family: str
    weight: int
    style: str
    ranges: str
    small: str

    @property
    def latin(self) -> bool:
        """Whether this is a text font of the Latin script."""
        return self.ranges == _LATIN

    @property
    def whole(self) -> bool:
        """Whether the TrueType file is the untouched original (Arabic: see its README)."""
        return self.family == "Briefing Naskh"


#: Family names are ours, so that a font of the machine can never stand in for a bundled one.
FONTS = (
    Font("NotoSans-Regular", "Briefing Sans", 400, "normal", _LATIN, _LATIN_SMALL),
    Font("NotoSans-Bold", "Briefing Sans", 700, "normal", _LATIN, _LATIN_SMALL),
    Font("NotoSerif-Regular", "Briefing Serif", 400, "normal", _LATIN, _LATIN_SMALL),
    Font("NotoSerif-Bold", "Briefing Serif", 700, "normal", _LATIN, _LATIN_SMALL),
    Font("NotoNaskhArabic-Regular", "Briefing Naskh", 400, "normal", _ARABIC, _ARABIC_SMALL),
    Font("NotoNaskhArabic-Bold", "Briefing Naskh", 700, "normal", _ARABIC, _ARABIC_SMALL),
    Font("NotoSansMath-Regular", "Briefing Math", 400, "normal", _MATH, _MATH_SMALL),
    Font("NotoSansSymbols2-Regular", "Briefing Shapes", 400, "normal", _SHAPES, _SHAPES_SMALL),
)


def font_folder() -> Path:
    """The folder of the bundled fonts."""
    return Path(__file__).parent.parent / "data" / "fonts"


def parse_ranges(ranges: str) -> Iterator[int]:
    """The code points of "0020-007E,00A0".

    >>> [hex(point) for point in parse_ranges("0041-0042,00E9")]
    ['0x41', '0x42', '0xe9']
    """
    for part in ranges.split(","):
        low, _, high = part.partition("-")
        yield from range(int(low, 16), int(high or low, 16) + 1)


def print_faces() -> str:
    """``@font-face`` rules for the PDF: every font, by its :data:`SCHEME` address."""
    return "\n".join(_face(font, f"{SCHEME}:{font.name}.ttf") for font in FONTS)


def screen_faces(text: str) -> str:
    """``@font-face`` rules with data URIs for an HTML page that shows ``text``.

    Only fonts that hold a character of ``text`` are carried.
    Raises RenderError when a font file cannot be read.
    """
    used = frozenset(map(ord, text))
    faces = []
    for font in FONTS:
        wanted = used & _points(font.ranges)
        # A space or a comma is no reason to carry the Arabic font or one of symbols.
        if max(wanted, default=0) < 0x600 and not font.latin:
            continue
        if wanted <= _points(font.small) or not (wanted - _points(font.small)) & _cmap(font.name):
            data = read_font(f"{font.name}.woff2")
        else:
            data = _cut(font, wanted)
        encoded = base64.b64encode(data).decode("ascii")
        faces.append(_face(font, f"data:font/woff2;base64,{encoded}"))
    return "\n".join(faces)


def read_font(name: str) -> bytes:
    """The bytes of the bundled file ``name``. Raises RenderError when it is not one of ours."""
    known = {f"{font.name}.{ext}" for font in FONTS for ext in ("ttf", "woff2")}
    if name not in known:
        raise RenderError(f"{name}: is not a bundled font; use the families of {font_folder()}.")
    try:
        return (font_folder() / name).read_bytes()
    except OSError as error:
        raise RenderError(
            f"{font_folder() / name}: the bundled font cannot be read ({error.strerror}); "
            "install Briefing again."
        ) from error


def uncovered(text: str) -> str:
    """The visible characters of ``text`` that no bundled font holds, sorted, each once."""
    held = _held()
    silent = ("Cc", "Cf", "Zl", "Zp")  # controls and isolates: the engine draws nothing for them
    missing = {c for c in set(text) if ord(c) not in held}
    return "".join(sorted(c for c in missing if unicodedata.category(c) not in silent))


def _face(font: Font, url: str) -> str:
    return (
        f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};'
        f'font-style:{font.style};src:url("{url}")}}'
    )


@lru_cache(maxsize=64)
def _points(ranges: str) -> frozenset[int]:
    return frozenset(parse_ranges(ranges))


@lru_cache(maxsize=64)
def _cmap(name: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(io.BytesIO(read_font(f"{name}.ttf")), lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=1)
def _held() -> frozenset[int]:
    return frozenset().union(*(_cmap(font.name) for font in FONTS))


@lru_cache(maxsize=32)
def _cut(font: Font, points: frozenset[int]) -> bytes:
    """A WOFF2 of ``font`` with ``points``; joining forms follow from the layout tables."""
    return cut(io.BytesIO(read_font(f"{font.name}.ttf")), points, arabic=font.whole)


def cut(source: io.BytesIO, points: Iterable[int], *, arabic: bool) -> bytes:
    """The TrueType font ``source`` cut to ``points``, as WOFF2 bytes.

    All layout features of an Arabic font are kept: without them letters do not join.
    """
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.notdef_outline = True
    if arabic:
        options.layout_features = ["*"]
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()
