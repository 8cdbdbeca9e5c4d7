"""See ``formats``."""
