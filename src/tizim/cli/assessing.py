"""assess: sets of criteria; what people determined of a person, ground by ground; groups side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.assessments import (
    SHIPPED,
    CriteriaSet,
    Determination,
    Found,
    Recognition,
    Sets,
    Sheet,
    decisions_of,
    known_sets,
    load_criteria,
    recognition,
    side_by_side,
    words_on,
)
from tizim.cli.answers import Question, sets_of, shelf
from tizim.cli.assessed import groups_of, print_beside, print_sets, print_sheets
from tizim.cli.door import AsOf, KnownAt, day, door_of, known, opened, told_now, write
from tizim.cli.person import people_called
from tizim.cli.printing import check_format, echo, print_json
from tizim.cli.texts import say
from tizim.ledger import Entry
from tizim.tallies import DECISIONS, Decided, Evidence
from tizim.timelines import Chronicle, Life

if TYPE_CHECKING:
    from tizim.wiring import Register

Ids = list[str] | None
Text = str | None

Who = Annotated[Text, typer.Argument(metavar="[PERSON]", help="The id of a person (p-…), or a name.")]
EverySet = Annotated[
    bool, typer.Option("--sets", help="Show the sets and where their official wording stands.")
]
Side = Annotated[bool, typer.Option("--agreement", help="Show groups side by side, with Cohen's kappa.")]
Set = Annotated[
    Text, typer.Option("--set", help="PACE-1900-2012, the code of an own one, OURS/2, or a YAML file.")
]
Letter = Annotated[Text, typer.Option("--ground", help="The code of one ground of the set: a, b, …")]
Met = Annotated[bool, typer.Option("--met", help="Write that the ground is met.")]
NotMet = Annotated[bool, typer.Option("--not-met", help="Write that the ground is not met.")]
NotAssessed = Annotated[
    bool, typer.Option("--not-assessed", help="Write that it was looked at and is left open.")
]
For = Annotated[Ids, typer.Option("--for", help="A claim whose passage speaks for it; may be repeated.")]
Against = Annotated[
    Ids, typer.Option("--against", help="A claim whose passage speaks against it; may be repeated.")
]
By = Annotated[Text, typer.Option("--by", help="Who assessed. Default: whoever is working (TIZIM_USER).")]
Group = Annotated[
    Text, typer.Option("--group", help="In whose name. Default: the group that keeps the register.")
]
Reason = Annotated[Text, typer.Option("--reason", help="Why; kept with the decision.")]
Confirm = Annotated[
    bool, typer.Option("--confirm", help="As second assessor, come to all that others found.")
]
Recognised = Annotated[Text, typer.Option("--recognised-by", help="The group whose word is written.")]
Stance = Annotated[str, typer.Option("--stance", help="recognised (the default), declined or withdrawn.")]
On = Annotated[Text, typer.Option("--on", help="The day of the group's word: 2022-05-03, 2022-05, 2022.")]
Passage = Annotated[
    Text, typer.Option("--passage", "--claim", help="The claim or passage that reports the group's word.")
]
Case = Annotated[
    Text, typer.Option("--case", help="The case of which it is found, or shown, where a person has several.")
]
Form = Annotated[str, typer.Option("--format", help="table or json.")]


@dataclass(frozen=True, slots=True)
class _Call:
    """What one call asks for or says."""

    who: Text
    code: Text
    ground: Text
    findings: Sequence[str]
    speaks_for: Sequence[str]
    speaks_against: Sequence[str]
    reason: Text
    confirm: bool
    word: Recognition | None
    by: str
    group: Text
    form: str
    case: Text = None
    known_at: Text = None

    @property
    def writes(self) -> bool:
        """Whether it writes anything."""
        return bool(self.finds or self.confirm or self.word)

    @property
    def finds(self) -> bool:
        """Whether it says something of a ground."""
        return bool(self.ground or self.findings or self.speaks_for or self.speaks_against)


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="assess")(assess)


def assess(
    context: typer.Context,
    who: Who = None,
    sets: EverySet = False,
    side: Side = False,
    code: Set = None,
    ground: Letter = None,
    met: Met = False,
    not_met: NotMet = False,
    not_assessed: NotAssessed = False,
    speaks_for: For = None,
    speaks_against: Against = None,
    by: By = None,
    group: Group = None,
    reason: Reason = None,
    confirm: Confirm = False,
    recognised_by: Recognised = None,
    stance: Stance = "recognised",
    on: On = None,
    passage: Passage = None,
    case: Case = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    form: Form = "table",
) -> None:
    """Shows or writes what people determined by a set. Example: tizim assess p-… --set PACE-1900-2012"""
    check_format(form, ("table", "json"))
    word = None
    if recognised_by is not None:
        word = Recognition(id="", mention_id="", group=recognised_by.strip(), stance=stance, date=on,
                           passage_id=passage, note=reason)  # fmt: skip
    said = (("met", met), ("not_met", not_met), ("open", not_assessed))
    call = _Call(who, code, ground, [one for one, is_said in said if is_said], speaks_for or (),
                 speaks_against or (), reason, confirm, word, _assessor(by), _tidy(group), form,
                 _tidy(case), known(known_at))  # fmt: skip
    _one_thing(call, sets, side, door_of(context).language)
    if sets:
        _sets(call, door_of(context).language)
    else:
        _of_register(context, call, day(as_of), side)


def _sets(call: _Call, language: str) -> None:
    from tizim.wiring import learn_own_sets

    learn_own_sets()
    wanted = [call.code] if call.code else known_sets()
    print_sets([_set_named(one, SHIPPED, language) for one in wanted], call.form, language)


def _of_register(context: typer.Context, call: _Call, as_of: date, side: bool) -> None:
    """One answer out of the register, or one thing written into it."""
    language = door_of(context).language
    with opened(context) as register:
        sets = sets_of(register, call.known_at)
        of = _set_named(call.code, sets, language) if call.code or not call.word else None
        chronicled = told_now(register, call.known_at)
        decided = Decided.of(register.ledger.known_at(call.known_at, kinds=DECISIONS))
        if side:
            people = [one.person for one in chronicled.lives.values() if decided.on(one.person.mention_ids)]
            told = side_by_side([(one, decided.on(one.mention_ids)) for one in people], as_of=as_of, of=of,
                                sets=sets)  # fmt: skip
            print_beside(told, of, as_of, call.form, language)
            return
        life = _one_life(call.who or "", chronicled, language)
        books = shelf(register, Question(as_of, call.known_at, reviewed=False), chronicled)
        claims = [one for one in map(books.evidence, life.person.claim_ids) if one]
        about = decided.on(life.person.mention_ids)
        if call.word:
            _write(register, [_word(call.word, life, claims, of, language)], call, language)
            return
        assert of is not None
        if call.finds or call.confirm:
            if of.name in sets.own and sets.own[of.name].retired:
                raise TizimError(say("assess_retired", language, name=of.name))
            sheet = _sheet(life, of, about, claims, (_known(call.by, about), call.group, as_of, call.case))
            _write(register, _entries(sheet, call, claims, language), replace(call, by=sheet.by), language)
            return
        parts = [
            (group, case)
            for group, case in groups_of(of, about)
            if call.group in (None, group) and call.case in (None, case)
        ] or [(call.group, call.case)]
        sheets = [_sheet(life, of, about, claims, (call.by, group, as_of, case)) for group, case in parts]
        print_sheets(sheets, claims, call.form, language)


def _one_thing(call: _Call, sets: bool, side: bool, language: str) -> None:
    """Refuses a call that wants two things, or nobody's assessment, or to write by what was known earlier."""
    wanted = (sets, side, call.finds, call.confirm, call.word is not None)
    if sum(wanted) > 1:
        raise TizimError(say("assess_one_thing", language))
    if not call.who and not (sets or side):
        raise TizimError(say("assess_nobody", language))
    if call.writes and call.known_at:
        raise TizimError(say("assess_past", language))


