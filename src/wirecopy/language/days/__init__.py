"""Which day the narrative of a report is on."""
