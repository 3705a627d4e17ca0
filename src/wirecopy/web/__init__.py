"""The account as pages: served (`app`), or written as one file that needs no server (`copy`)."""
