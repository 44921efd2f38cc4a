"""Reprints: articles of a day that are the same text, near enough.

MinHash over shingles of words with banding (locality-sensitive hashing), so that thousands of
articles are compared in near-linear time; each candidate pair is then compared exactly. A
text counts as a reprint when most of the shorter one stands in the longer one, which also
finds reprints that were cut. Sources: Broder 1997 (resemblance and containment); Leskovec,
Rajaraman, Ullman, Mining of Massive Datasets, ch. 3. The standard library does: datasketch
would bring numpy and scipy for forty lines.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from ..arabic.tokens import tokenize
from ..model import Article, Reprint
from .people import outlet_key

#: Words a shingle; short enough to survive a changed word, long enough to be a text's own.
SHINGLE = 4
#: Bands × rows of the signature: pairs at a resemblance of 0.35 meet with probability 0.94.
BANDS, ROWS = 64, 3
#: Share of the shorter text's shingles that must stand in the longer one.
CONTAINED = 0.8
#: Texts of fewer shingles are not compared: agencies' one-line alerts are alike by nature.
SHORTEST = 40

_PRIME = (1 << 61) - 1


def mark_reprints(articles: Sequence[Article]) -> None:
    """Set ``article.reprint`` on each article that repeats an earlier one of the sequence."""
    shingles = [_shingles(article) for article in articles]
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        if len(own) < SHORTEST:
            continue
        signature = _signature(own)
        candidates: set[int] = set()
        for band in range(BANDS):
            key = (band, tuple(signature[band * ROWS : (band + 1) * ROWS]))
            candidates.update(buckets[key])
            buckets[key].append(number)
        for earlier in sorted(candidates):
            if _repeats(own, shingles[earlier]):
                original = articles[earlier].reprint
                articles[number].reprint = original or Reprint(
                    article=articles[earlier].id, outlet_key=outlet_key(articles[earlier])
                )
                break


def _shingles(article: Article) -> frozenset[int]:
    """Hashes of the runs of words of the body."""
    words = [
        token.text
        for sentence in article.sentences
        if sentence.kind in ("body", "subheading")
        for token in tokenize(article.text, sentence.start, sentence.end)
        if token.is_word
    ]
    return frozenset(
        _hash(" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)
    )


def _hash(text: str) -> int:
    """A 60-bit hash that is the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") >> 4


def _signature(shingles: frozenset[int]) -> list[int]:
    """MinHash: the least value under each of ``BANDS`` × ``ROWS`` linear permutations."""
    return [
        min((a * shingle + b) % _PRIME for shingle in shingles)
        for a, b in ((2 * _hash(f"a{row}") + 1, _hash(f"b{row}")) for row in range(BANDS * ROWS))
    ]


def _repeats(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= CONTAINED * min(len(one), len(other))
