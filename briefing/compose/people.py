"""Naming speakers, parties and outlets in a line of either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..arabic.letters import fold
from ..model import Article, Event, Figure, LocalText, Party, Speaker, Statement
from .formats import Format, Words, has_arabic, has_latin, isolate_ltr
from .tables import outlet, spokesman_words

#: Singular words that end like a sound masculine plural.
_NO_PLURAL = frozenset({"تلفزيون", "قانون", "مليون", "بليون", "تعاون", "صهيون", "كانون", "مضمون"})


def role_text(f: Format, speaker: Speaker) -> str:
    """The role with its body: "commander of Jaysh al-Izza", «قائد جيش العزة»; "" when none."""
    if not speaker.role_ar:
        return ""
    role = f.name(speaker.role_ar, speaker.role_en)
    body_ar = speaker.organisation_ar
    if not body_ar or body_ar == speaker.ar or _role_names_body(speaker.role_ar, body_ar):
        return role
    body = f.the(f.name(body_ar, speaker.organisation_en))
    if f.lang == "en":
        return f"{role} of {body}"
    first = fold(speaker.role_ar).split()[0]
    if first in spokesman_words():
        joined = speaker.role_ar if fold(speaker.role_ar).endswith("باسم") else f"{role} باسم"
        return f"{joined} {body}"
    definite = fold(speaker.role_ar).split()[-1].startswith("ال")
    return f"{role} في {body}" if definite else f"{role} {body}"


def _role_names_body(role: str, body: str) -> bool:
    """True when the role already says of what («وزير الدفاع التركي», «وزارة الدفاع التركية»)."""
    if fold(body) in fold(role):
        return True
    stems = {_stem(word) for word in fold(role).split()[1:]}
    return any(_stem(word) in stems for word in fold(body).split()[1:])


def _stem(word: str) -> str:
    return word.removeprefix("ال")[:5]


def speaker_name(f: Format, speaker: Speaker) -> str:
    """The name alone."""
    return f.name(speaker.ar, speaker.en)


def speaker_text(f: Format, speaker: Speaker, *, role: bool = True) -> str:
    """A speaker inside a sentence: "the Russian Ministry of Defence", "Hulusi Akar (Turkish
    Minister of Defence)"."""
    name = f.the(speaker_name(f, speaker))
    if f.lang == "ar" and speaker.kind != "person":
        name = genitive(name)
    words = role_text(f, speaker) if role and speaker.named else ""
    return f"{name} ({words})" if words else name


def speakers_text(f: Format, speakers: Iterable[Speaker], *, role: bool = True) -> str:
    """Several speakers as a list; each is named once."""
    return f.join(speaker_text(f, speaker, role=role) for speaker in unique_speakers(speakers))


def unique_speakers(speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers, each once, with the fullest role that is given."""
    seen: dict[str, Speaker] = {}
    for speaker in speakers:
        known = seen.get(fold(speaker.ar))
        if known is None or (speaker.role_ar and not known.role_ar):
            seen[fold(speaker.ar)] = speaker
    return list(seen.values())


def party_name(f: Format, party: Party) -> str:
    """An actor or target inside a sentence."""
    name = f.the(f.name(party.ar, party.en))
    return genitive(name) if f.lang == "ar" else name


def genitive(ar: str) -> str:
    """An Arabic group after a preposition or a noun: «مقاتلون محليون» → «مقاتلين محليين».

    Only sound masculine plurals show the case without vowel marks; the head and the
    adjectives right after it change.
    """
    words = ar.split(" ")
    for index, word in enumerate(words):
        if len(word) < 5 or not word.endswith("ون") or word.removeprefix("ال") in _NO_PLURAL:
            break
        words[index] = word[:-2] + "ين"
    return " ".join(words)


def parties_text(f: Format, parties: Sequence[Party]) -> str:
    """Several parties as a list, each once; "" when there is none."""
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.entity or fold(party.ar), party)
    return f.join(party_name(f, party) for party in seen.values())


def statement_of(article: Article, identifier: str | None) -> Statement | None:
    """The statement of ``article`` with this id."""
    return next((s for s in article.statements if s.id == identifier), None)


def attributors(article: Article, event: Event) -> list[Speaker]:
    """Who an event is attributed to: the speakers of its statement."""
    statement = statement_of(article, event.attributed_to)
    return list(statement.speakers) if statement else []


def figure_speakers(article: Article, figure: Figure) -> list[Speaker]:
    """Who gives a figure; empty when it is the outlet's own report.

    The statement's speakers, else a speaker of the article with the same entity, else a
    bare name built from the source itself.
    """
    source = figure.source
    if source is None or (source.entity is None and source.statement is None):
        return []
    statement = statement_of(article, source.statement)
    if statement is not None and statement.speakers:
        return list(statement.speakers)
    for other in article.statements:
        for speaker in other.speakers:
            if speaker.entity == source.entity:
                return [speaker]
    if source.ar and source.entity:
        return [Speaker(entity=source.entity, ar=source.ar, en=source.en, kind="organisation")]
    return []


def outlet_name(words: Words, article: Article) -> LocalText:
    """The outlet of an article with its abbreviation: "North Press Agency (NPA)"."""
    ar, en, short = _outlet(article)
    if not ar and not en:
        return words.both(lambda f: f.t("outlet not stated"))
    english = en or words.en.arabic(ar)
    if short and short.lower() != english.lower() and len(short) < len(english):
        english = f"{english} ({short})"
    arabic = ar if has_arabic(ar) else isolate_ltr(ar or english)
    return LocalText(en=english, ar=arabic)


def outlet_short(words: Words, article: Article) -> LocalText:
    """The outlet in a line: its abbreviation where it has one."""
    ar, en, short = _outlet(article)
    if not ar and not en:
        return words.both(lambda f: f.t("the outlet"))
    arabic = ar if has_arabic(ar) else isolate_ltr(ar or short or en)
    return LocalText(en=short or words.en.the(en) or words.en.arabic(ar), ar=arabic)


def has_outlet(article: Article) -> bool:
    """True when the article or its dateline names an outlet."""
    return any(_outlet(article))


def outlet_key(article: Article) -> str:
    """What makes two articles one source: the outlet, or the article when it has none.

    A reprint has the key of the outlet whose text it is.
    """
    if article.reprint is not None:
        return article.reprint.outlet_key
    ar, en, _ = _outlet(article)
    return fold(en or ar) or f"article {article.id}"


def _outlet(article: Article) -> tuple[str, str, str]:
    """(Arabic, English, abbreviation) of the outlet, each "" when not known."""
    line = article.dateline
    agency = line.agency.text.strip() if line and line.agency else ""
    given = (article.outlet or "").strip()
    for name in (agency, given):
        known = outlet(name) if name else None
        if known is not None:
            return known.ar, known.en, known.short
    name = agency or given
    if not name:
        return "", "", ""
    english = (line.agency_en or "") if line and agency else ""
    if not english and not has_arabic(name):
        english = name
    short = name if has_latin(name) and not has_arabic(name) and name != english else ""
    return (name if has_arabic(name) else ""), english, short
