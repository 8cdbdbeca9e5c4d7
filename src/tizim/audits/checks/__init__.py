"""The checks of a text: one module a matter, each a function from a draft to findings."""
