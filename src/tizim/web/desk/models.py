"""What the desk keeps beside the ledger: accounts, sessions, what was typed, who looked at closed parts."""

from math import ceil
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WORKING_NAME = RegexValidator(
    r"^[a-z][a-z0-9-]{1,39}\Z", _("Small letters a–z, digits and hyphens, at least two; for example desk-2.")
)


class Accounts(BaseUserManager):
    """How accounts are made."""

    def create_user(self, username: str, password: str) -> "Account":
        """A new account, kept."""
        account = self.model(username=username)
        account.set_password(password)
        account.full_clean(exclude=["password"])
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser, PermissionsMixin):
    """Somebody who works here, under a working name that tells nobody who it is: no address, no name."""

    username = models.CharField(
        _("working name"), max_length=40, unique=True, validators=[WORKING_NAME],
        error_messages={"unique": _("That working name is taken.")},
    )  # fmt: skip
    language = models.CharField(_("language"), max_length=2, default="", blank=True)
    is_active = models.BooleanField(_("may come in"), default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """The actions that roles allow; see ``roles``."""

        default_permissions = ()
        permissions = (
            ("look", "see people, lists, documents that are not closed"),
            ("add", "add documents and have them read"),
            ("code", "decide proposals and write claims"),
            ("judge", "say whether two mentions are one person"),
            ("assess", "determine criteria, freeze lists"),
            ("lead", "accounts, roles, closed cases, sessions of others"),
            ("audit", "see the ledger as it was written, and who looked at what"),
        )


class Session(AbstractBaseSession):
    """A session: whose, last used when, locked or not. Neither address nor browser is kept.

    Whether it is locked, and when it was last used, stand beside its content: two requests at once must not
    bring back an unlocked session.
    """

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="sessions")
    seen_at = models.DateTimeField(default=timezone.now)
    locked = models.BooleanField(default=False)

    objects = BaseSessionManager()

    def save(self, **how: Any) -> None:
        """Keeps the content; the rest only when the session begins."""
        if how.get("force_update"):
            how.setdefault("update_fields", ("session_data", "expire_date", "account"))
        super().save(**how)

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that writes these rows."""
        from tizim.web.desk.sessions import SessionStore

        return SessionStore


class Look(models.Model):
    """Somebody looked at a closed part, or was refused a page."""

    account = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    what = models.CharField(max_length=40)
    view = models.CharField(max_length=80)
    about = models.CharField(max_length=80, blank=True)

    class Meta:
        """The latest first."""

        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-at", "-id"]


class Start(models.Model):
    """A way in that works once: for the first keeper of keys, or for somebody who was let in by one."""

    digest = models.CharField(max_length=64, unique=True)
    username = models.CharField(max_length=40, blank=True)
    roles = models.CharField(max_length=200)
    back = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Nobody is allowed anything about these but through the screens."""

        default_permissions = ()


class Job(models.Model):
    """Long work that was asked for: adding files, reading. A job whose worker died is taken up again.

    ``worker`` marks the taking that it belongs to now; ``takes`` counts them.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    kind = models.CharField(max_length=20)
    asked = models.JSONField(default=dict)
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL)
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    done = models.IntegerField(default=0)
    total = models.IntegerField(null=True)
    result = models.JSONField(default=dict)
    begun_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    to_stop = models.BooleanField(default=False)
    worker = models.CharField(max_length=40, blank=True)
    takes = models.IntegerField(default=0)

    noted = 0.0
    """When its worker noted it last, on the worker's own clock."""

    class Meta:
        """The latest first."""

        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-id"]

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in (self.State.DONE, self.State.STOPPED, self.State.FAILED)

    @property
    def pace(self) -> float:
        """Things done in a minute, since this taking began; 0 where that cannot be told yet."""
        if not (self.begun_at and self.beat_at and self.done):
            return 0.0
        seconds = (self.beat_at - self.begun_at).total_seconds()
        return 60 * self.done / seconds if seconds >= 1 else 0.0

    @property
    def minutes_left(self) -> int | None:
        """How many minutes it will take yet, rounded up, at the pace so far."""
        if self.state != self.State.RUNNING or not (self.pace and self.total) or self.done >= self.total:
            return None
        return max(1, ceil((self.total - self.done) / self.pace))


class Line(models.Model):
    """One thing of long work that people must see: a file, a row, what became of it and what to do."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="lines")
    where = models.CharField(max_length=500)
    fate = models.CharField(max_length=20)
    what = models.TextField(blank=True)
    hint = models.TextField(blank=True)
    about = models.CharField(max_length=40, blank=True)

    class Meta:
        """In the order told."""

        default_permissions = ()
        ordering: ClassVar[list[str]] = ["id"]
        indexes = (models.Index(fields=["job", "fate", "id"], name="desk_line_fate"),)


class ClosedCase(models.Model):
    """Documents that only named people may open: everybody else sees neither them nor what they tell."""

    label = models.CharField(_("label"), max_length=40, unique=True, validators=[WORKING_NAME])
    members = models.ManyToManyField(Account, related_name="closed_cases")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Changed by those who lead."""

        default_permissions = ()


class ClosedDocument(models.Model):
    """A document in a closed case."""

    case = models.ForeignKey(ClosedCase, on_delete=models.CASCADE, related_name="documents")
    document_id = models.CharField(max_length=40, db_index=True)

    class Meta:
        """Once in a case."""

        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("case", "document_id"), name="desk_closed_once"),)


class Draft(models.Model):
    """What somebody typed about a claim and has not sent yet: nothing of it lies in the browser."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="drafts")
    document_id = models.CharField(max_length=40)
    claim_id = models.CharField(max_length=40)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        """One for each claim and account."""

        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("account", "document_id", "claim_id"), name="desk_draft_once"),
        )


class Presence(models.Model):
    """Somebody has a document open now; rows are gone minutes after the page is closed."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    document_id = models.CharField(max_length=40, db_index=True)
    claim_id = models.CharField(max_length=40, blank=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        """One for each document and account."""

        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("account", "document_id"), name="desk_presence_once"),)
