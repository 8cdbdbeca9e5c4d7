"""Invented reports with what is in them: for developing readers, and ``apart`` only for their totals."""
