"""Who answered, how satisfied are the members, and what else did they say?"""

from lsn_data.ui import data, questionnaire_filters, questionnaire_sections, show
from lsn_data.ui.filters import View
from lsn_data.ui.reader import language

say = language()
waves = data.survey_waves()
if waves:
    view = questionnaire_filters.chosen(waves)
    show.main_exhibit(
        view.pick("survey"), say, lambda: questionnaire_filters.bar(view, waves, say), View(wave=view.wave)
    )
    show.supporting_exhibit(view.pick("representativeness"), say)
    questionnaire_sections.all_of(view, say)
else:
    questionnaire_sections.empty(say)
