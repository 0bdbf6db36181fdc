"""Which themes come first for the members?"""

from lsn_data.board import Pick
from lsn_data.ui import data, filters, messages, show
from lsn_data.ui.reader import language

say = language()
waves = data.survey_waves()
if waves:
    view = filters.survey_view(waves)
    first = "segments" if view.compares else "priorities"
    show.main_exhibit(Pick.of(first, **view.filters), say, lambda: filters.bar(view, waves, say), view)
    if not view.compares:
        show.supporting_exhibit(Pick.of("distribution", **view.filters), say)
    if view.by is None:
        show.supporting_exhibit(Pick.of("return-rate", wave=view.wave.wave), say)
else:
    messages.no_survey(say("Here you will see which themes come first for the members."), say)
