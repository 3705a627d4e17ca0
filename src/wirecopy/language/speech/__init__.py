"""Who is quoted as saying what."""
