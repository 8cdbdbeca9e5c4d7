"""Pages as a scanner or a telephone would give them, drawn from texts that are known: needs Pillow."""

import io
import math
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

_FONTS = ("NotoSerif-Regular.ttf", "DejaVuSerif.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf")
_WHERE = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/truetype/dejavu"))
A4 = (8.27, 11.69)
_MARGIN = 0.9  # inches


def fonts() -> tuple[Path, ...]:
    """The fonts of this machine that the pages are set in."""
    found = (folder / name for name in _FONTS for folder in _WHERE)
    return tuple(path for path in found if path.is_file())


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


def clean(text: str, font: Path, dpi: int = 300) -> Image.Image:
    """One column of 11 points on A4."""
    return _set([_lines(text, font, dpi, A4[0] - 2 * _MARGIN)], font, dpi)


def two_columns(text: str, font: Path, dpi: int = 300) -> Image.Image:
    """Two columns, as a newspaper has them."""
    width = (A4[0] - 2 * _MARGIN - 0.4) / 2
    lines = _lines(text, font, dpi, width)
    half = math.ceil(len(lines) / 2)
    return _set([lines[:half], lines[half:]], font, dpi)


def noisy(text: str, font: Path) -> Image.Image:
    """150 dpi, 0.7 degrees askew, grains all over."""
    page = clean(text, font, 150).convert("L")
    page = page.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=False)
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    return ImageChops.add(page, Image.effect_noise(page.size, 25), scale=1, offset=-128)


def uneven_light(text: str, font: Path) -> Image.Image:
    """As a telephone sees a sheet on a table: 130 dpi, one corner in the shade, askew, soft."""
    page = clean(text, font, 130).convert("L")
    page = page.rotate(-1.2, resample=Image.Resampling.BICUBIC, fillcolor=255)
    shade = Image.radial_gradient("L").resize((page.width * 2, page.height * 2))
    shade = shade.crop((page.width, page.height, 2 * page.width, 2 * page.height)).resize(page.size)
    light = shade.point(lambda depth: int(235 - 0.72 * depth))
    page = ImageChops.multiply(page, light).filter(ImageFilter.GaussianBlur(0.6))
    return ImageChops.add(page, Image.effect_noise(page.size, 12), scale=1, offset=-128)


def stamped(text: str, font: Path) -> Image.Image:
    """A round blue stamp and an oblong violet one over the text, at 200 dpi."""
    page = clean(text, font, 200).convert("RGB")
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    radius, x, y = 190, page.width // 2, page.height // 4
    for inner in (0, 12, 70):
        draw.ellipse((x - radius + inner, y - radius + inner, x + radius - inner, y + radius - inner),
                     outline=(40, 70, 190), width=7)  # fmt: skip
    for turn in range(0, 360, 20):
        place = (x + 150 * math.cos(math.radians(turn)) - 12, y + 150 * math.sin(math.radians(turn)) - 18)
        draw.text(place, "ОРДА"[turn % 4], font=_font(font, 34), fill=(40, 70, 190))
    draw.rectangle((300, y + 260, 900, y + 380), outline=(120, 50, 170), width=6)
    draw.text((320, y + 275), "КІРІС  № 318", font=_font(font, 64), fill=(120, 50, 170))
    return ImageChops.multiply(page, ink)


def turned(text: str, font: Path) -> Image.Image:
    """Fed into the scanner sideways."""
    return clean(text, font, 200).rotate(90, expand=True)


def upside_down(text: str, font: Path) -> Image.Image:
    """Fed into the scanner head down."""
    return clean(text, font, 200).rotate(180)


def as_png(page: Image.Image) -> bytes:
    """The page as a PNG."""
    return _saved(page, "PNG")


def as_jpeg(page: Image.Image, quality: int = 40) -> bytes:
    """The page as a JPEG of low quality."""
    return _saved(page.convert("RGB"), "JPEG", quality=quality)


def _saved(page: Image.Image, form: str, **options: int) -> bytes:
    kept = io.BytesIO()
    page.save(kept, form, **options)
    return kept.getvalue()


Kind = tuple[str, Callable[[str, Path], bytes]]
KINDS: tuple[Kind, ...] = (
    ("clean, 300 dpi", lambda text, font: as_png(clean(text, font))),
    ("noisy, askew, 150 dpi", lambda text, font: as_png(noisy(text, font))),
    ("the same as a poor JPEG", lambda text, font: as_jpeg(noisy(text, font))),
    ("uneven light, 130 dpi", lambda text, font: as_jpeg(uneven_light(text, font), 60)),
    ("two columns, 300 dpi", lambda text, font: as_png(two_columns(text, font))),
    ("stamps over the text, 200 dpi", lambda text, font: as_jpeg(stamped(text, font), 80)),
    ("sideways, 200 dpi", lambda text, font: as_png(turned(text, font))),
    ("upside down, 200 dpi", lambda text, font: as_png(upside_down(text, font))),
)


def _lines(text: str, font: Path, dpi: int, inches: float) -> list[str]:
    """The text in lines of so many inches; an empty line between paragraphs."""
    set_in = _font(font, _size(dpi))
    lines: list[str] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        lines.append("")
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".strip()
            if set_in.getlength(longer) <= inches * dpi or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        lines.append("")
    return lines[:-1]


def _size(dpi: int) -> int:
    return round(11 / 72 * dpi)


def _set(columns: list[list[str]], font: Path, dpi: int) -> Image.Image:
    page = Image.new("RGB", (round(A4[0] * dpi), round(A4[1] * dpi)), "white")
    draw = ImageDraw.Draw(page)
    step = (A4[0] - 2 * _MARGIN + 0.4) / len(columns)
    for number, lines in enumerate(columns):
        y = _MARGIN * dpi
        for line in lines:
            draw.text(
                ((_MARGIN + number * step) * dpi, y), line, font=_font(font, _size(dpi)), fill=(15, 15, 15)
            )
            y += _size(dpi) * (1.4 if line else 0.6)
    return page


def shuffled(texts: list[str], seed: int) -> list[str]:
    """The texts in an order that the seed gives."""
    return random.Random(seed).sample(texts, len(texts))
