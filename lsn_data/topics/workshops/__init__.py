"""What was said in the workshops, and does what we do answer it?"""
