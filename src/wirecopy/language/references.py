from wirecopy.model import Mention, Report
def resolve(report: Report, doc, mentions) -> tuple[Mention, ...]:
    return mentions
