"""How does each KPI of the strategy develop, will it reach its target, and since when do we know?"""
