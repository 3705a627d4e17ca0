def directed(doc, expressions):
    return expressions
