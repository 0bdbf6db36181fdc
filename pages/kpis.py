"""Which KPIs reach their targets, and since when do we know?"""

from lsn_data.ui import kpis
from lsn_data.ui.reader import language

kpis.page(language())
