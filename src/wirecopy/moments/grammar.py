def expressions(report):
    return ()
