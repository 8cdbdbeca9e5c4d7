"""The rule of a set as one answer for each ground, which is how people say it; and back."""

from collections.abc import Mapping, Sequence

from tizim.assessments import CriteriaSet, Rule

ALONE, NEEDED, WITH, EXCLUDES = "alone", "needed", "with", "excludes"
Parts = list["Rule | str"]


def rules_of(hows: Sequence[tuple[str, str]]) -> tuple[Rule, Rule | None]:
    """When the set is met, and what excludes, from how each ground counts.

    Any ground that is enough by itself; or all that are needed, with any that is enough together with them.
    """
    alone, needed, beside, out = (
        [code for code, how in hows if how == one] for one in (ALONE, NEEDED, WITH, EXCLUDES)
    )
    ways: Parts = [*alone]
    if needed:
        together: Parts = [*needed, *([Rule("any", tuple(beside))] if beside else [])]
        ways.append(Rule("all", tuple(together)))
    else:
        ways += beside
    only = ways[0] if len(ways) == 1 else None
    met = only if isinstance(only, Rule) else Rule("any", tuple(ways))
    return met, Rule("any", tuple(out)) if out else None


def how_each_counts(of: CriteriaSet) -> Mapping[str, str] | None:
    """How each ground counts; None where the rule of the set cannot be said like that."""
    found = {one: EXCLUDES for one in of.unless.codes()} if of.unless else {}
    met = of.met if of.met.how == "any" else Rule("any", (of.met,))
    for part in met.parts:
        if isinstance(part, str):
            found[part] = ALONE
        else:
            found |= {code: NEEDED for code in part.parts if isinstance(code, str)}
            found |= {code: WITH for one in part.parts if isinstance(one, Rule) for code in one.codes()}
    if set(found) != set(of.codes):
        return None
    again = rules_of([(code, found[code]) for code in of.codes])
    return found if _same(again[0], met) and _same(again[1], of.unless) else None


def _same(one: Rule | None, other: Rule | None) -> bool:
    """Whether two rules ask the same: order does not matter, nor a rule around one other."""
    return _bare(one) == _bare(other)


def _bare(of: "Rule | str | None") -> object:
    if not isinstance(of, Rule):
        return of
    parts = frozenset(_bare(one) for one in of.parts)
    return next(iter(parts)) if len(parts) == 1 else (of.how, parts)
