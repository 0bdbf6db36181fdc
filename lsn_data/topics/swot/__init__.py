"""Which strengths, weaknesses, opportunities and risks weigh most, and which of them does a measure answer?"""
