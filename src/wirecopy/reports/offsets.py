"""Positions of a report's clean text in its document, and back."""
def original(report, span):
    return span.start, span.end
