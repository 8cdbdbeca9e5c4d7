"""Articles against their titles, terms and the maximum that the text states; bodies named like articles."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.lengths import Length
from tizim.audits.patterns import group, pattern
from tizim.audits.tables import table
from tizim.documents import Span
from tizim.vocab import LawProblem, VocabError, article, law_book, law_books, law_problems, law_said

_QUOTE = r"[“«„\"‘’](?P<title>[^”»\"“«\n]{4,160})[”»\"’“]"
_TITLE_AFTER = re.compile(rf"[^“«„\"\n.;]{{0,64}}?[\s(]*{_QUOTE}")
_TITLE_BEFORE = re.compile(
    rf"{_QUOTE}\s*(?:\(|,? ?(?:under|by|contrary to|in breach of|по))?\s*(?:(?:ҚР|РК|УК|ҚК) )*$"
)
_TITLE_BARE = re.compile(r"[^(“«\"\n.;,]{0,34}?\s?\((?P<title>[^\W\d][^()“«\"\n\d]{4,140})\)")
_NEVER = re.compile(r"(?!)")
_DEED = {
    ("en", "before"): re.compile(
        r"\b(?:of|with|for) (?P<deed>[a-z][a-z ,’'-]{3,90}?),? (?:under|contrary to|in breach of) $"
    ),
    ("en", "after"): _NEVER,
    ("ru", "before"): re.compile(r"\b(?:в|во|за|о) (?P<deed>[а-яё][а-яё ,-]{3,110}?),? (?:по|согласно) $"),
    ("ru", "after"): _NEVER,
    ("kk", "before"): _NEVER,
    ("kk", "after"): re.compile(r" бойынша (?P<deed>[^\W\d][^.;,\d]{3,90}?) (?:үшін|айыб)"),
}
_OF_ANOTHER, _OF_TERM = "title_of_another", "term_outside"
_OF_TITLE = (_OF_ANOTHER, "title_unfit")
_STEM, _BRIEF = 5, 3
_CODE_BEHIND, _NEAR = 30, 140
_UNIT = {"hour": "T{}H", "day": "{}D", "week": "{}W", "month": "{}M", "year": "{}Y"}
_USUAL = "KZ-CC"
_BOOKS = {
    "RU-CC": re.compile(r"УК РФ|Criminal Code of (?:the )?Russia"),
    "BY-CC": re.compile(r"УК РБ|УК Республики Беларусь|Criminal Code of Belarus"),
    "KZ-CC": re.compile(r"УК РК|ҚР ҚК|Criminal Code of Kazakhstan"),
}


def _number(hit: re.Match[str]) -> str:
    return group(hit, "number") or ""


def _part(hit: re.Match[str]) -> str | None:
    return next((found for key in ("part", "part2", "part3") if (found := group(hit, key))), None)


def titles(draft: Draft) -> Iterator[Finding]:
    """Article titles in quotation marks that are not those of the law book; one title in several wordings."""
    wordings: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for hit in draft.found("article"):
        quoted = _title(draft, hit)
        found = quoted or _in_brackets(draft, hit)
        if found is None or not _penal(draft, hit):
            continue
        title, start, end = found
        if quoted:
            wordings[_number(hit)].setdefault(_folded(title), (start, end))
        problems = _problems(draft, hit, title=title) if quoted else _another_title(draft, hit, title)
        for problem in [*problems, *_another_part(draft, hit, title)]:
            yield draft.finding(
                "article_title",
                (min(start, hit.start()), max(end, hit.end())),
                **told_by(hit.group().strip(), problem),
            )
    for number, by_wording in wordings.items():
        if len(by_wording) > 1:
            yield draft.finding(
                "article_titles_vary", *by_wording.values(), article=number, number=len(by_wording)
            )


def _title(draft: Draft, hit: re.Match[str]) -> tuple[str, int, int] | None:
    """The wording in quotation marks that stands right after an article, or right before it."""
    sentence = draft.sentence(hit.start())
    before = _TITLE_BEFORE.search(draft.text, max(sentence.start, hit.start() - 170), hit.start())
    if before:
        return before.group("title"), before.start(), before.end()
    close = re.match(r",? ?[“«„\"]", draft.text[hit.end() : hit.end() + 3])
    if draft.text[max(0, hit.start() - 1)] == "(" and not close:  # "(Article 5)": its title stands before it
        return None
    after = _TITLE_AFTER.match(draft.text, hit.end() - (draft.text[hit.end() - 1] == "("), sentence.end)
    if after is None or not _closes_like_title(draft, after):
        return None
    return after.group("title"), after.start("title") - 1, after.end("title") + 1


def _in_brackets(draft: Draft, hit: re.Match[str]) -> tuple[str, int, int] | None:
    """A wording without quotation marks in the brackets right after an article: it may be the title."""
    start = hit.end() - (draft.text[hit.end() - 1] == "(")
    sentence = draft.sentence(hit.start())
    found = _TITLE_BARE.match(draft.text, start, sentence.end)
    return (found.group("title"), found.start("title"), found.end("title")) if found else None


def deeds(draft: Draft) -> Iterator[Finding]:
    """ "Convicted of theft under Article 190": a deed named beside an article whose title is another's."""
    for hit in draft.found("article"):
        language, sentence = draft.language(hit.start()), draft.sentence(hit.start())
        before = _DEED[language, "before"].search(draft.text[sentence.start : hit.start()])
        after = _DEED[language, "after"].match(draft.text[hit.end() : sentence.end])
        told = before or after
        start = sentence.start if before else hit.end()
        if told is None or not _penal(draft, hit):
            continue
        if draft.says("any_deed", within=Span(start + told.start("deed"), start + told.end("deed"))):
            continue
        for problem in _another_title(draft, hit, told.group("deed")):
            span = (min(start + told.start("deed"), hit.start()), max(start + told.end("deed"), hit.end()))
            yield draft.finding("article_title", span, **told_by(hit.group().strip(), problem))


