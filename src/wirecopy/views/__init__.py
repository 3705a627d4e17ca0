"""The account for readers: views only read."""
