"""Has it happened?"""
