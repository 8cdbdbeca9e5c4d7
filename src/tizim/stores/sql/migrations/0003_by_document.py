"""What belongs to one document, and what corrects an entry, is found without reading all."""

from typing import ClassVar

from django.db import migrations, models

_CORRECTED = models.Q(("corrects__isnull", False))


class Migration(migrations.Migration):
    """Six indexes."""

    dependencies: ClassVar = [("register", "0002_parts_of_documents")]

    operations: ClassVar = [
        migrations.AddIndex(
            "document",
            models.Index(condition=_CORRECTED, fields=["corrects"], name="register_document_corrected"),
        ),
        migrations.AddIndex("claim", models.Index(fields=["document_id"], name="register_claim_of_document")),
        migrations.AddIndex(
            "claim", models.Index(condition=_CORRECTED, fields=["corrects"], name="register_claim_corrected")
        ),
        migrations.AddIndex("review", models.Index(fields=["claim_id"], name="register_review_of_claim")),
        migrations.AddIndex(
            "publishedfigure", models.Index(fields=["document_id"], name="register_figure_of_document")
        ),
        migrations.AddIndex(
            "withdrawal",
            models.Index(condition=_CORRECTED, fields=["corrects"], name="register_withdrawal_of"),
        ),
    ]
