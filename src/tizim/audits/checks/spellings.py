"""One name in several spellings or scripts; two people whose names differ in a letter."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from tizim.audits.capitals import Capital, by_form, capitals
from tizim.audits.checks.bodies import known_place
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, Place, listed
from tizim.audits.findings import Finding as _Finding
from tizim.audits.patterns import LOWER, UPPER
from tizim.audits.people import Mention
from tizim.audits.spelling import (
    bare,
    inflected,
    one_letter_apart,
    same_word,
    swapped,
    voiced_apart,
    vowel_apart,
    within_one,
    without_accents,
)
from tizim.identity import compare_score
from tizim.vocab import places_named

_SURE = 0.5
_FIRST = 3
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
_OFTEN, _SHORT_NAME = 3, 4


def spellings(draft: Draft) -> Iterator[Finding]:
    """Words with a capital that are one word in other letters: names of people, places and courts."""
    forms = {form: places for form, places in by_form(capitals(draft)).items()}
    named = {word for mention in draft.mentions for word in mention.words}
    for group in _groups(forms, draft):
        kind = _kind(group, forms, named)
        if kind and not _two_people(draft, group):
            spans = [(one.start, one.end) for form in group for one in forms[form][:_FIRST]]
            yield draft.finding(kind, *spans, forms=listed(group))


def _groups(forms: Mapping[str, list[Capital]], draft: Draft) -> Iterator[tuple[str, ...]]:
    """Forms of which each is another in other letters, the commonest first."""
    near: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        near[bare(form)[:3]].append(form)
    done: set[str] = set()
    for some in near.values():
        for number, one in enumerate(some):
            language = draft.language(forms[one][0].start)
            same = [o for o in some[number + 1 :] if o not in done and same_word(one, o, language)]
            if same and one not in done:
                done |= {one, *same}
                yield tuple(sorted((one, *same), key=lambda form: (-len(forms[form]), form)))


def _kind(group: Iterable[str], forms: Mapping[str, list[Capital]], named: set[str]) -> str | None:
    """A name of a person or of a place; None where it may be a common word."""
    settled = [known_place(form) for form in group]
    if any(form in named for form in group):
        return (
            None
            if any(on and form not in named for on, form in zip(settled, group, strict=True))
            else "name_spelling"
        )
    if all(settled) and len(set(settled)) == 1:
        return None  # told by the check of places
    if any(settled):
        return "place_forms"
    return "name_spelling" if all(_name_like(forms[form]) for form in group) else None


def _name_like(places: list[Capital]) -> bool:
    return any(not one.opens for one in places)


def _two_people(draft: Draft, group: tuple[str, ...]) -> bool:
    """Whether each spelling is borne only in full names that are surely two different ones."""
    full = {form: _full_names(draft, form) for form in group}
    if any(not names for names in full.values()):
        return False
    first, *others = group
    return not any(
        compare_score(one, other) >= _SURE and not _other_surnames(draft, one, other)
        for form in others for one in full[first] for other in full[form]
    )  # fmt: skip


def _other_surnames(draft: Draft, one: str, other: str) -> bool:
    """Whether the surnames of two full names are surely two: no letter more or less, no longer form."""
    left, right = bare(one.split()[-1]), bare(other.split()[-1])
    language = draft.language(0)
    near = left.startswith(right) or right.startswith(left) or one_letter_apart(left, right, language)
    return not near and not within_one(left, right)


def _full_names(draft: Draft, form: str) -> set[str]:
    """The full names that have a form; where none was read, the form with the capitalised word behind it."""
    read = {m.form for m in draft.mentions if len(m.words) > 1 and form in m.words}
    beside = re.compile(rf"\b{re.escape(form)} [{UPPER}][{LOWER}]+")
    return read or {hit.group() for hit in beside.finditer(draft.text)}


def slips(draft: Draft) -> Iterator[Finding]:
    """Surnames that differ in one letter: a full name beside one alike, a bare surname beside a full name."""
    surnames: dict[str, list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        surnames[_plain(mention.words[-1])].append(mention)
    stray = _stray_words(draft, surnames)
    near: dict[tuple[str, int], list[str]] = defaultdict(list)
    for form in sorted({*surnames, *stray}):
        near[bare(form)[:1], len(bare(form))].append(form)
    for one in sorted(surnames):
        long = len(bare(one))
        alike = [form for size in (long - 1, long, long + 1) for form in near[bare(one)[:1], size]]
        for other in alike:
            if (other in stray or one < other) and _slip(draft, one, other, surnames):
                places = [(m.start, m.end) for m in surnames[one][:_FIRST]]
                others = [(m.start, m.end) for m in surnames.get(other, ())][:_FIRST] or stray[other]
                yield draft.finding("name_alike", *others, *places, forms=listed([one, other]))


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _stray_words(draft: Draft, surnames: Mapping[str, list[Mention]]) -> dict[str, list[tuple[int, int]]]:
    """Capitalised words that are in no name that was read, with their places."""
    forms = by_form(capitals(draft))
    known = {_plain(word) for m in draft.mentions for word in m.words}
    small = set(re.findall(r"[^\W\d_]+", draft.text))
    return {
        form: [(o.start, o.end) for o in places[:_FIRST]]
        for form, places in forms.items()
        if form not in known and form.lower() not in small and _name_like(places) and not places_named(form)
    }


def _slip(draft: Draft, one: str, other: str, surnames: Mapping[str, list[Mention]]) -> bool:
    at = surnames[one][0].start
    if not one_letter_apart(one, other, draft.language(at)):
        return False
    if other not in surnames:
        return True
    full = [{m.form for m in surnames[each] if len(m.words) > 1} for each in (one, other)]
    if not full[0] or not full[1]:
        return True
    return any(_same_given(a, b) for a in full[0] for b in full[1])


def people_alike(draft: Draft) -> Iterator[Finding]:
    """Two people of one surname or one given name whose other names differ in a letter."""
    first: dict[int, Mention] = {}
    for mention in draft.mentions:
        if len(mention.words) > 1:
            first.setdefault(mention.person, mention)
    names = {n: draft.reading.persons[n].name.split() for n in first}
    for one, other in combinations(sorted(first), 2):
        kind = _alike(names[one], names[other], draft.language(first[one].start))
        if kind and _said_apart(draft, first[one], first[other]):
            kind = "name_alike"
        if kind:
            spans = [(first[n].start, first[n].end) for n in (one, other)]
            yield draft.finding(kind, *spans, forms=listed([" ".join(names[n]) for n in (one, other)]))


def _said_apart(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether the text itself says that two names are two people: in words, or by birth years in brackets."""
    reach = draft.around(other.start, after=1)
    if one.start >= draft.around(other.start, before=1).start and draft.says("two_people", within=reach):
        return True
    beside = [re.match(r" \([^)]*?((?:19|20)\d\d)", draft.text[m.end : m.end + 40]) for m in (one, other)]
    years = [hit.group(1) for hit in beside if hit]
    return len(years) == 2 and years[0] != years[1]


