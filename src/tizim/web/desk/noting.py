"""What is noted of looking: who opened a closed part or was refused, when; ids and never names."""

from django.http import HttpRequest

from tizim.web.desk.models import Look


def note(request: HttpRequest, what: str, about: str = "") -> None:
    """Keeps that this account did that."""
    account = request.user if request.user.is_authenticated else None
    view = request.resolver_match.view_name if request.resolver_match else ""
    Look.objects.create(account=account, what=what, about=about, view=view or "")
