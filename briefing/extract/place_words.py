"""Arabic words around place names: place nouns, directions, fronts, zones and borders.

All words are folded (``letters.fold``). What they mean in English is not said here.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from importlib.resources import files

from ..arabic.letters import fold


def _table(text: str) -> dict[str, str]:
    """«noun kind» pairs to a dict with folded keys."""
    words = text.split()
    return {fold(noun): kind for noun, kind in zip(words[::2], words[1::2], strict=True)}


def _set(text: str) -> frozenset[str]:
    """The words of ``text``, folded."""
    return frozenset(fold(word) for word in text.split())


#: Nouns that introduce a place name, and the kind of place that they say it is.
PLACE_NOUNS = _table("""
    مدينة city بلدة town قرية village ناحية district مديرية district قضاء district
    محافظة governorate ولاية governorate مخيم camp حي neighbourhood ضاحية neighbourhood
    منطقة region إقليم region مقاطعة region عزلة district بادية region
    جزيرة region سهل plain هضبة region وادي region صحراء region
    جبل mountain جبال mountain نهر river بحيرة region بحر sea خليج sea مضيق sea
    مطار airport قاعدة base معسكر base ثكنة base معبر crossing حاجز crossing منفذ crossing
    ميناء region مرفأ region مستوطنة town كيبوتس village عاصمة city
    مدن city بلدات town بلدتي town بلدتا town قرى village قريتي village قريتا village
    محافظات governorate محافظتي governorate مدينتي city مدينتا city أحياء neighbourhood
    حيي neighbourhood مخيمات camp ولايات governorate ولايتي governorate
    مخيمي camp نواحي district مديريات district مديريتي district دوار neighbourhood
    شارع neighbourhood ساحة neighbourhood سد region حقل region مصفاة region سجن region
    غوطة region ريف countryside ريفي countryside أرياف countryside قطاع region
""")
#: Place nouns after which an unknown word is taken as a name.
NAMING_NOUNS = _set("""
    مدينة بلدة قرية ناحية مخيم حي مديرية قضاء بلدتي قريتي مستوطنة عزلة قرى بلدات أحياء
""")
#: Nouns that are part of the name that they introduce: «جبل معرين», «تلة البركان».
FEATURE_NOUNS = _table("""
    جبل mountain جبال mountain وادي plain تبة mountain تلة mountain تلال mountain تل town
    سد region عين town سهل plain معسكر base معبر crossing حاجز crossing مجمع region
""")
#: «منطقة سناح»: an area named by one indefinite word, when a boundary follows.
REGION_NOUNS = _set("منطقة")
#: Prepositions and the like before which a weakly known name is read as a place.
PLACE_PREPOSITIONS = _set("""
    في إلى من قرب نحو باتجاه داخل خارج بين وسط ريف ريفي محيط أطراف غرب شرق شمال جنوب غربي
    شرقي شمالي جنوبي ضواحي أهالي سكان أبناء مدخل مشارف قبالة سواحل جبهة جبهات محور محاور أرياف
    دخول اتجاه مقاطعة
""")
#: The four directions with and without ي, and the centre.
DIRECTIONS = _table("""
    شمال north شمالي north جنوب south جنوبي south شرق east شرقي east غرب west غربي west
    وسط centre
""")
#: Adjectives of direction, masculine and feminine, with the article.
DIRECTION_ADJECTIVES = _table("""
    الشمالي north الشمالية north الجنوبي south الجنوبية south الشرقي east الشرقية east
    الغربي west الغربية west الأوسط centre الوسطى centre
""")
COUNTRYSIDE = _set("ريف ريفي أرياف")
FRONTS = _set("جبهة جبهات محور محاور")
BORDER_NOUNS = _set("الحدود")
#: «مناطق نفوذ X»: areas that somebody holds.
AREA_NOUNS = _set("مناطق منطقة")
CONTROL_NOUNS = _set("نفوذ سيطرة تمركز انتشار تواجد")
#: Heads of the holder after which the next word belongs to it whatever it is.
HOLDER_HEADS = _set("""
    قوات جيش حركة تنظيم هيئة فصائل جماعة ميليشيا ميليشيات مليشيا مليشيات حزب حكومة جبهة
    وحدات مجلس
