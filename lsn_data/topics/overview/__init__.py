"""How does each theme stand: goal, place among the members, KPIs, measures, projects?"""
