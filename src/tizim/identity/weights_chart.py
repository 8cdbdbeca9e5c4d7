"""The weights of the model as a picture: a bar for each level, to the right where it speaks for one person.

The picture needs no colour: bars for one person are filled, bars against are hatched, each bears its number.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from tizim.identity.model import Model, chart_texts

_WIDTH, _LINE, _TOP = 920, 20, 74
_ZERO = 640
_BIT = 11.0
_STYLE = (
    "text{font:13px sans-serif;fill:#000}.head{font-weight:bold}.title{font-size:17px;font-weight:bold}"
    ".for{fill:#333;stroke:#000}.against{fill:url(#hatched);stroke:#000}.line{stroke:#000}"
)
_HATCHED = (
    '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" fill="#fff"/><path d="M0 6 6 0" stroke="#000" stroke-width="1.2"/>'
    "</pattern></defs>"
)


def weights_chart(model: Model, language: str = "en") -> str:
    """The chart as SVG, with the words in English, Russian or Kazakh; bits are log2(m/u)."""
    texts = chart_texts(language)
    lines = [*_rows(model, language, texts)]
    height = _TOP + _LINE * (len(lines) + 1)
    axis = f'<path class="line" d="M{_ZERO} {_TOP - 14}V{height - _LINE}"/>'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
            f'width="{_WIDTH}" height="{height}" role="img" xml:lang="{escape(language)}">',
            f"<title>{escape(texts['title'])}</title><style>{_STYLE}</style>{_HATCHED}",
            f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
            _text(12, 26, texts["title"], "title"),
            _text(_ZERO - 8, 50, "← " + texts["against"], anchor="end"),
            _text(_ZERO + 8, 50, texts["for"] + " →"),
            *lines,
            axis,
            "</svg>\n",
        ]
    )


def _rows(model: Model, language: str, texts: Mapping[str, str]) -> Iterator[str]:
    """A heading for each aspect and a bar for each of its levels, from the top down."""
    at = _TOP
    yield _row(at, texts["prior"], model.prior_bits, "head")
    for aspect in model.aspects.values():
        at += _LINE
        yield _text(12, at, aspect.term.get(language, aspect.term["en"]), "head")
        for level in aspect.levels.values():
            at += _LINE
            yield _row(at, level.say.get(language, level.say["en"]), level.bits)


def _row(at: int, said: str, bits: float, kind: str = "") -> str:
    long = abs(bits) * _BIT
    left = _ZERO if bits >= 0 else _ZERO - long
    side = "for" if bits >= 0 else "against"
    bar = f'<rect class="{side}" x="{left:.1f}" y="{at - 11}" width="{long:.1f}" height="13"/>'
    end = _ZERO + long + 5 if bits >= 0 else _ZERO - long - 5
    number = _text(
        round(end), at, f"{bits:+.1f}".replace("-", "\u2212"), anchor="start" if bits >= 0 else "end"
    )
    return _text(24, at, said, kind) + bar + number


def _text(across: int, down: int, said: str, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{across}" y="{down}" text-anchor="{anchor}"{named}>{escape(said)}</text>'
