"""Articles of law in a sentence: numbers beside the words for article and part, with the book and its
country."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tizim.reading.inflected.article_signs import ArticleFound, bare_articles, taken_place_of
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.marks import Mark

_PART = 2
_ACCUSED, _CRIMES = "", frozenset({"charge", "sentence", "conviction"})
_NUMBER = re.compile(r"\d{1,4}(?:[.-]\d{1,2}){0,2}(?:-[^\W\d_]+)?")
_REACH, _ASIDE = 14, 12
_LEADING = ("—", "–", "-", "№", ":")


@dataclass(slots=True)
class _Piece:
    """A number of an article or of a part, before its code is made."""

    first: int
    last: int
    kind: str
    number: str
    row: int = -1


def country_of(sentences: list[Sentence], lexicon: Lexicon) -> str:
    """The country that a text is about: whose towns, currency and offices it names most."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for mark in sentence.of("country"):
            counts.update(str(value) for value in mark.values)
    own = str(lexicon.tables["articles"].get("own_country") or "")
    return counts.most_common(1)[0][0] if counts else own


def articles_of(
    sentence: Sentence,
    country: str,
    last_book: str,
    usual: dict[str, str] | None = None,
    before: Sequence[tuple[str, ...]] = (),
) -> tuple[list[ArticleFound], str]:
    """The articles of a sentence, and the book named last (a bare "article 405" is of that book).

    ``usual``: the books of the numbers that reports print without one; ``before``: the articles of each
    sentence so far ("under the same article").
    """
    if not any(sentence.marks.get(kind) for kind in ("article", "book", "part")):
        return bare_articles(sentence, country, usual or {}), last_book
    out: list[ArticleFound] = []
    for group in _groups(sentence, _pieces(sentence)):
        book = _book(sentence, group)
        suffix = str(book.value) if book else (usual or {}).get(_codes(group)[0].split("(")[0], last_book)
        suffix = suffix or (usual or {}).get(_ACCUSED, "") * _accuses(sentence)
        land = _land(sentence, group) or country
        if not suffix or not land or suffix == "CONST":
            continue
        last_book = suffix
        last = max(group[-1].last, book.last if book and book.first - group[-1].last < _REACH else 0)
        out.extend(ArticleFound(group[0].first, last, f"{land}-{suffix} {code}") for code in _codes(group))
    named = sentence.of("book")
    out += bare_articles(sentence, country, usual or {}, out)
    return out or _repeated(sentence, before), str(named[-1].value) if named and not out else last_book


def _accuses(sentence: Sentence) -> bool:
    """Whether a sentence tells of a charge or a verdict: its articles are of crimes."""
    return any(value.act in _CRIMES for mark in sentence.of("act") for value in mark.values)


def _repeated(sentence: Sentence, before: Sequence[tuple[str, ...]]) -> list[ArticleFound]:
    """The articles of the last sentence that named any, where a sentence says "under the same article"."""
    named = next((codes for codes in reversed(before) if codes), ())
    return [
        ArticleFound(mark.first, mark.last, code) for mark in sentence.of("same_article") for code in named
    ]


def chargeable(sentence: Sentence, found: list[ArticleFound], lexicon: Lexicon) -> list[ArticleFound]:
    """The articles without those of the general part of a book (terms, suspension), which charge nobody, and
    those in whose place others came."""
    if not found:
        return []
    ends = lexicon.tables["articles"].get("general") or {}
    left = taken_place_of(sentence, [(one.first, one.last) for one in found], lexicon)
    return [one for one in found if not _is_general(one.code, ends) and one.first not in left]


def _is_general(code: str, ends: dict[str, int]) -> bool:
    book, _, number = code.partition(" ")
    first = re.match(r"\d+", number)
    return first is not None and int(first[0]) <= int(ends.get(book, 0))


def usual_books(lexicon: Lexicon, country: str) -> dict[str, str]:
    """The book of each number that reports of a country print without one (``usual`` in the table)."""
    rows = (lexicon.tables["articles"].get("usual") or {}).get(country) or {}
    accused = str(lexicon.tables["articles"].get("accused") or "")
    return {_ACCUSED: accused} | {
        str(number): suffix for suffix, numbers in rows.items() for number in numbers
    }


