"""A draft looked through by the editor's check; it enters no ledger and is sealed until it is thrown away.

What was handed in and what was found lie in the desk's own table, encrypted once more with the desk's seal;
only whoever handed it in sees them, and an hour later they are gone.
"""

import base64
import io
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import orjson
from cryptography.fernet import InvalidToken
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from tizim import TizimError
from tizim.audits import Draft, Finding, audit_together
from tizim.claims import Claim, standing_claims
from tizim.documents import Extractor, RefusedError
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, seal
from tizim.web.desk.sight import Sight
from tizim.web.desk.working import WORKS, Asked, Step, Steps, ask

KIND = "draft"
KEPT = timedelta(hours=1)
_KINDS = ("document", "claim", "review", "withdrawal")


def ask_to_check(text: str, file: UploadedFile | None, said: Mapping[str, Any], by: Account) -> Job:
    """Asks for a draft to be looked through: what was typed, or a file; ``said`` is its day and the like."""
    throw_away_old()
    given: dict[str, Any] = {**said, "text": text}
    if file is not None:
        given |= {"file": file.name, "bytes": base64.b64encode(file.read()).decode()}
    return ask(KIND, {"sealed": _sealed(given)}, by)


def check(asked: Asked) -> Steps:
    """The text taken out of the file, looked through, and compared with the register if that is asked."""
    given = opened_again(asked.what["sealed"])
    yield Step(0, 3)
    text = _text(given)
    yield Step(1, 3)
    claims = _claims(asked) if given.get("compared") else None
    found = audit_together([Draft(text, date=given.get("date") or None)], claims=claims)
    yield Step(2, 3)
    told = {"text": text, "findings": [_flat(one) for one in found]}
    yield Step(3, 3, result={"sealed": _sealed(told)})


def found_in(job: Job) -> Mapping[str, Any] | None:
    """The text and what was found in it; None where it is thrown away, or not found yet."""
    sealed = job.result.get("sealed")
    return opened_again(sealed) if sealed else None


def throw_away(job: Job) -> None:
    """Nothing is left of the draft, nor of what was found."""
    Job.objects.filter(pk=job.pk, kind=KIND).delete()


def throw_away_old() -> None:
    """The same of drafts that nobody threw away in time."""
    Job.objects.filter(kind=KIND, asked_at__lt=timezone.now() - KEPT).delete()


def opened_again(sealed: str) -> Mapping[str, Any]:
    """What was sealed; TizimError where it was not sealed here."""
    try:
        found: Mapping[str, Any] = orjson.loads(seal().decrypt(sealed.encode()))
    except InvalidToken:
        raise TizimError("The draft cannot be opened here.") from None
    return found


def _sealed(what: Mapping[str, Any]) -> str:
    return seal().encrypt(orjson.dumps(what)).decode()


def _text(given: Mapping[str, Any]) -> str:
    if "bytes" not in given:
        return str(given["text"])
    content = base64.b64decode(given["bytes"])
    try:
        with Extractor() as extractor:
            found = extractor.extract(io.BytesIO(content), file_name=given["file"], size=len(content))
    except RefusedError as refusal:
        raise TizimError(f"The file {refusal.what}") from None
    return str(found.text)


def _claims(asked: Asked) -> list[Claim]:
    """The standing claims that whoever asks may read."""
    account = Account.objects.filter(username=asked.by).first()
    closed = Sight(account).closed if account else frozenset[str]()
    known = standing_claims(register().ledger.known_at(kinds=_KINDS))
    return [one for one in known if one.document_id not in closed]


def _flat(one: Finding) -> dict[str, Any]:
    languages = ("en", "ru", "kk")
    return {
        "kind": one.kind,
        "severity": one.severity,
        "places": [(each.start, each.end) for each in one.places],
        "message": {code: one.message(code) for code in languages},
        "advice": {code: one.suggestion(code) or "" for code in languages},
    }


WORKS[KIND] = check
