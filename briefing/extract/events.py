"""Events: military and security acts, one entry an act, with who, where, when, how sure.

A trigger alone gives recall and noise; an event is kept when it is realised: a verb, or a
noun of action that stands in its clause with an actor, a place, a casualty or a time, and
that is not a second mention of an act already listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..arabic.dates import TimeExpression
from ..arabic.letters import fold, strip_forms
from ..model import (
    ActionType,
    Casualties,
    Event,
    EventTime,
    Figure,
    Modality,
    NamedSpan,
    Party,
    Place,
    Plover,
    Span,
    Statement,
    TimeRelation,
)
from .document import Document
from .event_words import ACLED, GROUP, PLOVER, Triggers, load_triggers, phrase_at
from .lexicon import Lexicon
from .phrases import NounPhrase, bare, is_adjective, is_time, noun_phrase

_COMMAS = ("،", ",", "؛")
_ENDS = (".", "؟", "!", "…", ":")
_CLAUSE_WORDS = frozenset("فيما بينما حيث حين لكن كما اذ".split())
_PASSIVE_LINKS = frozenset(
    "شنها شنه شنتها شنته نفذها نفذه نفذتها نفذته نفذهما اطلقتها اطلقها نفذتهما".split()
)


@dataclass(slots=True)
class Found:
    """A trigger with what its clause says of it."""

    first: int
    last: int
    start: int
    action: ActionType
    form: str
    prefix: str
    clause: tuple[int, int]
    sentence: int
    definite: bool
    actor: list[Party] = field(default_factory=list)
    target: list[Party] = field(default_factory=list)
    places: list[tuple[int, Place]] = field(default_factory=list)
    time: EventTime | None = None
    weapon: NamedSpan | None = None
    casualties: Casualties = field(default_factory=Casualties)
    modality: Modality = "asserted"
    cues: list[str] = field(default_factory=list)
    relation: TimeRelation = "current"
    statement: Statement | None = None
    headline: bool = False
    implicit: str | None = None

    @property
    def group(self) -> str:
        return GROUP.get(self.action, self.action)

    @property
    def place_ids(self) -> set[str]:
        return {p.place for _, p in self.places}


class _Finder:
    """The events of one document."""

    def __init__(
        self, document: Document, lexicon: Lexicon, places: list[tuple[int, int, Place]],
        statements: list[Statement], figures: list[Figure], times: list[TimeExpression],
    ) -> None:  # fmt: skip
        self.document, self.lexicon = document, lexicon
        self.words = document.words
        self.places, self.statements, self.figures = places, statements, figures
        self.times = times
        self.triggers = load_triggers()

    def run(self) -> list[Event]:
        found: list[Found] = []
        for sentence in range(len(self.document.sentences)):
            if self.document.sentences[sentence].kind in ("headline", "body", "subheading"):
                found.extend(self._sentence(sentence))
        kept = self._merge(found)
        return [self._event(item, number) for number, item in enumerate(kept, 1)]

    # -- one sentence --

    def _sentence(self, sentence: int) -> list[Found]:
        document, words = self.document, self.words
        first, last = document.sentence_first[sentence], document.sentence_last[sentence]
        out: list[Found] = []
        index = first
        while index < last:
            item = self._trigger(index, first, last, sentence)
            if item is None:
                index += 1
                continue
            index = item.last
            out.append(item)
        for position, item in enumerate(out):
            self._fill(item, out[position + 1] if position + 1 < len(out) else None)
        out = [item for item in out if self._realised(item)]
        out = self._merge_in_sentence(out)
        self._casualties(out, sentence)
        if words and document.sentences[sentence].kind != "body":
            for item in out:
                item.headline = True
        return out

    def _trigger(self, index: int, first: int, last: int, sentence: int) -> Found | None:
        words, triggers = self.words, self.triggers
        if any(
            tuple(words[index + back : index + back + len(p)]) == p
            for p in triggers.word_phrases["not_event"] for back in (0, -1, -2)
            if index + back >= 0
        ):  # fmt: skip
            return None
        phrase = phrase_at(triggers, words, index, last)
        form, action, length, prefix = "", None, 1, ""
        if phrase is not None:
            length, action, prefix = phrase
            form = "phrase"
        else:
            for candidate, rest in strip_forms(words[index]):
                if rest in triggers.verbs and candidate in ("", "و", "ف"):
                    if self._is_verb(index, rest, candidate):
                        action, form, prefix = triggers.verbs[rest], "verb", candidate
                        break
                if rest in triggers.nouns:
                    action, form, prefix = triggers.nouns[rest], "noun", candidate
                    break
        if action is None:
            return None
        if (
            self._is_place(index)
            or self._is_name(index)
            or not self._has_object(words[index].removeprefix("و"), index, last)
        ):
            return None
        token = self.document.tokens[index]
        start = token.start + (
            len(prefix) - (2 if prefix.endswith("ال") else 0) if prefix and prefix != "ال" else 0
        )
        if prefix == "لل":
            start = token.start
        definite = words[index].startswith(("ال", "وال", "بال", "لل", "فال")) or (
            form != "verb" and words[index].endswith(("هم", "ها")) and len(words[index]) > 5
        )
        end = index + length
        while form != "verb" and end < last and end - index < 4 and self._modifies(end, definite):
            end += 1
        clause = self._clause(index, first, last)
        action = self._retype(action, index, end, clause)
        return Found(index, end, start, action, form, prefix, clause, sentence, definite)

    def _has_object(self, verb: str, index: int, last: int) -> bool:
        """Verbs that are attacks only with the right object or subject («أطلقت … النار»)."""
        words, table = self.words, self.triggers.words
        if verb in ("اطلق", "اطلقت", "اطلقوا"):
            return any(w in table["fire_objects"] for w in words[index + 1 : min(last, index + 7)])
        if verb in ("سقطت", "سقط"):
            around = words[max(0, index - 4) : index] + words[index + 1 : index + 3]
            return any(w in table["shells"] for w in around)
        return True

    def _is_verb(self, index: int, word: str, prefix: str) -> bool:
        """Perfect verbs share their letters with nouns («قصف»): position decides."""
        words = self.words
        if word not in self.triggers.nouns:
            return True
        previous = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        if previous in (
            "من",
            "في",
            "عن",
            "الي",
            "علي",
            "بعد",
            "عقب",
            "جراء",
            "اثر",
            "خلال",
            "نتيجه",
            "بسبب",
            "منذ",
            "مع",
            "وسط",
            "سلسله",
            "عمليه",
        ):
            return False
        if (is_adjective(following) and not following.startswith("ال")) or following in (
            "مدفعي",
            "جوي",
            "صاروخي",
            "عنيف",
            "مكثف",
            "اسراييلي",
            "روسي",
            "تركي",
        ):
            return False
        opens = not previous or previous in _COMMAS + _ENDS or previous in _CLAUSE_WORDS
        return (opens or prefix != "") and following.startswith(
            ("ال", "قوات", "طيران", "جيش", "طاير", "سلاح")
        )

    def _is_name(self, index: int) -> bool:
        """Inside a short quotation that is a name («نبع السلام»)."""
        quotation = self.document.quotation_of(index)
        return quotation is not None and quotation.words <= 2 and self.words[quotation.open - 1] in (
            "عمليه", "اسم", "باسم", "فيلم", "غرفه", "حمله",
        )  # fmt: skip

    def _modifies(self, index: int, definite: bool) -> bool:
        word = self.words[index]
        if not word[:1].isalpha() or is_time(word) or word in self.triggers.verbs:
            return False
        if definite:
            return word.startswith("ال") and len(word) > 4 and not self._is_place(index)
        return word.endswith(("ي", "يه", "يا", "يين", "فه", "يف", "يفه")) and len(word) > 3 and word not in (
            "علي", "التي", "الذي", "ريفي",
        ) and not self._is_place(index)  # fmt: skip

    def _is_place(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.places)

    def _clause(self, index: int, first: int, last: int) -> tuple[int, int]:
        """The clause around a token: cut at «، فيما», «بينما», «كما» and final marks."""
        low = index
        while low > first and not self._edge(low - 1):
            low -= 1
        high = index + 1
        while high < last and not self._edge(high):
            high += 1
        return low, high

    def _edge(self, index: int) -> bool:
        words = self.words
        if words[index] in (".", "؟", "!", "؛"):
            return True
        before = words[index - 1] if index else ""
        if words[index] in _CLAUSE_WORDS and (
            before in _COMMAS or words[index] in ("فيما", "بينما")
        ):
            return True
        return words[index] == "في" and words[index + 1 : index + 2] == ["حين"]

    # -- type --

    def _retype(
        self, action: ActionType, first: int, last: int, clause: tuple[int, int]
    ) -> ActionType:
        """Weapon and actor words in the clause settle a general trigger."""
        words = self.words
        near = words[max(clause[0], first - 5) : min(clause[1], last + 12)]
        whole = words[clause[0] : clause[1]]
        if words[first].removeprefix("و") in ("سقط", "سقطت"):
            return "shelling"
        after = words[first : min(clause[1], last + 8)]
        table = self.triggers.words

        def has(category: str, window: list[str]) -> bool:
            return any(w in table[category] or bare(w) in table[category] for w in window) or any(
                tuple(window[k : k + len(p)]) == p
                for p in self.triggers.word_phrases[category] for k in range(len(window))
            )  # fmt: skip

        if action == "shelling":
            if has("drone", after):
                return "drone_strike"
            if has("air", near):
                return "air_strike"
            if has("missile", words[first : last + 2]) and not has(
                "artillery", words[first : last + 4]
            ):
                return "missile_strike"
            return action
        if action == "attack_unspecified":
            if has("drone", after):
                return "drone_strike"
            if has("artillery", after):
                return "shelling"
            if has("missile", after):
                return "missile_strike"
            if has("air", near):
                return "air_strike"
            noun = words[first].lstrip("وبلف").removeprefix("ال").startswith("هجوم")
            if has("small_arms", near) or (noun and has("ground_actor", whole)):
                return "ground_attack"
        return action

    # -- filling --

    def _fill(self, item: Found, following: Found | None) -> None:
        self._find_places(item, following)
        self._find_actor(item)
        self._find_target(item)
        self._find_time(item)
        self._find_modality(item)
        self._find_relation(item)
        self._find_weapon(item)

    def _find_places(self, item: Found, following: Found | None) -> None:
        low, high = item.clause
        statement = self._statement_of(self.document.tokens[item.first].start)
        own: list[tuple[int, Place]] = []
        for first, last, place in self.places:
            if not low <= first < high or item.first <= first < item.last:
                continue
            if statement is not None and not _within(statement, place):
                continue  # the place of the source, not of the act
            if self._is_setting(first, last, place):
                own.append((first, place))
        stop = high
        same = following is not None and following.clause == item.clause
        if following is not None and same:
            continues = following.group == item.group and following.form == "verb"
            if not (continues and not following.prefix):
                stop = following.first
        after = [p for p in own if item.first <= p[0] < stop]
        before = [p for p in own if p[0] < item.first]
        seen: set[str] = set()
        for position, place in after or before:
            if place.place not in seen:
                seen.add(place.place)
                item.places.append((position, place))

    def _is_setting(self, first: int, last: int, place: Place) -> bool:
        """A country or capital is a place only where something says «in», «north of» …;
        else it is an actor («تركيا», «موسكو»)."""
        if place.kind not in ("country", "capital") and place.place not in _CAPITALS:
            return True
        words = self.words
        previous = words[first - 1] if first else ""
        if words[first].startswith("ب") and not place.ar.startswith("ب"):
            return True
        if place.surface.text.split()[0].startswith(("شمال", "جنوب", "شرق", "غرب", "وسط")):
            return True
        if previous in (
            "في",
            "داخل",
            "الي",
            "علي",
            "انحاء",
            "وسط",
            "شمال",
            "جنوب",
            "شرق",
            "غرب",
            "شمالي",
            "جنوبي",
            "مدينه",
            "العاصمه",
            "مناطق",
            "اراضي",
            "محيط",
        ):
            return True
        return any(end == first or end == first - 1 for _, end, _ in self.places)

    def _party(self, phrase: NounPhrase, strip: int = 0) -> Party | None:
        if phrase.last <= phrase.first:
            return None
        span = self.document.span(phrase.first, phrase.last)
        if strip:
            span = self.document.raw_span(span.start + strip, span.end)
        return Party(ar=span.text, surface=span)

    def _find_actor(self, item: Found) -> None:
        words, (_low, high) = self.words, item.clause
        if item.form == "verb" or words[item.first] in ("اطلقت", "اطلق", "يطلق", "صدت"):
            index = item.last
            if (
                index < high
                and not words[index].startswith(("ب", "علي"))
                and words[index][:1].isalpha()
            ):
                phrase = noun_phrase(self.document, self.lexicon, index, high)
                if phrase.last > phrase.first and self._actor_like(phrase.first):
                    party = self._party(phrase)
                    if party is not None:
                        item.actor.append(party)
                        return
            before = self._subject_before(item)
            if before is not None:
                item.actor.append(before)
            return
        index = item.last
        for position in range(item.last, min(high, item.last + 8)):
            word = words[position]
            if word in _PASSIVE_LINKS or (
                word in ("قبل", "بين")
                and words[position - 1]
                in ("من", "معارك", "اشتباكات", "مواجهات", "دارت", "عنيفه", "القتال", "المعارك")
            ):
                index = position + 1
                phrase = noun_phrase(self.document, self.lexicon, index, high)
                party = self._party(phrase)
                if party is not None:
                    item.actor.append(party)
                return
        if index < high and words[index] == "من" and self._actor_like(index + 1):
            party = self._party(noun_phrase(self.document, self.lexicon, index + 1, high))
            if party is not None:
                item.actor.append(party)
            return
        if index < high and self._actor_like(index):
            strip = 1 if words[index].startswith("ل") and not words[index].startswith("لل") else 0
            party = self._party(noun_phrase(self.document, self.lexicon, index, high), strip)
            if party is not None:
                item.actor.append(party)
            return
        for position in range(item.first + 1, item.last):
            if is_adjective(words[position]) or words[position].endswith(("ي", "يه")):
                word = bare(words[position])
                if word not in _NOT_NATION:
                    span = self.document.span(position, position + 1)
                    item.actor.append(Party(ar=span.text, surface=span))
                    return
        before = self._subject_before(item)
        if before is not None:
            item.actor.append(before)

    def _actor_like(self, index: int) -> bool:
        if index >= len(self.words):
            return False
        word = bare(self.words[index])
        if self.words[index].startswith("ل") and len(word) > 3:
            word = bare(word[1:])
        grammar = self.lexicon.words
        return (
            word in grammar["org_head"] or word in grammar["group_head"] or word in _ACTORS
            or self.words[index] in grammar["org_head"] or self.words[index] in _ACTORS
            or self.document.is_known(self.words[index])
        )  # fmt: skip

    def _subject_before(self, item: Found) -> Party | None:
        """«شن الجيش اليمني هجوما», «الطائرات الروسية استهدفت»: the subject stands before."""
        words, (low, _) = self.words, item.clause
        for index in range(item.first - 1, max(low - 1, item.first - 12), -1):
            if words[index].lstrip("و") in (
                "شن",
                "شنت",
                "نفذ",
                "نفذت",
                "تشن",
                "يشن",
                "تنفذ",
                "شنوا",
                "نفذوا",
                "واصل",
                "واصلت",
                "كثف",
                "كثفت",
                "جدد",
                "جددت",
            ):
                phrase = noun_phrase(self.document, self.lexicon, index + 1, item.first)
                party = self._party(phrase)
                if party is not None:
                    return party
                before = noun_phrase(self.document, self.lexicon, low, index)
                return self._party(before) if self._actor_like(before.first) else None
        if item.form == "verb" and item.first > low and self._actor_like(low):
            phrase = noun_phrase(self.document, self.lexicon, low, item.first)
            if phrase.last == item.first:
                return self._party(phrase)
        return None

    def _find_target(self, item: Found) -> None:
        words, (_, high) = self.words, item.clause
        for position in range(item.last, min(high, item.last + 10)):
            if words[position] in ("علي", "ضد") and position + 1 < high:
                phrase = noun_phrase(self.document, self.lexicon, position + 1, high)
                party = self._party(phrase)
                if party is not None:
                    item.target.append(party)
                return
            if words[position] in _ENDS:
                return
        if item.form == "verb" and item.actor and item.actor[0].surface is not None:
            after = next(
                (k for k in range(item.last, high) if self.document.tokens[k].start >= item.actor[0].surface.end), high,
            )  # fmt: skip
            while after < high and (is_time(words[after]) or words[after] in _COMMAS):
                after += 1
            if (
                after < high
                and words[after][:1].isalpha()
                and words[after] not in ("في", "من", "علي")
            ):
                party = self._party(noun_phrase(self.document, self.lexicon, after, high))
                if party is not None and not party.ar.startswith("ب"):
                    item.target.append(party)

    def _find_time(self, item: Found) -> None:
        start = self.document.tokens[item.clause[0]].start
        end = self.document.tokens[item.clause[1] - 1].end
        best = None
        at = self.document.tokens[item.first].start
        for time in self.times:
            if start <= time.start and time.end <= end:
                if best is None or abs(time.start - at) < abs(best.start - at):
                    best = time
        if best is not None:
            span = self.document.raw_span(best.start, best.end)
            item.time = EventTime(
                **span.model_dump(), normalised=best.normalised, precision=best.precision
            )
            if best.relation == "future":
                item.relation = "future"

    def _find_modality(self, item: Found) -> None:
        words = self.words
        token = self.document.tokens[item.first]
        low = item.clause[0]
        window = words[max(low, item.first - 6) : item.first]
        if any(bare(w) in self.triggers.words["feared"] for w in window):
            item.modality, item.relation = "feared", "future"
            item.cues = [w for w in window if bare(w) in self.triggers.words["feared"]]
        statement = self._statement_of(token.start)
        item.statement = statement
        if item.action == "threat":
            item.modality, item.relation = "threatened", "future"
            return
        if statement is None or item.modality == "feared":
            return
        if statement.stance == "denial":
            item.modality = "denied"
        elif statement.stance == "threat":
            item.modality, item.relation = "threatened", "future"
        else:
            item.modality = "claimed" if self._own_act(item, statement) else "alleged"

    def _own_act(self, item: Found, statement: Statement) -> bool:
        speaker = set(statement.speakers[0].ar.split())
        if statement.content and statement.content[0].text.startswith(
            ("أنه ", "أنها ", "انه ", "انها ", "أنهم ")
        ):
            if not item.actor and item.form == "verb":
                return True
        return any(speaker & set(actor.ar.split()) for actor in item.actor)

    def _statement_of(self, offset: int) -> Statement | None:
        for statement in self.statements:
            if any(part.start <= offset < part.end for part in statement.content):
                return statement
        return None

    def _find_relation(self, item: Found) -> None:
        words, (low, high) = self.words, item.clause
        if item.relation != "current":
            return
        window = words[low:high]
        if self._is_past(item, window):
            item.relation = "historical"

    def _is_past(self, item: Found, window: list[str]) -> bool:
        precision = item.time.precision if item.time else None
        if precision in ("year", "month") or (
            item.time and precision == "interval" and "عوام" in item.time.text
        ):
            return True
        sentence_first = self.document.sentence_first[item.sentence]
        opening = self.words[sentence_first : sentence_first + 2]
        if opening and opening[0] in ("وكان", "وكانت", "كان", "كانت") and item.form == "verb":
            return True
        phrases = self.triggers.word_phrases["historical"]
        return any(
            tuple(window[k : k + len(p)]) == p for p in phrases for k in range(len(window))
        ) or any(
            window[k] in ("عام", "سنه")
            and window[k + 1 : k + 2]
            and window[k + 1][:2] in ("19", "20")
            for k in range(len(window))
        )

    def _find_weapon(self, item: Found) -> None:
        words, (_low, high) = self.words, item.clause
        for position in range(item.first, min(high, item.last + 12)):
            word = words[position]
            for prefix, rest in strip_forms(word):
                if prefix in ("", "ب", "بال") and rest in _WEAPONS:
                    end = position + 1
                    while end < high and end - position < 3 and is_adjective(words[end]):
                        end += 1
                    span = self.document.span(position, end)
                    if prefix.startswith("ب"):
                        span = self.document.raw_span(span.start + 1, span.end)
                    item.weapon = NamedSpan(ar=span.text, surface=span)
                    return

    # -- keeping and merging --

    def _realised(self, item: Found) -> bool:
        words, (low, _high) = self.words, item.clause
        if item.form == "verb":
            return self._verb_realised(item)
        before = words[item.first - 1] if item.first > low else ""
        if item.action == "clash" and before in ("في", "خلال") and self._is_place(item.last):
            return False  # «في معارك إدلب» is a setting
        if self.lexicon.is_in("org_head", before) or before in ("خليه", "غرفه", "قاعده"):
            return False
        if item.action == "ceasefire_lull" and item.prefix in ("ل", "لل"):
            return False
        if item.action == "territory_change" and item.form == "phrase":
            return bool(item.places)
        if before in (
            "ضد",
            "منع",
            "لمنع",
            "انهاء",
            "مكافحه",
            "وزير",
            "وقف",
            "لوقف",
            "عن",
            "تجنب",
            "لتجنب",
        ):
            return False
        if item.statement is not None and self.document.is_quoted(item.first):
            vague = item.action in (
                "attack_unspecified",
                "explosion",
                "clash",
                "military_operation",
            )
            if vague and not (item.places or item.time or self._figure_in(item)):
                return False
        generic = item.action in (
            "escalation_general",
            "ceasefire_lull",
            "protest",
            "clash",
            "military_operation",
        )
        if item.action == "escalation_general" and item.form == "noun":
            return not words[item.first].startswith(("وال", "لل")) and bool(
                item.places or item.time
            )
        if item.action in ("attack_unspecified", "explosion", "targeted_killing") and item.definite:
            return bool(item.actor or item.places or item.time)
        return (
            bool(
                generic
                or item.actor
                or item.places
                or item.target
                or item.time
                or item.casualties.killed
            )
            or not item.definite
        )

    def _figure_in(self, item: Found) -> bool:
        low = self.document.tokens[item.clause[0]].start
        high = self.document.tokens[item.clause[1] - 1].end
        return any(low <= f.surface.start < high for f in self.figures)

    def _verb_realised(self, item: Found) -> bool:
        words = self.words
        before = words[item.first - 1] if item.first else ""
        if before in ("لم", "لن", "لا"):
            return False
        if item.action == "territory_change":
            return bool(item.places)
        if item.action == "attack_unspecified":
            after = words[item.last : item.last + 3]
            return bool(item.places or item.target or item.actor) and "تحقيق" not in after
        return True

    def _merge_in_sentence(self, items: list[Found]) -> list[Found]:
        """One clause tells one act of a group once: «قصف استهدف …», «شن غارات … استهدفت»."""
        out: list[Found] = []
        for item in items:
            partner = next(
                (other for other in out
                 if other.group == item.group and other.clause == item.clause
                 and (item.group == "strike" or item.action == other.action)
                 and (not self._new_places(other, item) or item.form == "verb" or other.form == "verb")),
                None,
            )  # fmt: skip
            if partner is None:
                out.append(item)
                continue
            self._absorb(partner, item)
        return out

    def _new_places(self, earlier: Found, later: Found) -> bool:
        return bool(self._unrelated(earlier, later)) and bool(earlier.place_ids)

    def _unrelated(self, earlier: Found, later: Found) -> list[Place]:
        """Places of the later mention that are no place, part or whole of the earlier's."""
        return [
            place for _, place in later.places
            if not any(_related(place, other) for _, other in earlier.places)
        ]  # fmt: skip

    def _absorb(self, into: Found, other: Found) -> None:
        known = into.place_ids
        into.places += [p for p in other.places if p[1].place not in known]
        into.actor = into.actor or other.actor
        into.target = into.target or other.target
        into.time = into.time or other.time
        into.weapon = into.weapon or other.weapon
        if into.casualties.status == "not_mentioned":
            into.casualties = other.casualties
        if (
            into.action == "attack_unspecified"
            and other.action != "attack_unspecified"
            and other.group == "strike"
        ):
            into.action = other.action

    def _casualties(self, items: list[Found], sentence: int) -> None:
        document = self.document
        entry = document.sentences[sentence]
        figures = [
            f for f in self.figures
            if f.provenance.sentence_id == entry.id and not f.subset
            and f.kind in ("killed", "wounded", "killed_or_wounded", "casualties")
        ]  # fmt: skip
        bearing = [
            i
            for i in items
            if i.group in ("strike", "ground", "explosion", "targeted_killing", "protest")
            and i.action not in ("territory_change",)
        ]
        if not figures or not bearing:
            return
        for figure in figures:
            item = min(bearing, key=lambda i: self._distance(i, figure))
            if figure.negated:
                item.casualties = Casualties(status="none_reported", surface=figure.surface)
                continue
            if item.casualties.status == "not_mentioned":
                item.casualties = Casualties(surface=figure.surface, status="unquantified")
            if figure.value is not None and figure.kind in ("killed", "wounded"):
                item.casualties.status = "stated"
                if figure.kind == "killed" and item.casualties.killed is None:
                    item.casualties.killed = figure.value
                if figure.kind == "wounded" and item.casualties.wounded is None:
                    item.casualties.wounded = figure.value
            figure.event = f"@{item.start}"

    def _distance(self, item: Found, figure: Figure) -> int:
        start = self.document.tokens[item.first].start
        inside = (
            self.document.tokens[item.clause[0]].start
            <= figure.surface.start
            <= self.document.tokens[item.clause[1] - 1].end
        )
        return abs(start - figure.surface.start) + (0 if inside else 1000)

    def _merge(self, found: list[Found]) -> list[Found]:
        """Second mentions fold into the first; a headline gives way to the body."""
        kept: list[Found] = []
        body = [item for item in found if not item.headline]
        heads = [item for item in found if item.headline]
        for item in body:
            earlier = self._same_act(kept, item)
            if earlier is None:
                kept.append(item)
                continue
            fuller = item.casualties.status == "stated" != earlier.casualties.status
            fuller = fuller or bool(item.places and not earlier.places and item.form == "verb")
            if fuller and not item.definite:  # keep the mention that tells most
                kept[kept.index(earlier)] = item
                item, earlier = earlier, item
            self._absorb_later(earlier, item)
        for item in heads:
            if not any(other.group == item.group for other in body):
                kept.append(item)
        kept.sort(key=lambda item: item.start)
        return kept

    def _absorb_later(self, earlier: Found, item: Found) -> None:
        if item.places and not earlier.places:
            earlier.places = item.places
        earlier.actor = earlier.actor or item.actor
        if (
            earlier.casualties.status in ("not_mentioned", "unquantified")
            and item.casualties.status != "not_mentioned"
        ):
            earlier.casualties = item.casualties
            for figure in self.figures:
                if figure.event == f"@{item.start}":
                    figure.event = f"@{earlier.start}"

    def _same_act(self, kept: list[Found], item: Found) -> Found | None:
        for earlier in reversed(kept):
            if earlier.group != item.group or earlier.relation != item.relation:
                continue
            if item.action in ("escalation_general", "ceasefire_lull"):
                return earlier
            if item.group != "strike" and item.action != earlier.action:
                continue
            if item.group == "mobilise" and _voice(earlier) != _voice(item):
                continue
            bare_mention = not (earlier.places or earlier.casualties.killed or earlier.time)
            if bare_mention and self._compatible(earlier, item) and item.form == "verb":
                return earlier
            new = self._unrelated(earlier, item)
            known = item.casualties.status == "stated" or item.time is not None
            if item.definite and (not new or (not known and item.form != "verb")):
                return earlier
            if not item.place_ids and not item.actor and item.form != "verb":
                return earlier
            if not new and self._compatible(earlier, item):
                return earlier
        return None

    def _compatible(self, earlier: Found, item: Found) -> bool:
        if not earlier.actor or not item.actor:
            return True
        mine = {bare(w) for a in item.actor for w in a.ar.split()}
        theirs = {bare(w) for a in earlier.actor for w in a.ar.split()}
        return bool(mine & theirs)

    # -- output --

    def _in_headline(self, item: Found) -> bool:
        return self.document.sentences[item.sentence].kind == "headline"

    def _event(self, item: Found, number: int) -> Event:
        document = self.document
        end = document.tokens[item.last - 1].end
        plover = PLOVER.get(item.action)
        aux = {"historical": "historical", "future": "future"}.get(item.relation)
        if item.modality == "denied":
            aux = "negation"
        elif item.modality == "feared":
            aux = "hypothetical"
        event = Event(
            id=f"EV{number:02d}", trigger=document.raw_span(item.start, end), action_type=item.action,
            plover=Plover(event=plover[0], mode=plover[1], context=plover[2], aux=aux) if plover else None,
            acled_style=list(ACLED[item.action]) if item.action in ACLED else None,
            actor=item.actor, target=item.target,
            places=[place for _, place in sorted(item.places, key=lambda p: p[0])],
            time=item.time, weapon=item.weapon, casualties=item.casualties, modality=item.modality,
            modality_cues=item.cues, time_relation=item.relation,
            attributed_to=item.statement.id if item.statement else None,
            in_headline=self._in_headline(item), provenance=document.provenance(item.first),
            confidence=_confidence(item), rule=f"{item.form}_{item.group}",
        )  # fmt: skip
        for figure in self.figures:
            if figure.event == f"@{item.start}":
                figure.event = event.id
        return event


