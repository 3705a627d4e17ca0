"""Which claims an account tells."""
