"""The addresses of the desk. None holds a name of anybody; ids only."""

from allauth.account import views as account
from django.urls import include, path

from tizim.web.desk.views import (
    documents,
    entrance,
    entries,
    faults,
    lists,
    own,
    people,
    team,
    today,
    words,
    work,
)

urlpatterns = [
    path("", today.today, name="today"),
    path("today/course/", today.through_time, name="course"),
    path("people/", people.people, name="people"),
    path("people/<str:person_id>/", people.person, name="person"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<slug:name>/", lists.one_list, name="list"),
    path("lists/<slug:name>/spread/", lists.spread, name="spread"),
    path("lists/<slug:name>/map/", lists.on_map, name="map"),
    path("lists/<slug:name>/compared/", lists.compared, name="compared"),
    path("lists/<slug:name>/table/", lists.table, name="list_table"),
    path("lists/<slug:name>/groups/<slug:code>/", lists.group, name="group"),
    path("lists/<slug:name>/because/<str:person_id>/", lists.because, name="because"),
    path("documents/add/", documents.add, name="documents_add"),
    path("work/", work.works, name="works"),
    path("work/read/", work.read, name="work_read"),
    path("work/recognise/", work.recognise, name="work_recognise"),
    path("work/rebuild/", work.rebuild, name="work_rebuild"),
    path("work/<int:number>/", work.work, name="work"),
    path("work/<int:number>/lines/", work.work_lines, name="work_lines"),
    path("work/<int:number>/stop/", work.work_stop, name="work_stop"),
    path("", include("tizim.web.desk.reading.urls")),
    path("", include("tizim.web.desk.same.urls")),
    path("moment/", entrance.moment, name="moment"),
    path("language/", entrance.language, name="language"),
    path("lock/", entrance.lock_screen, name="lock"),
    path("lock/now/", entrance.lock_now, name="lock_now"),
    path("start/<str:token>/", entrance.start, name="start"),
    path("words/", words.words, name="words"),
    path("words/<slug:name>/", words.one_table, name="table"),
    path("laws/<slug:code>/", words.one_book, name="book"),
    path("entries/", entries.entries, name="entries"),
    path("entries/<str:entry_id>/", entries.entry, name="entry"),
    path("team/", team.team, name="team"),
    path("team/invite/", team.invite, name="team_invite"),
    path("team/everybody-out/", team.everybody_out, name="everybody_out"),
    path("team/looks/", team.looks, name="looks"),
    path("team/closed/", team.closed, name="closed"),
    path("team/closed/<int:number>/", team.closed_case, name="closed_case"),
    path("team/<int:number>/", team.member, name="member"),
    path("team/<int:number>/way-back/", team.way_back, name="way_back"),
    path("account/", own.account, name="account"),
    path("account/sessions/end/", own.end_sessions, name="end_sessions"),
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/second/", include("allauth.mfa.urls")),
]
handler400 = faults.bad
handler403 = faults.forbidden
handler404 = faults.missing
handler500 = faults.broken
