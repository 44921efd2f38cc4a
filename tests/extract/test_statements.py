"""Statements: the frames of news Arabic, who speaks, stance, and what is quoted."""

from __future__ import annotations

import pytest

from .texts import contents, extracted, speakers, statement, statements

FRAMES = [
    # sentence, rule, speakers, content, cue lemma
    (
        "قال وزير الزراعة سامر حداد إن الموسم المقبل سيكون جيداً.",
        "verb_comp", ["سامر حداد"], ["الموسم المقبل سيكون جيداً"], "قال",
    ),
    (
        "قالت منظمة الأمل الطبية: \"نحتاج إلى مزيد من الأدوية والمعدات\".",
        "verb_quote", ["منظمة الأمل الطبية"], ["نحتاج إلى مزيد من الأدوية والمعدات"], "قال",
    ),
    (
        "دعا قائد الفصيل إلى وقف القتال فوراً.",
        "verb_prep", ["قائد الفصيل"], ["وقف القتال فوراً"], "دعا",
    ),
    (
        "طالبت المنظمة بفتح المعابر أمام المساعدات.",
        "verb_prep", ["المنظمة"], ["فتح المعابر أمام المساعدات"], "طالب",
    ),
    (
        "أعلنت حركة \"فجر جديد\" وقف القتال في المدينة.",
        "verb_object", ["حركة \"فجر جديد\""], ["وقف القتال في المدينة"], "أعلن",
    ),
    (
        "الوزارة أعلنت أن المدارس ستفتح أبوابها غداً.",
        "preposed_comp", ["الوزارة"], ["المدارس ستفتح أبوابها غداً"], "أعلن",
    ),
    (
        "كانت الحكومة قد أكدت أن الطريق مفتوح أمام القوافل.",
        "preposed_comp", ["الحكومة"], ["الطريق مفتوح أمام القوافل"], "أكد",
    ),
    (
        "نفي الحكومة صحة الأنباء عن إغلاق المعبر.",
        "masdar_denial", ["الحكومة"], ["صحة الأنباء عن إغلاق المعبر"], "نفى",
    ),
    (
        "مزاعم الجيش بأن القرية خالية من السكان.",
        "masdar_claim", ["الجيش"], ["القرية خالية من السكان"], "زعم",
    ),
    (
        "تصريحات لقائد لواء الفجر جميل سالم، وناطق الحركة مروان ياسين حول الانسحاب من البلدة.",
        "nominal_statements", ["جميل سالم", "مروان ياسين"], ["الانسحاب من البلدة"], "صرح",
    ),
    (
        "أطلق قائد الحركة تهديدات بقصف المطار خلال أيام.",
        "light_verb", ["قائد الحركة"], ["بقصف المطار خلال أيام"], "أطلق تهديدات",
    ),
    (
        "توعد قائد الجيش، قائلاً: \"سنضرب كل من يقترب من حدودنا\".",
        "verb_quote", ["قائد الجيش"], ["سنضرب كل من يقترب من حدودنا"], "توعد",
    ),
    (
        "وفقاً لمنظمة الأمل الطبية، فإن المشافي تعاني نقصاً في الأدوية.",
        "source_initial", ["منظمة الأمل الطبية"], ["المشافي تعاني نقصاً في الأدوية"], "وفق",
    ),
    (
        "دخلت القافلة إلى البلدة صباح اليوم، بحسب مصدر طبي.",
        "source_final", ["مصدر طبي"], ["دخلت القافلة إلى البلدة صباح اليوم"], "وفق",
    ),
    (
        "اتهم الجيش الفصائل بقصف القرية ليلاً.",
        "accusation", ["الجيش"], ["الفصائل بقصف القرية ليلاً"], "اتهم",
    ),
    (
        "حملت الحركة الحكومة مسؤولية تدهور الأوضاع في المدينة.",
        "blame", ["الحركة"], ["الحكومة مسؤولية تدهور الأوضاع في المدينة"], "حمل",
    ),
    (
        "نقلت وكالة النور عن مصدر طبي قوله إن الجرحى نقلوا إلى المشفى.",
        "relayed_saying", ["مصدر طبي"], ["الجرحى نقلوا إلى المشفى"], "نقل",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "who", "what", "lemma"), FRAMES)
