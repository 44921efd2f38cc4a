"""The wording of the frame: section names, labels, numbers and dates of one language.

A :class:`Format` is bound once to a language and its digits and is handed to the templates.
Catalogues are the ``render.po`` files of ``briefing/locales``; they are read as they are, so
that a translator's edit shows without a compile step.
"""

from __future__ import annotations

import datetime
import gettext as gettext_module
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from ..errors import RenderError
from ..model import Edition, Lang
from . import labels
from .bidi import isolate

Digits = Literal["latn", "arab"]

#: Locales are pinned to a region: CLDR changes the digits and months of a bare ``ar``.
_LOCALES: Mapping[Lang, str] = {"en": "en_GB", "ar": "ar_SY"}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_NUMBER = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")


def locales_folder() -> Path:
    """The folder of the gettext catalogues."""
    return Path(__file__).parent.parent / "locales"


@lru_cache(maxsize=4)
def catalogue(lang: Lang) -> gettext_module.NullTranslations:
    """The ``render`` catalogue of ``lang``. Raises RenderError when it cannot be read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    path = locales_folder() / lang / "LC_MESSAGES" / "render.po"
    try:
        with path.open("rb") as file:
            messages = read_po(file, locale=lang, domain="render", abort_invalid=True)
    except (OSError, PoFileError, UnicodeDecodeError) as error:
        raise RenderError(f"{path}: the catalogue cannot be read: {error}.") from error
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext_module.GNUTranslations(compiled)


@dataclass(frozen=True, slots=True)
class Format:
    """One language of an edition: wording, digits, numbers, dates, direction.

    ``digits`` is what the Arabic wording uses; English is always in Latin digits.
    """

    lang: Lang
    digits: Digits = "latn"

    @property
    def dir(self) -> str:
        """Base direction: "ltr" or "rtl"."""
        return "rtl" if self.lang == "ar" else "ltr"

    def t(self, message: str, **values: object) -> str:
        """The wording of the English ``message``; ``{name}`` in it is filled from ``values``.

        >>> Format("en").t("Page {page} of {pages}", page=1, pages=2)
        'Page 1 of 2'
        """
        return _fill(catalogue(self.lang).gettext(message), values)

    def n(self, one: str, many: str, count: int) -> str:
        """The wording for ``count`` things, with ``{count}`` in this language's digits.

        >>> Format("en").n("{count} event", "{count} events", 2)
        '2 events'
        """
        text = catalogue(self.lang).ngettext(one, many, count)
        return _fill(text, {"count": self.number(count)})

    def number(self, value: int) -> str:
        """An integer with thousands separators, in this language's digits.

        >>> Format("ar", "arab").number(400000)
        '٤٠٠٬٠٠٠'
        """
        from babel.numbers import format_decimal

        arab = self.lang == "ar" and self.digits == "arab"
        # Latin digits always take the comma: CLDR has a point for some Arab countries, which
        # reads as a decimal beside the figures of the text.
        text = format_decimal(value, locale="en_GB")
        return text.translate(_ARABIC_NUMBER) if arab else text

    def to_digits(self, text: str) -> str:
        """``text`` with its ASCII digits in this language's digits."""
        arab = self.lang == "ar" and self.digits == "arab"
        return text.translate(_ARABIC_DIGITS) if arab else text

    def date(self, value: str, style: Literal["full", "long", "medium", "short"] = "long") -> str:
        """An ISO date (``2019-07-19``) in words; any other text comes back as it is."""
        from babel.dates import format_date

        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            return value
        return self.to_digits(format_date(day, format=style, locale=_LOCALES[self.lang]))

    def text(self, wording: Mapping[str, str]) -> str:
        """A ``LocalText`` in this language, foreign runs isolated."""
        return isolate(wording[self.lang], self.dir)

    def isolate(self, text: str) -> str:
        """``text`` for a paragraph of this language, foreign runs isolated."""
        return isolate(text, self.dir)

    @property
    def counter(self) -> str:
        """The CSS counter style of page numbers."""
        return "arabic-indic" if self.lang == "ar" and self.digits == "arab" else "decimal"

    @property
    def page_parts(self) -> tuple[str, str, str]:
        """What stands before, between and after the two numbers of "Page 1 of 2"."""
        before, _, rest = self.t("Page {page} of {pages}").partition("{page}")
        between, _, after = rest.partition("{pages}")
        return before, between, after

    def label(self, kind: str, code: str) -> str:
        """The wording of a code of the data model; see :data:`briefing.render.labels.LABELS`.

        A code without a label is shown as it is, underscores as spaces.
        """
        message = labels.LABELS[kind].get(code)
        return self.t(message) if message else code.replace("_", " ")

    def sorted_out(self, flags: Iterable[str]) -> tuple[str, str]:
        """Why there is no translation, in words: reasons that kept it from being tried, and
        the checks that a candidate failed. A flag without a wording counts as a check."""
        codes = list(dict.fromkeys(flags))
        untried = [code for code in codes if code in labels.LABELS["reason"]]
        failed = [code for code in codes if code not in untried]
        return self._listed("reason", untried), self._listed("flag", failed)

    def _listed(self, kind: str, codes: Iterable[str]) -> str:
        return self.t(", ").join(dict.fromkeys(self.label(kind, code) for code in codes))


def _fill(text: str, values: Mapping[str, object]) -> str:
    """``{name}`` replaced by values. Not str.format, whose fields reach into attributes: a
    user's template may call this with a text of its own."""
    return re.sub(r"\{(\w+)\}", lambda m: str(values.get(m.group(1), m.group())), text)


def formats(edition: Edition, digits: Digits) -> tuple[Format, ...]:
    """The languages of ``edition`` in reading order; Arabic first in the bilingual one."""
    langs: dict[str, tuple[Lang, ...]] = {"en": ("en",), "ar": ("ar",), "ar+en": ("ar", "en")}
    return tuple(Format(lang, digits) for lang in langs[edition])
