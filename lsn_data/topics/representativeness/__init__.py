"""Who answered, who did not, and does the ranking hold when the answers are weighted by the members?"""
