"""What does whoever looks after the product see: are the data safe, and what can be done?"""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lsn_data import backups
from lsn_data.language import Language
from lsn_data.telling_backups import finding
from lsn_data.ui import backing_up, data, rights, who_did_what
from lsn_data.ui.messages import safe


def page(say: Language) -> None:
    """The state of the backups as the finding, then a section for each task; for others, which role it takes."""
    if why := rights.lacking(rights.WHOLE_PAGES["administration"], say):
        st.title(safe(say("This page is for the role Administration")), anchor=False)
        st.html(f"<p class='lsn-quiet'>{safe(why)}</p>")
        return
    found = backups.all_of(data.store())
    st.title(safe(finding(found, dt.datetime.now(), say)), anchor=False)
    backing_up.section(found, say)
    who_did_what.access(say)
    who_did_what.log(say)
