"""The finders of relations, one module a matter: each yields the relations of one kind of wording."""
