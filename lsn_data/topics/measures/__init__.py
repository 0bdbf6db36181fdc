"""Which measures carry the strategy, what are they worth beside one another, and shall a new one join them?"""
