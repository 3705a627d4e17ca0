"""Who is named, described or meant in a report."""
