"""Which pages are there, and what stands around them? Streamlit runs this script first, for every page and link."""

import streamlit as st

from lsn_data.ui import done, following, frame, gate, messages, showing, tour, unknown_links

say = frame.begin()
sections = {
    "": [st.Page("../../pages/overview.py", title=say("Overview"))],
    say("Members"): [
        st.Page("../../pages/priorities.py", title=say("Priorities")),
        st.Page("../../pages/survey.py", title=say("Survey")),
        st.Page("../../pages/members.py", title=say("Members")),
    ],
    say("Strategy"): [
        st.Page("../../pages/strategy.py", title=say("Strategy")),
        st.Page("../../pages/swot.py", title=say("SWOT")),
        st.Page("../../pages/measures.py", title=say("Measures")),
        st.Page("../../pages/kpis.py", title=say("KPIs")),
        st.Page("../../pages/projects.py", title=say("Projects")),
        st.Page("../../pages/workshops.py", title=say("Workshops")),
        st.Page("../../pages/peers.py", title=say("Comparison")),
    ],
    say("Data"): [
        st.Page("../../pages/upload.py", title=say("Upload")),
        st.Page("../../pages/explore.py", title=say("Explore")),
    ],
    say("Board"): [st.Page("../../pages/board_pack.py", title=say("Board pack"))],
    say("Operation"): [
        st.Page("../../pages/administration.py", title=say("Administration")),
        st.Page("../../pages/privacy.py", title=say("Privacy")),
    ],
}
start = st.Page(frame.start, default=True, visibility="hidden")
stage = st.Page("../../pages/present.py", title=say("Presentation"), visibility="hidden")
helping = st.Page("../../pages/help.py", title=say("Help"), visibility="hidden")
chosen = st.navigation(
    [start, stage, helping, *(page for pages in sections.values() for page in pages)], position="hidden"
)
if chosen != start:
    frame.titled(chosen)
with messages.drawn(), messages.calm(say):
    if gate.passed(say):
        if chosen == stage:
            showing.settle()
        elif chosen != start:
            frame.side_bar(sections, chosen.url_path, say)
            following.listen()
            unknown_links.say_so(say)
            done.turn_to(chosen.url_path)
            done.last(say)
            tour.show(chosen.url_path, say)
        chosen.run()
