"""Small closed word lists that reading needs: what opens a sentence, what a date is made of,
the words of a desk, and the cities news is usually datelined from.

They only help to tell a dateline from a sentence. Places for the facts come from the place
list of the extraction, not from here. Every list is folded once, on first use.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.arabic.letters import fold

#: Words that open or belong to a sentence, so that what holds one is no place or agency.
_SENTENCE_WORDS = """
قال قالت قالوا يقول تقول ذكر ذكرت أفاد أفادت أكد أكدت أعلن أعلنت أوضح أوضحت أضاف أضافت أشار
أشارت لفت نوه بين صرح صرحت تابع تابعت أردف كتب كتبت نقل نقلت كشف كشفت نفى نفت اتهم اتهمت حذر
حذرت دعا دعت طالب طالبت شدد شددت وصف رأى اعتبر هدد توعد زعم ادعى أدان أدانت دان دانت قتل
قتلت قتلوا مقتل جرح أصيب أصيبت إصابة لقي استشهد سقط سقوط قصف قصفت استهدف استهدفت استهداف شن
شنت وصل وصلت بدأ بدأت شهد شهدت جدد جددت نفذ نفذت سيطر سيطرت اندلعت تجددت دارت وقع وقعت كان
كانت يكون تكون ليس ليست هو هي هم هذا هذه ذلك تلك التي الذي الذين اللذين في من على إلى الى عن
مع منذ حتى خلال بعد قبل عند عبر بينما فيما كما حيث لكن لأن أن إن إنه أنه بحسب وفق وفقا نقلا
حول ضد دون بدون لم لن لا ما قد سوف هل كل بعض أي أمام تحت فوق بعدما عندما اليوم أمس غدا أول
الآن مصدر مصادر مسؤول مسؤولون ناطق متحدث المتحدث الناطق رئيس الرئيس وزير الوزير قوات مقاتلو
الجيش الحكومة حركة تنظيم حزب منظمة لجنة بيان تقرير
"""

#: Words of a desk or column that stand in a dateline beside the agency («خاص», «متابعات»).
_DESK_WORDS = """
خاص خاصة متابعات متابعة وكالات الوكالات أخبار الأخبار تقرير تقارير مراسلون مراسلو مراسلنا
مراسل مراسلة عاجل مباشر عربي عربية بالعربية العربية نت أونلاين اونلاين ترجمة ترجمات تحرير
قسم التحرير المحرر تحقيق تحقيقات سياسة اقتصاد محليات محلي دولي أرشيف خبر رصد غرفة الأخبار
تلفزيون ووكالات مكتب هيئة ميداني
"""

#: Words that make an unknown name an outlet («شبكة كذا», «كذا نيوز»).
_OUTLET_WORDS = """
وكالة شبكة موقع صحيفة جريدة قناة إذاعة راديو تلفزيون منصة مجلة مركز تنسيقية مكتب برس نيوز
بوست أونلاين اونلاين نت مباشر ميديا تايمز بلس الإخبارية الإعلامية الإعلامي للأنباء تي
"""

_MONTHS = """
كانون الثاني الأول شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين يناير فبراير مارس أبريل
إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر جانفي فيفري أفريل ماي
جوان جويلية أوت محرم صفر ربيع الآخر جمادى الأولى الآخرة رجب شعبان رمضان شوال ذو ذي القعدة
الحجة غشت شتنبر نونبر دجنبر
"""

#: Weekdays, Monday first, as ``datetime.date.weekday`` counts them.
WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_VARIANTS = {"الإثنين": 0, "الثلاثا": 1, "الاربعا": 2, "الاربعاء": 2, "الاحد": 6}

_DATE_GLUE = """
في يوم بتاريخ تاريخ الموافق الموافقة هـ ه م ميلادي ميلادية هجري هجرية من شهر عام سنة لعام
نشر نشرت النشر تم آخر اخر تحديث التحديث حدث ساعة الساعة بتوقيت توقيت غرينتش جرينتش غرينيتش
صباحا مساء ظهرا ص مساءا gmt utc pm am updated published last update وقت أضيف أضيفت اليوم كتب
كتبت منذ دقيقة دقائق ساعات ثوان قراءة
"""

#: Given names common enough that two unknown words that begin with one are a reporter.
_GIVEN_NAMES = """
محمد أحمد محمود مصطفى علي حسن حسين عمر عثمان خالد سامر سامي سمير ياسر ياسين يوسف إبراهيم
إسماعيل عبد عبدالله عبدالرحمن عبدالعزيز عماد عادل عمار أنس أيمن أيهم إياد باسل باسم بسام
بشار بلال بهاء جابر جاسم جلال جمال جميل جورج جوان حازم حسام حمزة حيدر خليل داود رامي رائد
رياض زياد زيد زين زكريا سالم سعد سعيد سليم سليمان سيف شادي صالح صلاح ضياء طارق طلال طه عامر
عباس عدنان عصام علاء غسان غيث فادي فارس فاروق فراس فهد فؤاد فيصل قاسم قيس كريم كمال كميل لؤي
ماجد ماهر مازن مالك مجد مجدي مراد مروان معاذ معتز منذر منصور منير مهند مؤيد موسى نادر ناصر
نبيل نزار نضال نعيم نواف هاني هشام هيثم وائل وسام وسيم وليد يحيى يزن يعرب آلاء أسماء أمل
أميرة إيمان بثينة بيان جيان جودي حلا حنان حنين خديجة خلود دانا دعاء ديانا رانيا رغد رنا ريم
رهف زينب سارة سلمى سميرة سناء سوزان شيرين صفاء عائشة عبير غادة فاطمة فنصة لارا لبنى لمى ليلى
ليا مايا مريم منى منال ميساء ميس نادين ناديا نجوى نسرين نور نورا نورة نوال هبة هدى هند هيا
وفاء يارا ياسمين
"""


#: Outlets whose name is an everyday word: alone before a dash they prove no dateline.
_EVERYDAY_OUTLETS = """
اليوم الخليج الوطن الحياة البيان الاتحاد العربية الأخبار الغد الرأي الراي سبق جسر المدن
النهار ناس معا شام ثقة خطوة مهر فارس وال وما شفق صفا شهاب الحدث العالم الشرق الجمهورية
السياسة العرب الرياض المدينة الصباح الخبر المستقبل اللواء السفير وات واج ماب الحل الأنباء
الراية جيرون بنا
"""

#: What follows a dash that opens an aside and not the body of a story.
_CLAUSE_WORDS = """
التي الذي الذين وهي وهو وهم بحسب وفق وفقا كما في من على إلى عن مع بما أو أي وليس لا بينهم
بينها حيث عندما الأمر مما ما والتي والذي وخاصة خاصة
"""

#: Words before a place that make a larger or smaller one («ريف حلب», «شمال غزة»).
_AROUND_WORDS = """
ريف ريفي مدينة محافظة بلدة قرية ناحية منطقة مخيم حي ولاية شمال جنوب شرق غرب شمالي جنوبي شرقي
غربي وسط العاصمة إقليم جنوبي شرقي غربي قضاء جبل سهل قرب محيط
"""

#: How a sentence opens that somebody forgot to close; no heading opens like this.
_SENTENCE_OPENERS = """
وأضاف وأضافت وقال وقالت وأكد وأكدت وأوضح وأوضحت وأشار وأشارت وتابع وتابعت وذكر وذكرت وأفاد
وأفادت وبين وأعلن وأعلنت ولفت ونوه وكان وكانت كما فيما بينما وبحسب بحسب ووفق وفقا وفق يذكر
يشار ويذكر ويشار وجاء وجاءت ويأتي وتأتي ومن وفي وقد إذ حيث ولم ولا ونقلت ونقل هذا
"""

#: What a line says that ends in a colon and leads to speech or a list.
_SPEECH_LEADS = """
قائلا قائلة قائلين مضيفا مضيفة بالقول القول ختم ختمت أجاب أجابت سأل سألت علق علقت استطرد يلي كالتالي
كالآتي التالية الآتية وفق نصه
"""

#: «أن» and its kin: what holds one is a clause, not a heading.
_THAT_WORDS = """
أن إن أنه أنها إنه إنها
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


