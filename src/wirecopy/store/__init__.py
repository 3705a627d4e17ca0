"""The account's file: one SQLite database, which knows the model and nothing else."""
