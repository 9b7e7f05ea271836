-- What a vendor's answer said beside the calibrated score: empty for models of one's own and scores that came with an item.
alter table score alter column label set data type varchar(120);
alter table score add column head varchar(120);          -- which part of the vendor's model: a parent category, a top-level field
alter table score add column raw double precision;       -- on the vendor's own scale
alter table score add column concept_map varchar(120);   -- id@version of the map of concepts that it was calibrated by

-- Maps of vendors' concepts to the policy's labels. A row is added once and never changed; the newest is in force.
create table concept_map (
  since   timestamp with time zone not null,
  map_id  varchar(60) not null,
  version varchar(40) not null,
  sha256  bytea not null,
  body    varchar(1000000) not null,
  put_by  uuid not null,
  primary key (since, sha256)
);
