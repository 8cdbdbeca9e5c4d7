"""Who meets which set of criteria, as people determined it by the moment asked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tizim.assessments import AssessmentError, CriteriaSet, Determination, Sets, outcomes
from tizim.assessments.outcome import whole_answer
from tizim.ledger import Withdrawal, in_force
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.tallies import Definition, fits, placed, shipped
from tizim.timelines import Life
from tizim.web.desk.deciders import asking
from tizim.web.desk.definitions import names, sets_known
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.facets import CRITERIA, Code
from tizim.web.desk.people.roster import roster
from tizim.web.desk.people.seen import seen
from tizim.web.desk.same.rolls import roll_of
from tizim.web.desk.sight import Sight

_KINDS = (Determination.kind, Withdrawal.kind)
_About = Mapping[str, list[Determination]]


def with_criteria(among: Columns, asked: Moment, sight: Sight) -> Columns:
    """The columns with what people determined under sets of criteria, and on which lists that puts them."""
    found = _answers(asked, sight)
    listed = _listed(asked, sight) if found else {}
    rows = {one: among.row(one) for one in listed}
    among = among.changed({one: (row[0], row[1] | listed[one]) for one, row in rows.items() if row})
    sets = {value: among.set_of(ids) for value, ids in found.items()}
    return replace(among, sets={**among.sets, CRITERIA: sets}) if sets else among


def _answers(asked: Moment, sight: Sight) -> Mapping[str, Sequence[str]]:
    """The ids of people by set and answer; kept until something is written."""

    def gathered() -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for person_id, about in _by_person(asked, sight).items():
            for of in _sets(about, sets_known()):
                mentions = [one.mention_id for one in about]
                answer = whole_answer(outcomes(of, about, mentions)).answer
                found[f"{of.name}:{answer}"].append(person_id)
        return found

    kept: Mapping[str, Sequence[str]] = opened().kept(("criteria", asked.key, sight.closed), gathered)
    return kept


def _listed(asked: Moment, sight: Sight) -> Mapping[str, frozenset[Code]]:
    """By person, the lists that ask for decisions and count him or her; kept until something is written."""

    def gathered() -> Mapping[str, frozenset[Code]]:
        lists = [asking(name, asked) for name in sorted({*names(asked)} - {*shipped()})]
        found: dict[str, frozenset[Code]] = {}
        for person_id in _by_person(asked, sight):
            known = seen(asked, person_id, sight)
            on = [of.name for of in lists if known and _counts(of, known.life, asked)]
            found[person_id] = frozenset(("list", name) for name in on)
        return {one: codes for one, codes in found.items() if codes}

    key = ("assessed lists", asked.key, sight.closed)
    kept: Mapping[str, frozenset[Code]] = opened().kept(key, gathered)
    return kept


def _counts(of: Definition, life: Life, asked: Moment) -> bool:
    """Whether the list counts the person on the day, surely or perhaps."""
    return placed(fits(life.timeline, of, asked.as_of, life.person.mention_ids)) is not None


def _sets(about: Sequence[Determination], known: Sets) -> Iterator[CriteriaSet]:
    """The sets that are known here, each once."""
    for code in dict.fromkeys(one.criteria_set for one in about):
        try:
            yield known.named(code)
        except AssessmentError:
            continue


def _by_person(asked: Moment, sight: Sight) -> _About:
    """The determinations that stand, by the person who bears the mention now."""
    if not ENTRY_MODELS[Determination.kind].objects.exists():
        return {}
    entries = register().ledger.known_at(asked.known_at, kinds=_KINDS)
    standing = [one for one in in_force(entries) if isinstance(one, Determination)]
    with roll_of(asked) as roll:
        mentions = {one.mention_id: roll.mention(one.mention_id) for one in standing}
    documents = {one: known.document_id for one, known in mentions.items() if known}
    found: dict[str, list[Determination]] = defaultdict(list)
    for one in standing:
        document = documents.get(one.mention_id)
        if document and sight.document(document) and (person := _bearer(one.mention_id, document, asked)):
            found[person].append(one)
    return found


def _bearer(mention_id: str, document_id: str, asked: Moment) -> str | None:
    lives = told(asked).lives
    near = roster(asked).by_document.get(document_id, ())
    return next((one for one in near if mention_id in lives[one].person.mention_ids), None)
