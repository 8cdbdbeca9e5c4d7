"""Courts, ministries, treaties, places and offices under several names, and places under renamed names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from tizim.audits.checks.old_names import named_on_purpose
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import UPPER, compiled, group
from tizim.audits.spelling import bare, inflected, within_one
from tizim.audits.tables import LANGUAGES, table
from tizim.vocab import Place as Settlement
from tizim.vocab import places_named

_CAPITAL = r"[A-Z][\w’'-]*"
_SMALL = "of|for|on|and|to|with|the|in|against"
_NAME = re.compile(rf"[“«\"]?{_CAPITAL}[”»\"]?(?:[ ](?:{_SMALL})(?=[ ])|[ ][“«\"‘]?{_CAPITAL}[”»\"’]?)*")
_WORD = re.compile(rf"{_CAPITAL}")
_BESIDE, _LONG_NAME = 90, 5
_IN_BRACKETS = re.compile(
    r"[(\[](?:now |formerly |бывш\w+ |ныне |қазіргі |бұрынғы )?$"
)  # "Oral (Uralsk)" is said on purpose
_SHORTEST_ROOT = 5
_TOLD_APART = 4  # letters by which a renamed place is told from a spelling of one name: Semey, Semipalatinsk
_REGION = re.compile(r" (?:[Rr]egion|[Dd]istrict|[Oo]blast|област|район|облыс|аудан)\w*")


def same_bodies(draft: Draft) -> Iterator[Finding]:
    """One body under several names that the table of bodies knows."""
    short = set(table("bodies")["short"])
    for code, by_language in table("bodies")["same"].items():
        forms: dict[str, tuple[int, int]] = {}
        for at, language in draft.blocks():
            for hit in compiled_bodies(code, language).finditer(draft.text, at.start, at.end):
                if hit.group() != hit.group().lower():
                    forms.setdefault(_plain(hit.group(), by_language[language]), hit.span())
        long = [form for form in forms if form not in short]
        if len(long) > 1:
            yield draft.finding(
                "body_forms",
                *forms.values(),
                forms=listed([draft.text[slice(*one)] for one in forms.values()]),
            )


@cache
def compiled_bodies(code: str, language: str) -> re.Pattern[str]:
    """A pattern of the names of one body."""
    known = [one for form in table("bodies")["same"][code][language] for one in form.split("|")]
    return re.compile(compiled(known).pattern)


def _plain(written: str, known: list[str]) -> str:
    """The wording of the table that was met, so that case endings are no other form."""
    return next((form for form in known if re.fullmatch(compiled(form.split("|")).pattern, written)), written)


def similar_bodies(draft: Draft) -> Iterator[Finding]:
    """Names of several words that are one body or treaty: one kind of body, and most words in common."""
    by_family: dict[str, dict[str, tuple[frozenset[str], tuple[int, int]]]] = defaultdict(dict)
    for at, language in draft.blocks():
        for hit in _NAME.finditer(draft.text, at.start, at.end) if language == "en" else ():
            words = [word for word in _WORD.findall(hit.group()) if word != "The"]
            family = _family(words)
            if family and len(words) > 1:
                name = re.sub(r"[“”«»\"‘]|[’'](?!s\b)", "", hit.group()).removeprefix("The ").strip()
                name = re.sub(r"^\w+[’']s ", "", name)
                by_family[family].setdefault(name, (_own_words(words), hit.span()))
    for forms in by_family.values():
        for names in _alike(forms):
            spans = [forms[name][1] for name in names]
            yield draft.finding("body_forms", *spans, forms=listed(names))


def _family(words: list[str]) -> str | None:
    heads = table("bodies")["heads"]
    return next(
        (
            family
            for family, known in heads.items()
            if family not in ("court", "ministry") and set(known) & set(words)
        ),
        None,
    )


def _own_words(words: list[str]) -> frozenset[str]:
    generic = set(table("bodies")["generic"])
    heads = {head for known in table("bodies")["heads"].values() for head in known}
    return frozenset(word for word in words if word not in generic and word not in heads)


def _alike(forms: dict[str, tuple[frozenset[str], tuple[int, int]]]) -> Iterator[list[str]]:
    """Groups of names whose own words are mostly the same."""
    left = sorted(forms)
    while left:
        first = left.pop(0)
        group = [first]
        for other in list(left):
            one, two = forms[first][0], forms[other][0]
            shared = one & two
            if (
                shared
                and len(shared) >= 0.6 * min(len(one), len(two))
                and len(shared) >= 0.5 * max(len(one), len(two))
            ):
                group.append(other)
                left.remove(other)
        if len(group) > 1:
            yield group


def courts(draft: Draft) -> Iterator[Finding]:
    """One court in several spellings."""
    forms: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for at, language in draft.blocks():
        for hit in _courts(language).finditer(draft.text, at.start, at.end):
            kind, name = group(hit, "kind") or hit.group().split(" ", 1)[1], group(hit, "name") or ""
            full = _same_kind(kind)
            forms[_root(bare(name)), full[:4]].setdefault(f"{name} {_stem(kind)}", hit.span())
    for by_form in _one_letter(forms):
        if len(by_form) > 1:
            spans = list(by_form.values())
            kind = "court_forms" if len({form.split()[0] for form in by_form}) > 1 else "body_forms"
            yield draft.finding(kind, *spans, forms=listed([draft.text[slice(*one)] for one in spans]))


def _root(name: str) -> str:
    """The name without the ending of an adjective: Almaly, Almalinsky."""
    cut = re.sub(r"(?:insk|iysk|ovsk|evsk|sk)(?:i|y|iy|ii|yi|ij)?$|(?:инск|йск|ск)(?:ий|ого)?$", "", name)
    return cut if len(cut) >= _SHORTEST_ROOT else name


def _one_letter(
    forms: dict[tuple[str, str], dict[str, tuple[int, int]]],
) -> list[dict[str, tuple[int, int]]]:
    """The courts of one kind, those together whose long names differ in one letter."""
    groups: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for (name, kind), by_form in forms.items():
        near = (key for key in groups if key[1] == kind and min(len(key[0]), len(name)) >= _LONG_NAME)
        same = next((key for key in near if within_one(key[0], name)), (name, kind))
        groups[same] = {**groups.get(same, {}), **by_form}
    return list(groups.values())


@cache
def _courts(language: str) -> re.Pattern[str]:
    return compiled(table("bodies")["courts"][language])


def _same_kind(kind: str) -> str:
    return (
        kind.lower()
        .replace("горсуд", "городской")
        .replace("облсуд", "областной")
        .replace("райсуд", "районный")
    )


def _stem(kind: str) -> str:
    return " ".join(word[:5] for word in kind.split())


def offices(draft: Draft) -> Iterator[Finding]:
    """One office of one body under several titles: "President of", "Chairman of"."""
    said: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for hit in draft.found("office"):
        after = re.compile(rf" of the (?P<body>{_CAPITAL}(?: (?:of |for |on )?{_CAPITAL})*)").match(
            draft.text, hit.end()
        )
        if after:
            body = " ".join(after.group("body").split()[:2])
            said[body].setdefault(hit.group().lower(), (hit.start(), after.end()))
    for titles in said.values():
        plain = [title for title in titles if not title.startswith("deputy")]
        if len(plain) > 1:
            yield draft.finding(
                "office_forms",
                *(titles[one] for one in plain),
                forms=listed([draft.text[slice(*titles[one])] for one in plain]),
            )


def renamed(draft: Draft) -> Iterator[Finding]:
    """One place under names of different times, or under a name it did not bear on the day told."""
    met: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    known: dict[str, Settlement] = {}
    for place, form, span in _settlements(draft):
        known[place.code] = place
        if draft.says("renamed_to", within=draft.sentence(span[0])):
            continue
        met[place.code][form].append(span)
    for code, forms in met.items():
        place = known[code]
        plain = {
            re.sub(r"^The | (?:city|region|област\w+|облыс\w*)$", "", form, flags=re.I).lower()
            for form in forms
        }
        if len(plain) > 1 and not _cases(plain):
            kind = "place_renamed" if len({bare(form)[:_TOLD_APART] for form in forms}) > 1 else "place_forms"
            spans = [one for spans in forms.values() for one in spans[:3]]
            yield draft.finding(kind, *spans, forms=listed(list(forms)))
        if place.renamed:
            yield from _anachronisms(draft, place, forms)


def _cases(forms: set[str]) -> bool:
    """Whether forms differ in their endings alone: "Караганда", "Караганды"."""
    first, *others = sorted(forms)
    return len({"-" in one for one in forms}) == 1 and all(
        re.search("[а-яё]", one) and inflected(first, one, "ru") for one in others
    )


def _anachronisms(
    draft: Draft, place: Settlement, forms: dict[str, list[tuple[int, int]]]
) -> Iterator[Finding]:
    """Where a name stands beside a day on which the place did not bear it."""
    for form, spans in forms.items():
        wrong = [
            (span, day)
            for span in spans
            if (day := _day_beside(draft, span[0]))
            and not any(_bore(place, form, on) for on in (day.first, day.last))
            and not named_on_purpose(draft, draft.sentence(span[0]))
        ]
        if wrong:
            note = ", ".join(dict.fromkeys(draft.text[day.start : day.end] for _, day in wrong))
            places = [one for span, day in wrong for one in (span, (day.start, day.end))]
            yield draft.finding("place_anachronism", *places, forms=listed([form]), note=note)


def _day_beside(draft: Draft, at: int) -> Day | None:
    sentence = draft.sentence(at)
    days = [d for d in draft.days_in(sentence) if d.first]
    return next((d for d in days if abs(d.start - at) < _BESIDE), None)


def _bore(place: Settlement, form: str, day: date | None) -> bool:
    """Whether a place bore a name on a day, by the days of its renamings."""
    if day is None:
        return True
    now = bare(form)
    names = {bare(place.name_on(day, language)) for language in LANGUAGES}
    return now in names or any(now[:5] == name[:5] for name in names)


def _settlements(draft: Draft) -> Iterator[tuple[Settlement, str, tuple[int, int]]]:
    """Every known place of the text with its form, in the nominative where it can be told."""
    inside = {m.start for m in draft.mentions}
    for hit in re.finditer(rf"(?<![\w-])[{UPPER}][\w’-]+(?:[ -][{UPPER}][\w-]+)?", draft.text):
        if hit.start() in inside or _IN_BRACKETS.search(draft.text, max(0, hit.start() - 14), hit.start()):
            continue
        for written, start, end in _readings(hit):
            found = _one_place(written, draft.language(hit.start()))
            if found:
                yield found[0], found[1], (hit.start() + start, hit.start() + end)
                break


def _readings(hit: re.Match[str]) -> list[tuple[str, int, int]]:
    """The ways to take one or two capitalised words for a place, with their offsets: "In Nur-Sultan"."""
    whole = hit.group()
    region = _REGION.match(hit.string, hit.end())
    cut = whole.find(" ")
    if region is not None:
        end = region.end() - hit.start()
        last = [(f"{whole[cut + 1 :]} Region", cut + 1, end)] if cut > 0 else []
        return [(f"{whole} Region", 0, end), *last]
    if cut < 0:
        return [(whole, 0, len(whole))]
    return [(whole, 0, len(whole)), (whole[:cut], 0, cut), (whole[cut + 1 :], cut + 1, len(whole))]


def known_place(written: str) -> str | None:
    """The code of the known place that a word names, in any case form."""
    found = (_one_place(written, language) for language in LANGUAGES)
    return next((one[0].code for one in found if one), None)


@cache
def _one_place(written: str, language: str) -> tuple[Settlement, str] | None:
    for form in _nominatives(written, language):
        found = [one for one in places_named(form) if one.kind in ("city", "region", "settlement")]
        if found:
            return found[0], form
    return None


@cache
def _nominatives(written: str, language: str) -> tuple[str, ...]:
    word = re.sub(r"[’']s?$", "", written)
    forms = [word]
    if language != "en":
        endings = [*table("names")["adjectives"][language], *table("names")["endings"][language]]
        endings = sorted(endings, key=len, reverse=True)
        for end in endings:
            if end and word.endswith(end) and len(word) - len(end) >= 4:
                stem = word[: -len(end)]
                forms += [stem, *(stem + more for more in ("а", "ск", "й", "ь") if language == "ru")]
    return tuple(forms)


def quote_marks_vary(draft: Draft) -> Iterator[Finding]:
    """One name in quotation marks of several kinds."""
    kinds: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for hit in re.finditer(
        rf"(?P<mark>[“«\"‘„])(?P<name>[{UPPER}][\w-]+(?: [\w-]+){{0,3}})(?P<close>[”»\"’“])", draft.text
    ):
        kinds[hit.group("name")].setdefault(hit.group("mark") + hit.group("close"), hit.span())
    for name, by_kind in kinds.items():
        if len(by_kind) > 1:
            yield draft.finding("quote_marks_vary", *by_kind.values(), forms=listed([name]))
