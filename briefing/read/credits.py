"""Lines that are not the story: by-lines, editors, sources, photo captions, dates, links."""

from __future__ import annotations

import re

from briefing.arabic.letters import arabic_share, fold

from . import words
from .agencies import find_agency
from .lines import Line

_MAX_WORDS = 20
#: What names somebody's part in the article. Folded, as all patterns on folded text.
_ROLE = (
    r"(?:اعداد|تحرير|اعداد وتحرير|تحرير واعداد|كتابه|كتابه وتحرير|بقلم|ترجمه|ترجمه وتحرير|"
    r"تصوير|عدسه|تدقيق|"
    r"مراجعه|تغطيه|تغطيه صحفيه|متابعه|اخراج|مونتاج|تقرير|كتب|كتبت|المصدر|المصادر|مصدر|"
    r"مصدر الصوره|الصوره|صوره|"
    r"الكاتب|المحرر|المراسل|مراسل|مراسله|حقوق الصوره|شارك في التغطيه|شارك في التقرير|"
    r"ساهم في التقرير|"
    r"انتاج|الناشر|نشر بواسطه|بواسطه)"
)
_ROLE_LINE = re.compile(rf"[(\[*\-–—\s]*{_ROLE}\s*(?:[:：/|]|\s[-–—]\s)")
_ROLE_OPEN = re.compile(
    r"[(\[]?\s*(?:اعداد|تحرير|اعداد وتحرير|بقلم|تصوير|عدسه|ترجمه|تغطيه صحفيه|كتب|"
    r"كتبت)\s+\S+(?:\s+\S+){0,4}[)\]]?\s*$"
)
_FROM = re.compile(r"من\s+\S+(?:\s+\S+){1,3}(?:\s+و\s*\S+\s+\S+)?\s*$")
#: A credit in brackets at the end of a paragraph: «(إعداد فلان للنشرة العربية - تحرير فلان)».
_TAIL = re.compile(
    r"[(\[]\s*(?:إعداد|اعداد|تحرير|تغطية|كتابة|ترجمة|شارك|شاركت|ساهم|ساهمت|بقلم|"
    r"المصدر)\b[^()\[\]]{2,200}[)\]]\s*\.?\s*$"
)
_CAPTION_OPEN = re.compile(
    r"[(\[*]?\s*(?:صوره ارشيفيه|صوره تعبيريه|صوره متداوله|صوره من|صوره لـ?|الصوره|تصوير|"
    r"عدسه|ارشيف)\s*"
    r"(?:[:)\]–—-]|$)"
)
_CAPTION_CLOSE = re.compile(
    r"(?:[-–—|/(\[]|\sـ)\s*(?:متداول|متداوله|ارشيف|ارشيفيه|صوره ارشيفيه|الارشيف|انترنت|"
    r"الانترنت|خاص|تعبيريه|تويتر|"
    r"فيسبوك|تلغرام|تلجرام|مواقع التواصل|مواقع التواصل الاجتماعي|وسائل التواصل|"
    r"وسائل التواصل الاجتماعي|غيتي|"
    r"غيتي ايمدجز|getty|getty images|internet|social media)\s*[)\]]?\s*$"
)
_CAPTION_SOURCE = re.compile(r"(?:[(\[]|[-–—|/])\s*([^()\[\]|–—/-]{2,40}?)\s*[)\]]?\s*$")
_LINK = re.compile(
    r"[(\[*\-–—•\s]*(?:اقرا ايضا|اقرا المزيد|اقرا|اقراي|شاهد ايضا|شاهد|انظر ايضا|"
    r"طالع ايضا|للمزيد|لقراءه المزيد|"
    r"مواضيع ذات صله|اخبار ذات صله|ذات صله|مقالات ذات صله|وسوم|كلمات مفتاحيه|كلمات دلاليه|"
    r"الكلمات المفتاحيه|تابعونا|"
    r"تابعنا|شارك المقال|شارك الخبر|مشاركه|رابط مختصر|رابط المقال|انقر هنا|اضغط هنا|اشترك|"
    r"حمل تطبيق|الرابط|"
    r"هاشتاغ|tags|share)\s*(?:[:：|]|على\b|في\b|عبر\b|هنا\b|$)"
)
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")


def is_credit(line: Line) -> bool:
    """True for a line that names who made the article, links elsewhere, or holds no Arabic."""
    if line.words == 0:
        return True  # a rule such as «***»
    if line.words > _MAX_WORDS or line.long:
        return False
    folded = fold(line.text).strip()
    if _LINK.match(folded) or _URL.fullmatch(line.text):
        return True
    if line.text[0] in "([" and _TAIL.fullmatch(line.text):
        return True
    if _ROLE_LINE.match(folded) and not _speech_follows(folded):
        return True
    if line.final != "." and (_ROLE_OPEN.match(folded) and line.words <= 7):
        return True
    if re.fullmatch(r"[#\w\s|،,]*", line.text) and folded.count("#") >= 2:
        return True
    return arabic_share(line.text) < 0.2 and not any(ch.isdigit() for ch in folded[:1])


def _speech_follows(folded: str) -> bool:
    """«مصدر: ثلاثة قتلى …» names a source of news; «المصدر: سانا» the source of the page."""
    head, _, rest = folded.partition(":")
    if head.strip() in ("مصدر", "تقرير", "متابعه", "مراسل", "مراسله", "كتب", "كتبت"):
        return len(rest.split()) > 4
    return False


def is_date_line(line: Line) -> bool:
    """True for a line that holds a date or a time and nothing else («19 تموز 2019»)."""
    if line.words == 0 or line.words > 14 or line.long:
        return False
    tokens = re.findall(r"[^\W\d_]+|\d+", fold(line.text))
    named = [token for token in tokens if not token.isdigit()]
    if not all(token in words.date_words() for token in named):
        return False
    if not any(token.isdigit() for token in tokens):
        return len(tokens) <= 3 and any(token in words.weekdays() for token in tokens)
    dated = any(t in words.month_words() or t in words.weekdays() for t in named)
    numbers = re.search(r"\d{1,4}\s*[-/.–]\s*\d{1,2}(?:\s*[-/.–]\s*\d{1,4})?", fold(line.text))
    return dated or numbers is not None or _TIME.search(line.text) is not None


def is_byline(line: Line) -> bool:
    """True for «من فلان الفلاني» as agencies print it above the dateline."""
    return not line.long and line.final not in ".؟!" and bool(_FROM.match(fold(line.text).strip()))


def is_caption(line: Line) -> bool:
    """True for a photo caption: no final stop, and a photo's source at its end."""
    if line.final in ".؟!…" or line.words > 40 or line.long:
        return False
    folded = fold(line.text).strip()
    if _CAPTION_OPEN.match(folded) or _CAPTION_CLOSE.search(folded):
        return True
    source = _CAPTION_SOURCE.search(line.text)
    return (
        source is not None
        and line.words > 4
        and line.text[source.start()] in "([" + "-–—|/"
        and find_agency(source.group(1)) is not None
    )


def tail_credit(text: str, start: int, end: int) -> int | None:
    """Where a credit in brackets begins that closes the paragraph ``text[start:end]``."""
    found = _TAIL.search(text, max(start, end - 240), end)
    if found is None or found.start() <= start:
        return None
    return found.start()
