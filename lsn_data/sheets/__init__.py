"""What must each spreadsheet hold? Declared once here; checks, templates and labels are made from it."""
