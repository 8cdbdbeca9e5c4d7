"""The ledger in SQL: one table a kind of entry, the chain of links, triggers that refuse every change."""