def test_each_frame_gives_its_speaker_and_content(
    text: str, rule: str, who: list[str], what: list[str], lemma: str
) -> None:
    found = statement(text)
    assert found.rule == rule
    assert speakers(found) == who
    assert contents(found) == what
    assert found.cue is not None
    assert found.cue.lemma == lemma


def test_a_participle_inherits_the_speaker_of_the_verb_before() -> None:
    said, chained = statements("قالت المنظمة إن القافلة وصلت، مؤكدة أن التوزيع يبدأ غداً.")
    assert contents(said) == ["القافلة وصلت"]
    assert contents(chained) == ["التوزيع يبدأ غداً"]
    assert chained.rule == "participle_comp"
    assert chained.speaker_resolution == "inherited"
    assert chained.speaker_surface == []
    assert speakers(chained) == ["المنظمة"]


def test_a_label_after_ma_is_a_statement_of_the_plural_speaker() -> None:
    _, label = statements("قال المتظاهرون إنهم يرفضون ما وصفوه بالانقلاب على إرادة الناس.")
    assert label.rule == "described_as"
    assert speakers(label) == ["المتظاهرون"]
    assert contents(label) == ["الانقلاب على إرادة الناس"]


def test_positions_tell_where_the_speaker_stands() -> None:
    assert statement("قالت الحكومة إن الطريق مفتوح.").position == "speaker_after_verb"
    assert statement("الحكومة قالت إن الطريق مفتوح.").position == "speaker_before_verb"
    assert statement("بحسب مصدر طبي، فإن الطريق مفتوح.").position == "source_marker"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("قال سامر حداد، وزير الزراعة، إن الموسم جيد.", "سامر حداد", "وزير الزراعة"),
        ("قال مدير المشفى، سامر حداد، إن الجرحى كثر.", "سامر حداد", "مدير المشفى"),
        ("قال مدير المشفى سامر حداد إن الجرحى كثر.", "سامر حداد", "مدير المشفى"),
        ("قال الناطق باسم الحركة ياسر منصور إن الاتفاق قائم.", "ياسر منصور", "الناطق باسم الحركة"),
    ],
)
def test_role_and_name_are_told_apart(text: str, name: str, role: str) -> None:
    (speaker,) = statement(text).speakers
    assert (speaker.ar, speaker.role_ar, speaker.kind) == (name, role, "person")


@pytest.mark.parametrize(
    ("text", "resolution", "name"),
    [
        ("قال سامر حداد إن الموسم جيد. وأضاف أن الأسعار ستنخفض.", "pronoun", "سامر حداد"),
        ("قال سامر حداد إن الموسم جيد. وقال حداد إن الدعم مستمر.", "surname", "سامر حداد"),
        (
            "قال الناطق باسم الحركة ياسر منصور إن الاتفاق قائم. وأكد الناطق أن التنفيذ بدأ.",
            "short_form", "ياسر منصور",
        ),
        (
            "أفاد المرصد السوري لحقوق الإنسان بأن القصف توقف. وأكد المرصد أن الهدوء مستمر.",
            "short_form", "المرصد السوري لحقوق الإنسان",
        ),
        ("أكد مصدر طبي أن الجرحى كثر. وأضاف المصدر أن المشفى مغلق.", "short_form", "مصدر طبي"),
    ],
)  # fmt: skip
def test_a_later_mention_is_the_same_entity(text: str, resolution: str, name: str) -> None:
    first, second = statements(text)
    assert second.speaker_resolution == resolution
    assert speakers(second) == [name]
    assert second.speakers[0].entity == first.speakers[0].entity


def test_a_verb_without_subject_agrees_with_its_speaker() -> None:
    *_, last = statements(
        "قالت الحكومة إن الطريق مفتوح. وقال سامر حداد إن الوضع جيد. وأضافت أن العمل بدأ."
    )
    assert speakers(last) == ["الحكومة"]


def test_a_verb_without_anybody_before_says_nothing() -> None:
    assert statements("وقال إن الوضع مستقر في البلدة.") == []


def test_medium_addressee_and_relay() -> None:
    medium = statement("قال الوزير في تصريح صحفي إن الوضع مستقر.").medium
    assert medium is not None
    assert medium.ar == "في تصريح صحفي"
    addressee = statement("قال الوزير لوكالة النور إن الوضع مستقر.").addressee
    assert addressee is not None
    assert addressee.ar == "وكالة النور"
    relay = statement("نقلت وكالة النور عن مصدر طبي قوله إن الجرحى كثر.").relayed_by
    assert relay is not None
    assert relay.ar == "وكالة النور"


