-- Decision sets follow one another: a name with a number, the set before, what was asked for, and what each item was in it.

alter table decision_set add column name varchar(40);
alter table decision_set add column version int;
alter table decision_set add column parent uuid;                              -- the set it follows
alter table decision_set add column delta boolean default false not null;     -- holds only what its parent lacks
alter table decision_set add column ordered varchar(20000);                   -- what was asked for, as JSON
alter table decision_set add constraint decision_set_version_ck check ((name is null) = (version is null));
create unique index decision_set_version_ix on decision_set (name, version);
create index decision_set_manifest_ix on decision_set (manifest);

alter table decision_set_item add column label varchar(100);
alter table decision_set_item add column digest varchar(64);                  -- of the row, under a key that stays at the desk
alter table decision_set_item add column gone varchar(8);                     -- removed or erased: a delta takes it away
alter table decision_set_item add constraint decision_set_item_gone_ck check (gone in ('removed', 'erased'));

-- Sets that wait for a second lead's signature. A request and its answer are added once and never changed.
create table set_request (
  request_id uuid primary key,
  name       varchar(40),
  ordered    varchar(20000) not null,
  asked_by   uuid not null,
  asked_at   timestamp with time zone not null
);
create table set_answer (
  request_id uuid primary key references set_request,
  approved   boolean not null,
  signed_by  uuid not null,
  signed_at  timestamp with time zone not null
);
alter table decision_set add column request uuid references set_request;
create unique index decision_set_request_ix on decision_set (request);        -- one signature, one set
