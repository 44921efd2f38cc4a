"""The whole data model on one page.

Offsets are Unicode code points in ``Article.text``, and for every span
``article.text[span.start:span.end] == span.text``. ``Article`` holds the facts found in
one text; ``Briefing`` is the one JSON document that ``build`` writes and ``render`` takes,
so that a person can edit it in between. Field names follow ``docs/schema``; PLOVER and
IDMC codes are carried as crosswalks, and the ACLED label is "ACLED-style", never coded
by ACLED.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Lang = Literal["en", "ar"]
Edition = Literal["en", "ar", "ar+en"]

SentenceKind = Literal["headline", "dateline", "subheading", "body", "credit"]
Stance = Literal["claim", "denial", "accusation", "threat", "call", "announcement", "condemnation"]
StatementType = Literal["direct", "indirect", "mixed"]
ActionType = Literal[
    "shelling", "air_strike", "drone_strike", "missile_strike", "ground_attack",
    "ground_attack_repelled", "clash", "attack_unspecified", "explosion", "targeted_killing",
    "abduction_arrest", "reinforcement", "ground_deployment", "weapons_supply", "weapons_use",
    "ceasefire_lull", "territory_change", "threat", "escalation_general", "military_operation",
    "protest",
]  # fmt: skip
Modality = Literal["asserted", "alleged", "claimed", "denied", "threatened", "feared"]
TimeRelation = Literal["current", "historical", "future"]
CasualtyStatus = Literal["stated", "none_reported", "unquantified", "not_mentioned"]
Qualifier = Literal[
    "exact", "approximately", "at_least", "more_than", "less_than", "up_to", "range", "dozens",
    "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions", "several",
    "undisclosed", "none_reported",
]  # fmt: skip
Unit = Literal[
    "people", "civilians", "children", "women", "combatants", "families", "homes",
    "facilities", "other",
]  # fmt: skip
FigureKind = Literal[
    "displaced", "returned", "evacuated", "refugees", "killed", "wounded", "killed_or_wounded",
    "missing", "detained", "in_need", "aid_reached", "homes_destroyed", "present_combatants",
    "deployed", "casualties", "other",
]  # fmt: skip
SpeakerKind = Literal["person", "group", "organisation", "armed_group", "state", "media"]
PlacePrecision = Literal["place", "area", "country", "unknown"]
TranslationOrigin = Literal["reviewed", "machine", "gist", "none"]


class Node(BaseModel):
    """Base of every model: unknown keys are refused so that a mistyped edit is noticed."""

    model_config = ConfigDict(extra="forbid")


class Span(Node):
    """A stretch of ``Article.text``: code points ``start`` to ``end`` (end excluded)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Provenance(Node):
    """The sentence in which a fact stands."""

    sentence_id: str
    sentence: str
    sentence_start: int
    sentence_end: int


class Translation(Node):
    """What is known of one sentence in another language.

    ``text`` is None when nothing may be printed; ``origin`` says who made it: a person
    (reviewed), an installed package (machine), the embedded package (gist), nobody (none).
    ``flags`` names the checks that a rejected candidate failed; ``rejected`` keeps the best
    rejected candidate for a person to look at, never for print.
    """

    text: str | None = None
    origin: TranslationOrigin = "none"
    flags: list[str] = []
    package: str | None = None
    score: float | None = None
    tried: int = 0
    rejected: str | None = None


class Sentence(Node):
    """One sentence or line of the article; sentences never overlap and are in text order."""

    id: str
    kind: SentenceKind
    start: int
    end: int
    text: str
    translation: Translation | None = None


class Dateline(Span):
    """«إدلب – NPA»: the place and the agency that open a story."""

    place: Span | None = None
    place_ar: str | None = None
    place_en: str | None = None
    agency: Span | None = None
    agency_en: str | None = None
    separator: str | None = None


class ArticleDate(Node):
    """The publication date. ``value`` is None when nothing states or implies it.

    ``basis`` is one of: stated (a full date in the text or metadata), option (given by the
    user), file (no longer used as a date of the news, kept for the source list), weekday
    (only a weekday is known), none.
    """

    value: str | None = None
    weekday: str | None = None
    basis: Literal["stated", "metadata", "option", "weekday", "none"] = "none"
    surface: Span | None = None


class Speaker(Node):
    """Who says it: ``ar`` is the fullest name in the article, without the role."""

    entity: str
    ar: str
    en: str | None = None
    role_ar: str | None = None
    role_en: str | None = None
    organisation_ar: str | None = None
    organisation_en: str | None = None
    named: bool = True
    kind: SpeakerKind = "person"