_NOT_NATION = frozenset(
    "مدفعي مدفعيه جوي جويه صاروخي صاروخيه عسكري عسكريه بري بريه عنيف عنيفه مكثف عشوايي انتحاري انتحاريه "
    "امني امنيه حربي حربيه ميداني قتالي اهلي اهليه طايفي طايفيه قبلي قبليه متبادل دولي يومي ليلي ارهابي ارهابيه".split()
)
_ACTORS = frozenset(
    "قوات القوات جيش الجيش طيران الطيران طايرات الطايرات مقاتلات سلاح مسلحون مسلحين فصايل تنظيم التنظيم "
    "الاحتلال العدو النظام اسراييل تحالف التحالف حركه كتايب سرايا جماعه مليشيا ميليشيا ميليشيات مليشيات الحوثيون "
    "الحوثيين المتمردون المتمردين المقاومه مستوطنون شرطه الشرطه مجهولون عناصر خلايا جنود الجنود داعش قسد "
    "حزب الحزب طايره مسيره مروحيات المروحيات مدفعيه المدفعيه قواعد القواعد وحدات ضباط الدبابات حكومه الحكومه".split()
)
_WEAPONS = frozenset(
    "صواريخ صاروخ قذايف قذيفه مدفعيه براميل هاون راجمات دبابات رشاشات قنابل طايرات عبوه مسيره مسيرات اسلحه".split()
)


