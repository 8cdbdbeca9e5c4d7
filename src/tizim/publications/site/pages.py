"""The pages of a published list, in three languages; the same bytes whenever they are made."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from tizim.publications.content import Content, Entered, tells
from tizim.publications.editions import Turn
from tizim.publications.entries import Erratum
from tizim.publications.formats.tables import dictionary
from tizim.publications.photos import Photo, in_text, no_photo
from tizim.publications.site.atlas import Spot, atlas
from tizim.publications.site.bars import bars
from tizim.publications.site.criteria import said_set
from tizim.publications.site.listed import (
    cited_by,
    is_long,
    line,
    photos_of,
    prints_passages,
    prints_photos,
    turn_row,
)
from tizim.publications.site.spots import spots_of
from tizim.publications.site.words import LANGUAGES, Words

_PER_SHEET = 200
_STATIC = ("style.css", "find.js")


@dataclass(frozen=True, slots=True)
class Site:
    """What a site shows: the edition, what changed since the last, errata, how to check it, its files."""

    content: Content
    digest: str
    signature: str
    public_key: str
    earlier: Content | None = None
    turns: tuple[Turn, ...] = ()
    errata: tuple[Erratum, ...] = ()
    data_files: tuple[str, ...] = ()
    photo: Photo = no_photo


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the site by its path."""
    for name in _STATIC:
        yield name, _static(name)
    headings = [(code, word, heading(site.content, code)) for code, word in LANGUAGES]
    start = _templates().get_template("start.html")
    yield "index.html", start.render(name=headings[0][2], languages=headings).encode()
    for code, _word in LANGUAGES:
        for path, text in Book(site, Words(code, bound=True)).pages():
            yield f"{code}/{path}", text.encode()


def heading(content: Content, language: str) -> str:
    """The title of the list."""
    return dict(content.title).get(language, content.definition)


def titles_in(content: Content, language: str) -> Mapping[str, str]:
    """The classes of the list in words."""
    return {code: dict(said).get(language, code) for code, said in content.classes}


def photo_path(who: Entered) -> str:
    """Where the photo of somebody on the list lies: under the number on it."""
    return f"photos/{who.number}.jpg"


