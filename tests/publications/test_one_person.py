"""Whoever is one person in the register is one on a list, whatever documents may not leave, and is protected as one."""

from tests.publications.made import cleared, document, edited, told
from tizim.identity import Judgement, mention_id

ASAN, KAZAKH, WITH_FATHER = "Asan Bekov", "Асан Беков", "Asan Maratovich Bekov"
LETTER, CHAT = ({"obtained": how, "url": None} for how in ("given_by_lawyer", "anonymous"))
"""Two ways by which a document comes that may not leave."""


def judged(one, other, verdict="same"):
    """A judgement on two mentions, each a document and a name."""
    left, right = (mention_id(f"d-{of}", who) for of, who in (one, other))
    return Judgement(id=f"j-{'-'.join((*one, *other))}", left=left, right=right, verdict=verdict)


def two_spellings(*more, verdict="same", **of_the_chat):
    """Two public reports, each of a spelling of its own; what joins them stands in papers that may not leave."""
    return edited(
        document("two"), document("letter", **LETTER), document("chat", **CHAT),
        told(ASAN), told(KAZAKH, of="two"),
        told(WITH_FATHER, of="letter"), told(WITH_FATHER, of="chat", **of_the_chat),
        judged(("one", ASAN), ("letter", WITH_FATHER)), judged(("chat", WITH_FATHER), ("two", KAZAKH), verdict),
        *more,
    )  # fmt: skip


def test_one_person_is_counted_once_where_what_joins_two_spellings_may_not_leave():
    content = two_spellings().content
    assert (content.at_least, content.at_most) == (1, 1)
    (only,) = content.people
    assert only.sure and only.name in (ASAN, KAZAKH)
    assert {content.passages[place].quote for act in only.acts for place in act.passages} == {
        f"{ASAN}: sentence.",
        f"{KAZAKH}: sentence.",
    }


def test_nothing_that_only_such_papers_tell_leaves():
    content = two_spellings(told(WITH_FATHER, "torture", of="chat")).content
    assert "Maratovich" not in repr(content) and "torture" not in repr(content)


def test_whoever_may_be_one_person_by_such_papers_is_perhaps_one_on_the_list():
    content = two_spellings(verdict="unsure").content
    assert (content.at_least, content.at_most) == (1, 2)
    assert [one.sure for one in content.people] == [False, False]


def test_whoever_such_papers_part_is_two():
    content = two_spellings(verdict="different").content
    assert (content.at_least, content.at_most) == (2, 2)


def test_a_decision_on_a_mention_in_such_papers_holds_for_the_person():
    withheld = two_spellings(cleared(WITH_FATHER, "withheld", of="chat")).content
    assert (withheld.at_most, withheld.people, withheld.passages) == (0, (), ())
    counted = two_spellings(cleared(WITH_FATHER, "counted", of="chat", basis="consent")).content
    assert (counted.at_least, [one.name for one in counted.people]) == (1, [None])


def test_a_child_is_one_whatever_document_tells_the_age():
    found = two_spellings(age=16)
    assert [one.name for one in found.content.people] == [None]
    assert {one.why for one in found.cleared.values()} == {"minor"}


def alike(*more, **of_the_letter):
    """Somebody in a public report, and in a letter somebody of that name in another script; nobody has judged."""
    return edited(document("letter", **LETTER), told(ASAN), told(KAZAKH, of="letter", **of_the_letter), *more)


def names(made):
    return [one.name for one in made.content.people]


def test_whoever_may_be_somebody_who_is_not_to_be_named_is_counted_only_until_somebody_says():
    withheld = cleared(KAZAKH, "withheld", of="letter")
    assert names(alike()) == [ASAN]
    made = alike(withheld)
    assert (made.content.at_least, names(made)) == (1, [None])
    assert {one.why for one in made.cleared.values()} == {"in_doubt"}
    assert ASAN not in repr(made.content)
    apart = judged(("one", ASAN), ("letter", KAZAKH), "different")
    assert names(alike(withheld, apart)) == [ASAN]
    assert names(alike(withheld, cleared(ASAN, "named", basis="consent"))) == [ASAN]
    same = judged(("one", ASAN), ("letter", KAZAKH))
    assert names(alike(withheld, same)) == []


def test_whoever_may_be_a_child_is_counted_only():
    assert names(alike(age=16)) == [None]
    assert names(alike(age=30)) == [ASAN]


def test_whoever_is_in_doubt_with_several_is_counted_if_any_of_them_is_not_to_be_named():
    other = document("chat", **CHAT)
    latin = "Assan Bekow"
    assert names(alike(other, told(latin, of="chat"), cleared(latin, "counted", of="chat"))) == [None]


def test_initials_that_may_be_somebody_s_who_is_not_to_be_named_are_no_name():
    short = edited(document("letter", **LETTER), told("A. Bekov"), told(ASAN, of="letter"))
    assert names(short) == ["A. Bekov"]
    kept = edited(
        document("letter", **LETTER), told("A. Bekov"), told(ASAN, of="letter"),
        cleared(ASAN, "withheld", of="letter"),
    )  # fmt: skip
    assert names(kept) == [None]