def told_by(cited: str, problem: LawProblem) -> dict[str, str]:
    """What fills the message of a finding: the article, and the problem in each language."""
    told = {f"problem_{language}": problem.told(language) for language in ("ru", "kk")}
    return {"article": cited, "problem": problem.told("en"), **told}


def _closes_like_title(draft: Draft, after: re.Match[str]) -> bool:
    """Whether a wording in quotation marks is no speech: nothing but the book stands before it.

    After a comma it begins small and ends without a stop of its own.
    """
    between = draft.text[after.start() : after.start("title") - 1]
    bare = pattern(draft.language(after.start()), "book_words").sub("", between)
    title = after.group("title")
    return not re.search(r"\w", bare) and (
        "," not in between or (title[-1] not in ".,!?…" and title[0].islower())
    )


def _penal(draft: Draft, hit: re.Match[str]) -> bool:
    """Whether the article is one of the criminal code: so named, or no other book named beside it."""
    sentence = draft.sentence(hit.start())
    near = Span(max(sentence.start, hit.start() - 24), min(sentence.end, hit.end() + 60))
    return not draft.says("other_code", within=near)


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


def _book(draft: Draft, number: str) -> str | None:
    """The book of an article as the readers take it, or the one book that the text cites."""
    cited = [one for claim in draft.reading.claims for one in claim.articles]
    own = {one.split(" ")[0] for one in cited if re.split(r"[ (]", one)[1] == number}
    books = own or {one.split(" ")[0] for one in cited}
    if not books:
        return _USUAL
    return books.pop() if len(books) == 1 else None


def _named_book(draft: Draft, hit: re.Match[str]) -> str | None:
    """The criminal code, where it is named right behind the article and the text cites one country."""
    near = Span(hit.start(), min(draft.sentence(hit.start()).end, hit.end() + _CODE_BEHIND))
    told = [book for book, known in _BOOKS.items() if known.search(draft.text, near.start, near.end)]
    if len(told) == 1:
        return told[0]
    cited = {one.split("-")[0] for claim in draft.reading.claims for one in claim.articles}
    country = cited.pop() if len(cited) == 1 else _USUAL.split("-")[0]
    return f"{country}-CC" if not cited and draft.says("criminal_code", within=near) else None


def only_article(draft: Draft, within: Span) -> str | None:
    """The one article of the criminal code that a stretch cites, as a claim would have it."""
    hits = [hit for hit in draft.found("article", within=within) if _penal(draft, hit)]
    cited = {
        (_named_book(draft, hit) or _book(draft, _number(hit)), _number(hit), _part(hit)) for hit in hits
    }
    book, number, part = next(iter(cited)) if len(cited) == 1 else (None, "", None)
    if book is None or not book.endswith("-CC") or draft.says("articles_many", within=within):
        return None
    return f"{book} {number}" + (f"({part})" if part else "")


def _problems(
    draft: Draft, hit: re.Match[str], *, title: str | None = None, term: str | None = None
) -> list[LawProblem]:
    part, book = _part(hit), _named_book(draft, hit) or _book(draft, _number(hit))
    if book is None:
        return []
    try:
        found = _checked(f"{book} {_number(hit)}" + (f"({part})" if part else ""), title, term)
    except VocabError:
        return []
    told = [one for one in found if one.what.code in (*_OF_TITLE, _OF_TERM)]
    brief = (
        title is not None and len(title.split()) < _BRIEF
    )  # a name in quotation marks, unless it is a title
    return [one for one in told if not brief or one.what.code == _OF_ANOTHER]


