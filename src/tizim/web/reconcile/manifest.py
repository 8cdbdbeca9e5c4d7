"""What the service says of itself."""

from typing import Any

from tizim import __version__
from tizim.web.reconcile.candidates import types
from tizim.web.reconcile.properties import PROPERTIES
from tizim.web.reconcile.queries import MOST_QUERIES

WIDTH, HEIGHT = 420, 280


def manifest(base: str) -> dict[str, Any]:
    """The manifest of a service that is reached at the address ``base``, as version 0.2 asks for it.

    No data extension: a table of what the register knows about matched people would be an export, and
    exports are made elsewhere, by decision.
    """
    return {
        "versions": ["0.2"],
        "name": "tizim",
        "identifierSpace": "urn:tizim:person:",
        "schemaSpace": "https://schema.org/Person",
        "serviceVersion": __version__,
        "defaultTypes": types(),
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{base}/view/{{{{id}}}}"},
        "preview": {"url": f"{base}/preview/{{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            "entity": {"service_url": base, "service_path": "/suggest/entity"},
            "property": {"service_url": base, "service_path": "/suggest/property"},
        },
    }


def properties(prefix: str, language: str) -> list[dict[str, str]]:
    """The properties whose id or name begins so."""
    wanted = prefix.strip().casefold()
    named = [(one.id, one.names.get(language, one.names["en"])) for one in PROPERTIES]
    return [
        {"id": code, "name": name}
        for code, name in named
        if code.startswith(wanted) or name.casefold().startswith(wanted)
    ]
