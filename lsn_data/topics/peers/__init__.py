"""How do other clusters compare: their strategies in the same frame, their size, their reach on social media?"""