@lru_cache(maxsize=1024)
def _checked(written: str, title: str | None, term: str | None) -> tuple[LawProblem, ...]:
    return law_problems(article(written), title=title, term=term)


def problems_of_term(cited: str, term: str) -> list[LawProblem]:
    """What is wrong with a term by an article as the readers cite it: ``KZ-CC 405(2)``."""
    try:
        return [one for one in _checked(cited, None, term) if one.what.code == _OF_TERM]
    except VocabError:
        return []


def term_ends(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Where the first length of months or years stands in a stretch."""
    found = [one for one in draft.lengths_in(Span(start, end)) if one.unit in ("month", "year")]
    return (found[0].start, found[0].end) if found else None


def _another_title(draft: Draft, hit: re.Match[str], title: str) -> list[LawProblem]:
    """What is wrong with a wording in brackets, which is a title only if it is one of some article."""
    return [one for one in _problems(draft, hit, title=title) if one.what.code == _OF_ANOTHER]


def _another_part(draft: Draft, hit: re.Match[str], title: str) -> list[LawProblem]:
    """Whether the wording opens as another part does: "participation" for the part of the organisers."""
    part, book = _part(hit), _book(draft, _number(hit))
    known = law_book(book).article(_number(hit)) if book and book in law_books() else None
    opens = {
        number: {words[:_STEM].lower() for words in (one.text or {}).values()}
        for number, one in ((known.parts if known else None) or {}).items()
    }
    first = title[:_STEM].lower()
    others = [number for number, forms in opens.items() if number != part and first in forms]
    if part not in opens or not others or first in opens[part]:
        return []
    return [LawProblem(hit.group().strip(), law_said("title_of_part", part=others[0]))]


def terms(draft: Draft) -> Iterator[Finding]:
    """Terms of imprisonment outside the range of the one article that the sentence names."""
    for sentence in draft.sentences:
        named = [hit for hit in draft.found("article", within=sentence) if _penal(draft, hit)]
        if len({(_number(hit), _part(hit)) for hit in named}) != 1 or draft.says(
            "articles_many", within=sentence
        ):
            continue
        if not _criminal(draft, named, sentence) or not draft.says("sentenced", within=sentence):
            continue
        for length in imprisonments(draft, sentence):
            for problem in _problems(
                draft, named[0], term=f"imprisonment P{_UNIT[length.unit].format(int(length.value))}"
            ):
                spans = ((length.start, _end_of_term(draft, length)), named[0].span())
                yield draft.finding("penalty_range", *spans, **told_by(named[0].group().strip(), problem))


def _criminal(draft: Draft, named: list[re.Match[str]], sentence: Span) -> bool:
    """Whether a sentence speaks of the criminal code: by its name, or as the readers take its article."""
    numbers = {_number(hit) for hit in named}
    cited = {
        re.split(r"[ (]", one)[1]
        for claim in draft.reading.claims
        if sentence.start <= claim.start < sentence.end
        for one in claim.articles
        if one.split(" ")[0].endswith("-CC")
    }
    return draft.says("criminal_code", within=sentence) or bool(numbers & cited)


def imprisonments(draft: Draft, at: Span) -> list[Length]:
    """The whole lengths of time in a stretch that are terms in prison."""
    found = [one for one in draft.lengths_in(at) if one.end <= at.end and one.value == int(one.value)]
    return [one for one in found if one.unit in ("month", "year") and _end_of_term(draft, one) > one.end]


def _end_of_term(draft: Draft, length: Length) -> int:
    """Where the words "in prison" end that follow a length at once; its own end where none do."""
    sentence = draft.sentence(length.start)
    near = Span(max(sentence.start, length.end - 6), min(sentence.end, length.end + 30))
    hits = draft.found("prison", within=near)
    fit = [
        h
        for h in hits
        if h.end() > length.end and len(draft.text[length.end : max(length.end, h.start())].split()) <= 1
    ]
    return fit[0].end() if fit else length.end


def maximum(draft: Draft) -> Iterator[Finding]:
    """Terms above the maximum that the text itself states for the article."""
    for most, article_number, stated in _maxima(draft):
        over = [
            (one, sentence) for sentence in draft.sentences for one in imprisonments(draft, sentence)
            if one.in_days > most.in_days + 1 and one != most and not draft.says("faces", within=sentence)
            and not draft.says("maximum", within=sentence) and _under_article(draft, sentence, article_number)
        ]  # fmt: skip
        for one, _ in over:
            spans = ((one.start, _end_of_term(draft, one)), stated)
            yield draft.finding(
                "maximum_exceeded",
                *spans,
                given=draft.text[one.start : one.end],
                most=draft.text[most.start : most.end],
            )


def _maxima(draft: Draft) -> Iterator[tuple[Length, str | None, tuple[int, int]]]:
    for hit in draft.found("maximum"):
        sentence = draft.sentence(hit.start())
        for one in imprisonments(draft, sentence):
            if -2 <= one.start - hit.start() < 90:
                named = draft.found("article", within=draft.around(hit.start(), before=2, after=1))
                stated = (hit.start(), _end_of_term(draft, one))
                yield one, (_number(named[0]) if named else _last_article(draft, hit.start())), stated
                break


def _last_article(draft: Draft, at: int) -> str | None:
    before = [hit for hit in draft.found("article") if hit.end() <= at]
    return _number(before[-1]) if before else None


def _under_article(draft: Draft, sentence: Span, number: str | None) -> bool:
    """Whether a sentence speaks of the article: by number, or as "the same"."""
    if draft.says("same_article", within=sentence):
        return True
    text = draft.text[sentence.start : sentence.end]
    return number is not None and re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text) is not None


def bodies_like_articles(draft: Draft) -> Iterator[Finding]:
    """Movements whose names are numbers or articles: patterns for articles misread them."""
    for hit in re.finditer(
        r"[“«‘\"„](?P<name>(?:\w+ )?\d{1,3}(?:-\w+| статья| бап)?)[”»’\"“]|[Mm]ovement (?P<bare>\d{2,3})\b",
        draft.text,
    ):
        sentence = draft.sentence(hit.start())
        near = Span(max(sentence.start, hit.start() - 90), min(sentence.end, hit.end() + 40))
        if draft.says("movement", within=near):
            yield draft.finding(
                "movement_like_article", hit.span(), name=listed([hit.group("name") or hit.group("bare")])
            )


def terms_in_doubt(draft: Draft) -> Iterator[Finding]:
    """Two terms of which it is not said which applies; fines by a criminal conviction; conversions."""
    for hit in draft.found("alternatives"):
        yield draft.finding("term_alternatives", hit.span(), words=listed([hit.group()]))
    for hit in draft.found("sentenced_fine"):
        sentence = draft.sentence(hit.start())
        if draft.says("criminal", within=sentence):
            yield draft.finding("criminal_fine", hit.span())
    for span in _conversions(draft):
        if not draft.says("perhaps", within=Span(draft.sentence(span[0]).start, span[1])):
            yield draft.finding("conversion", span)
    for hit in draft.found("word_lost"):
        yield draft.finding("word_lost", hit.span(), words=listed([hit.group()]))
    for hit in draft.found("vague"):
        yield draft.finding("vague_number", hit.span(), words=listed([hit.group()]))


def _conversions(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where one penalty is replaced by another: by the words of the tables, and as the readers find it."""
    told = [hit.span() for hit in draft.found("conversion")]
    yield from told
    for hit in draft.found("conversion_deed"):
        sentence = draft.sentence(hit.start())
        both = [draft.found(key, within=sentence) for key in ("conversion_mild", "conversion_harsh")]
        spans = [hit.span(), *(some[0].span() for some in both if some)]
        whole = (min(start for start, _ in spans), max(end for _, end in spans))
        near = all(both) and whole[1] - whole[0] < _NEAR
        if near and not any(start < whole[1] and whole[0] < end for start, end in told):
            told.append(whole)
            yield whole
    for claim in draft.reading.claims:
        met = any(start < claim.end and claim.start < end for start, end in told)
        if "converted_from" in (claim.outcome or "") and not met:
            yield claim.start, claim.end


def measures(draft: Draft) -> Iterator[Finding]:
    """One measure of the law in several wordings."""
    for code in ("restriction_of_liberty", "pretrial_detention"):
        forms: dict[tuple[str, str], tuple[int, int]] = {}
        for hit in draft.found("measures", code):
            language = draft.language(hit.start())
            forms.setdefault((language, _stemmed(hit.group(), language)), hit.span())
        by_language = {language for language, _ in forms}
        if len(forms) > len(by_language):
            spans = list(forms.values())
            yield draft.finding(
                "term_wordings", *spans, forms=listed([draft.text[slice(*one)] for one in spans])
            )


def _stemmed(words: str, language: str) -> str:
    """The words without their endings, so that cases are one wording."""
    cut = int(table("names")["stems"][language])
    return " ".join(sorted(word[:cut].rstrip("s") for word in words.lower().split()))