def _sheet(
    life: Life,
    of: CriteriaSet,
    about: Sequence[Determination | Recognition],
    claims: Sequence[Evidence],
    asked: tuple[str, Text, date, Text],
) -> Sheet:
    by, group, as_of, case = asked
    return Sheet(
        life=life, of=of, by=by, as_of=as_of, group=group,
        readable=frozenset(one.claim.passage_id for one in claims),
        decisions=decisions_of(of, about, group, case), words=words_on(life, about, as_of), case=case,
    )  # fmt: skip


def _entries(sheet: Sheet, call: _Call, claims: Sequence[Evidence], language: str) -> Sequence[Entry]:
    """What is to be written: a second assessor's confirmation, or one finding."""
    if call.confirm:
        made = sheet.confirmed()
        if not made:
            raise TizimError(say("assess_nothing_to_confirm", language, by=sheet.by))
        return made
    if not call.ground or len(call.findings) != 1:
        raise TizimError(say("assess_one_finding", language))
    speaks_for = _passages(call.speaks_for, claims, language)
    speaks_against = _passages(call.speaks_against, claims, language)
    found = Found(call.ground, call.findings[0], speaks_for, speaks_against, None, call.reason)
    return sheet.written([found])


def _word(
    word: Recognition, life: Life, claims: Sequence[Evidence], of: CriteriaSet | None, language: str
) -> Recognition:
    cited = _passages([word.passage_id], claims, language)[0] if word.passage_id else None
    return recognition(
        replace(
            word,
            mention_id=life.person.mention_ids[0],
            passage_id=cited,
            criteria_set=of.name if of else None,
        )
    )


