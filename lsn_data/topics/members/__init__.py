"""Who are the members: how many, since when, of which kind, how long do they stay, and did they answer?"""
