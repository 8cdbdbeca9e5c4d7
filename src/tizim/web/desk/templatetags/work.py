"""Long work in words, for templates."""

from django import template

from tizim.web.desk.works import told

register = template.Library()
register.filter("work_title", told.title)
register.filter("work_fate", told.fate)
register.filter("work_what", told.what)
register.filter("work_hint", told.hint)
register.filter("work_pace", told.pace)
