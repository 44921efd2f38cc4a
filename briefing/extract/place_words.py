"""Arabic words around place names: place nouns, directions, fronts, zones and borders.

All words are folded (``letters.fold``). What they mean in English is not said here.
"""

from __future__ import annotations

from ..arabic.letters import fold


def _table(text: str) -> dict[str, str]:
    """«noun kind» pairs to a dict with folded keys."""
    words = text.split()
    return {fold(noun): kind for noun, kind in zip(words[::2], words[1::2], strict=True)}


#: Nouns that introduce a place name, and the kind of place that they say it is.
PLACE_NOUNS = _table("""
    مدينة city بلدة town قرية village ناحية district مديرية district قضاء district
    محافظة governorate ولاية governorate مخيم camp حي neighbourhood ضاحية neighbourhood
    منطقة region إقليم region مقاطعة region محلية district عزلة district بادية region
    جزيرة region شبه region سهل plain هضبة region وادي region صحراء region
    جبل mountain جبال mountain نهر river بحيرة region بحر sea خليج sea مضيق sea
    مطار airport قاعدة base معسكر base ثكنة base معبر crossing حاجز crossing منفذ crossing
    ميناء region مرفأ region مستوطنة town كيبوتس village عاصمة city أطراف region محيط region
    مدن city بلدات town بلدتي town بلدتا town قرى village قريتي village قريتا village
    محافظات governorate محافظتي governorate مدينتي city مدينتا city أحياء neighbourhood
    حيي neighbourhood مخيمات camp ولايات governorate ولايتي governorate مناطق region
    مخيمي camp نواحي district مديريات district مديريتي district دوار neighbourhood
    شارع neighbourhood ساحة neighbourhood سد region حقل region مصفاة region سجن region
    غوطة region ريف countryside ريفي countryside أرياف countryside قطاع region
""")
#: Place nouns after which an unknown word is taken as a name.
NAMING_NOUNS = frozenset(
    fold(word)
    for word in "مدينة بلدة قرية ناحية مخيم حي مديرية قضاء بلدتي قريتي مستوطنة محلية عزلة".split()  # noqa: SIM905
)
#: Prepositions and the like before which a weakly known name is read as a place.
PLACE_PREPOSITIONS = frozenset(
    fold(word)
    for word in [
        "في",
        "إلى",
        "من",
        "قرب",
        "نحو",
        "باتجاه",
        "داخل",
        "خارج",
        "بين",
        "وسط",
        "ريف",
        "ريفي",
        "محيط",
        "أطراف",
        "غرب",
        "شرق",
        "شمال",
        "جنوب",
        "غربي",
        "شرقي",
        "شمالي",
        "جنوبي",
        "ضواحي",
        "أهالي",
        "سكان",
        "أبناء",
        "مدخل",
        "مشارف",
        "بمحيط",
        "بأطراف",
        "بريف",
        "قبالة",
        "سواحل",
        "جبهة",
        "جبهات",
        "محور",
        "محاور",
        "أرياف",
        "بأرياف",
        "دخول",
        "اتجاه",
        "مقاطعة",
        "عبر",
        "فوق",
    ]
)
#: The four directions with and without ي, and the centre.
DIRECTIONS = _table("""
    شمال north شمالي north جنوب south جنوبي south شرق east شرقي east غرب west غربي west
    وسط centre أقصى far
""")
#: Adjectives of direction, masculine and feminine, with the article.
DIRECTION_ADJECTIVES = _table("""
    الشمالي north الشمالية north الجنوبي south الجنوبية south الشرقي east الشرقية east
    الغربي west الغربية west الأوسط centre الوسطى centre
""")
COUNTRYSIDE = frozenset(fold(word) for word in ("ريف", "ريفي", "أرياف"))
FRONTS = frozenset(fold(word) for word in ("جبهة", "جبهات", "محور", "محاور"))
#: Fixed phrases that are places in the text but not on a map: (phrase, kind, id).
FIXED = (
    ("خطوط التماس", "frontline", "contact-lines"),
    ("خط التماس", "frontline", "contact-lines"),
    ("خطوط الاشتباك", "frontline", "contact-lines"),
    ("خط الاشتباك", "frontline", "contact-lines"),
    ("جبهات القتال", "frontline", "battlefronts"),
    ("جبهة القتال", "frontline", "battlefronts"),
    ("خطوط القتال", "frontline", "battlefronts"),
    ("خطوط المواجهة", "frontline", "front-lines"),
    ("خط المواجهة", "frontline", "front-lines"),
    ("خطوط الجبهة", "frontline", "front-lines"),
    ("خط الجبهة", "frontline", "front-lines"),
    ("الخطوط الأمامية", "frontline", "front-lines"),
    ("خط النار", "frontline", "front-lines"),
    ("خط وقف إطلاق النار", "border", "ceasefire-line"),
    ("خط فض الاشتباك", "border", "disengagement-line"),
    ("منطقة فض الاشتباك", "zone", "disengagement-zone"),
    ("منطقة خفض التصعيد", "zone", "de-escalation-zone"),
    ("مناطق خفض التصعيد", "zone", "de-escalation-zone"),
    ("منطقة تخفيف التصعيد", "zone", "de-escalation-zone"),
    ("مناطق تخفيف التصعيد", "zone", "de-escalation-zone"),
    ("المنطقة الآمنة", "zone", "safe-zone"),
    ("المنطقة العازلة", "zone", "buffer-zone"),
    ("منطقة عازلة", "zone", "buffer-zone"),
    ("المنطقة منزوعة السلاح", "zone", "demilitarised-zone"),
    ("المناطق المحررة", "zone", "opposition-held-areas"),
    ("الشريط الحدودي", "border", "border-strip"),
    ("المنطقة الحدودية", "border", "border-area"),
    ("المناطق الحدودية", "border", "border-area"),
    ("الداخل السوري", "region", "inside-syria"),
    ("الأراضي السورية", "region", "syrian-territory"),
    ("الأراضي اللبنانية", "region", "lebanese-territory"),
    ("الأراضي العراقية", "region", "iraqi-territory"),
    ("الأراضي التركية", "region", "turkish-territory"),
    ("الأراضي اليمنية", "region", "yemeni-territory"),
    ("الأراضي الروسية", "region", "russian-territory"),
    ("الأراضي الأوكرانية", "region", "ukrainian-territory"),
    ("الأراضي السعودية", "region", "saudi-territory"),
    ("الأراضي الإسرائيلية", "region", "israeli-territory"),
)
BORDER_NOUNS = frozenset(fold(word) for word in ("الحدود", "حدود"))
#: «مناطق نفوذ X»: areas that somebody holds.
AREA_NOUNS = frozenset(fold(word) for word in ("مناطق", "منطقة"))
CONTROL_NOUNS = frozenset(fold(word) for word in ("نفوذ", "سيطرة", "تمركز", "انتشار", "تواجد"))
#: Heads of the holder after which the next word belongs to it whatever it is.
HOLDER_HEADS = frozenset(
    fold(word)
    for word in [
        "قوات",
        "جيش",
        "حركة",
        "تنظيم",
        "هيئة",
        "فصائل",
        "جماعة",
        "ميليشيا",
        "ميليشيات",
        "مليشيا",
        "مليشيات",
        "حزب",
        "حكومة",
        "جبهة",
        "وحدات",
        "مجلس",
        "الإدارة",
        "الجيش",
        "القوات",
        "الحكومة",
        "الفصائل",
        "المعارضة",
        "النظام",
        "الميليشيات",
        "الحوثيين",
    ]
)
#: Words after a place noun that describe it and do not name it.
DESCRIBING = frozenset(
    fold(word)
    for word in [
        "صغيرة",
        "كبيرة",
        "نائية",
        "مجاورة",
        "حدودية",
        "محاصرة",
        "زراعية",
        "سياحية",
        "عسكرية",
        "أخرى",
        "واحدة",
        "كاملة",
        "آمنة",
        "سكنية",
        "سكني",
        "سكنيه",
        "كبير",
        "صغير",
        "آخر",
        "مجاور",
        "شعبي",
        "عدة",
        "كل",
        "جميع",
        "هذه",
        "هذا",
        "تلك",
        "ذلك",
        "التي",
        "الذي",
        "الذين",
        "التابعة",
        "التابع",
        "الواقعة",
        "الواقع",
        "المجاورة",
        "المجاور",
        "الحدودية",
        "المحاصرة",
        "المذكورة",
        "القديمة",
        "القديم",
        "الجديد",
        "الجديدة",
        "نفسها",
        "نفسه",
        "في",
        "من",
        "إلى",
        "على",
        "عن",
        "مع",
        "قرب",
        "بعد",
        "قبل",
        "خلال",
        "حيث",
        "وسط",
        "بين",
        "عند",
        "منذ",
        "حتى",
        "أو",
        "ثم",
        "لم",
        "لا",
        "لن",
        "قد",
        "كما",
        "بينما",
        "فيما",
        "إذ",
        "إن",
        "أن",
        "كانت",
        "كان",
        "تقع",
        "يقع",
        "ذات",
        "ذو",
        "غير",
        "مدمرة",
        "بأكملها",
        "بكاملها",
        "مأهولة",
        "مهجورة",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
        "خاضعة",
        "للنازحين",
        "اللاجئين",
        "النازحين",
        "لاجئين",
        "نازحين",
        "ومحيطها",
        "وأطرافها",
        "وقراها",
        "عشوائي",
        "إيواء",
        "صحفي",
        "اعلامي",
        "رئيسية",
        "ساحلية",
        "أثرية",
        "تاريخية",
        "محاذية",
        "قريبة",
        "تحت",
        "ضمن",
        "عبر",
        "ضد",
        "أمام",
        "خلف",
        "دون",
        "هناك",
        "هنا",
        "اليوم",
        "أمس",
        "صباح",
        "مساء",
        "فجر",
        "ليل",
        "بهدف",
        "بعدما",
        "عقب",
        "إثر",
        "جراء",
    ]
)
#: First words of compound names: the next word belongs to the name.
COMPOUND_FIRST = frozenset(
    fold(word)
    for word in [
        "كفر",
        "تل",
        "دير",
        "بيت",
        "عين",
        "أم",
        "أبو",
        "خان",
        "خربة",
        "شيخ",
        "الشيخ",
        "رأس",
        "وادي",
        "جبل",
        "باب",
        "بئر",
        "بير",
        "برج",
        "قلعة",
        "ذي",
        "بني",
        "آل",
        "ود",
        "عد",
        "سيدي",
        "قصر",
        "جسر",
        "حوش",
        "معرة",
        "مزرعة",
        "نبع",
        "صوامع",
        "حلة",
        "طير",
        "جب",
        "سوق",
        "عرب",
        "ابن",
        "مار",
    ]
)
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "بـ")
#: Proclitics through which a place name is read; the article is part of the name.
PREFIXES = frozenset(_PROCLITICS)
SOFT_PREFIXES = frozenset(("", "و", "ف", "ب", "وب", "فب"))


def noun_of(word: str, nouns: frozenset[str] | dict[str, str]) -> str | None:
    """The noun of ``nouns`` that a folded word is, through و ف ب ل ك; None when it is none.

    >>> noun_of("وبريف", COUNTRYSIDE)
    'ريف'
    """
    rest = word
    for _ in range(3):
        if rest in nouns:
            return rest
        if rest[:1] not in ("و", "ف", "ب", "ل", "ك") or len(rest) < 3:
            return None
        rest = rest[1:]
    return None
