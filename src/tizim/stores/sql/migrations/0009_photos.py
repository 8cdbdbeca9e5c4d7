"""A decision on a person names the photo that may leave."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns more; the guards of the table stand as they are."""

    dependencies: ClassVar = [("register", "0008_corrected")]

    operations: ClassVar = [
        migrations.AddField("clearance", name, models.TextField(null=True)) for name in ("photo", "photo_sha256")
    ]