_CAPITALS = frozenset(
    {"damascus", "moscow", "ankara", "tehran", "washington", "tel-aviv", "riyadh"}
)


def _within(statement: Statement, place: Place) -> bool:
    return any(
        part.start <= place.surface.start and place.surface.end <= part.end + 1
        for part in statement.content
    )


def _voice(item: Found) -> str | None:
    """Whose word the event rests on: a speaker's entity, None for the writer."""
    return item.statement.speakers[0].entity if item.statement else None


def _related(one: Place, other: Place) -> bool:
    """The same place, or one inside the other, or names that share a word («غزة», «قطاع
    غزة»)."""
    if one.place == other.place or (one.within and one.within == other.en):
        return True
    if other.within and other.within == one.en:
        return True
    mine, theirs = ({bare(fold(w)) for w in p.ar.split()} - _DIRECTIONS for p in (one, other))
    return bool(mine & theirs)


_DIRECTIONS = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي ريف وسط مدينه بلده قريه".split())


def _confidence(item: Found) -> float:
    known = sum((bool(item.actor), bool(item.places), item.time is not None))
    return round(0.6 + 0.1 * known, 2)


def extract_events(
    document: Document, lexicon: Lexicon, places: list[tuple[int, int, Place]],
    statements: list[Statement], figures: list[Figure], times: list[TimeExpression],
) -> list[Event]:  # fmt: skip
    """The events of the article in text order; links figures to them (``figure.event``).

    ``places`` are (first token, last token, place) in text order.
    """
    events = _Finder(document, lexicon, places, statements, figures, times).run()
    for figure in figures:
        if figure.event is not None and figure.event.startswith("@"):
            figure.event = None
    return events


__all__ = ["Span", "Triggers", "extract_events"]
