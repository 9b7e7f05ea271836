-- Golden items: decided items whose answer a lead stands for, mixed into the stream to see how well the team finds it. docs/adr/0041.

create table golden_item (
  golden_id    uuid primary key,
  item_id      uuid not null references item,
  label        varchar(60) not null,          -- the known answer
  positive     smallint not null,             -- 1: it breaks a rule; 0: it is harmless
  why          varchar(500) not null,         -- what reviewers are told once they have answered
  pack_id      varchar(60) not null,          -- whose words the answer is in
  pack_version varchar(40) not null,
  pack_sha256  bytea not null,
  marked_by    uuid not null,
  marked_at    timestamp with time zone not null,
  retired_by   uuid,
  retired_at   timestamp with time zone,
  constraint golden_item_positive_ck check (positive in (0, 1))
);
create index golden_item_item_ix on golden_item (item_id);

-- What reviewers are given in its place: an item like any other, with an id of its own. Nothing that is found on it counts.
create table stand_in (
  item_id   uuid primary key references item,
  golden_id uuid not null references golden_item,
  dealt_at  timestamp with time zone not null
);
create index stand_in_golden_ix on stand_in (golden_id);

-- How far the quality stream has looked, and what its draws depend on.
create table quality_mark (
  name    varchar(80) primary key,
  content varchar(200) not null
);
