"""The files as they came, each encrypted on its own (age), under names that tell nothing."""

from tizim.stores.vault.age import AgeVault

__all__ = ["AgeVault"]
