"""Which projects run, for whom, with whose money, and what came of them?"""
