"""English cut out of a translated sentence only when the quotations line up."""

from __future__ import annotations

from briefing.compose.quotes import content_arabic, content_english, quotations
from briefing.model import Article, Provenance, Sentence, Span, Statement, Translation

TEXT = 'قال الأول "لن نرحل من هنا."، فيما قال الثاني "سنعود غدا" وغادر.'


def make(content: str, kind: str = "direct") -> tuple[Article, Statement, Sentence]:
    sentence = Sentence(id="s1", kind="body", start=0, end=len(TEXT), text=TEXT)
    at = TEXT.index(content)
    statement = Statement(
        id="ST1",
        type=kind,
        content=[Span(start=at, end=at + len(content), text=content)],
        stance="claim",
        provenance=Provenance(
            sentence_id="s1", sentence=TEXT, sentence_start=0, sentence_end=len(TEXT)
        ),
        confidence=1.0,
        rule="test",
    )
    return Article(id="a", text=TEXT, sentences=[sentence]), statement, sentence


ENGLISH = (
    'The first said, "We will not leave," while the second said “we return tomorrow” and left.'
)


def test_the_second_quotation_is_the_second() -> None:
    _, first, sentence = make("لن نرحل من هنا.")
    _, second, _ = make("سنعود غدا")
    translation = Translation(text=ENGLISH, origin="reviewed")
    assert content_english(first, sentence, translation).en == "We will not leave"
    cut = content_english(second, sentence, translation)
    assert (cut.en, cut.scope) == ("we return tomorrow", "content")


def test_different_numbers_of_quotations_give_the_whole_sentence() -> None:
    _, statement, sentence = make("سنعود غدا")
    short = Translation(text='They said "we return tomorrow".', origin="machine")
    assert content_english(statement, sentence, short).scope == "sentence"
    assert content_english(statement, sentence, short).en == short.text


def test_indirect_speech_gives_the_whole_sentence() -> None:
    _, statement, sentence = make("سنعود غدا", "indirect")
    found = content_english(statement, sentence, Translation(text=ENGLISH, origin="machine"))
    assert (found.en, found.scope) == (ENGLISH, "sentence")


def test_nothing_without_a_translation() -> None:
    _, statement, sentence = make("سنعود غدا")
    rejected = Translation(text=None, origin="none", rejected="x")
    assert content_english(statement, sentence, rejected).en is None


def test_a_part_of_a_quotation_is_not_cut() -> None:
    _, statement, sentence = make("نرحل")
    found = content_english(statement, sentence, Translation(text=ENGLISH, origin="reviewed"))
    assert found.scope == "sentence"


def test_arabic_as_printed() -> None:
    article, statement, _ = make("سنعود غدا")
    assert content_arabic(article, statement) == "سنعود غدا"
    article, mixed, _ = make("الثاني", "mixed")
    start = TEXT.index("سنعود")
    mixed.content.append(Span(start=start, end=start + 9, text="سنعود غدا"))
    assert content_arabic(article, mixed) == 'الثاني "سنعود غدا"'


def test_all_quotation_marks() -> None:
    text = 'a "1" b «2» c “3” d ”4“ e ‹5›'
    assert [text[a:b] for a, b in quotations(text)] == ["1", "2", "3", "4", "5"]
