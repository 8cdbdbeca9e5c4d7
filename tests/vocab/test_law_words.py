"""What the checks of a law book say stands as words in three languages."""

import string

import pytest

from tizim.vocab import article, check_article, law_problems
from tizim.vocab.law_words import law_messages


@pytest.mark.parametrize("code", sorted(law_messages()))
def test_every_message_has_the_same_gaps_in_each_language(code):
    said = law_messages()[code]
    gaps = [
        {name for _, name, _, _ in string.Formatter().parse(said[one]) if name} for one in ("en", "ru", "kk")
    ]
    assert gaps[0] == gaps[1] == gaps[2] and said["en"] not in (said["ru"], said["kk"])


@pytest.mark.parametrize(
    ("ref", "title", "term"),
    [
        ("KZ-CC 999", None, None),
        ("KZ-CC 401", None, None),
        ("KZ-CC 164(3)", None, None),
        ("KZ-CC 405", "dissemination of knowingly false information", None),
        ("KZ-CC 405", "poaching rare fish", None),
        ("KZ-CC 182(2)", None, "imprisonment P7Y11M"),
        ("KZ-CC 182(1)", None, "faces imprisonment P8Y..P12Y"),
    ],
)
def test_a_problem_is_told_in_each_language_and_in_english_as_before(ref, title, term):
    (one,) = law_problems(article(ref), title=title, term=term)
    told = [one.told(language) for language in ("en", "ru", "kk")]
    assert len(set(told)) == 3 and all(told)
    assert check_article(article(ref), title=title, term=term) == (one.problem,)
    assert str(one.problem) == f"{ref}: {told[0]}"
