"""What Django keeps for each thread (language, zone, addresses), kept without a lock.

Django asks for the language at every word of a page, from a holder that all threads share under one lock:
code that awaits needs that. Nothing awaits here, and pages answered at once waited for that lock longer than
they worked. A thread's own holder gives each thread the same.
"""

import threading
from types import ModuleType

from django.urls import base
from django.utils import timezone
from django.utils.translation import trans_real

HOLDERS: tuple[tuple[ModuleType, str], ...] = (
    (trans_real, "_active"),
    (timezone, "_active"),
    (base, "_prefixes"),
    (base, "_urlconfs"),
)


def without_lock() -> None:
    """Puts holders of each thread's own in place of those; what this thread has said stays said."""
    for module, name in HOLDERS:
        held, own = getattr(module, name), threading.local()
        if not isinstance(held, threading.local):
            if hasattr(held, "value"):
                own.value = held.value
            setattr(module, name, own)
