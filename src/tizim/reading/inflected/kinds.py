"""The kinds of penalties as the engine groups them."""

SENTENCES = frozenset({"imprisonment", "restriction_of_liberty", "suspended", "probation",
                       "community_service",
                       "correctional_labour", "life_imprisonment", "death_penalty",
                       "psychiatric_treatment"})  # fmt: skip
"""What a criminal court sentences to."""

WHOLE = frozenset({"life_imprisonment", "death_penalty", "community_service", "correctional_labour",
                   "deportation", "confiscation", "undertaking"})  # fmt: skip
"""What needs no length."""

ALONE = frozenset({"imprisonment", "restriction_of_liberty", "suspended", "administrative_arrest", "fine",
                   "probation", "house_arrest", "warning"})  # fmt: skip
"""What may stand without its length."""
