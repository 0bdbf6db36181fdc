"""Which themes come first for the members?"""

from lsn_data.ui import data, filters, messages, ranking
from lsn_data.ui.reader import language

say = language()
waves = data.survey_waves()
if waves:
    ranking.page(filters.survey_view(waves), waves, say)
else:
    messages.no_survey(say("Here you will see which themes come first for the members."), say)
