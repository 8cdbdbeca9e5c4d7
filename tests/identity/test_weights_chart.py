"""The picture of the weights: well formed, complete, in three languages, and the one in the docs is today's."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tizim.identity import declared_model
from tizim.identity.weights_chart import weights_chart

MODEL = declared_model()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_level_has_a_bar_and_its_sentence(language):
    picture = ElementTree.fromstring(weights_chart(MODEL, language))
    words = "\n".join(text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}text"))
    levels = [level for aspect in MODEL.aspects.values() for level in aspect.levels.values()]
    assert all(level.say[language] in words for level in levels)
    bars = [one for one in picture.iter("{http://www.w3.org/2000/svg}rect") if one.get("class")]
    assert len(bars) == len(levels) + 1
    assert {one.get("class") for one in bars} == {"for", "against"}
    width = float(picture.get("width"))
    assert all(
        float(one.get("x")) > 0 and float(one.get("x")) + float(one.get("width")) < width for one in bars
    )


def test_the_picture_in_the_docs_shows_the_model_that_ships():
    kept = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "weights.svg"
    assert kept.read_text(encoding="utf-8") == weights_chart(MODEL)
