"""What would a new file change: which answers or rows, and which headline figures from what to what?"""