@lru_cache(maxsize=1)
def sentence_words() -> frozenset[str]:
    """Folded words that show a sentence, not a name."""
    return _words(_SENTENCE_WORDS)


@lru_cache(maxsize=1)
def desk_words() -> frozenset[str]:
    """Folded words of a desk or column."""
    return _words(_DESK_WORDS)


@lru_cache(maxsize=1)
def outlet_words() -> frozenset[str]:
    """Folded words that make a name an outlet."""
    return _words(_OUTLET_WORDS)


@lru_cache(maxsize=1)
def month_words() -> frozenset[str]:
    """Folded words of month names of all calendars and regions."""
    return _words(_MONTHS)


@lru_cache(maxsize=1)
def date_words() -> frozenset[str]:
    """Folded words of which a line that only states a date and time is made."""
    return _words(_DATE_GLUE) | month_words() | frozenset(weekdays())


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names."""
    return _words(_GIVEN_NAMES)


@lru_cache(maxsize=1)
def everyday_outlets() -> frozenset[str]:
    """Folded names of outlets that are everyday words."""
    return _words(_EVERYDAY_OUTLETS)


@lru_cache(maxsize=1)
def clause_words() -> frozenset[str]:
    """Folded words that open an aside."""
    return _words(_CLAUSE_WORDS)


@lru_cache(maxsize=1)
def around_words() -> frozenset[str]:
    """Folded words that stand before a place and widen or narrow it."""
    return _words(_AROUND_WORDS)


@lru_cache(maxsize=1)
def sentence_openers() -> frozenset[str]:
    """Folded words that open a sentence and never a heading."""
    return _words(_SENTENCE_OPENERS)


@lru_cache(maxsize=1)
def speech_leads() -> frozenset[str]:
    """Folded words after which a colon leads to speech or a list, not to a section."""
    return _words(_SPEECH_LEADS) | sentence_words()


@lru_cache(maxsize=1)
def that_words() -> frozenset[str]:
    """Folded forms of «أن» and «إن»."""
    return _words(_THAT_WORDS)


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """Folded weekday names (with their article) to 0 = Monday … 6 = Sunday."""
    named = {fold(name): number for number, name in enumerate(WEEKDAYS_AR)}
    return named | {fold(name): number for name, number in _WEEKDAY_VARIANTS.items()}
