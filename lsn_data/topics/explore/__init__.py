"""What stands in the registers, for whoever wants to look further than the pages do?"""
