"""The settings of Django with nothing but this app: for migrations, and for making them.

``django-admin makemigrations register --settings tizim.stores.sql.bare_settings``
"""

INSTALLED_APPS = ["tizim.stores.sql"]
USE_TZ = True
LOGGING_CONFIG = None
