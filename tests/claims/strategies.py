"""Claims of any content that the flat form must carry: awkward signs, quotes, formulas, line breaks."""

from hypothesis import strategies as st

from tizim.claims import Claim

SIGNS = st.one_of(
    st.sampled_from(list(";|,\\\"'=+-@\t\n\r \ufeff#ұөѐ«»")),
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"),
)
TEXTS = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
MAYBE = st.none() | TEXTS
COUNTS = st.none() | st.integers(0, 10**9)
PARTS = st.just("") | TEXTS

_TEXT_FIELDS = (
    *("act_detail", "person", "mention", "group", "organisation", "date", "date_basis", "place"),
    *(
        "agency",
        "offence",
        "alleged_organisation",
        "outcome",
        "status",
        "status_as_of",
        "reported_by",
        "event",
        "sex",
    ),
    *("town", "occupation", "reader", "note", "corrects"),
)
_CODE_FIELDS = (
    "id",
    "passage_id",
    "document_id",
    "act",
    "level",
    "role",
    "case_kind",
    "counting_unit",
    "certainty",
)


def claims() -> st.SearchStrategy[Claim]:
    """Not valid ones only: whatever a claim may hold. A counted group always has its description."""
    return st.builds(
        Claim,
        **{name: MAYBE for name in _TEXT_FIELDS if name != "group"},
        **{name: TEXTS for name in (*_CODE_FIELDS, "group")},
        count_min=COUNTS,
        count_max=COUNTS,
        age=COUNTS,
        approximate=st.booleans(),
        articles=st.lists(TEXTS, max_size=3).map(tuple),
        perpetrators=st.lists(st.tuples(TEXTS, PARTS, PARTS), max_size=3).map(tuple),
        recorded_at=st.just("") | st.just("2026-11-22T05:50:00.000000Z"),
        recorded_by=st.just("") | TEXTS,
    )
