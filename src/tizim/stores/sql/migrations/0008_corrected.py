"""What corrects an entry of any kind is found without reading all."""

from typing import ClassVar

from django.db import migrations, models

_CORRECTED = models.Q(("corrects__isnull", False))
_KINDS = (
    "source",
    "passage",
    "review",
    "published_figure",
    "judgement",
    "determination",
    "recognition",
    "intervention",
    "response",
    "clearance",
    "list_edition",
    "approval",
    "erratum",
)


class Migration(migrations.Migration):
    """An index for each of these kinds."""

    dependencies: ClassVar = [("register", "0007_definition_of_figures")]

    operations: ClassVar = [
        migrations.AddIndex(
            kind.replace("_", ""),
            models.Index(condition=_CORRECTED, fields=["corrects"], name=f"corrected_{kind}"),
        )
        for kind in _KINDS
    ]
