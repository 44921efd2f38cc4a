"""A briefing made by hand from ``samples/idlib_2019.txt`` (North Press Agency), and variants.

Only wording that ``compose`` could have made stands here; quotations and titles are the
reviewed translation that comes with the sample.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.model import (
    Area,
    Article,
    Briefing,
    EventRow,
    Item,
    KeyFigure,
    LocalText,
    Masthead,
    Method,
    Passage,
    Quote,
    Ref,
    Source,
    Span,
    SpeakerBlock,
    Translation,
)

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLE = "idlib_2019"


@lru_cache(maxsize=1)
def article_text() -> str:
    """The text of the sample article."""
    return (SAMPLES / f"{ARTICLE}.txt").read_bytes().decode()


@lru_cache(maxsize=1)
def _gold() -> dict[str, dict[str, Any]]:
    gold = json.loads((SAMPLES / f"{ARTICLE}.gold.json").read_text(encoding="utf-8"))
    return {sentence["id"]: sentence for sentence in gold["sentences"]}


def headline() -> str:
    """The Arabic headline of the sample."""
    return str(_gold()["s00"]["ar"])


def t(en: str, ar: str) -> LocalText:
    return LocalText(en=en, ar=ar)


DASH = t("–", "–")


def ref(sentence: str, text: str | None = None) -> Ref:
    """A reference to ``text`` in a sentence of the sample, or to the whole sentence."""
    row = _gold()[sentence]
    start, end = row["start"], row["end"]
    if text is not None:
        start = article_text().index(text, start, end)
        end = start + len(text)
    return Ref(article=ARTICLE, sentence=sentence, start=start, end=end)


def reviewed(text: str) -> Translation:
    return Translation(text=text, origin="reviewed")


def item(number: int, en: str, ar: str, sentence: str) -> Item:
    return Item(id=f"i{number}", text=t(en, ar), refs=[ref(sentence)], sources=[1])


def row(
    number: int,
    *cells: LocalText,
    modality: str = "asserted",
    action: str = "shelling",
    sentence: str = "s15",
    **more: Any,
) -> EventRow:
    """Cells: area, places, what, actor, when, casualties, status."""
    names = ("area", "places", "what", "actor", "when", "casualties", "status")
    return EventRow(
        id=f"e{number}",
        action_type=action,  # type: ignore[arg-type]
        modality=modality,  # type: ignore[arg-type]
        refs=[ref(sentence)],
        sources=[1],
        **dict(zip(names, cells, strict=True)),
        **more,
    )


def quote(
    number: int,
    stance: str,
    label: LocalText,
    ar: str,
    en: str | None,
    sentence: str,
    kind: str = "indirect",
    **more: Any,
) -> Quote:
    translation = more.pop("translation", None) or reviewed(_gold()[sentence]["en"])
    return Quote(
        id=f"q{number}",
        stance=stance,  # type: ignore[arg-type]
        stance_label=label,
        type=kind,  # type: ignore[arg-type]
        ar=ar,
        en=en,
        translation=translation,
        refs=[ref(sentence, ar)],
        sources=[1],
        **more,
    )


DENIAL, ACCUSATION = t("denial", "نفي"), t("accusation", "اتهام")
THREAT, CALL, CLAIM = t("threat", "تهديد"), t("call", "دعوة"), t("claim", "قول")


def sample(**changes: Any) -> Briefing:
    """The briefing of the sample in both languages; ``changes`` replace whole fields."""
    fields: dict[str, Any] = {
        "masthead": _masthead(),
        "highlights": _highlights(),
        "key_figures": _key_figures(),
        "areas": _areas(),
        "statements": _statements(),
        "displacement": [
            item(
                10,
                "≈ 400,000 people displaced by Syrian government attacks, according to Turkish "
                "Defence Minister Hulusi Akar; place and period are not stated.",
                "نزوح ≈ 400,000 شخص جراء هجمات الحكومة السورية، وفق وزير الدفاع التركي خلوصي "
                "أكار، من دون ذكر المكان والمدة.",
                "s11",
            ),
            item(
                11,
                "Further displacement reported, not quantified, in Idlib, Aleppo, Latakia and "
                "Hama governorates.",
                "مزيد من النزوح، من دون أرقام، في محافظات إدلب وحلب واللاذقية وحماة.",
                "s13",
            ),
        ],
        "casualties": [
            item(
                12,
                "1 person died of wounds from government artillery fire at Qastun (al-Ghab Plain).",
                "وفاة شخص واحد متأثراً بجراحه جراء قصف مدفعي حكومي على قسطون (سهل الغاب).",
                "s15",
            ),
        ],
        "narrative": _narrative(),
        "sources": [
            Source(
                number=1,
                article=ARTICLE,
                outlet=t("North Press Agency (NPA)", "وكالة نورث برس (NPA)"),
                title_ar=headline(),
                title=reviewed(_gold()["s00"]["en"]),
                place=t("Idlib", "إدلب"),
                date=t("n.d. (a Friday)", "بلا تاريخ (يوم جمعة)"),
                path="/home/someone/inbox/idlib_2019.txt",
            )
        ],
        "method": Method(
            lines=[
                t(
                    "Facts were extracted from the Arabic; figures, names and places are not "
                    "machine-translated.",
                    "استُخرجت الوقائع من النص العربي مباشرة، ولم تُترجم الأرقام والأسماء والأماكن "
                    "ترجمة آلية.",
                ),
                t(
                    "Quotations: reviewed translation (21 of 21 sentences).",
                    "الاقتباسات: ترجمة مراجَعة (21 من 21 جملة).",
                ),
                t(
                    "Confidence: every item rests on a single source.",
                    "الموثوقية: يستند كل بند إلى مصدر واحد.",
                ),
            ],
            counts={"articles": 1, "reviewed": 21},
        ),
        "articles": [_article()],
    }
    return Briefing(**{**fields, **changes})


def _article() -> Article:
    text = article_text()
    title = headline()
    return Article(
        id=ARTICLE, text=text, headline=Span(start=0, end=len(title), text=text[: len(title)])
    )


def _masthead() -> Masthead:
    return Masthead(
        title=t("North-west Syria · Daily briefing", "شمال غرب سوريا · الإيجاز اليومي"),
        issue=1,
        date="2019-07-19",
        date_text=t("Friday, 19 July 2019", "الجمعة 19 تموز/يوليو 2019"),
        coverage=t(
            "1 article, North Press Agency (NPA), dateline Idlib",
            "خبر واحد، وكالة نورث برس (NPA)، إدلب",
        ),
        cutoff=t("Friday (date not stated in the article)", "الجمعة (لم يذكر الخبر التاريخ)"),
    )


def _highlights() -> list[Item]:
    return [
        item(
            1,
            "About 400,000 people displaced by Syrian government attacks, according to Turkish "
            "Defence Minister Hulusi Akar.",
            "نزوح نحو 400,000 شخص جراء هجمات الحكومة السورية، وفق وزير الدفاع التركي خلوصي أكار.",
            "s11",
        ),
        item(
            2,
            "Russia's Ministry of Defence denies sending ground reinforcements to the Idlib "
            "fronts; armed opposition commanders say that Russian special forces are on the "
            "ground.",
            "وزارة الدفاع الروسية تنفي إرسال تعزيزات برية إلى جبهات إدلب، وقادة في المعارضة "
            "المسلحة يقولون إن قوات خاصة روسية موجودة في الميدان.",
            "s04",
        ),
        item(
            3,
            "Syrian air strikes on Maarzita, Maarat Hurma, Kafr Sajna and Jisr al-Shughur after "
            "midnight; no casualties reported. One person died of wounds from government "
            "artillery fire at Qastun (al-Ghab Plain).",
            "غارات جوية سورية بعد منتصف الليل على معرزيتا ومعرة حرمة وكفرسجنة وجسر الشغور، من "
            "دون ورود أنباء عن ضحايا. ووفاة شخص واحد متأثراً بجراح أصيب بها في قصف مدفعي حكومي "
            "على قسطون (سهل الغاب).",
            "s15",
        ),
        item(
            4,
            "The Turkistan Islamic Party threatens to attack government-held areas.",
            "الحزب الإسلامي التركستاني يهدد باستهداف مناطق خاضعة للحكومة.",
            "s18",
        ),
    ]


def _key_figures() -> list[KeyFigure]:
    return [
        KeyFigure(
            id="k1",
            kind="displaced",
            value_text=t("≈ 400,000 people", "≈ 400,000 شخص"),
            label=t("displaced", "نازحون"),
            note=t(
                "claimed by Hulusi Akar, Turkish Defence Minister; place and period not stated",
                "بحسب خلوصي أكار، وزير الدفاع التركي؛ لم يُذكر المكان ولا المدة",
            ),
            value=400_000,
            modality="claimed",
            refs=[ref("s11", "قرابة 400 ألف شخص")],
            sources=[1],
        ),
        KeyFigure(
            id="k2",
            kind="killed",
            value_text=t("1 person", "شخص واحد"),
            label=t("killed (died of wounds)", "قتيل (متأثراً بجراحه)"),
            note=t("Qastun, al-Ghab Plain; reported by NPA", "قسطون، سهل الغاب؛ نقلاً عن NPA"),
            value=1,
            refs=[ref("s15", "فارق شخص الحياة")],
            sources=[1],
        ),
        KeyFigure(
            id="k3",
            kind="killed_or_wounded",
            value_text=t("none reported", "لم ترد أنباء"),
            label=t("casualties of the air strikes", "ضحايا الغارات الجوية"),
            note=t("west and south of Idlib; NPA", "غربي وجنوبي إدلب؛ NPA"),
            refs=[ref("s15", "دون ورود معلومات عن وقوع ضحايا")],
            sources=[1],
        ),
    ]


def _areas() -> list[Area]:
    government = t("government forces", "القوات الحكومية")
    factions = t("armed opposition factions", "فصائل المعارضة المسلحة")
    said = t("reported", "ورد في الخبر")
    idlib, ghab = t("Idlib governorate", "محافظة إدلب"), t("al-Ghab Plain", "سهل الغاب")
    hama, fronts = t("Hama", "حماة"), t("Idlib fronts", "جبهات إدلب")
    return [
        Area(
            name=idlib,
            rows=[
                row(
                    1,
                    idlib,
                    t(
                        "Maarzita, Maarat Hurma, Kafr Sajna, Jisr al-Shughur",
                        "معرزيتا، معرة حرمة، كفرسجنة، جسر الشغور",
                    ),
                    t("air strikes", "غارات جوية"),
                    t("Syrian air force", "سلاح الجو السوري"),
                    t("after midnight", "بعد منتصف الليل"),
                    t("none reported", "لم ترد أنباء"),
                    said,
                    action="air_strike",
                ),
                row(
                    2,
                    fronts,
                    DASH,
                    t("reinforcement with ground troops", "تعزيز بقوات برية"),
                    t("Russia", "روسيا"),
                    DASH,
                    DASH,
                    t(
                        "alleged by opposition; denied by the Russian Ministry of Defence",
                        "تزعمه المعارضة وتنفيه وزارة الدفاع الروسية",
                    ),
                    modality="denied",
                    action="ground_deployment",
                    sentence="s04",
                ),
            ],
        ),
        Area(
            name=ghab,
            rows=[
                row(
                    3,
                    ghab,
                    t("Qastun", "قسطون"),
                    t("artillery shelling", "قصف مدفعي"),
                    government,
                    DASH,
                    t("1 killed", "قتيل واحد"),
                    said,
                )
            ],
        ),
        Area(
            name=hama,
            rows=[
                row(
                    4,
                    hama,
                    t("Mhardeh (government-held)", "محردة (خاضعة للحكومة)"),
                    t("attack, means not stated", "استهداف لم تُذكر وسيلته"),
                    factions,
                    t("Friday morning", "صباح الجمعة"),
                    DASH,
                    said,
                    action="attack_unspecified",
                    sentence="s14",
                )
            ],
        ),
        Area(
            name=DASH,
            rows=[
                row(
                    5,
                    t("contact lines", "خطوط التماس"),
                    DASH,
                    t("reinforcements brought in", "استقدام تعزيزات"),
                    factions,
                    DASH,
                    DASH,
                    t("claimed by the factions", "تعلنه الفصائل"),
                    modality="claimed",
                    action="reinforcement",
                    sentence="s17",
                ),
                row(
                    6,
                    DASH,
                    DASH,
                    t("new military operation", "عملية عسكرية جديدة"),
                    government,
                    t("coming period", "الفترة المقبلة"),
                    DASH,
                    t("feared", "يُخشى وقوعها"),
                    modality="feared",
                    action="military_operation",
                    sentence="s17",
                    time_relation="future",
                ),
            ],
        ),
    ]


def _statements() -> list[SpeakerBlock]:
    return [
        SpeakerBlock(
            name=t("Russian Ministry of Defence", "وزارة الدفاع الروسية"),
            quotes=[
                quote(
                    1,
                    "denial",
                    DENIAL,
                    "صحة ما روج من أنباء حول إرسالها تعزيزات عسكرية من قواتها البرية إلى "
                    "جبهات إدلب",
                    "denied the veracity of circulating reports that it had sent military "
                    "reinforcements from its ground forces to the Idlib fronts",
                    "s04",
                    medium=t("official statement", "تصريح رسمي"),
                ),
                quote(
                    2,
                    "denial",
                    DENIAL,
                    'أن هذه "المزاعم" حول مشاركة قوات خاصة وقوات برية روسية في معارك إدلب أنباء '
                    "مزيفة",
                    'these "claims" about the participation of Russian special forces and ground '
                    "troops in the Idlib battles were fake news",
                    "s06",
                    relayed_by=t("relayed by Russian media sources", "نقلاً عن مصادر إعلامية روسية"),
                ),
            ],
        ),
        SpeakerBlock(
            name=t("Naji Mustafa", "ناجي مصطفى"),
            role=t(
                "official spokesman of the Turkey-backed National Front for Liberation",
                "الناطق الرسمي باسم الجبهة الوطنية للتحرير المدعومة من تركيا",
            ),
            quotes=[
                quote(
                    3,
                    "accusation",
                    ACCUSATION,
                    "هذه القوات الخاصة الروسية الآن متواجدة في الميدان في دخول بري بعد فشل قوات "
                    "النظام.",
                    "These Russian special forces are now present on the battlefield in a ground "
                    "incursion, after the failure of the regime's forces.",
                    "s08",
                    "direct",
                    medium=t("to Reuters", "لوكالة Reuters"),
                )
            ],
        ),
        SpeakerBlock(
            name=t("Hulusi Akar", "خلوصي أكار"),
            role=t("Turkish Defence Minister", "وزير الدفاع التركي"),
            quotes=[
                quote(
                    4,
                    "accusation",
                    ACCUSATION,
                    "هجمات قوات الحكومة السورية ضمن منطقة خفض التصعيد "
                    '"ترفع من حدة التوتر وتقوض السلام والاستقرار."',
                    "the attacks by Syrian government forces within the de-escalation zone “are "
                    "raising tensions and undermining peace and stability.”",
                    "s10",
                    "mixed",
                ),
                quote(
                    5,
                    "call",
                    CALL,
                    "ضرورة وقف تقدم النظام في منطقة خفض التصعيد وانسحابه إلى نقاطه في إطار "
                    "الاتفاقية.",
                    None,
                    "s11",
                    "direct",
                    translation=Translation(
                        origin="none", flags=["numbers", "too_short"], tried=3, rejected="40 halt"
                    ),
                ),
            ],
        ),
        SpeakerBlock(
            name=t("Leader of the Turkistan Islamic Party", "متزعم الحزب الإسلامي التركستاني"),
            named=False,
            quotes=[
                quote(
                    6,
                    "threat",
                    THREAT,
                    "سنحول نهر العاصي من الماء إلى نهر من الدماء",
                    "We will turn the Orontes River from water into a river of blood",
                    "s18",
                    "direct",
                    medium=t("audio recording", "تسجيل صوتي"),
                    translation=Translation(
                        text="We will turn the Orontes River", origin="machine", package="ar_en"
                    ),
                )
            ],
        ),
        SpeakerBlock(
            name=t("Sergey Lavrov", "سيرغي لافروف"),
            role=t("Russian Foreign Minister", "وزير الخارجية الروسي"),
            quotes=[
                quote(
                    7,
                    "claim",
                    CLAIM,
                    "القضاء على بؤرة الإرهاب في سورية يعتبر من مصلحة الاتحاد الأوروبي",
                    _gold()["s21"]["en"],
                    "s21",
                    "direct",
                    scope="sentence",
                ),
                quote(
                    8,
                    "call",
                    CALL,
                    "القضاء على الإرهابيين المتواجدين هناك.",
                    "The terrorists there should be eliminated",
                    "s19",
                    "direct",
                    translation=Translation(
                        text="The terrorists there should be eliminated", origin="gist"
                    ),
                ),
            ],
        ),
    ]


def _narrative() -> list[Passage]:
    def passage(number: int, sentence: str, translation: Translation, **more: Any) -> Passage:
        return Passage(
            id=f"n{number}",
            ar=_gold()[sentence]["ar"],
            translation=translation,
            refs=[ref(sentence)],
            sources=[1],
            **more,
        )

    claims = t("False claims", "مزاعم مزيفة")
    return [
        passage(1, "s03", reviewed(_gold()["s03"]["en"])),
        passage(2, "s07", reviewed(_gold()["s07"]["en"]), heading=claims),
        passage(
            3,
            "s13",
            Translation(text=_gold()["s13"]["en"], origin="gist"),
            heading=t("Renewed escalation", "تصعيد متجدد"),
        ),
        passage(4, "s20", Translation(origin="none", flags=["loop"], tried=4)),
    ]


def stressed() -> Briefing:
    """Sixty events, long names, many sources and figures."""
    base = sample()
    rows = [event for area in base.areas for event in area.rows]
    long = t(
        "the Unified Operations Room of the Northern Coast and the Western Countryside",
        "غرفة العمليات الموحدة للساحل الشمالي والريف الغربي وما حولهما من المناطق",
    )
    areas = [
        Area(
            name=t(f"Area {number}", f"المنطقة {number}"),
            rows=[
                rows[(number + index) % len(rows)].model_copy(
                    update={
                        "id": f"x{number}-{index}",
                        "actor": long if index % 3 == 0 else rows[index].actor,
                        "sources": [1, 2, 30],
                    }
                )
                for index in range(6)
            ],
        )
        for number in range(10)
    ]
    sources = [base.sources[0].model_copy(update={"number": number}) for number in range(1, 31)]
    sources[1] = sources[1].model_copy(
        update={"url": "https://example.org/" + "very-long-path/" * 12 + "?a=1&b=2"}
    )
    figures = [base.key_figures[n % 3].model_copy(update={"id": f"k{n}"}) for n in range(7)]
    return sample(areas=areas, sources=sources, key_figures=figures)


def bare() -> Briefing:
    """Nothing but a masthead and a method line: every section empty."""
    return sample(
        highlights=[],
        key_figures=[],
        areas=[],
        statements=[],
        displacement=[],
        casualties=[],
        narrative=[],
        sources=[],
        articles=[],
        method=Method(
            lines=[t("No usable article.", "لا خبر صالح.")],
            empty_sections=["highlights", "statements", "casualties"],
        ),
    )


def withheld() -> Briefing:
    """Every translation was refused by the checks."""
    gone = Translation(origin="none", flags=["loop", "source_script"], tried=3)
    base = sample()
    return sample(
        statements=[
            block.model_copy(
                update={
                    "quotes": [
                        q.model_copy(update={"en": None, "translation": gone}) for q in block.quotes
                    ]
                }
            )
            for block in base.statements
        ],
        narrative=[p.model_copy(update={"translation": gone}) for p in base.narrative],
        sources=[s.model_copy(update={"title": gone}) for s in base.sources],
    )


#: What a hostile article could carry; every string of the document is replaced by it.
EVIL = (
    "<script src='http://evil.invalid/x.js'></script><img src=file:///etc/passwd onerror=a()>"
    "\"'></style><link rel=stylesheet href=//evil.invalid/a.css>{{ 7*7 }}{% raw %}"
    "url(file:///etc/passwd)\u202e\x00\u2069&amp;"
)


def hostile() -> Briefing:
    """The sample with :data:`EVIL` in every free text."""
    fixed = {
        *("schema", "schema_", "digits", "date", "id", "kind", "modality", "action_type", "type"),
        *("precision", "time_relation", "scope", "origin", "stance", "article", "sentence"),
    }

    def spoil(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoil(v, key) for v in value]
        if isinstance(value, str) and key not in fixed:
            return EVIL
        return value

    data = sample(articles=[]).model_dump(by_alias=True)
    data["sources"][0]["url"] = "javascript:alert(1)"
    spoiled = spoil(data)
    return Briefing.model_validate(spoiled)
