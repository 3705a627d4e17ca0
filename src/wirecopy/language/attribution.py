def attributed(passage, notes):
    return passage
