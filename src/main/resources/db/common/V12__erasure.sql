-- What was erased and why, what must not be, and which decision sets carried it. An erased item stays as its id alone.

alter table item alter column sha256 drop not null;
alter table item drop constraint item_state_ck;
alter table item add constraint item_state_ck check (state in (0, 8, 9));            -- 8: its picture was erased
alter table item add constraint item_picture_ck check (sha256 is not null or state = 8);

-- The tombstones. An item has one for each time that something of it was erased.
create table erasure (
  erasure_id uuid primary key,
  item_id    uuid not null,
  parts      varchar(40) not null,           -- of 'picture text notes'
  cause      varchar(12) not null,           -- REQUEST, RETENTION
  reason     varchar(60) not null,           -- codes, never words about anybody
  basis      varchar(60) not null,
  erased_by  uuid not null,
  erased_at  timestamp with time zone not null
);
create index erasure_item_ix on erasure (item_id);

-- Pictures whose key is gone and whose bytes are yet to be deleted.
create table erased_picture (
  sha256 bytea primary key
);

create table legal_hold (
  hold_id   uuid primary key,
  item_id   uuid not null,
  reference varchar(60) not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_at timestamp with time zone
);
create index legal_hold_item_ix on legal_hold (item_id);

-- Decision sets that were written, and each of their items with the name it left under.
create table decision_set (
  set_id     uuid primary key,
  manifest   bytea not null,
  folder     varchar(1000) not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
create table decision_set_item (
  set_id  uuid not null references decision_set,
  item_id uuid not null,
  name    varchar(32) not null,
  primary key (set_id, item_id)
);
create index decision_set_item_ix on decision_set_item (item_id);
