"""Published figures at the desk: each beside what the register counts, as known now and as known then."""
