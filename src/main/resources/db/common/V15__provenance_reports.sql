-- What was found out about where an item comes from, each time that was looked at. item.provenance_json is the last of these.
create table provenance_report (
  report_id   uuid primary key,
  item_id     uuid not null references item,
  body_sha256 bytea not null,                 -- what a verdict carries of the report it was made on
  body        varchar(200000) not null,       -- canonical JSON
  validator   varchar(100),
  trust_list  varchar(64),                    -- SHA-256 of the file; null: none was set
  detectors   varchar(2000) not null,         -- name@version, one after the other
  checked_at  timestamp with time zone not null,
  recorded_at timestamp with time zone default current_timestamp not null
);
create index provenance_report_item_ix on provenance_report (item_id, checked_at);
