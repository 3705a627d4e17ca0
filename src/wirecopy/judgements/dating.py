def published(report, expressions, hint=None):
    return report.published