def test_a_final_source_relays_the_statement_of_its_sentence() -> None:
    said = statement("قال الوزير إن الطريق مفتوح أمام القوافل، بحسب صحيفة الغد.")
    assert speakers(said) == ["الوزير"]
    assert said.relayed_by is not None
    assert said.relayed_by.ar == "صحيفة الغد"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("قالت الحكومة إن الطريق مفتوح.", "claim"),
        ("نفى الجيش أن تكون قواته قد دخلت القرية.", "denial"),
        ("نفي الحكومة صحة الأنباء عن إغلاق المعبر.", "denial"),
        ("اتهم الجيش الفصائل بقصف القرية ليلاً.", "accusation"),
        ("حملت الحركة الحكومة مسؤولية تدهور الأوضاع.", "accusation"),
        ("هدد قائد الفصيل بقصف المطار.", "threat"),
        ("قال الناطق: \"سنرد على كل هجوم على قرانا\".", "threat"),
        ("طالبت المنظمة بفتح المعابر أمام المساعدات.", "call"),
        ("قالت الحكومة إنه يجب فتح المعبر أمام المدنيين.", "call"),
        ("أعلنت حركة الفجر وقف القتال في المدينة.", "announcement"),
        ("قالت حركة الفجر إنها استهدفت المطار بالصواريخ.", "announcement"),
    ],
)  # fmt: skip
def test_stance(text: str, stance: str) -> None:
    assert statement(text).stance == stance


def test_direct_indirect_and_mixed() -> None:
    direct = statement('قال الوزير: "نحن لا نريد الحرب ولا نسعى إليها".')
    assert direct.type == "direct"
    assert [span.text for span in direct.quoted] == contents(direct)
    indirect = statement("قال الوزير إننا لا نريد الحرب ولا نسعى إليها.")
    assert (indirect.type, indirect.quoted) == ("indirect", [])
    mixed = statement('قال الوزير إن الوضع "سيئ جداً وخطير على الجميع" في المدينة.')
    assert mixed.type == "mixed"
    assert [span.text for span in mixed.quoted] == ["سيئ جداً وخطير على الجميع"]
    assert contents(mixed) == ["الوضع", "سيئ جداً وخطير على الجميع", "في المدينة"]


@pytest.mark.parametrize("marks", ['""', "“”", "”“", "«»", "»«"])
def test_quotation_marks_of_every_kind_and_reversed(marks: str) -> None:
    said = statement(f"قال الوزير: {marks[0]}نحن لا نريد الحرب ولا نسعى إليها{marks[1]}.")
    assert said.type == "direct"
    assert contents(said) == ["نحن لا نريد الحرب ولا نسعى إليها"]


@pytest.mark.parametrize(
    "text",
    [
        "وصل \"الزائر\" إلى المدينة في حافلة \"قديمة جداً\".",
        "وصلت قوات تابعة لحركة \"فجر جديد\" إلى المدينة.",
        "انعقد المؤتمر تحت عنوان \"نحو مستقبل أفضل للجميع\" في المدينة.",
        "يذكر أن المدينة تقع على الحدود.",
        "دخل الرجل دون ذكر اسمه إلى المشفى.",
        "نشر الموقع صوراً من المكان.",
    ],
)  # fmt: skip
def test_names_scare_quotes_and_the_writers_voice_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_a_comma_and_fima_end_the_content() -> None:
    said = statement("قالت الحكومة إن الطريق مفتوح، فيما شهدت المدينة هدوءاً.")
    assert contents(said) == ["الطريق مفتوح"]


def test_a_headline_statement_points_to_the_body() -> None:
    article = extracted(
        "قالت الحكومة إن الطريق مفتوح أمام القوافل.", "الحكومة تقول إن الطريق مفتوح"
    )
    head, body = article.statements
    assert (head.in_headline, body.in_headline) == (True, False)
    assert head.duplicate_of == body.id


def test_a_word_after_the_source_noun_is_no_crash_without_subject() -> None:
    # «عن» directly before «قوله» leaves the source empty
    said = statements("قال سامر حداد إن الوضع جيد. نقلت عنه وكالة النور عن قوله إن العمل بدأ.")
    assert speakers(said[0]) == ["سامر حداد"]