class Cue(Span):
    """The word that reports: verb, masdar, participle, noun or source marker."""

    lemma: str | None = None
    form: Literal[
        "verb", "masdar", "nominal", "participle_hal", "light_verb+noun", "source_marker"
    ] = "verb"


class NamedSpan(Node):
    """An Arabic phrase, its English wording once composed, and where it stands."""

    ar: str
    en: str | None = None
    surface: Span | None = None


class Statement(Node):
    """Somebody's reported speech: cue, source and content."""

    id: str
    speakers: list[Speaker] = []
    speaker_surface: list[Span] = []
    speaker_resolution: Literal[
        "literal", "surname", "short_form", "pronoun", "inherited", "unknown"
    ] = "literal"
    cue: Cue | None = None
    position: str | None = None
    complementiser: str | None = None
    type: StatementType
    content: list[Span]
    quoted: list[Span] = []
    stance: Stance
    addressee: NamedSpan | None = None
    medium: NamedSpan | None = None
    relayed_by: NamedSpan | None = None
    chain_of: str | None = None
    duplicate_of: str | None = None
    in_headline: bool = False
    provenance: Provenance
    confidence: float = Field(ge=0, le=1)
    rule: str


class Place(Node):
    """A place as mentioned. ``precision`` says what the coordinates stand for, if any."""

    place: str
    ar: str
    en: str | None = None
    kind: str | None = None
    within: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    surface: Span


class Party(Node):
    """An actor or target of an event."""

    ar: str
    en: str | None = None
    entity: str | None = None
    side: str | None = None
    surface: Span | None = None


class EventTime(Span):
    """``normalised`` is ISO 8601 (a date, or date plus TMO/TNI/TEV… part of day) or None."""

    normalised: str | None = None
    precision: str | None = None


class Casualties(Node):
    """``killed`` and ``wounded`` are None when not stated; none_reported is never 0."""

    killed: int | None = None
    wounded: int | None = None
    status: CasualtyStatus = "not_mentioned"
    surface: Span | None = None


class Plover(Node):
    event: str | None = None
    mode: str | None = None
    context: str | None = None
    aux: str | None = None


class Event(Node):
    """One military or security act, with who, whom, where, when, and how sure."""

    id: str
    trigger: Span
    action_type: ActionType
    plover: Plover | None = None
    acled_style: list[str] | None = None
    actor: list[Party] = []
    actor_implicit: str | None = None
    target: list[Party] = []
    places: list[Place] = []
    area_qualifier: Span | None = None
    time: EventTime | None = None
    weapon: NamedSpan | None = None
    weapon_count: int | None = None
    casualties: Casualties = Casualties()
    modality: Modality = "asserted"
    modality_cues: list[str] = []
    time_relation: TimeRelation = "current"
    attributed_to: str | None = None
    in_headline: bool = False
    provenance: Provenance
    confidence: float = Field(ge=0, le=1)
    rule: str


class FigureSource(Node):
    """Who gives the number: an entity of a statement, or the outlet itself (entity None)."""

    entity: str | None = None
    ar: str | None = None
    en: str | None = None
    statement: str | None = None


class Idmc(Node):
    """Crosswalk to IDMC Helix terms."""

    term: str | None = None
    unit: str | None = None
    quantifier: str | None = None
    category: str | None = None


class Figure(Node):
    """A number of people, households, homes or aid. ``value`` is None when vague or negated."""

    id: str
    surface: Span
    number_text: Span | None = None
    value: int | None = None
    low: int | None = None
    high: int | None = None
    qualifier: Qualifier = "exact"
    qualifier_ar: Span | None = None
    unit: Unit = "people"
    unit_ar: Span | None = None
    kind: FigureKind
    place: Place | None = None
    place_role: Literal["origin", "destination", "site"] | None = None
    period: Span | None = None
    cause: Span | None = None
    source: FigureSource | None = None
    event: str | None = None
    subset: bool = False
    subset_of: str | None = None
    cumulative: bool = False
    negated: bool = False
    time_relation: TimeRelation = "current"
    modality: Modality = "asserted"
    idmc: Idmc | None = None
    provenance: Provenance
    confidence: float = Field(ge=0, le=1)
    rule: str


class Reprint(Node):
    """What an article repeats: the ``article`` whose text it is, and the key of its outlet.

    A reprint is no second source: what both tell rests on one.
    """

    article: str
    outlet_key: str


class Article(Node):
    """One article: its text as read, its parts, and the facts found in it."""

    id: str
    path: str | None = None
    outlet: str | None = None
    url: str | None = None
    text: str
    headline: Span | None = None
    dateline: Dateline | None = None
    date: ArticleDate = ArticleDate()
    subheadings: list[Span] = []
    credits: list[Span] = []
    sentences: list[Sentence] = []
    statements: list[Statement] = []
    events: list[Event] = []
    figures: list[Figure] = []
    reprint: Reprint | None = None


