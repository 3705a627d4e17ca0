"""Do two claims tell of one thing?"""
