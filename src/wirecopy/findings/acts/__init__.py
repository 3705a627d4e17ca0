"""Which words name an act, and the clause that they stand in."""
