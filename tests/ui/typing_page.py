"""A page with nothing but sections to type into, for the tests: KPIs, measures, any other register."""

from lsn_data.ui import editing, editing_kpi, editing_measures, frame, messages

say = frame.begin()
with messages.calm(say):
    editing_kpi.values(say, ["members"])
    editing_kpi.targets(say, ["members", "premium-members"])
    editing_measures.measures(say, lambda row: row["theme"] == "region")
    editing.editor("partnerships", say)
