"""Pages used without a mouse."""

MOST = 120
HAS_THE_KEYS = "document.activeElement.matches('.card.open[data-known], #next-document')"
"""The reading desk listens to keys, and what they are for has the focus."""


def press_from_tab(page, wanted, key="Enter") -> None:
    """Goes to something by the tabulator alone, as one without a mouse must, and presses it."""
    target = wanted.first.element_handle()
    for _ in range(MOST):
        if page.evaluate("one => document.activeElement === one", target):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError("the tabulator does not lead there")