""")
#: Fixed phrases that are places in the text but not on a map, by id: kind, then phrases.
FIXED = {
    "contact-lines": "frontline|خطوط التماس|خط التماس|خطوط الاشتباك|خط الاشتباك",
    "battlefronts": "frontline|جبهات القتال|جبهة القتال|خطوط القتال|ساحات القتال",
    "front-lines": "frontline|خطوط المواجهة|خط المواجهة|خطوط الجبهة|خط الجبهة|الخطوط الأمامية",
    "line-of-fire": "frontline|خط النار|خطوط النار",
    "ceasefire-line": "border|خط وقف إطلاق النار",
    "disengagement-line": "border|خط فض الاشتباك",
    "disengagement-zone": "zone|منطقة فض الاشتباك",
    "de-escalation-zone": "zone|منطقة خفض التصعيد|مناطق خفض التصعيد|منطقة تخفيف التصعيد"
    "|مناطق تخفيف التصعيد|منطقة خفض التوتر|مناطق خفض التوتر",
    "safe-zone": "zone|المنطقة الآمنة|المناطق الآمنة",
    "buffer-zone": "zone|المنطقة العازلة|منطقة عازلة",
    "demilitarised-zone": "zone|المنطقة منزوعة السلاح|منطقة منزوعة السلاح",
    "border-strip": "border|الشريط الحدودي",
    "border-area": "border|المنطقة الحدودية|المناطق الحدودية",
}
#: Words after a place noun that describe it and do not name it.
DESCRIBING = _set("""
    صغيرة كبيرة نائية مجاورة حدودية محاصرة زراعية سياحية عسكرية أخرى واحدة كاملة آمنة سكنية سكني
    كبير صغير آخر مجاور شعبي عدة كل جميع هذه هذا تلك ذلك التي الذي الذين اللتين التابعة التابع
    الواقعة الواقع المجاورة المجاور الحدودية المحاصرة المذكورة القديمة القديم الجديد الجديدة
    نفسها نفسه في من إلى على عن مع قرب بعد قبل خلال حيث وسط بين عند منذ حتى أو ثم لم لا لن قد
    كما بينما فيما إذ إن أن كانت كان تقع يقع ذات ذو غير مدمرة بأكملها بكاملها مأهولة مهجورة
    شمال جنوب شرق غرب شمالي جنوبي شرقي غربي خاضعة اللاجئين النازحين لاجئين نازحين
    ومحيطها وأطرافها وقراها عشوائي إيواء صحفي إعلامي رئيسية ساحلية أثرية تاريخية محاذية قريبة
    تحت ضمن عبر ضد أمام خلف دون هناك هنا اليوم أمس صباح مساء فجر ليل بهدف بعدما عقب إثر جراء
    حدثت وقعت شمالا جنوبا شرقا غربا تقريبا أيضا بالكامل الليلة السبت الأحد الاثنين الثلاثاء
    الأربعاء الخميس الجمعة
""")
#: First words of compound names: the next word belongs to the name.
COMPOUND_FIRST = _set("""
    كفر تل دير بيت عين أم أبو خان خربة شيخ الشيخ رأس وادي جبل باب بئر بير برج قلعة ذي بني آل
    ود عد سيدي قصر جسر حوش معرة مزرعة نبع صوامع حلة طير جب سوق عرب ابن مار
""")
#: Proclitics through which a place name is read; the article is part of the name.
PREFIXES = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"))
#: Those through which a name of three letters is still read («لحلب», not «كحلب»).
SOFT_PREFIXES = frozenset(("", "و", "ف", "ب", "ل", "وب", "ول", "فب"))


def noun_of(word: str, nouns: Container[str]) -> str | None:
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


@lru_cache(maxsize=1)
def adjective_countries() -> dict[str, str]:
    """Folded nationality adjectives, with and without the article, to ISO 3166 alpha-2.

    A people without a country («كردية») has "".
    """
    text = (files("briefing") / "data" / "nationalities.tsv").read_text(encoding="utf-8")
    out: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        country, *forms = line.split("\t")[:4]
        for form in forms:
            if form:
                word = fold(form)
                out.setdefault(word, country)
                out.setdefault("ال" + word, country)
    return out
