"""The prepared document: tokens and sentence ranges, and which marks make a quotation."""

from __future__ import annotations

import pytest

from briefing.extract.document import Document, prepare

from .texts import HEADLINE, document, extracted


def quoted(text: str) -> list[str]:
    """What stands between the marks of each quotation of a one-sentence text."""
    found = document(text)
    return [inner(found, number) for number in range(len(found.quotations))]


def inner(found: Document, number: int) -> str:
    quotation = found.quotations[number]
    return found.span(quotation.open + 1, quotation.close).text


@pytest.mark.parametrize("marks", ["«»", "»«", "“”", "”“", "„“", "‹›", '""'])
def test_marks_pair_within_their_family_whichever_way_they_face(marks: str) -> None:
    assert quoted(f"كتب {marks[0]}رسالة طويلة{marks[1]} أمس.") == ["رسالة طويلة"]


@pytest.mark.parametrize("marks", ["«”", "“»", '"»', "«“"])
def test_marks_of_two_families_do_not_pair(marks: str) -> None:
    assert quoted(f"كتب {marks[0]}رسالة طويلة{marks[1]} أمس.") == []


def test_a_quotation_within_one_of_another_family_belongs_to_the_outer() -> None:
    text = "قال: «قرأت “كتاب النهر” مرتين» ثم مضى."
    assert quoted(text) == ["قرأت “كتاب النهر” مرتين"]
    found = document(text)
    names = [i for i, word in enumerate(found.words) if word == "النهر"]
    assert [found.quotation_of(i) for i in names] == [found.quotations[0]]


def test_two_quotations_of_one_line_stay_apart() -> None:
    text = 'قال "الأول هنا" ثم "الثاني هناك" ومضى.'
    assert quoted(text) == ["الأول هنا", "الثاني هناك"]
    found = document(text)
    inside = [word for i, word in enumerate(found.words) if found.is_quoted(i)]
    assert inside == ["الاول", "هنا", "الثاني", "هناك"]


def test_an_unclosed_mark_counts_only_after_a_colon() -> None:
    found = document('قال المدير: "لن نغلق الباب')
    (open_ended,) = found.quotations
    assert not open_ended.closed
    assert inner(found, 0) == "لن نغلق الباب"
    assert quoted('قال المدير "لن نغلق الباب') == []


def test_an_unclosed_mark_is_skipped_and_later_ones_pair() -> None:
    assert quoted('في "المكان قال «كلاماً طويلاً» ومضى.') == ["كلاماً طويلاً"]


def test_a_quotation_ends_with_its_line_at_the_latest() -> None:
    article = extracted('قال المدير: "لن نغلق الباب\nوفي المساء هطل المطر.')
    found = prepare(article)
    assert [inner(found, n) for n in range(len(found.quotations))] == ["لن نغلق الباب"]
    last = found.words.index("المطر")
    assert not found.is_quoted(last)


def test_a_quotation_runs_over_the_sentences_of_its_line() -> None:
    article = extracted('قال المدير: "لن نغلق. سنبقى هنا. شكراً." ثم مضى.')
    found = prepare(article)
    assert len(found.sentences) > 2
    assert [inner(found, n) for n in range(len(found.quotations))] == ["لن نغلق. سنبقى هنا. شكراً."]


def test_tokens_lie_in_their_sentences_and_cover_all_words() -> None:
    article = extracted("وصل القطار متأخراً. نزل 3 ركاب!\nثم غادر المحطة.")
    found = prepare(article)
    assert found.sentence_first[0] == 0
    assert found.sentence_last[-1] == len(found.tokens)
    assert found.sentence_first[1:] == found.sentence_last[:-1]
    for number, sentence in enumerate(found.sentences):
        for index in range(found.sentence_first[number], found.sentence_last[number]):
            token = found.tokens[index]
            assert sentence.start <= token.start < token.end <= sentence.end
            assert found.sentence_index(index) == number
            assert found.provenance(index).sentence_id == sentence.id
    assert [word for word in article.text.split() if word not in HEADLINE] == [
        found.span(*bounds).text for bounds in _groups(found)
    ]


def _groups(found: Document) -> list[tuple[int, int]]:
    """The tokens after the headline as runs without white space between them."""
    out: list[tuple[int, int]] = []
    for index in range(found.sentence_first[1], len(found.tokens)):
        if out and found.tokens[index - 1].end == found.tokens[index].start:
            out[-1] = (out[-1][0], index + 1)
        else:
            out.append((index, index + 1))
    return out


def test_a_proclitic_comes_off_and_goes_back() -> None:
    found = document("ذهب لمدير المدرسة.")
    before = found.with_stripped(1, "ل")
    assert (found.words[1], found.span(1, 2).text) == ("مدير", "مدير")
    found.restore(1, before)
    assert (found.words[1], found.span(1, 2).text) == ("لمدير", "لمدير")


def test_a_letter_that_is_not_there_or_all_there_is_stays() -> None:
    found = document("ذهب لك مدير.")
    for index in (0, 1):
        word = found.words[index]
        found.with_stripped(index, "ل")
        assert found.words[index] == word