def _passages(ids: Sequence[str], claims: Sequence[Evidence], language: str) -> tuple[str, ...]:
    """The passages of these claims; only what is told of the person can be cited."""
    known = {one.claim.id: one.claim.passage_id for one in claims}
    known |= {one.claim.passage_id: one.claim.passage_id for one in claims}
    strange = [one for one in ids if one not in known]
    if strange:
        raise TizimError(say("assess_no_claim", language, id=strange[0]))
    return tuple(dict.fromkeys(known[one] for one in ids))


def _write(register: "Register", entries: Sequence[Entry], call: _Call, language: str) -> None:
    made = write(register, entries, skip_known=True, by=call.by)
    if call.form == "json":
        print_json({"written": [one.id for one in made]})
        return
    for one in made:
        echo(say("assess_written", language, id=one.id, by=one.recorded_by))
    if not made:
        echo(say("assess_as_it_was", language))


def _one_life(who: str, chronicled: Chronicle, language: str) -> Life:
    lives = people_called(who, chronicled)
    if len(lives) > 1:
        ids = ", ".join(one.person.id for one in lives)
        raise TizimError(say("assess_several", language, ids=ids))
    return lives[0]


def _set_named(code: Text, sets: Sets, language: str) -> CriteriaSet:
    """A set that ships with tizim or stands in the register, or a group's own from a YAML file."""
    if code is None:
        raise TizimError(say("assess_no_set", language))
    path = Path(code)
    if path.suffix not in (".yml", ".yaml"):
        return sets.named(code)
    found = load_criteria(path)
    if found.name in sets.own and sets.own[found.name].of != found:
        raise TizimError(say("assess_other_words", language, name=found.name))
    return found


def _assessor(by: Text) -> str:
    from tizim.wiring import user_name

    return _tidy(by) or user_name()


def _known(by: str, about: Sequence[Determination | Recognition]) -> str:
    """The assessor as written before: nobody becomes a second one by other capitals."""
    written = {" ".join(one.recorded_by.split()).casefold(): one.recorded_by for one in about}
    return written.get(by.casefold(), by)


def _tidy(text: Text) -> Text:
    return " ".join((text or "").split()) or None
