"""SQLite with every page encrypted (SQLCipher): the connection, and Django's way to it (``base``)."""
