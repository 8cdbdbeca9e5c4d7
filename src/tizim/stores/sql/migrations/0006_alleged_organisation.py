"""Claims say which organisation the authorities allege."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column more; the guards of the table stand as they are."""

    dependencies: ClassVar = [("register", "0005_editions")]

    operations: ClassVar = [migrations.AddField("claim", "alleged_organisation", models.TextField(null=True))]