def _pieces(sentence: Sentence) -> list[_Piece]:
    out: list[_Piece] = []
    for kind in ("article", "part"):
        for mark in sentence.of(kind):
            found = _numbers_beside(sentence, mark, kind)
            out.extend(one for one in found if not any(one.first == other.first for other in out))
    if not any(piece.kind == "article" for piece in out):
        out += [*_beside_book(sentence), *_before_parts(sentence)]
    out += _going_on(sentence, out)
    ordered = sorted(out, key=lambda piece: piece.first)
    return [_as_part(sentence, piece, ordered[at - 1] if at else None) for at, piece in enumerate(ordered)]


def _going_on(sentence: Sentence, pieces: list[_Piece]) -> list[_Piece]:
    """The articles with which a row goes on behind a part: of "174 (part 2), 405 (part 1) and 256" the last
    two."""
    taken = {piece.first for piece in pieces}
    out: list[_Piece] = []
    for at in sorted({_linked(sentence, piece.last) for piece in pieces} - taken - {-1}):
        number, last = _written(sentence, at)
        if number is not None and len(number) > _PART and not _counts(sentence, last):
            out.append(_Piece(at, last, "article", number))
            out += [part for part in _parts_behind(sentence, last) if part.first not in taken]
    return [*out, *_going_on(sentence, [*pieces, *out])] if out else []


def _linked(sentence: Sentence, at: int) -> int:
    """The number behind a comma or "and" that follows a token, or behind the bracket that it closes; -1."""
    begin = at = _past_bracket(sentence, at)
    while sentence.lower(at) in (")", ",", ";") or sentence.at("and", at) is not None:
        at += 1
    linked = at > begin and sentence.lower(at - 1) != ")" and at < len(sentence.tokens)
    return at if linked and sentence.tokens[at].kind == "number" else -1


def _past_bracket(sentence: Sentence, at: int) -> int:
    """The token behind a bracket that opens at a token and says what an article is called, or the token."""
    if sentence.lower(at) != "(" or sentence.any_at(("part", "article"), at + 1) is not None:
        return at
    ends = (one for one in range(at, min(at + _ASIDE, len(sentence.tokens))) if sentence.lower(one) == ")")
    return next(ends, at - 1) + 1


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a number before a token counts what stands there."""
    if sentence.any_at(("article", "part", "book", "and", "prepositions", "country"), at) is not None:
        return False
    forms = sentence.word(at).forms[:1]
    return (
        at < len(sentence.tokens) and bool(forms) and forms[0].part in ("noun", "name", "adjective", "number")
    )


def _parts_behind(sentence: Sentence, at: int) -> list[_Piece]:
    """The part right behind an article, also behind a comma or a bracket."""
    at += sentence.lower(at) in (",", "(")
    mark = sentence.at("part", at)
    return _numbers_beside(sentence, mark, "part") if mark is not None else []


def _as_part(sentence: Sentence, piece: _Piece, before: _Piece | None) -> _Piece:
    """A small number right behind an article is a part, though one letter stands for both («256-б. 2-б.»)."""
    if before is None or before.kind != "article" or piece.kind != "article" or len(piece.number) > _PART:
        return piece
    close = piece.first - before.last <= 1 and sentence.lower(before.last) in (
        ".",
        sentence.lower(piece.first),
    )
    return replace(piece, kind="part") if close and len(before.number) > _PART else piece


def _numbers_beside(sentence: Sentence, mark: Mark, kind: str) -> list[_Piece]:
    """The numbers after the word ("статьи 174 и 405"), in it ("405-бап") or before it ("488-я статья")."""
    own = sentence.tokens[mark.first]
    if own.kind == "number":
        first, number = _whole(sentence, mark.first)
        before = _row_before(sentence, first, kind)
        return [*before, _Piece(first, mark.first + 1, kind, number, before[0].row if before else -1)]
    if sentence.at("number_before", mark.first) is not None:
        before = _before_word(sentence, mark, kind)
        if before:
            return before
    at = mark.last + (1 if sentence.lower(mark.last) == "." else 0)
    if sentence.tokens[at - 1 :][:1] and sentence.lower(at) in _LEADING and kind == "article":
        at += 1
    after = (_by_ordinal(sentence, mark) if kind == "part" else []) or _row_after(sentence, at, kind)
    if after and _ends_its_number(sentence, mark):
        return []
    if after:
        return after
    last = sentence.tokens[mark.first - 1] if mark.first else None
    if last is not None and last.kind == "number" and _NUMBER.fullmatch(last.text):
        return [
            *_row_before(sentence, mark.first - 1, kind),
            _Piece(mark.first - 1, mark.last, kind, last.text.split("-")[0]),
        ]
    return []


def _ends_its_number(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word that stands behind its number bears a case: what follows is no number of its
    own («бабымен 12 мың теңге»)."""
    form = next(iter(sentence.word(mark.first).forms), None)
    behind = sentence.at("number_before", mark.first) is not None
    return behind and form is not None and form.case not in ("", "nom")


