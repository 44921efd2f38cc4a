"""The prepared document: tokens, sentences, and the pairing of quotation marks."""

from __future__ import annotations

import pytest

from briefing.arabic.tokens import Token

from .texts import document, extracted


def quoted(text: str) -> list[str]:
    """What stands between the quotation marks that the document pairs."""
    found = document(text)
    return [
        " ".join(token.raw for token in found.tokens[q.open + 1 : q.close])
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    "text", ['قال "كلام جميل" ثم', "قال “كلام جميل” ثم", "قال ”كلام جميل“ ثم", "قال «كلام جميل» ثم",
             "قال »كلام جميل« ثم", "قال „كلام جميل” ثم", "قال ‹كلام جميل› ثم"],
)  # fmt: skip
def test_marks_of_one_family_pair_in_either_direction(text: str) -> None:
    assert quoted(text) == ["كلام جميل"]


def test_marks_of_different_families_do_not_pair() -> None:
    assert quoted('قال "كلام جميل» ثم') == []


def test_the_outermost_pair_counts() -> None:
    found = document('قال «إن حركة "الفجر" باقية» ثم سكت')
    (outer,) = found.quotations
    inner = found.words.index("الفجر")
    assert found.quotation_of(inner) == outer
    assert not found.opens_quotation(inner - 1)


def test_two_quotations_on_a_line() -> None:
    assert quoted('قال "أول" ثم "ثان" وسكت') == ["أول", "ثان"]


def test_a_pair_does_not_cross_a_line() -> None:
    assert quoted('قال " كلام\nآخر" ثم') == []


def test_an_open_quotation_runs_to_the_end_of_the_line_after_a_colon_only() -> None:
    found = document('قال: "كلام طويل بلا نهاية\nسطر آخر')
    (only,) = found.quotations
    assert not only.closed
    assert found.words[only.close - 1] == "نهايه"
    assert document('وصل "كلام طويل بلا نهاية').quotations == []


def test_words_inside_and_outside() -> None:
    found = document('قال "كلام جميل" ثم سكت')
    inside = [found.words[k] for k in range(len(found.words)) if found.is_quoted(k)]
    assert inside == ["كلام", "جميل"]
    assert found.quotations[0].words == 2


def test_spans_are_the_raw_text() -> None:
    text = "وقالت الوزارةُ إنّ الطريقَ مفتوحٌ."
    found = document(text)
    span = found.span(1, 4)
    assert text[span.start : span.end] == span.text


def test_a_stripped_proclitic_is_put_back() -> None:
    found = document("لقائد الجيش")
    before = found.tokens[0]
    assert found.with_stripped(0, "ل") == before
    assert found.tokens[0] == Token(1, 5, "قائد".replace("ئ", "ي"), "قائد")
    found.restore(0, before)
    assert (found.tokens[0], found.words[0]) == (before, before.text)


def test_every_token_knows_its_sentence() -> None:
    article = extracted("قالت الحكومة إن الطريق مفتوح. وأكدت أن العمل بدأ.")
    first, second = article.statements
    assert first.provenance.sentence_id != second.provenance.sentence_id
    for found in (first, second):
        place = found.provenance
        text = article.text[place.sentence_start : place.sentence_end]
        assert text == place.sentence
        assert found.content[0].text in text
