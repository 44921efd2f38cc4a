"""Reading and writing TMX 1.4, the exchange format of translation memories.

The files come from people and other programs: no DTD is loaded, no entity is resolved, nothing
is fetched, and the size is bounded. TMX 1.4b is specified by LISA OSCAR (2005).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from ..errors import DataFileError

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: Elements inside a segment whose text is markup of the original format, not language.
_CODE = frozenset({"bpt", "ept", "it", "ph", "ut"})
MAX_BYTES = 64 * 1024 * 1024


def read_tmx(path: Path, source: str, target: str) -> list[tuple[str, str]]:
    """Pairs of source and target text in the order of the file.

    ``source`` and ``target`` are language codes; ``ar`` meets ``ar-SY`` and ``en`` meets
    ``en-GB``. A unit without both languages is passed over; of several variants of one
    language the first is taken. Raises DataFileError when the file cannot be read, is larger
    than MAX_BYTES, is no TMX, or declares entities.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataFileError(f"{path}: is larger than {MAX_BYTES} bytes; split it.")
        data = path.read_bytes()
    except OSError as error:
        raise DataFileError(f"{path}: cannot be read ({error.strerror}).") from error
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DataFileError(f"{path}: is not well-formed TMX: {error}.") from error
    if root is None or _name(root) != "tmx":
        raise DataFileError(f"{path}: is not a TMX file (its root element is not <tmx>).")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise DataFileError(f"{path}: declares entities, which a TMX file may not need; remove.")
    return list(_pairs(root, source, target))


def _pairs(root: etree._Element, source: str, target: str) -> Iterable[tuple[str, str]]:
    for unit in root.iter("{*}tu"):
        texts: dict[str, str] = {}
        for variant in unit.findall("{*}tuv"):
            lang = variant.get(_LANG) or variant.get("lang") or ""
            segment = variant.find("{*}seg")
            if segment is not None:
                texts.setdefault(_base(lang), _segment(segment))
        if texts.get(_base(source), "").strip() and texts.get(_base(target), "").strip():
            yield texts[_base(source)], texts[_base(target)]


def _name(element: etree._Element) -> str:
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def _base(lang: str) -> str:
    return lang.replace("_", "-").split("-")[0].strip().lower()


def _segment(element: etree._Element) -> str:
    """The text of a segment: highlighted text stays, codes of the original format go."""
    parts = [element.text or ""]
    for child in element:
        if _name(child) not in _CODE and isinstance(child.tag, str):
            parts.append(_segment(child))
        parts.append(child.tail or "")
    return "".join(parts)


def write_tmx(pairs: Iterable[tuple[str, str]], path: Path, source: str, target: str) -> int:
    """Write pairs as TMX 1.4 and return their number; the same pairs give the same bytes.

    There are no dates in the file, so that it stays the same under version control.
    Characters that XML cannot hold are dropped. Raises DataFileError when ``path`` cannot
    be written.
    """
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "briefing",
            "creationtoolversion": "1",
            "segtype": "sentence",
            "o-tmf": "tsv",
            "adminlang": "en",
            "srclang": source,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    count = 0
    for left, right in pairs:
        unit = etree.SubElement(body, "tu")
        for lang, text in ((source, left), (target, right)):
            variant = etree.SubElement(unit, "tuv", {_LANG: lang})
            etree.SubElement(variant, "seg").text = _xml_text(text)
        count += 1
    etree.indent(root, " ")
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    try:
        path.write_bytes(
            data.replace(
                b"<?xml version='1.0' encoding='UTF-8'?>",
                b'<?xml version="1.0" encoding="UTF-8"?>',
                1,
            )
            + b"\n"
        )
    except OSError as error:
        raise DataFileError(f"{path}: cannot be written ({error.strerror}).") from error
    return count


def _xml_text(text: str) -> str:
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
