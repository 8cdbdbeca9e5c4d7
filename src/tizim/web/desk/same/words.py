"""The words of judging: verdicts, why a pair is open, how judgements contradict each other."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tizim.identity import Judgement

VERDICTS = {"same": _("same person"), "different": _("different people"), "unsure": _("unsure")}
WHY = {
    "unsure": _("somebody judged: unsure"),
    "contested": _("judgements contradict each other"),
    "short_form": _("a short form that several may bear"),
    "longer_form": _("the same name with one part more"),
    "equal_names": _("equal names, of which some are judged different"),
    "unlike_context": _("equal names, but ages or sexes that cannot be one person's"),
    "names_alike": _("names that are alike"),
}
CLASHES = {
    "through_others": _("judged one person through others, and judged different"),
    "at_one_moment": _("judged in two ways at one moment"),
}
AGAINST = {
    "unlike": _("Their ages or sexes cannot be one person's."),
    "clash": _("Judgements that stand say otherwise."),
    "two_deaths": _("Two deaths on different days would be told of one person."),
    "after_death": _("Acts after a death would be told of one person."),
    "held_after_release": _("One person would be held after a release."),
    "two_terms": _("Two terms for one sentence would be told of one person."),
    "two_towns": _("One person would be in two towns at once."),
}


def told_of_judgement(judgement: Judgement) -> str:
    """Who has judged what, for somebody who wanted to judge the same two."""
    return gettext("%(who)s has judged this pair: %(verdict)s.") % {
        "who": judgement.recorded_by, "verdict": VERDICTS[judgement.verdict],
    }  # fmt: skip
