"""How the languages write days and numbers."""
