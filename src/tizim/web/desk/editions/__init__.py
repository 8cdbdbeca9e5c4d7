"""Frozen lists at the desk: what each says, who joined and left, who let it out, what was wrong."""
