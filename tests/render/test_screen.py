"""The HTML edition in a real browser: nothing sticks out at the side of a phone."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import EDITIONS, html_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --hide-scrollbars"
).split()
VARIANTS = ("sample", "stressed", "hostile")


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt install chromium)")
def test_no_horizontal_scroll_on_phone_and_desk(tmp_path: Path) -> None:
    """One page holds every edition in frames of both widths and measures them."""
    frames = []
    for variant in VARIANTS:
        for edition in EDITIONS:
            page = html.escape(html_of(variant, edition), quote=True)
            for width in (390, 1280):
                name = f"{variant}/{edition}/{width}"
                frames.append(
                    f'<iframe title="{name}" width="{width}" height="800" '
                    f'style="border:0" srcdoc="{page}"></iframe>'
                )
    script = """
      addEventListener("load", async () => {
        const out = [];
        for (const frame of document.querySelectorAll("iframe")) {
          const root = frame.contentDocument.documentElement;
          await frame.contentDocument.fonts.ready;
          out.push([frame.title, root.scrollWidth, root.clientWidth,
                    frame.contentDocument.fonts.check('12px "Briefing Sans"')].join(" "));
        }
        document.getElementById("out").textContent = out.join("\\n");
      });
    """
    harness = tmp_path / "harness.html"
    harness.write_text(
        "<!DOCTYPE html><meta charset=utf-8><title>h</title><pre id=out></pre>"
        + "".join(frames)
        + f"<script>{script}</script>",
        encoding="utf-8",
    )
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM,
            *FLAGS,
            f"--user-data-dir={tmp_path / 'profile'}",
            "--virtual-time-budget=4000",
            "--dump-dom",
            harness.as_uri(),
        ],
        capture_output=True,
        timeout=90,
        check=True,
    )
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found is not None
    rows = [line.split() for line in found.group(1).splitlines()]
    assert len(rows) == len(VARIANTS) * len(EDITIONS) * 2
    assert [row[0] for row in rows if int(row[1]) > int(row[2])] == []
    assert {row[3] for row in rows} == {"true"}
