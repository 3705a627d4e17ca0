"""The account in other programs' formats, one file a format; each writes to a path."""
