"""How do registers come that nobody kept for us: out of a CRM, with the years across, as a cross table, in four boxes?

One small file a form. A form turns what stands in a sheet into a plain list (`lsn_data.intake.listed`), with every row
where it stood; from there on all registers are read alike. The cells' own writings (places, spans, amounts, head
counts) are read here too.
"""
