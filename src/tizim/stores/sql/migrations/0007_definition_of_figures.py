"""A published figure says by which definition it counts."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column more."""

    dependencies: ClassVar = [("register", "0006_alleged_organisation")]

    operations: ClassVar = [
        migrations.AddField("publishedfigure", "definition", models.TextField(null=True)),
    ]
