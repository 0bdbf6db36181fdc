"""Where does the product start? `streamlit run app.py`: this file names the first script and guards the door.

No logic here. The pages do not stand beside the script that Streamlit runs (`lsn_data/ui/main.py`): they would be
reachable by a direct link that skips it.
"""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from lsn_data.settings import login_secrets
from lsn_data.ui.entrance import Entrance
from lsn_data.ui.guard import Guard
from lsn_data.ui.headers import SecurityHeaders, health
from lsn_data.ui.messages import unexpected
from lsn_data.ui.starting import alive, begin
from lsn_data.ui.unknown_links import UnknownLinks
from lsn_data.ui.wished import Wished

begin()
app = st.App(
    "lsn_data/ui/main.py",
    lifespan=alive,
    secrets=login_secrets(),  # the table [auth] of settings.toml: what st.login reads
    middleware=[Middleware(one) for one in (SecurityHeaders, Guard, Entrance, UnknownLinks, Wished)],
    routes=[Route("/healthz", health)],
    on_script_error=unexpected,
)