def _by_ordinal(sentence: Sentence, mark: Mark) -> list[_Piece]:
    """The number of a part told by a word, behind it or before ("part two", "the second part")."""
    behind = sentence.at("ordinals", mark.last)
    if behind is not None:
        return [_Piece(mark.first, behind.last, "part", str(behind.value))]
    before = sentence.ends_at("ordinals", mark.first)
    return [_Piece(before.first, mark.last, "part", str(before.value))] if before is not None else []


def _whole(sentence: Sentence, at: int) -> tuple[int, str]:
    """Where a number with its word begins, and the number: of "434-1-бабы" all of it."""
    number = sentence.tokens[at].text.split("-")[0]
    if at >= 2 and sentence.lower(at - 1) == "-" and sentence.tokens[at - 2].kind == "number":
        return at - 2, f"{sentence.tokens[at - 2].text}-{number}"
    return at, number


def _before_word(sentence: Sentence, mark: Mark, kind: str) -> list[_Piece]:
    """The number right before its word, in figures or as an ordinal ("488 бабы", "екінші бөлігі")."""
    at = mark.first - 1 - (mark.first > 1 and sentence.lower(mark.first - 1) == "-")
    token = sentence.tokens[at] if mark.first else None
    if token is not None and token.kind == "number" and _NUMBER.fullmatch(token.text):
        first, number = _whole(sentence, at)
        return [*_row_before(sentence, first, kind), _Piece(first, mark.last, kind, number)]
    ordinal = sentence.ends_at("ordinals", mark.first)
    return [_Piece(ordinal.first, mark.last, kind, str(ordinal.value))] if ordinal is not None else []


def _row_after(sentence: Sentence, at: int, kind: str) -> list[_Piece]:
    out: list[_Piece] = []
    first = at
    while at < len(sentence.tokens) and sentence.tokens[at].kind == "number":
        number, last = _written(sentence, at)
        if (
            number is None
            or (kind == "part" and len(number) > _PART)
            or sentence.at("unit", last)
            or sentence.at("months", last)
            or (sentence.at("part", last) and out)
        ):
            break
        if out and sentence.at("part", last) is not None:
            break
        out.append(_Piece(at, last, kind, number, first))
        at = last
        if sentence.lower(at) == "," or sentence.at("and", at) is not None:
            at += 1
        else:
            break
    return out


def _row_before(sentence: Sentence, at: int, kind: str) -> list[_Piece]:
    """Of "174, 405-баптары" the numbers before."""
    out, row = list[_Piece](), at
    while at >= 2 and (sentence.lower(at - 1) == "," or sentence.at("and", at - 1) is not None):
        token = sentence.tokens[at - 2]
        named = sentence.any_at(("part", "article"), at - 2) is not None
        if token.kind != "number" or named or not _NUMBER.fullmatch(token.text):
            break
        out.insert(0, _Piece(at - 2, at - 1, kind, token.text.split("-")[0], row))
        at -= 2
    return out


