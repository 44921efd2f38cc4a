"""Write samples/idlib_2019.tmx from samples/idlib_2019.en.tsv (the reviewed translation)."""

from __future__ import annotations

from pathlib import Path

from briefing.translate.tmx import write_tmx

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def pairs(path: Path) -> list[tuple[str, str]]:
    """The pairs of a two-column TSV, as they stand."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(source, target) for source, target in rows]


def main() -> None:
    """Write the file and say how many pairs it holds."""
    out = SAMPLES / "idlib_2019.tmx"
    count = write_tmx(pairs(SAMPLES / "idlib_2019.en.tsv"), out, "ar", "en")
    print(f"{out.name}: {count} sentences")


if __name__ == "__main__":
    main()
