"""Invented reports with what is in them: ``seen`` for developing readers, ``held`` only for their totals."""
