"""``make bench``: the whole build from a cold process, by step, beside a peer.

usage: python -m benchmarks [--peer PYTHON] [--runs N]

The peer is ``argostranslate.translate``, run by an interpreter that has it in full (it pulls
stanza and torch, so it is not among our own dependencies): ``--peer`` or $BRIEFING_PEER names
it. It gets the same package and the same pre-split sentences. Machines here are noisy: every
number is the median of the runs, taken in turns, and only the ratios mean something.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "idlib_2019.txt"

#: Run in a fresh process; prints seconds by step as JSON on its last line.
_BUILD = """
import json, sys, time
start = time.perf_counter()
from pathlib import Path
from briefing.pipeline import build
from briefing.settings import Settings, load
imported = time.perf_counter() - start
settings = load(Path(sys.argv[2])) if sys.argv[2] != "-" else Settings()
if sys.argv[4] == "gist":
    settings = Settings.model_validate({**settings.model_dump(), "translation": {"gist": True}})
built = build([sys.argv[1]], Path(sys.argv[3]), settings=settings)
print(json.dumps({"import": imported, **built.seconds}))
"""

_OURS = """
import json, sys, time
start = time.perf_counter()
from pathlib import Path
from briefing.settings import Decoding
from briefing.translate.engine import Engine
from briefing.translate.packages import embedded_package
imported = time.perf_counter() - start
sentences = json.loads(Path(sys.argv[1]).read_text())
engine = Engine([embedded_package(Path(sys.argv[2]))], Decoding(num_hypotheses=1))
start = time.perf_counter()
engine.translate(sentences)
print(json.dumps({"import": imported, "translate": time.perf_counter() - start}))
"""

_PEER = """
import json, sys, time
start = time.perf_counter()
from argostranslate import package, translate
imported = time.perf_counter() - start
sentences = json.loads(open(sys.argv[1]).read())
found = [p for p in package.get_installed_packages() if p.from_code == "ar"]
start = time.perf_counter()
# one call a sentence: the pre-split text keeps it from downloading a sentence splitter
one = translate.PackageTranslation(None, None, found[0])
class Whole:
    def split_sentences(self, text):
        return [text]
one.sentencizer = Whole()
for sentence in sentences:
    one.hypotheses(sentence, 1)
print(json.dumps({"import": imported, "translate": time.perf_counter() - start}))
"""


def run(
    python: str, code: str, *arguments: str, env: dict[str, str] | None = None
) -> dict[str, Any]:
    """One cold process: seconds by step, wall seconds and peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    child = subprocess.Popen(
        [python, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT, env={**os.environ, **(env or {})},
    )  # fmt: skip
    peak = 0
    status = Path(f"/proc/{child.pid}/status")
    while child.poll() is None:
        try:
            for line in status.read_text().splitlines():
                if line.startswith("VmHWM"):
                    peak = max(peak, int(line.split()[1]))
        except OSError:
            break
        time.sleep(0.01)
    out, err = child.communicate()
    wall = time.perf_counter() - start
    if child.returncode != 0:
        return {"error": err.strip().splitlines()[-1] if err.strip() else "failed"}
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    steps = json.loads(out.strip().splitlines()[-1])
    return {
        "wall": wall,
        "cpu": cpu,
        "peak_mb": peak / 1024,
        **{f"s:{k}": v for k, v in steps.items()},
    }


def median(results: list[dict[str, Any]]) -> dict[str, float]:
    """The median of each column."""
    keys = results[0].keys()
    return {key: statistics.median(r[key] for r in results) for key in keys}


def show(title: str, row: dict[str, float]) -> None:
    """One result as lines of a table."""
    print(f"\n{title}")
    for key, value in row.items():
        unit = "MB" if key == "peak_mb" else "s"
        print(f"  {key.removeprefix('s:'):>18} {value:8.2f} {unit}")


def bench_build(runs: int) -> None:
    """The whole build of the sample: three languages as PDF and HTML."""
    rows: dict[str, list[dict[str, Any]]] = {"reviewed memory": [], "gist (engine at work)": []}
    for _ in range(runs):
        for name, config, mode in (
            ("reviewed memory", str(ROOT / "samples" / "briefing.toml"), "plain"),
            ("gist (engine at work)", "-", "gist"),
        ):
            with tempfile.TemporaryDirectory() as folder:
                # the embedded package is unpacked once a machine; the cache of translations is cold
                data = Path(tempfile.gettempdir()) / "briefing-bench-data"
                (data / "memory.sqlite").unlink(missing_ok=True)
                rows[name].append(
                    run(sys.executable, _BUILD, str(SAMPLE), config, folder, mode,
                        env={"BRIEFING_DATA": str(data)})
                )  # fmt: skip
    for name, results in rows.items():
        show(
            f"briefing build, cold process, sample, en + ar + ar+en as PDF and HTML — {name}",
            median(results),
        )


def bench_peer(peer: str | None, runs: int) -> None:
    """Our engine and the peer on the same package and sentences, in turns."""
    sentences = [
        line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if len(line.split()) > 3
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = folder / "sentences.json"
        listed.write_text(json.dumps(sentences), encoding="utf-8")
        from briefing.translate.packages import embedded_package

        package = embedded_package(folder / "data")
        packages = folder / "argos"
        packages.mkdir()
        (packages / "translate-ar_en").symlink_to(package.path)
        env = {"ARGOS_PACKAGES_DIR": str(packages), "XDG_DATA_HOME": str(folder / "xdg")}
        ours: list[dict[str, Any]] = []
        theirs: list[dict[str, Any]] = []
        for _ in range(runs):
            ours.append(run(sys.executable, _OURS, str(listed), str(folder / "data")))
            if peer:
                theirs.append(run(peer, _PEER, str(listed), env=env))
        mine = median(ours)
        show(f"our engine, cold process, {len(sentences)} sentences", mine)
        if not peer:
            print("\nno peer: name an interpreter with argostranslate in --peer or $BRIEFING_PEER")
            return
        if "error" in theirs[0]:
            print(f"\nthe peer failed: {theirs[0]['error']}")
            return
        other = median(theirs)
        show("argostranslate.translate, cold process, same package and sentences", other)
        print("\nratios, peer ÷ ours")
        for key in ("wall", "s:import", "s:translate", "peak_mb"):
            print(f"  {key.removeprefix('s:'):>18} {other[key] / mine[key]:8.1f} ×")


def bench_extract() -> None:
    """Articles a second on one core, and how time grows with length."""
    from briefing.pipeline import extract_facts
    from briefing.read import structure

    text = SAMPLE.read_text(encoding="utf-8")
    extract_facts(structure(text))
    print("\nextraction (read structure + extract), one core")
    body = text.split("\n", 3)[3]
    short = " ".join(text.split(" ")[:350])
    longer = [text + "\n" + "\n".join([body] * (times - 1)) for times in (1, 4, 16)]
    for article in (short, *longer):
        start = time.perf_counter()
        count = 0
        while time.perf_counter() - start < 2 or count < 3:
            extract_facts(structure(article))
            count += 1
        each = (time.perf_counter() - start) / count
        words = len(article.split())
        print(
            f"  {words:6d} words: {1 / each:7.1f} articles/s, {each / words * 1e6:6.1f} µs a word"
        )


def main() -> None:
    """Run all benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--peer", default=os.environ.get("BRIEFING_PEER"))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    bench_build(options.runs)
    bench_peer(options.peer, options.runs)
    bench_extract()


main()