def _written(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """The number of an article as printed ("280.3", "193-1", "488-я"), and where it ends."""
    text = sentence.tokens[at].text
    if not _NUMBER.fullmatch(text):
        return None, at
    if (
        sentence.lower(at + 1) == "-" and at + 2 < len(sentence.tokens)
        and sentence.tokens[at + 2].text.isdigit()
        and len(sentence.tokens[at + 2].text) == 1
        and sentence.tokens[at + 2].start == sentence.tokens[at + 1].end
    ):  # fmt: skip
        return f"{text}-{sentence.tokens[at + 2].text}", at + 3
    return text.split("-")[0], at + 1


def _number_before(sentence: Sentence, mark: Mark) -> _Piece | None:
    """The number of an article that stands right before a word, and ends no longer number ("8 354 cases")."""
    token = sentence.tokens[mark.first - 1] if mark.first else None
    if mark.first > 1 and sentence.tokens[mark.first - 2].kind == "number":
        return None
    if token is None or token.kind != "number" or len(token.text) < 3 or not _NUMBER.fullmatch(token.text):
        return None
    return _Piece(mark.first - 1, mark.first, "article", token.text.split("-")[0])


def _before_parts(sentence: Sentence) -> list[_Piece]:
    """Of "280 ч. 2" in a table whose head names the book."""
    return [piece for mark in sentence.of("part") if (piece := _number_before(sentence, mark))]


def _beside_book(sentence: Sentence) -> list[_Piece]:
    """Of "488 КоАП" and "КоАП 488" without the word for article."""
    out = []
    for mark in sentence.of("book"):
        if piece := _number_before(sentence, mark):
            out.append(piece)
        after = sentence.tokens[mark.last] if mark.last < len(sentence.tokens) else None
        if after is not None and after.kind == "number" and after.text.isdigit() and len(after.text) == 3:
            out.append(_Piece(mark.last, mark.last + 1, "article", after.text))
    return out


def _book_between(sentence: Sentence, first: int, last: int) -> bool:
    """Of "статья 146 УК, часть 2" whether the book stands between article and part."""
    return any(first <= mark.first < last for mark in sentence.of("book"))


def _groups(sentence: Sentence, pieces: list[_Piece]) -> list[list[_Piece]]:
    """Articles with the parts beside them: "ч. 1 ст. 342", "ст. 405 ч. 2"."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        reach = 5 if groups and _book_between(sentence, groups[-1][-1].last, piece.first) else 3
        near = bool(groups) and piece.first - groups[-1][-1].last <= reach
        if near and _goes_with(groups[-1], piece) and not _parted(sentence, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [group for group in groups if any(piece.kind == "article" for piece in group)]


def _parted(sentence: Sentence, one: _Piece, other: _Piece) -> bool:
    """Whether two articles side by side stand in different cases («274-бабынан 373-бабына»)."""
    mine, theirs = (sentence.word(piece.last - 1).cases for piece in (one, other))
    return one.kind == other.kind == "article" and bool(mine and theirs) and not mine & theirs


def _goes_with(group: list[_Piece], piece: _Piece) -> bool:
    if piece.kind == "part":
        behind = group[-1].kind == "article" or piece.row == group[-1].row >= 0
        return (group[0].kind == "article" and behind) or all(one.kind == "part" for one in group)
    return all(one.kind == "part" for one in group) or (
        group[-1].kind == "article" and piece.first - group[-1].last <= 1
    )


def _codes(group: list[_Piece]) -> list[str]:
    """The numbers of a group with their parts: those right before or behind belong to the nearest article."""
    first = next(place for place, piece in enumerate(group) if piece.kind == "article")
    leading = _one_row(group[:first][::-1])[::-1]
    out: list[str] = []
    for place, piece in enumerate(group):
        if piece.kind != "article":
            continue
        parts = _one_row(group[place + 1 :]) or (leading if place == first else [])
        out.extend(f"{piece.number}({part.number})" for part in parts)
        out.extend([] if parts else [piece.number])
    return out


def _one_row(pieces: list[_Piece]) -> list[_Piece]:
    """The parts with which some pieces begin, as far as they stand in one row ("parts 1, 2 and 4")."""
    first = pieces[0] if pieces and pieces[0].kind == "part" else None
    return [piece for piece in pieces if piece is first or (first and piece.row == first.row >= 0)]


def _book(sentence: Sentence, group: list[_Piece]) -> Mark | None:
    first, last = group[0].first, group[-1].last
    after = [mark for mark in sentence.of("book") if 0 <= mark.first - last <= _REACH]
    before = [mark for mark in sentence.of("book") if 0 <= first - mark.last <= _REACH]
    if after and (not before or after[0].first - last <= first - before[-1].last + 2):
        return after[0]
    return before[-1] if before else None


def _land(sentence: Sentence, group: list[_Piece]) -> str:
    """The country named right beside the book ("УК РФ")."""
    book = _book(sentence, group)
    if book is None:
        return ""
    near = [
        mark
        for mark in sentence.of("country")
        if 0 <= mark.first - book.last <= 1 or 0 <= book.first - mark.last <= 1
    ]
    return str(near[0].value) if near else ""
