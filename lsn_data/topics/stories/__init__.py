"""What came of the work where no number tells it? Success stories in their three parts."""
