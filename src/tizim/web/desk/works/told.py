"""Long work in words: what each kind is, what became of a file or a row, how fast it goes."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from tizim.claims.lists import tell as tell_of_list
from tizim.documents import told_of_file
from tizim.web.desk.models import Job, Line

TITLES: Mapping[str, Any] = {
    "add": gettext_lazy("Documents taken in"),
    "read": gettext_lazy("Documents read for proposals"),
    "recognise": gettext_lazy("Scans and pictures read"),
    "rebuild": gettext_lazy("Everything computed, computed anew"),
    "list": gettext_lazy("A list taken in"),
    "draft": gettext_lazy("A draft checked"),
    "freeze": gettext_lazy("A list frozen as an edition"),
    "explain": gettext_lazy("Why each joined or left an edition"),
    "release": gettext_lazy("A release made of an edition"),
}
_PHASES: Mapping[Any, Any] = {
    "guess": gettext_lazy("A list looked through: nothing is written"),
    "try": gettext_lazy("A list tried: nothing is written"),
}
_FATES: Mapping[str, Any] = {
    "added": gettext_lazy("added"),
    "already_there": gettext_lazy("there already"),
    "refused": gettext_lazy("not taken"),
    "no_reader": gettext_lazy("no reader for this language"),
    "no_text": gettext_lazy("no text found"),
    "read": gettext_lazy("read"),
    "computed": gettext_lazy("computed anew"),
    "notice": gettext_lazy("to be known"),
    "row:aside": gettext_lazy("set aside"),
}
ASIDE = "row:aside"
_ROWS = ("new", "correction", "unchanged", "hidden", "repeated", "nothing", "skipped")
FINE = frozenset(("added", "already_there", "read", "computed", *(f"row:{one}" for one in _ROWS)))
"""What came out as it should; the rest wants somebody's attention."""


def title(job: Job) -> str:
    """What is done."""
    return str(_PHASES.get(job.asked.get("phase"), TITLES.get(job.kind, job.kind)))


def fate(line: Line) -> str:
    """What became of it, in words."""
    if line.fate.startswith("row:") and line.fate != ASIDE:
        return tell_of_list(line.what, get_language() or "en")
    return str(_FATES.get(line.fate, line.fate))


def what(line: Line) -> str:
    """What is wrong with it, or what it came to."""
    if line.fate == "read":
        number = int(line.what or 0)
        return ngettext("%(n)d proposal", "%(n)d proposals", number) % {"n": number}
    if line.fate.startswith("row:") and line.fate != ASIDE:
        return ""
    if line.fate == "computed":
        number, wrong = int(line.what or 0), int(line.hint or 0)
        people = ngettext("%(n)d person", "%(n)d people", number) % {"n": number}
        if not wrong:
            return gettext("%(people)s; what was kept was right") % {"people": people}
        return gettext("%(people)s; %(n)d of them had been kept otherwise") % {"people": people, "n": wrong}
    return told_of_file(line.what, get_language() or "en")


def hint(line: Line) -> str:
    """What to do about it."""
    return "" if line.fate == "computed" else told_of_file(line.hint, get_language() or "en")


def pace(job: Job) -> str:
    """How fast it goes and how long it will take yet; nothing where that cannot be told."""
    if job.state != Job.State.RUNNING or not job.pace:
        return ""
    rate = round(job.pace) if job.pace >= 1 else 1
    said = ngettext("%(n)d a minute", "%(n)d a minute", rate) % {"n": rate}
    left = job.minutes_left
    if left is None:
        return said
    return f"{said}; {ngettext('about %(n)d minute left', 'about %(n)d minutes left', left) % {'n': left}}"
