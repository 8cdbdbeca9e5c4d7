"""Documents say in which document they came, and where what no output shows lies in the vault."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns more for documents."""

    dependencies: ClassVar = [("register", "0001_tables")]

    operations: ClassVar = [
        migrations.AddField("document", "part_of", models.TextField(null=True)),
        migrations.AddField("document", "locator", models.TextField(null=True)),
        migrations.AddField("document", "protected_sha256", models.TextField(null=True)),
    ]
