"""The changes between editions as an Atom feed (RFC 4287): who joined, who left, what was corrected."""

import hashlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from tizim.publications.content import Content
from tizim.publications.editions import Turn
from tizim.publications.entries import Erratum
from tizim.vocab import label

_SPACE = "http://www.w3.org/2005/Atom"


def feed(content: Content, turns: Sequence[Turn], errata: Sequence[Erratum], language: str) -> bytes:
    """The feed of this edition in the language; of whoever is not named it says nothing."""
    title = dict(content.title).get(language, content.definition)
    root = Element("feed", {"xmlns": _SPACE, "xml:lang": language})
    _said(root, title=title, id=_urn(content, "feed"), updated=f"{content.as_of}T00:00:00Z")
    SubElement(SubElement(root, "author"), "name").text = "tizim"
    for one in turns:
        person = one.after or one.before
        assert person
        what = f"{label('reasons', one.what, language)}: {person.name}"
        _entry(root, what, _urn(content, one.what, one.key), f"{content.as_of}T00:00:00Z", what)
    for wrong in errata:
        told = f"{wrong.place}: {wrong.said} → {wrong.right} ({wrong.reason})"
        _entry(root, wrong.place, _urn(content, wrong.id), f"{wrong.date[:10]}T00:00:00Z", told)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Element, title: str, urn: str, updated: str, text: str) -> None:
    entry = SubElement(root, "entry")
    _said(entry, title=title, id=urn, updated=updated, content=text)


def _said(element: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(element, name).text = text


def _urn(content: Content, *parts: str) -> str:
    """An id that tells nothing: the digest of the edition and of what is meant."""
    told = "\x1f".join((content.definition, str(content.number), *parts))
    return f"urn:sha256:{hashlib.sha256(told.encode()).hexdigest()}"
