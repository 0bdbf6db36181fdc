"""What do the registers of members, partnerships and services hold?"""

from __future__ import annotations

from lsn_data.sheets.choices import KINDS, MEMBERSHIPS, PARTNER_FIELDS, SECTORS, SIZES, STATES
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers.shared import NOTE, THEME

MEMBERS = Sheet(
    kind="members",
    en="Members",
    de="Mitglieder",
    about=("One row a member organisation.", "Eine Zeile je Mitgliedsorganisation."),
    key=("member",),
    fields=(
        Field(
            name="member",
            en="Member",
            de="Mitglied",
            required=True,
            example="Nordlicht Diagnostics GmbH",
            also=("organisation", "firma", "company", "name der organisation", "mitgliedsorganisation"),
            help=("the organisation's name; no persons", "Name der Organisation; keine Personen"),
        ),
        Field(name="sector", en="Sector", de="Branche", holds="choice", choices=SECTORS, example="medtech"),
        Field(
            name="size",
            en="Size",
            de="Größe",
            holds="choice",
            choices=SIZES,
            example="10-49",
            also=("größenklasse", "employees", "mitarbeitende"),
        ),
        Field(name="state", en="State", de="Land", holds="choice", choices=STATES, example="HH", also=("bundesland",)),
        Field(
            name="kind",
            en="Kind of organisation",
            de="Art der Organisation",
            holds="choice",
            choices=KINDS,
            example="company",
        ),
        Field(
            name="membership",
            en="Membership",
            de="Mitgliedschaft",
            holds="choice",
            choices=MEMBERSHIPS,
            example="full",
            also=("mitgliedsart",),
        ),
        Field(
            name="premium",
            en="Premium",
            de="Premium",
            holds="yes",
            example="yes",
            also=("premiummitglied", "premium member"),
        ),
        Field(
            name="joined",
            en="Joined",
            de="Beigetreten",
            holds="when",
            example="2019-04-01",
            also=("eintritt", "beitritt", "mitglied seit"),
        ),
        Field(name="left", en="Left", de="Ausgetreten", holds="when", also=("austritt", "ausgeschieden")),
    ),
)

PARTNERSHIPS = Sheet(
    kind="partnerships",
    en="Partnerships",
    de="Partnerschaften",
    about=(
        "One row a partnership with another cluster, institution or company.",
        "Eine Zeile je Partnerschaft mit einem Cluster, einer Einrichtung oder einem Unternehmen.",
    ),
    key=("partner",),
    fields=(
        Field(name="partner", en="Partner", de="Partner", required=True, example="Medicon Valley Alliance"),
        Field(name="country", en="Country", de="Staat", example="DK", also=("land",)),
        Field(name="field", en="Field", de="Bereich", holds="choice", choices=PARTNER_FIELDS, example="business"),
        Field(name="since", en="Since", de="Seit", holds="when", example="2021-05"),
        Field(name="until", en="Until", de="Bis", holds="when"),
        NOTE,
    ),
)

SERVICES = Sheet(
    kind="services",
    en="Services",
    de="Angebote",
    about=(
        "One row a service and period: how many used it.",
        "Eine Zeile je Angebot und Zeitraum: Wie viele haben es genutzt?",
    ),
    key=("service", "period"),
    fields=(
        Field(
            name="service",
            en="Service",
            de="Angebot",
            required=True,
            example="Funding advice",
            example_de="Fördermittelberatung",
        ),
        THEME,
        Field(name="period", en="Period", de="Zeitraum", holds="when", example="2025"),
        Field(name="users", en="Users", de="Nutzende", holds="number", example="42", also=("nutzer", "teilnehmende")),
    ),
)
