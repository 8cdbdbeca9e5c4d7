"""Bodies of one region in two forms: its police, its prosecutor's office, its court."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.spelling import bare
from tizim.audits.tables import table

_STEM = 5
_HEAD = r"(?P<head>Ministry|Department|Directorate|Agency|Inspectorate|Bureau|Office)"
_AND = r"(?: and [A-Z]\w+(?: [A-Z]\w+)*)?"
_MINISTRY_OF = re.compile(rf"{_HEAD} (?:of|for) (?:the )?(?P<of>[A-Z]\w+){_AND}")
_MINISTRY = re.compile(rf"(?P<of>[A-Z]\w+) {_HEAD}\b(?! (?:of|for))")


def regional(draft: Draft) -> Iterator[Finding]:
    """One body of a region under several names or with its words in another order."""
    for code in table("bodies")["regional"]:
        found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for at, language in draft.blocks():
            for number, known in enumerate(_patterns(code, language)):
                for hit in known.finditer(draft.text, at.start, at.end):
                    name = hit.groupdict().get("name")
                    region = f"{bare(name or '')[:_STEM]}{bool(hit.group('level'))}" if name else ""
                    form = f"{language} {_plain(hit.group('head'))} {number if language == 'en' else ''}"
                    found[region].setdefault(form, hit.span())
        yield from _several(draft, found)


def ministries(draft: Draft) -> Iterator[Finding]:
    """One ministry with its words in two orders: "Ministry of Justice", "Justice Ministry"."""
    first = {(hit.group("of"), hit.group("head")): hit.span() for hit in _MINISTRY_OF.finditer(draft.text)}
    for hit in _MINISTRY.finditer(draft.text):
        known = first.get((hit.group("of"), hit.group("head")))
        if known:
            spans = (known, hit.span())
            yield draft.finding(
                "body_forms", *spans, forms=listed([draft.text[slice(*one)] for one in spans])
            )


def _several(draft: Draft, found: dict[str, dict[str, tuple[int, int]]]) -> Iterator[Finding]:
    """What is met in several forms; a body without a name of its region is that of the only region."""
    bare_forms = found.pop("", {})
    if len(found) < 2:
        found = {"": {**next(iter(found.values()), {}), **bare_forms}}
    for forms in found.values():
        if len(forms) > len({form.split()[0] for form in forms}):
            spans = list(forms.values())
            yield draft.finding(
                "body_forms", *spans, forms=listed([draft.text[slice(*one)] for one in spans])
            )


def _plain(head: str) -> str:
    return "".join(word[:_STEM] for word in head.lower().replace("'", "’").split())


@cache
def _patterns(code: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The ways to name a body of that kind, by the order of its words."""
    known, heads = table("bodies"), table("bodies")["regional"][code].get(language, ())
    filled = {
        "{head}": f"(?P<head>{'|'.join(heads)})",
        "{name}": f"(?P<name>{known['region_names'][language]})",
    }
    orders = known["region_orders"][language] if heads else ()
    for sign, form in filled.items():
        orders = [order.replace(sign, form) for order in orders]
    return tuple(re.compile(rf"(?<!\w){order}(?!\w)") for order in orders)
