"""What else did the members say: how satisfied are they, what do they use, what did they write?"""
