"""When what a text tells happened: its clauses with their days, what ties them, what cannot be."""
