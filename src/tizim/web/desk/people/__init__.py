"""Finding people and telling of one: what the screens ``people`` and ``person`` show."""