def _alike(one: list[str], other: list[str], language: str) -> str | None:
    """Whether two full names are one but for letters of the given name, or of the surname."""
    for same, left, right in ((-1, one[0], other[0]), (0, one[-1], other[-1])):
        if len(one) != 2 or len(other) != 2 or bare(one[same]) != bare(other[same]):
            continue
        if min(len(left), len(right)) < _SHORT_NAME or inflected(left, right, language):
            continue
        if left != right and bare(left) == bare(right):
            return "name_spelling"
        if vowel_apart(left, right) or voiced_apart(left, right):
            return "name_spelling"
        if within_one(left.lower(), right.lower()) or swapped(left.lower(), right.lower()):
            return "name_alike"
    return None


def _same_given(one: str, other: str) -> bool:
    return bare(one.split()[0]) == bare(other.split()[0])


def relatives_alike(draft: Draft) -> Iterator[Finding]:
    """Two full names of one surname whose given names differ in one letter."""
    full: dict[str, list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        if len(mention.words) == 2:
            full[mention.words[1]].append(mention)
    for bearers in full.values():
        given = sorted({m.words[0]: m for m in bearers}.values(), key=lambda m: m.start)
        for number, one in enumerate(given):
            for other in given[number + 1 :]:
                alike = within_one(one.words[0].lower(), other.words[0].lower())
                if alike and one.person != other.person and len(one.words[0]) > 3:
                    spans = ((one.start, one.end), (other.start, other.end))
                    kind = "name_spelling" if vowel_apart(one.words[0], other.words[0]) else "name_alike"
                    yield draft.finding(kind, *spans, forms=listed([one.form, other.form]))


def accents(draft: Draft) -> Iterator[Finding]:
    """Full names written in two scripts."""
    by_script: dict[bool, dict[str, Mention]] = {True: {}, False: {}}
    for mention in draft.mentions:
        if len(mention.words) > 1:
            by_script["а" <= without_accents(mention.form.lower())[0] <= "ӿ"].setdefault(
                mention.form, mention
            )
    for one in by_script[True].values():
        for other in by_script[False].values():
            if compare_score(one.form, other.form) >= _SURE:
                spans = ((one.start, one.end), (other.start, other.end))
                yield draft.finding("name_scripts", *spans, forms=listed([one.form, other.form]))


def typos(draft: Draft) -> Iterator[Finding]:
    """A long word written once that is one letter from a word written often."""
    many = Counter(hit.group() for hit in _LONG_WORD.finditer(draft.text))
    often: dict[str, list[str]] = defaultdict(list)
    for word, times in many.items():
        if times >= _OFTEN:
            often[word[:3].lower()].append(word)
    for hit in _LONG_WORD.finditer(draft.text):
        word = hit.group()
        near = [
            o
            for o in often[word[:3].lower()]
            if abs(len(o) - len(word)) == 1 and within_one(word.lower(), o.lower())
        ]
        if many[word] == 1 and near and not inflected(word, near[0], draft.language(hit.start())):
            yield draft.finding("typo", hit.span(), word=listed([word]), better=listed([near[0]]))


def between(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Full names, and places, of different texts that are one name in several spellings."""
    first = _first_places(drafts)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(first):
        alike[tuple(bare(word) for word in name.split())].append(name)
    for one, other in (pair for names in alike.values() for pair in combinations(names, 2)):
        if first[one].document != first[other].document:
            places = (first[one], first[other])
            yield _Finding(kind="name_spelling", places=places, values={"forms": listed([one, other])})


def _first_places(drafts: Iterable[Draft]) -> dict[str, Place]:
    """The full names and the names of places, each with the first place where it stands."""
    first: dict[str, Place] = {}
    for draft in drafts:
        for mention in draft.mentions:
            if len(mention.words) > 1:
                first.setdefault(mention.form, draft.place(mention.start, mention.end))
        inside = [(m.start, m.end) for m in draft.mentions]
        for capital in capitals(draft):
            if places_named(capital.word) and not any(a <= capital.start < b for a, b in inside):
                first.setdefault(capital.word, draft.place(capital.start, capital.end))
    return first
