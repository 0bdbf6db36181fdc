"""Which themes come first for the members, and how sure is that?"""
