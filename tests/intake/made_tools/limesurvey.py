"""How does LimeSurvey write a survey? Rank columns with the item in the cell, headings as codes, text or both."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES, known_item
from tests.intake.made import as_xlsx
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

META = (
    ("id", "Response ID", "Antwort ID"),
    ("submitdate", "Date submitted", "Datum Abgeschickt"),
    ("lastpage", "Last page", "Letzte Seite"),
    ("startlanguage", "Start language", "Start-Sprache"),
    ("seed", "Seed", "Zufallsstartwert"),
    ("token", "Access code", "Zugangscode"),
    ("startdate", "Date started", "Datum gestartet"),
    ("datestamp", "Date last action", "Datum letzte Aktivität"),
    ("ipaddr", "IP address", "IP-Adresse"),
)
CODES = {"sector": "G01Q01", "size": "G01Q02", "state": "G01Q03", "kind": "G01Q05", "membership": "G01Q04"}


def _codes(of: Survey, last: int) -> list[str]:
    names: list[str] = []
    for one in ATTRIBUTES:
        names += [CODES[one.name]] + ([f"{CODES[one.name]}[other]"] if one.name == "sector" else [])
    names += [f"G02Q01[{n}]" for n in range(1, last + 1)]
    names += [f"G03Q01[SQ00{n}]" for n in range(1, 4)] + [f"G03Q02[SQ00{n}]" for n in range(1, len(SERVICES) + 1)]
    return [*names, "G04Q02"]


def _texts(of: Survey, last: int, cut: int = 0) -> list[str]:
    def short(text: str) -> str:
        return f"{text[:cut]}.. " if cut and len(text) > cut else text

    names: list[str] = []
    for one in ATTRIBUTES:
        names.append(short(of.ask(one.name)))
        if one.name == "sector":
            names.append(f"{names[-1]} [{of.said(('Other', 'Sonstiges'))}]")
    names += [f"{short(of.ask('ranking'))} [Rank {n}]" for n in range(1, last + 1)]
    names += [f"{short(of.ask('satisfaction'))} [{short(of.said(row))}]" for row in SATISFACTION]
    names += [f"{short(of.ask('services'))} [{short(of.said(row))}]" for row in SERVICES]
    return [*names, short(of.ask("comment"))]


def _meta(of: Survey, person: Person, form: str) -> Row:
    when = clock(person, form)
    submitted = "" if person.fate == "incomplete" else when
    return [
        person.number + 2, submitted, 2 if person.fate == "incomplete" else 5, ("en", "de")[of.tongue],
        281474 + person.number, person.token, when, when, person.ip,
    ]  # fmt: skip


def _text_cells(of: Survey, person: Person, last: int) -> Row:
    cells: Row = []
    for one in ATTRIBUTES:
        other = one.name == "sector" and person.attributes["sector"] == "other"
        cells.append(of.said(("Other", "Sonstiges")) if other else of.attribute(one.name, person))
        if one.name == "sector":
            cells.append(person.typed)
    cells += [*of.listed(person), *[""] * (last - len(person.order))]
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    cells += of.with_services_as(lambda n, used: of.said(("Yes", "Ja") if used else ("No", "Nein")), person)
    return [*cells, person.comment]


def _code_cells(of: Survey, person: Person, last: int) -> Row:
    cells: Row = []
    for one in ATTRIBUTES:
        number = of.number_of(one.name, person)
        other = one.name == "sector" and person.attributes["sector"] == "other"
        cells.append("-oth-" if other else f"A{number}" if number else "")
        if one.name == "sector":
            cells.append(person.typed)
    keys = list(of.items)
    cells += [*(f"A{keys.index(item) + 1}" for item in person.order), *[""] * (last - len(person.order))]
    cells += [str(n or "") for n in person.satisfaction]
    cells += of.with_services_as(lambda n, used: "Y" if used else "", person)
    return [*cells, person.comment]


def _export(
    of: Survey,
    headings: str,
    *,
    cells: str = "text",
    delimiter: str = ",",
    form: str = "2026-03-{day:02d} {hour:02d}:{minute:02d}:07",
    xlsx: bool = False,
    columns: int = 0,
    encoding: str = "utf-8-sig",
) -> Export:
    last = columns or len(of.items)
    codes, texts = [*(m[0] for m in META), *_codes(of, last)], [*(m[1 + of.tongue] for m in META), *_texts(of, last)]
    cut = [
        *(m[1 + of.tongue] if len(m[1 + of.tongue]) <= 15 else f"{m[1 + of.tongue][:15]}.. " for m in META),
        *_texts(of, last, cut=15),
    ]
    head = {
        "codes": codes,
        "text": texts,
        "short": cut,
        "both": [f"{c}. {t}" for c, t in zip(codes, texts, strict=True)],
    }[headings]
    written = _code_cells if cells == "codes" else _text_cells
    rows = [head, *([*_meta(of, p, form), *written(of, p, last)] for p in of.people)]
    if xlsx:
        title = "Mitgliederbefragung 2026 Life Science"[:31]
        data = as_xlsx((title, [[str(cell).replace("?", "-") for cell in rows[0]], *rows[1:]]))
    else:
        data = as_text(rows, delimiter, encoding, quoted=True, end="\r\n")
    return Export(f"results-survey451{'.xlsx' if xlsx else '.csv'}", data, of, "limesurvey", "places")


def _asked(made: Export, names: dict[str, str]) -> Export:
    of = made.of
    values = {
        names[one.name]: {f"A{n}": choice.code for n, choice in enumerate(one.choices, start=1)} for one in ATTRIBUTES
    }
    values[names["sector"]]["-oth-"] = "other"
    items = {f"A{n}": key if known_item(key) else label for n, (key, label) in enumerate(of.items.items(), start=1)}
    asks = {"items", *(f"values:{name}" for name in names.values())}
    return Export(made.file, made.data, of, made.tool, made.shape, frozenset(asks), {"items": items, "values": values})


def _in_codes(of: Survey) -> Export:
    return _asked(_export(of, "codes", cells="codes", delimiter=";"), CODES)


def _codes_under_text(of: Survey) -> Export:
    return _asked(_export(of, "text", cells="codes"), {name: of.ask(name) for name in CODES})


def _codes_under_both(of: Survey) -> Export:
    return _asked(_export(of, "both", cells="codes"), {name: f"{code}. {of.ask(name)}" for name, code in CODES.items()})


def _fewer_columns(of: Survey) -> Export:
    """Since 2026 there are only as many rank columns as the longest answer needs."""
    most = max(3, len(of.items) - 2)
    people = tuple(Person(**{**vars(p), "order": p.order[:most]}) for p in of.people)
    return _export(Survey(of.tongue, of.items, people), "text", columns=most)


def _saved_by_excel(of: Survey) -> Export:
    return _export(of, "text", delimiter=";", form="{day:02d}.03.26 {hour:02d}:{minute:02d}", encoding="cp1252")


def _date_withheld(of: Survey) -> Export:
    return _export(of, "text", form="1980-01-01 00:00:00")


def _rank_codes(of: Survey) -> Export:
    """Code headings of the 2026 form: `Q12_rank1`."""
    made = _export(of, "codes", cells="text")
    text = made.data.decode("utf-8-sig")
    for n in range(len(of.items), 0, -1):
        text = text.replace(f'"G02Q01[{n}]"', f'"Q12_rank{n}"')
    return Export(made.file, text.encode("utf-8-sig"), of, made.tool, made.shape)


VARIANTS = {
    "codes": _in_codes,
    "codes under full text": _codes_under_text,
    "codes under code and text": _codes_under_both,
    "code headings, full answers": lambda of: _export(of, "codes"),
    "full text": lambda of: _export(of, "text"),
    "full text, semicolon": lambda of: _export(of, "text", delimiter=";"),
    "code and text": lambda of: _export(of, "both"),
    "abbreviated": lambda of: _export(of, "short"),
    "fewer rank columns": _fewer_columns,
    "rank columns of 2026": _rank_codes,
    "saved again by a German Excel": _saved_by_excel,
    "date withheld": _date_withheld,
    "xlsx": lambda of: _export(of, "text", xlsx=True),
    "xlsx, code and text": lambda of: _export(of, "both", xlsx=True),
}
