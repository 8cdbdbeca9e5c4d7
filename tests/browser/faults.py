"""What axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe

FAULTS = {"resultTypes": ["violations"]}
"""Every rule is tried; what is in order is not listed element by element, which takes longer than the looking."""


def serious(page) -> list[str]:
    """What axe finds that keeps somebody from using the page."""
    found = Axe().run(page, options=FAULTS).response["violations"]
    return [
        f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