def sheets_of(content: Content) -> int:
    """How many pages of passages there are."""
    return max(1, -(-len(content.passages) // _PER_SHEET))


def method(site: Site, words: Words) -> tuple[str, ...]:
    """How the list was made, a paragraph each: what counts, bounds, sources by number, names, innocence."""
    content = site.content
    documents = _documents(content)
    counts = {
        "passages": len(content.passages), "documents": len(documents),
        "sources": len({source for _kind, source in documents.values() if source}),
    }  # fmt: skip
    note = dict(content.note).get(words.language)
    hushed = [words.say("method_hushed", least=content.hushed)] if content.hushed else []
    return (
        *([note] if note else []), words.say("method_bounds"), *hushed, words.say("method_lower"),
        words.say("method_sources", **counts), words.say("method_names"), words.say("method_innocent"),
    )  # fmt: skip


def _documents(content: Content) -> Mapping[tuple[str | None, ...], tuple[str | None, str | None]]:
    """The documents cited, each with its kind and source."""
    cited = content.passages
    return {(one.url, one.title, one.date, one.source): (one.document_kind, one.source) for one in cited}


@dataclass(frozen=True)
class Book:
    """The pages of one language."""

    site: Site
    words: Words

    def pages(self) -> Iterator[tuple[str, str]]:
        """Path and text of each page."""
        content = self.site.content
        yield self._page("index.html", **self._list())
        yield self._page("changes.html", earlier=self.site.earlier, turns=self.site.turns)
        yield self._page("errata.html", errata=self.site.errata)
        yield self._page("method.html", **self._method())
        yield self._page("data.html", dictionary=dictionary(), data_files=self.site.data_files)
        for who in content.named:
            yield self._page(f"people/{who.number}.html", "person.html", who=who)
        cited = list(enumerate(content.passages, 1))
        sheets = sheets_of(content)
        for sheet in range(1, sheets + 1):
            rows = cited[(sheet - 1) * _PER_SHEET : sheet * _PER_SHEET]
            yield self._page(f"passages-{sheet}.html", "passages.html", rows=rows, sheet=sheet, sheets=sheets)

    def report(self) -> str:
        """The whole edition as one page to be printed: figures, list, changes, method, passages."""
        style = Markup(_static("report.css").decode())
        content, titles = self.site.content, dict(self._titles)
        told: dict[str, Any] = {"style": style, "cited_by": cited_by, **self._list(), **self._method()}
        told |= {"in_lines": is_long(content), "printed": prints_passages(content)}
        told |= {"errata": self.site.errata, "earlier": self.site.earlier}
        told |= {"turn_rows": [turn_row(one, self.words, titles) for one in self.site.turns]}
        told |= {"photo": self._photo, "shows_photos": prints_photos(content), "photos": photos_of(content)}
        told |= {"line": lambda who: line(who, self.words)}
        return self._page("report.html", None, **told)[1]

    def _list(self) -> dict[str, Any]:
        content = self.site.content
        by_class = {
            one.code: [who for who in content.people if who.code == one.code] for one in content.parts
        }
        spots = spots_of(content)
        drawn = atlas(spots, self._spot) if spots else None
        chart = bars(content.parts, self._titles, self.words)
        return {"by_class": by_class, "chart": chart, "atlas": drawn, "spots": spots, "spot": self._spot}

    def _photo(self, who: Entered) -> str:
        """The photo as an address that holds the picture itself: a report fetches nothing."""
        return in_text(self.site.photo(who.photo or ""))

    def _spot(self, one: Spot) -> str:
        """The place by its name."""
        return one.place.names.get(self.words.language, one.code) if one.place else one.code

    def _method(self) -> dict[str, Any]:
        kinds = Counter(one[0] for one in _documents(self.site.content).values() if one[0])
        named = Counter({self.words.label("document_kinds", kind): number for kind, number in kinds.items()})
        return {
            "method": method(self.site, self.words),
            "criteria": said_set(self.site.content.criteria, self.words), "kinds": sorted(named.items()),
            "digest": self.site.digest, "signature": self.site.signature, "public_key": self.site.public_key,
        }  # fmt: skip

    @property
    def _titles(self) -> Mapping[str, str]:
        return titles_in(self.site.content, self.words.language)

    def _page(self, path: str, template: str | None = None, **told: Any) -> tuple[str, str]:
        depth = path.count("/")
        usual = {
            "content": self.site.content, "heading": heading(self.site.content, self.words.language),
            "language": self.words.language, "languages": LANGUAGES, "titles": self._titles, "here": path,
            "root": "../" * (depth + 1), "up": "../" * depth, "pages": self._navigation(),
            "passage": _passage, "tells": tells, "photo_path": photo_path, **_functions(self.words),
        }  # fmt: skip
        return path, _templates().get_template(template or path).render(usual | told)

    def _navigation(self) -> Sequence[tuple[str, str]]:
        names = {
            "index.html": "list", "changes.html": "changes", "errata.html": "errata",
            "method.html": "method", "passages-1.html": "passages", "data.html": "data",
        }  # fmt: skip
        return [(path, self.words.say(key)) for path, key in names.items()]


def _static(name: str) -> bytes:
    return files("tizim.publications").joinpath("site", "static", name).read_bytes()


def _functions(words: Words) -> dict[str, Any]:
    return {
        "say": words.say, "label": words.label, "reason": words.reason, "outcome": words.outcome,
        "upper": words.upper, "bounds": words.bounds, "day": words.day, "date_words": words.vague,
    }  # fmt: skip


def _passage(place: int) -> str:
    """The address of a passage by its place in the edition."""
    return f"passages-{place // _PER_SHEET + 1}.html#p{place + 1}"


class _Plain(Context):
    """Calls what templates call as it is: no function of a page wants to know where it was called."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *args: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **more: Any,
    ) -> Any:
        """What the function gives."""
        return function(*args, **more)


class _Templates(Environment):
    context_class = _Plain


@cache
def _templates() -> Environment:
    return _Templates(
        loader=PackageLoader("tizim.publications", "site/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,
    )
