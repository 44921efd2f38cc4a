"""What a user's lexicon files do: counts, entries without effect, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..arabic.letters import fold
from .event_words import load_triggers
from .lexicon import load
from .units import load_units
from .user_lexicon import UserEntry, read_user_files


def check(paths: Sequence[Path]) -> Iterable[str]:
    """Lines of a report on the files. Raises DataFileError for a line that cannot be read."""
    entries = read_user_files(paths)
    counts = Counter(("-" if entry.remove else "+") + entry.category for entry in entries)
    by_kind = ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
    yield f"{len(entries)} entries: {by_kind}"
    seen: dict[tuple[str, tuple[str, ...]], UserEntry] = {}
    notes = 0
    for entry in entries:
        key = (entry.category, entry.words)
        earlier = seen.get(key)
        if earlier is not None and (earlier.attribute, earlier.remove) != (
            entry.attribute, entry.remove,
        ):  # fmt: skip
            notes += 1
            yield f"{entry.place}: «{entry.text}» contradicts {earlier.place}; the later one holds."
        seen[key] = entry
        note = _note(entry)
        if note:
            notes += 1
            yield f"{entry.place}: «{entry.text}» {note}."
    yield "No entry is without effect." if not notes else f"{notes} to look at."


def _note(entry: UserEntry) -> str | None:
    """Why an entry changes nothing in the built-in tables, or None when it does."""
    present = _present(entry)
    if present is None:
        return "names a word class that does not exist"
    if entry.remove and not present:
        return "is not in the built-in lexicon: there is nothing to remove"
    if present and not entry.remove:
        return "is in the built-in lexicon already"
    return None


def _present(entry: UserEntry) -> bool | None:
    """Whether the built-in tables hold the entry as it is; None for an unknown word class."""
    word = entry.words[0]
    lexicon, triggers, units = load(), load_triggers(), load_units()
    if entry.category == "report_verb":
        cues = [c for c in lexicon.cues.get(word, ()) if c.form == "verb"]
        if entry.remove:
            return any(fold(c.lemma) == word for kept in lexicon.cues.values() for c in kept)
        return any(c.stance == entry.attribute for c in cues)
    if entry.category == "word":
        for table in (lexicon, triggers):
            if entry.attribute in table.texts:
                return " ".join(entry.words) in table.texts[entry.attribute]
        return None
    if entry.category in ("event", "event_verb"):
        if len(entry.words) > 1:
            found = dict(triggers.phrases.get(word, ()))
            return found.get(entry.words) == entry.attribute
        names = triggers.verbs if entry.category == "event_verb" else triggers.nouns
        return names.get(word) == entry.attribute if not entry.remove else word in names
    if entry.category == "unit":
        reading = units.counted.get(word)
        return reading is not None and (entry.remove or reading[0] == entry.attribute)
    kinds = units.before
    return word in kinds and (entry.remove or kinds[word] == entry.attribute)
