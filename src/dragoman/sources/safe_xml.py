"""XML of strangers: no document type with declarations, no entities, nothing loaded, no endless nesting."""

from __future__ import annotations

import codecs
import re
from typing import Any

from dragoman.sources.decoding import BOM

_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DOCTYPE = re.compile(r"""<!DOCTYPE(?:[^"'\[>]|"[^"]*"|'[^']*')*""", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")

# In these, letters below 128 stand for themselves: nothing can hide from the look for declarations.
_PLAIN = re.compile(r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc_(jp|kr)")


class XmlError(ValueError):
    """XML that is refused or cannot be read; says why."""


def parse_xml(data: bytes) -> Any:
    """Return the root element; faults that a parser can step over (a bare "&") are stepped over.

    Raises:
        XmlError: the document declares entities (an entity bomb, or a file to be pulled in), is encoded in a
            way that is not known, or holds no element.
    """
    from lxml import etree  # imported here because most runs read no XML

    text = _DECLARATION.sub("", _decoded(data), count=1).lstrip("\ufeff \t\r\n")
    if _declares(text):
        raise XmlError("it declares entities of its own, which may hide a bomb, and is refused")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(f"malformed XML ({error})") from error
    if root is None:
        raise XmlError("malformed XML (no element in it)")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise XmlError("it declares entities of its own, which may hide a bomb, and is refused")
    return root


def local(element: Any) -> str:
    """Name of an element without its namespace, lower case."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def words(element: Any | None) -> str:
    """All text in an element, blanks at its ends cut; "" for None."""
    return "" if element is None else "".join(element.itertext()).strip()


def _decoded(data: bytes) -> str:
    for mark, name in ((BOM, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if b"\0" in data[:4]:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    declared = _DECLARED.search(data[:1024])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if not _PLAIN.fullmatch(codec):
        raise XmlError(f"it declares the encoding {name!r}, which is not read")
    return data.decode(codec, "replace")


def _declares(text: str) -> bool:
    """Whether the document type before the first element has declarations of its own."""
    at = 0
    while (start := text.find("<", at)) >= 0:
        for opening, closing in (("<?", "?>"), ("<!--", "-->")):
            if text.startswith(opening, start):
                end = text.find(closing, start + len(opening))
                if end < 0:
                    return False
                at = end + len(closing)
                break
        else:
            # a sound one without declarations ends where the match does; all else is refused
            doctype = _DOCTYPE.match(text, start)
            return doctype is not None and text[doctype.end() : doctype.end() + 1] != ">"
    return False
