"""The figures of an edition as bars: full to "at least", hatched to "at most"; readable without colour."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tizim.publications.content import Bounds
from tizim.publications.site.words import Words

_WIDTH, _ROW, _BAR = 440, 46, 16
_NUMBER, _LETTER, _GAP = 80, 8.4, 6
"""The least room for what is said beside a bar; how wide a letter of it is at most; what is left free."""


def bars(parts: Sequence[Bounds], titles: Mapping[str, str], words: Words) -> Markup:
    """An SVG of the parts; nothing where there is nobody. An open end is hatched to the edge."""
    top = max((max(one.at_least, one.at_most or 0) for one in parts), default=0)
    if not top:
        return Markup("")
    height = _ROW * len(parts) + 8
    said = [_said(one, words) for one in parts]
    scale = (_WIDTH - max(_NUMBER, _LETTER * max(map(len, said)) + _GAP)) / top
    rows = Markup("").join(
        _row(
            place, titles[one.code], (one.at_least, top if one.at_most is None else one.at_most), scale, text
        )
        for place, (one, text) in enumerate(zip(parts, said, strict=True))
    )
    return Markup(
        '<figure><svg role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-label="{what}"'
        ' fill="currentColor" font-size="14"><defs>'
        '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="2.4" height="6"/></pattern></defs>{rows}</svg>'
        "<figcaption>{what}</figcaption></figure>"
    ).format(w=_WIDTH, h=height, what=words.say("chart"), rows=rows)


def _row(place: int, title: str, bounds: tuple[int, int], scale: float, said: str) -> Markup:
    """The title above its bar: so a long one is read whole, on a telephone too."""
    low, high = (one * scale for one in bounds)
    y = place * _ROW + 22
    return Markup(
        '<text x="0" y="{above}">{title}</text>'
        '<rect x="0" y="{y}" width="{low:.1f}" height="{bar}"/>'
        '<rect x="{low:.1f}" y="{y}" width="{rest:.1f}" height="{bar}" fill="url(#hatch)"/>'
        '<text x="{after:.1f}" y="{text}">{said}</text>'
    ).format(
        above=y - 6, title=title, y=y, low=low, bar=_BAR, rest=max(0.0, high - low),
        after=max(low, high) + _GAP, text=y + 13, said=said,
    )  # fmt: skip


def _said(one: Bounds, words: Words) -> str:
    return (
        str(one.at_least) if one.at_least == one.at_most else f"{one.at_least} – {words.upper(one.at_most)}"
    )
