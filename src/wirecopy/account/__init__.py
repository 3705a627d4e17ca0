"""Claims and judgements → the account: entries that count origins, not reports."""
