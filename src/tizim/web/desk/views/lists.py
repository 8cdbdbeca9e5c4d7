"""Lists and figures: any definition as of the day, its people, its passages, its differences."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.publications.site.atlas import Spot, atlas, numbered
from tizim.tallies import Member
from tizim.web.desk import figures
from tizim.web.desk.access import needs
from tizim.web.desk.chart import line_chart
from tizim.web.desk.day import course
from tizim.web.desk.definitions import defined, names
from tizim.web.desk.evidence import evidence
from tizim.web.desk.moment import Moment
from tizim.web.desk.parts import beside, soon
from tizim.web.desk.sight import Sight, sight_of
from tizim.web.desk.spreads import chosen, spreads
from tizim.web.desk.templatetags.desk import bounds, spoken
from tizim.web.desk.unnamed import unnamed, veiled
from tizim.web.desk.where import told_of, where

_COLUMNS = ("id", "person", "class", "since", "confirmed", "expected_end", "articles", "sure", "because")


class EarlierForm(forms.Form):
    """The earlier day, and the day by which it was known."""

    since = forms.DateField(required=False)
    known = forms.DateField(required=False)


@needs("look")
@soon
def lists(request: HttpRequest) -> HttpResponse:
    """All definitions with their counts."""
    found = [figures.counted(name, request.asked) for name in names(request.asked)]
    return render(request, "desk/lists.html", {"counted": found, "place": "lists"})


@needs("look")
@soon
def one_list(request: HttpRequest, name: str) -> HttpResponse:
    """One list: its bounds, its parts, its people."""
    _known(request, name)
    (of, found), sight = figures.counted(name, request.asked), sight_of(request)
    part = request.GET.get("part", "")
    there = told_of(request.GET, lambda: where(name, request.asked, sight))
    bar = chosen(request.GET, name, request.asked, sight)
    some = [one.people for one in (there, bar) if one]
    members = figures.members(of, found, part, frozenset.intersection(*some) if some else None)
    page = Paginator(members, figures.PAGE).get_page(request.GET.get("page"))
    dark = {"hidden": unnamed(found, request.asked, sight), "veiled": veiled(found, request.asked, sight)}
    shown = {"of": of, "tally": found, "page": page, "part": part, "place": "lists", **dark}
    return render(request, "desk/list.html", {**shown, "there": there, "bar": bar})


@needs("look")
@beside
def spread(request: HttpRequest, name: str) -> HttpResponse:
    """The people of the list by article, place, sex, age; fetched by its page."""
    _known(request, name)
    found = spreads(name, request.asked, sight_of(request))
    return render(request, "desk/spread.html", {"spreads": found, "name": name})


@needs("look")
@beside
def through_time(request: HttpRequest, name: str) -> HttpResponse:
    """The line of a list's counts; fetched by its page when it is looked at."""
    _known(request, name)
    chart = line_chart(course(request.asked, name))
    return render(request, "desk/course.html", {"of": defined(name), "chart": chart})


@needs("look")
@soon
def on_map(request: HttpRequest, name: str) -> HttpResponse:
    """The people of the list on a map and, place by place, in a table."""
    _known(request, name)
    of, found = figures.counted(name, request.asked)
    places = where(name, request.asked, sight_of(request))

    def named(spot: Spot) -> str:
        known = spot.place.name_on(request.asked.as_of, spoken()) if spot.place else ""
        return f"{known} {bounds(spot)}"

    shown = {"of": of, "tally": found, "where": places, "rows": numbered(places.regions)}
    shown["atlas"] = atlas(places.regions, named)
    return render(request, "desk/map.html", {**shown, "place": "lists"})


@needs("look")
@soon
def because(request: HttpRequest, name: str, person_id: str) -> HttpResponse:
    """The passages for which somebody stands on the list."""
    _known(request, name)
    of, found = figures.counted(name, request.asked)
    sight = sight_of(request)
    if person_id not in found.rows or person_id in unnamed(found, request.asked, sight):
        raise Http404
    member = found.member(person_id)
    shown = {"of": of, "member": member, "evidence": evidence(member.fit.because, request.asked, sight)}
    return render(request, "desk/because.html", {**shown, "place": "lists"})


@needs("look")
@soon
def group(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """The passages behind a counted group of the list."""
    _known(request, name)
    of, found = figures.counted(name, request.asked)
    one = next((one for one in found.groups if one.code == code), None)
    if one is None:
        raise Http404
    shown = {"of": of, "group": one, "evidence": evidence(one.because, request.asked, sight_of(request))}
    return render(request, "desk/because.html", {**shown, "place": "lists"})


@needs("look")
@soon
def compared(request: HttpRequest, name: str) -> HttpResponse:
    """What changed since an earlier day, or an earlier moment of knowledge."""
    _known(request, name)
    form = EarlierForm(request.GET)
    asked = request.asked
    earlier = _earlier(asked, form.cleaned_data if form.is_valid() else {})
    of, found = figures.differing(name, asked, earlier)
    tallies = [(figures.counted(name, one)[1], one) for one in (asked, earlier)]
    unseen = frozenset().union(*(unnamed(each, one, sight_of(request)) for each, one in tallies))
    page = Paginator(found.changes, figures.PAGE).get_page(request.GET.get("page"))
    shown = {"of": of, "difference": found, "earlier": earlier, "hidden": unseen, "form": form, "page": page}
    return render(request, "desk/compared.html", {**shown, "place": "lists"})


@needs("look")
def table(request: HttpRequest, name: str) -> HttpResponse:
    """The list as a CSV, named by the definition and the day."""
    _known(request, name)
    _, found = figures.counted(name, request.asked)
    unseen, dark = (each(found, request.asked, sight_of(request)) for each in (unnamed, veiled))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{request.asked.as_of.isoformat()}.csv"'
    writer = csv.writer(response)
    writer.writerow(_COLUMNS)
    shown = (one for one in found.members if one.person_id not in unseen)
    writer.writerows(_row(one, sight_of(request), is_veiled=one.person_id in dark) for one in shown)
    return response


def _row(member: Member, sight: Sight, *, is_veiled: bool) -> list[Any]:
    """The cells of a person; where a closed claim speaks too, not since when and how."""
    episode = None if is_veiled else member.fit.episode
    first = episode.begin.first if episode else None
    ends = [one.isoformat() for one in episode.expected_ends] if episode else []
    cells = [
        member.person_id, member.name, member.fit.code, first or "", (episode and episode.confirmed) or "",
        " / ".join(ends), "; ".join(episode.articles if episode else ()), "yes" if member.sure else "perhaps",
        " ".join(sight.open_claims(member.fit.because)),
    ]  # fmt: skip
    return [f"'{cell}" if str(cell)[:1] in "=+-@\t\r" else cell for cell in cells]


def _known(request: HttpRequest, name: str) -> None:
    if name not in names(request.asked):
        raise Http404


def _earlier(asked: Moment, said: Mapping[str, Any]) -> Moment:
    """The moment with which a list is compared."""
    since, known = said.get("since"), said.get("known")
    if not since and not known:
        return figures.a_year_before(asked)
    known_at = f"{known.isoformat()}T23:59:59.999999Z" if known else asked.known_at
    return replace(asked, as_of=since or asked.as_of, known_at=known_at)
