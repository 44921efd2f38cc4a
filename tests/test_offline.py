"""Offline means offline: with sockets blocked, everything is built all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .conftest import ROOT, SAMPLES

#: Run before the command: every way to a socket raises.
_BLOCK = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
class Refused(socket.socket):
    __init__ = refuse
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.socketpair = refuse
from briefing.cli import main
sys.argv = ["briefing"] + sys.argv[1:]
main()
"""


def _run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "BRIEFING_DATA": str(tmp_path / "data")}
    return subprocess.run(
        [sys.executable, "-c", _BLOCK, *arguments],
        check=False, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=180,
    )  # fmt: skip


def test_everything_is_built_with_sockets_blocked(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = _run(
        tmp_path, "build", str(SAMPLES / "idlib_2019.txt"), "--gist",
        "--config", str(SAMPLES / "briefing.toml"), "--out", str(out),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 7, names
    assert all((out / name).stat().st_size > 10_000 for name in names)


def test_gist_and_extract_open_no_socket(tmp_path: Path) -> None:
    article = SAMPLES / "idlib_2019.txt"
    done = _run(tmp_path, "translate", str(article), "--gist", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert '"origin": "gist"' in done.stdout
    done = _run(tmp_path, "extract", str(article))
    assert done.returncode == 0, done.stderr
    assert '"briefing.facts/1"' in done.stdout


def test_the_guard_itself_catches_a_socket(tmp_path: Path) -> None:
    code = (
        _BLOCK.partition("from briefing")[0]
        + "import urllib.request\nsocket.create_connection(('127.0.0.1', 9))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert "a socket was opened" in done.stderr