class Facts(Node):
    """What ``briefing extract`` prints."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    schema_: Literal["briefing.facts/1"] = Field("briefing.facts/1", alias="schema")
    articles: list[Article]


# --- the composed document -------------------------------------------------------------


class LocalText(Node):
    """The same wording in both languages; numbers are already in the reader's digits."""

    en: str
    ar: str

    def get(self, lang: Lang) -> str:
        """The wording in ``lang``."""
        return self.en if lang == "en" else self.ar


class Ref(Node):
    """Where a printed line comes from: a fact of an article and its span."""

    article: str
    fact: str | None = None
    sentence: str
    start: int
    end: int


class Item(Node):
    """One printed line, its origin, and the numbers of its sources in ``Briefing.sources``."""

    id: str
    text: LocalText
    refs: list[Ref]
    sources: list[int]


class KeyFigure(Node):
    """One cell of the key-figures strip. ``value_text`` holds qualifier and unit."""

    id: str
    kind: FigureKind
    value_text: LocalText
    label: LocalText
    note: LocalText
    value: int | None = None
    low: int | None = None
    high: int | None = None
    modality: Modality = "asserted"
    refs: list[Ref]
    sources: list[int]


class EventRow(Node):
    """One row of the table of events; a cell with nothing known holds "–"."""

    id: str
    area: LocalText
    places: LocalText
    what: LocalText
    actor: LocalText
    when: LocalText
    casualties: LocalText
    status: LocalText
    action_type: ActionType
    modality: Modality
    time_relation: TimeRelation = "current"
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    refs: list[Ref]
    sources: list[int]


class Area(Node):
    """Events of one area, rows in order of weight."""

    name: LocalText
    rows: list[EventRow]


class Quote(Node):
    """One statement of a speaker. ``ar`` is the content as printed in the source.

    ``en`` is the English of the same content when it could be cut out of the sentence's
    translation without guessing (``scope`` content), else the whole sentence (``scope``
    sentence), else None: the Arabic is shown with a mark.
    """

    id: str
    stance: Stance
    stance_label: LocalText
    type: StatementType
    ar: str
    en: str | None
    scope: Literal["content", "sentence"] = "content"
    translation: Translation
    medium: LocalText | None = None
    relayed_by: LocalText | None = None
    refs: list[Ref]
    sources: list[int]


class SpeakerBlock(Node):
    """All statements of one speaker."""

    name: LocalText
    role: LocalText | None = None
    named: bool = True
    quotes: list[Quote]


class Passage(Node):
    """A narrative sentence that holds no printed fact: Arabic and its translation."""

    id: str
    heading: LocalText | None = None
    ar: str
    translation: Translation
    refs: list[Ref]
    sources: list[int]


class Source(Node):
    """A numbered endnote."""

    number: int
    article: str
    outlet: LocalText
    title_ar: str
    title: Translation
    place: LocalText | None = None
    date: LocalText
    url: str | None = None
    path: str | None = None
    note: LocalText | None = None


class Method(Node):
    """How the briefing was made: lines to print and the counts behind them."""

    lines: list[LocalText]
    counts: dict[str, int] = {}
    package: str | None = None
    empty_sections: list[str] = []


class Masthead(Node):
    """Title, issue, coverage and information cut-off, worded in both languages."""

    title: LocalText
    issue: int
    date: str | None
    date_text: LocalText
    coverage: LocalText
    cutoff: LocalText


class Briefing(Node):
    """The one document that ``build`` writes and ``render`` takes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    schema_: Literal["briefing/1"] = Field("briefing/1", alias="schema")
    masthead: Masthead
    digits: Literal["latn", "arab"] = "latn"
    highlights: list[Item] = []
    key_figures: list[KeyFigure] = []
    areas: list[Area] = []
    statements: list[SpeakerBlock] = []
    displacement: list[Item] = []
    casualties: list[Item] = []
    narrative: list[Passage] = []
    sources: list[Source] = []
    method: Method
    articles: list[Article] = []

    def to_json(self) -> str:
        """The document as JSON text; reading it back and writing it gives the same bytes."""
        return self.model_dump_json(by_alias=True, indent=1, exclude_none=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Briefing:
        """Read what ``to_json`` wrote. Raises pydantic.ValidationError."""
        return cls.model_validate_json(text)


def json_schemas() -> dict[str, dict[str, Any]]:
    """The published JSON Schemas by file name (``briefing.schema.json``, ``facts.schema.json``)."""
    return {
        "briefing.schema.json": Briefing.model_json_schema(by_alias=True),
        "facts.schema.json": Facts.model_json_schema(by_alias=True),
    }
