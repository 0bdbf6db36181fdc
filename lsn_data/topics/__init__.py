"""Which questions do people ask? One folder a question: queries.sql, compute.py (pure), exhibits.py."""
