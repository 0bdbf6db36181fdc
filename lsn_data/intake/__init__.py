"""How does a spreadsheet become tidy rows, with nothing lost without a word?"""
