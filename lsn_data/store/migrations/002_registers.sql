-- One table a register, one column a field of its declaration (lsn_data/sheets/registers); a test compares both.
-- Rows belong to an import and are never changed. `row` is the row in the spreadsheet.

create table register_members (
    import       text not null,
    "row"        integer not null,
    "member"     varchar,
    "sector"     varchar,
    "size"       varchar,
    "state"      varchar,
    "kind"       varchar,
    "membership" varchar,
    "premium"    boolean,
    "joined"     varchar,
    "left"       varchar
);

create table register_projects (
    import      text not null,
    "row"       integer not null,
    "project"   varchar,
    "title_en"  varchar,
    "title_de"  varchar,
    "start"     varchar,
    "end"       varchar,
    "role"      varchar,
    "partners"  varchar[],
    "countries" varchar[],
    "regions"   varchar[],
    "themes"    varchar[],
    "part_of"   varchar,
    "follows"   varchar,
    "status"    varchar,
    "source"    varchar,
    "note"      varchar
);

create table register_funding (
    import          text not null,
    "row"           integer not null,
    "project"       varchar,
    "programme"     varchar,
    "funder"        varchar,
    "amount"        double,
    "currency"      varchar,
    "institutional" boolean,
    "doubtful"      boolean,
    "note"          varchar
);

create table register_kpi (
    import          text not null,
    "row"           integer not null,
    "kpi"           varchar,
    "name_en"       varchar,
    "name_de"       varchar,
    "theme"         varchar,
    "level"         varchar,
    "unit"          varchar,
    "better"        varchar,
    "period"        varchar,
    "value"         double,
    "vintage"       varchar,
    "method"        varchar,
    "break"         boolean,
    "source"        varchar,
    "target"        double,
    "target_period" varchar,
    "target_set_by" varchar,
    "target_set_on" varchar
);

create table register_measures (
    import       text not null,
    "row"        integer not null,
    "strategy"   varchar,
    "measure"    varchar,
    "parent"     varchar,
    "title_en"   varchar,
    "title_de"   varchar,
    "theme"      varchar,
    "principles" varchar[],
    "status"     varchar,
    "owner"      varchar,
    "start"      varchar,
    "due"        varchar,
    "addresses"  varchar[],
    "source"     varchar
);

create table register_swot (
    import     text not null,
    "row"      integer not null,
    "id"       varchar,
    "quadrant" varchar,
    "text_en"  varchar,
    "text_de"  varchar,
    "themes"   varchar[],
    "evidence" varchar,
    "votes"    double,
    "voters"   double,
    "source"   varchar
);

create table register_workshops (
    import      text not null,
    "row"       integer not null,
    "workshop"  varchar,
    "date"      varchar,
    "theme"     varchar,
    "question"  varchar,
    "statement" varchar,
    "votes"     double
);

create table register_stories (
    import         text not null,
    "row"          integer not null,
    "story"        varchar,
    "date"         varchar,
    "title_en"     varchar,
    "title_de"     varchar,
    "problem"      varchar,
    "solution"     varchar,
    "contribution" varchar,
    "theme"        varchar,
    "project"      varchar,
    "kpi"          varchar
);

create table register_strategy (
    import      text not null,
    "row"       integer not null,
    "strategy"  varchar,
    "part"      varchar,
    "code"      varchar,
    "theme"     varchar,
    "principle" varchar,
    "order"     double,
    "name_en"   varchar,
    "name_de"   varchar,
    "text_en"   varchar,
    "text_de"   varchar,
    "source"    varchar
);

create table register_partnerships (
    import    text not null,
    "row"     integer not null,
    "partner" varchar,
    "country" varchar,
    "field"   varchar,
    "since"   varchar,
    "until"   varchar,
    "note"    varchar
);

create table register_services (
    import    text not null,
    "row"     integer not null,
    "service" varchar,
    "theme"   varchar,
    "period"  varchar,
    "users"   double
);

create table register_finance (
    import          text not null,
    "row"           integer not null,
    "period"        varchar,
    "source"        varchar,
    "institutional" boolean,
    "amount"        double,
    "currency"      varchar
);

create table register_peers (
    import         text not null,
    "row"          integer not null,
    "organisation" varchar,
    "country"      varchar,
    "measure"      varchar,
    "period"       varchar,
    "value"        double,
    "unit"         varchar,
    "source"       varchar
);

create table register_context (
    import    text not null,
    "row"     integer not null,
    "figure"  varchar,
    "name_en" varchar,
    "name_de" varchar,
    "period"  varchar,
    "value"   double,
    "unit"    varchar,
    "theme"   varchar,
    "source"  varchar
);
