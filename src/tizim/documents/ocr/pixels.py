"""The points of a page as they are seen: whether light falls unevenly, and ink of colours taken away."""

import math
from dataclasses import dataclass
from typing import Any

_SAMPLES = 20_000
_COLOURED = 70  # how far apart the channels of a coloured point are, of 255
_CELLS, _IN_CELL = 8, 12
_SHADE = 70  # how much darker the darkest piece of paper is than the lightest one
_BLANK = 24


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture in rows from the top, three bytes a point: red, green, blue."""

    width: int
    height: int
    rgb: bytes

    @property
    def is_blank(self) -> bool:
        """Whether all of it is nearly one shade."""
        green = self.rgb[1::3]
        return not green or max(green) - min(green) < _BLANK

    @property
    def has_colour(self) -> bool:
        """Whether some of it, and not most of it, is coloured: a stamp, a signature."""
        step = 3 * max(1, len(self.rgb) // 3 // _SAMPLES | 1)
        points = list(zip(self.rgb[0::step], self.rgb[1::step], self.rgb[2::step], strict=False))
        coloured = sum(1 for point in points if max(point) - min(point) > _COLOURED)
        return 0.0005 * len(points) < coloured < 0.4 * len(points)

    @property
    def is_unevenly_lit(self) -> bool:
        """Whether the paper is much darker in one place than in another."""
        papers = [self._paper(row, column) for row in range(_CELLS) for column in range(_CELLS)]
        return max(papers) - min(papers) > _SHADE

    def _paper(self, row: int, column: int) -> int:
        """How light the paper is in one cell of the page: lighter than three of four points there."""
        seen = []
        for inner in range(_IN_CELL * _IN_CELL):
            y = (row + (inner // _IN_CELL + 0.5) / _IN_CELL) * self.height / _CELLS
            x = (column + (inner % _IN_CELL + 0.5) / _IN_CELL) * self.width / _CELLS
            seen.append(self.rgb[3 * (int(y) * self.width + int(x)) + 1])
        return sorted(seen)[3 * len(seen) // 4]

    def as_seen(self) -> bytes:
        """The picture in a form that Tesseract reads: in grey, if it holds no colour."""
        if self.has_colour:
            return b"P6 %d %d 255\n" % (self.width, self.height) + self.rgb
        return self._grey(self.rgb[1::3])

    def without_colour(self) -> bytes:
        """The same with coloured ink gone as far as may be: black stays, for it is dark in every channel."""
        lightest = bytes(map(max, self.rgb[0::3], self.rgb[1::3], self.rgb[2::3]))
        sample = sorted(lightest[:: max(1, len(lightest) // _SAMPLES | 1)])
        black = sample[len(sample) // 200] + 90
        return self._grey(lightest.translate(bytes(shade if shade < black else 255 for shade in range(256))))

    def _grey(self, shades: bytes) -> bytes:
        return b"P5 %d %d 255\n" % (self.width, self.height) + shades


def rendered(page: Any, dots: int, most: int) -> Pixels:
    """A page of a PDF, so many dots to the inch, or fewer if it would have more than ``most`` points."""
    width, height = page.get_size()
    scale = min(dots / 72, math.sqrt(most / max(1.0, width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    try:
        return _of_bitmap(bitmap)
    finally:
        bitmap.close()


def _of_bitmap(bitmap: Any) -> Pixels:
    width, height, channels, stride = bitmap.width, bitmap.height, bitmap.n_channels, bitmap.stride
    points = bytes(bitmap.buffer)
    if stride != width * channels:
        rows = (points[row * stride : row * stride + width * channels] for row in range(height))
        points = b"".join(rows)
    if channels == 1:
        points = _interleaved(points, points, points)
    elif channels == 4:
        points = _interleaved(points[0::4], points[1::4], points[2::4])
    return Pixels(width, height, points)


def _interleaved(red: bytes, green: bytes, blue: bytes) -> bytes:
    rgb = bytearray(3 * len(red))
    rgb[0::3], rgb[1::3], rgb[2::3] = red, green, blue
    return bytes(rgb)
