"""demo: an encrypted register of invented people, made, read and asked before your eyes."""

import typer


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="demo")(demo)


def demo(context: typer.Context) -> None:
    """Makes an encrypted demo register from the sample documents and answers a few questions with it."""
