"""What do the registers say: members, projects, measures, SWOT, KPI values?"""
