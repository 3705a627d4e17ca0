from wirecopy.model import Mention, Report
def mentions(report: Report, doc) -> tuple[Mention, ...]:
    return ()
