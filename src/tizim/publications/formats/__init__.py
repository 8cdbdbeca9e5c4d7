"""The formats of a release: a module each, from what an edition says to the bytes of its files."""
