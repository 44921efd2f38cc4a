"""Make ``briefing/data/fonts`` from the fonts of the Debian package ``fonts-noto-core``.

    python scripts/build_fonts.py [FOLDER WITH THE NOTO FONTS]

Noto Naskh Arabic is copied whole for the PDF. The Latin and symbol fonts are cut to the
ranges of ``briefing.render.fonts``, because each is half a megabyte otherwise. Every font
is also written as a small WOFF2 for the HTML edition. Needs fontTools and brotli.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset

from briefing.render.fonts import FONTS, cut, font_folder, parse_ranges

SOURCE = Path("/usr/share/fonts/truetype/noto")

#: Features of the Latin fonts; small capitals and stylistic sets are a third of a font.
LAYOUT = ["kern", "mark", "mkmk", "ccmp", "liga", "locl", "lnum", "tnum", "pnum", "case", "rtlm"]


def narrow(path: Path, ranges: str) -> bytes:
    """The TrueType font of ``path`` with only ``ranges``, without hinting."""
    options = subset.Options()
    options.layout_features = LAYOUT
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    font = subset.load_font(str(path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=parse_ranges(ranges))
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def main(source: Path) -> None:
    """Write every font and print its size."""
    folder = font_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for font in FONTS:
        path = source / f"{font.name}.ttf"
        plain = path.read_bytes() if font.whole else narrow(path, font.ranges)
        packed = cut(io.BytesIO(plain), parse_ranges(font.small), arabic=font.whole)
        (folder / path.name).write_bytes(plain)
        (folder / path.name).with_suffix(".woff2").write_bytes(packed)
        print(f"{font.name}: {len(plain) / 1024:.0f} KiB, woff2 {len(packed) / 1024:.0f} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
