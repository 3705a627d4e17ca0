"""Who does an act and to whom, where its words stand and by what they are called; and where."""
