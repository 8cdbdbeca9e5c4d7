"""One person's claims, folded into a timeline."""

from collections.abc import Iterable, Mapping

from tizim.claims import Claim
from tizim.timelines.contradictions import contradictions_of
from tizim.timelines.episode import ActMark, Timeline
from tizim.timelines.fold import episodes_of
from tizim.timelines.marks import MAY_END, MAY_OPEN, Origin, act_days, marks_of
from tizim.vocab import table


def timeline(claims: Iterable[Claim], origins: Mapping[str, Origin]) -> Timeline:
    """The timeline of one person from the claims about that person as a victim of persecution.

    Claims in cases against officials and claims of what usually happens are left aside; the order
    of the claims does not matter.
    """
    counted = sorted((claim for claim in claims if is_persecution(claim)), key=lambda claim: claim.id)
    marks = [mark for claim in counted for mark in marks_of(claim, origins)]
    episodes = episodes_of(marks)
    placed = {mark.claim.id for mark in marks if mark.what not in (MAY_OPEN, MAY_END)}
    return Timeline(
        episodes=episodes,
        acts=tuple(_act(claim, origins) for claim in counted),
        contradictions=contradictions_of(marks, episodes, counted),
        undated=tuple(claim.id for claim in counted if claim.id not in placed and not claim.date),
        claim_ids=tuple(claim.id for claim in counted),
    )


def is_persecution(claim: Claim) -> bool:
    """Whether the claim is about a victim of persecution, and about something that happened."""
    return claim.role == "victim" and claim.case_kind == "persecution" and claim.level != "practice"


def _act(claim: Claim, origins: Mapping[str, Origin]) -> ActMark:
    origin = origins.get(claim.document_id)
    return ActMark(
        claim_id=claim.id,
        act=claim.act,
        days=act_days(claim, origins),
        sure=table("certainties").term(claim.certainty).attributes.get("sure") in (True, "yes"),
        articles=claim.articles,
        root=origin.root if origin else claim.document_id,
    )
