-- One text for H2 and PostgreSQL 15+ (docs/adr/0002). Keys are made by the client, so that every write can be
-- repeated; timestamps of the queue come from the database clock; JSON is canonical (RFC 8785) in varchar.

create table lane (
  lane_id      int primary key,
  pack_id      varchar(60) not null,
  jurisdiction varchar(40) not null,
  rule         varchar(60) not null,
  title        varchar(140) not null,
  severity     varchar(2)  not null,
  position     int not null,
  constraint lane_uq unique (pack_id, jurisdiction, rule)
);

create table principal (
  principal_id uuid primary key,
  pseudonym    varchar(20) not null,
  app_role     varchar(12) not null,
  active       boolean default true not null,
  constraint principal_pseudonym_uq unique (pseudonym)
);

create table image_blob (
  sha256     bytea primary key,
  byte_len   bigint not null,
  media_type varchar(60) not null,
  width      int not null,
  height     int not null,
  pdq        varchar(64),
  pdq_quality int,
  cluster_id bytea,
  pdq_number bigint,
  erased_at  timestamp with time zone
);
create index image_blob_cluster_ix on image_blob (cluster_id);
create unique index image_blob_pdq_number_ix on image_blob (pdq_number);

-- One row: numbers usable hashes in the order in which they are committed, for whoever locks it.
create table hash_order (
  only_row    smallint primary key,
  next_number bigint not null,
  constraint hash_order_ck check (only_row = 1)
);
insert into hash_order (only_row, next_number) values (1, 1);

create table item (
  item_id     uuid primary key,
  source      varchar(60)  not null,
  external_id varchar(200) not null,
  sha256      bytea not null references image_blob,
  flagged_at  timestamp with time zone not null,
  received_at timestamp with time zone default current_timestamp not null,
  uploader    varchar(200),
  facts_json  varchar(100000) not null,
  provenance_json varchar(200000) not null,
  state       smallint default 0 not null,
  constraint item_intake_uq unique (source, external_id),
  constraint item_state_ck check (state in (0, 9))
);
create index item_sha256_ix on item (sha256);
create index item_state_ix on item (state, received_at);

create table score (
  item_id   uuid not null references item,
  model_id  varchar(80) not null,
  model_ver varchar(40) not null,
  label     varchar(60) not null,
  score     double precision not null,
  threshold double precision not null,
  primary key (item_id, model_id, model_ver, label)
);

create table policy_pack (
  pack_id    varchar(60) not null,
  version    varchar(40) not null,
  sha256     bytea not null,
  body       varchar(1000000) not null,
  added_at   timestamp with time zone default current_timestamp not null,
  primary key (pack_id, version, sha256)
);

create table policy_decision (
  item_id       uuid primary key references item,
  decision_json varchar(100000) not null,
  decided_at    timestamp with time zone default current_timestamp not null
);

create table review_task (
  task_id     uuid primary key,
  item_id     uuid not null,
  round       smallint not null,
  lane_id     int not null,
  state       smallint default 0 not null,
  priority    int not null,
  lease_epoch bigint default 0 not null,
  lease_owner uuid,
  lease_until timestamp with time zone,
  not_by_1    uuid,
  not_by_2    uuid,
  filed_by    uuid,
  queued_at   timestamp with time zone default current_timestamp not null,
  constraint review_task_uq unique (item_id, round),
  constraint review_task_state_ck check (state between 0 and 3)
);
create index review_task_claim_ix on review_task (lane_id, state, priority, task_id);
create index review_task_age_ix on review_task (lane_id, state, queued_at);
create index review_task_lease_ix on review_task (state, lease_until);
create index review_task_filed_ix on review_task (filed_by);

create table verdict_event (
  verdict_id  uuid primary key,
  task_id     uuid not null,
  item_id     uuid not null,
  round       smallint not null,
  revision    int not null,
  kind        varchar(12) not null,
  reviewer_id uuid not null,
  lease_epoch bigint not null,
  label       varchar(60),
  action      varchar(40),
  finding_json varchar(20000),
  reason      varchar(200),
  pack_id     varchar(60) not null,
  pack_version varchar(40) not null,
  pack_sha256 bytea not null,
  shown_json  varchar(40000) not null,
  shown_hash  bytea not null,
  client_at   timestamp with time zone not null,
  recorded_at timestamp with time zone default current_timestamp not null,
  constraint verdict_event_uq unique (task_id, round, revision)
);
create index verdict_event_item_ix on verdict_event (item_id);
create index verdict_event_reviewer_ix on verdict_event (reviewer_id, client_at);

create table verdict_late (
  verdict_id  uuid primary key,
  task_id     uuid not null,
  item_id     uuid not null,
  reviewer_id uuid not null,
  lease_epoch bigint not null,
  body_json   varchar(70000) not null,
  recorded_at timestamp with time zone default current_timestamp not null
);
create index verdict_late_item_ix on verdict_late (item_id);

create table audit_writer (
  writer_id uuid primary key,
  name      varchar(40) not null,
  next_seq  bigint not null,
  head_hash bytea not null
);

create table audit_entry (
  writer_id   uuid   not null,
  writer_seq  bigint not null,
  at_client   timestamp with time zone not null,
  recorded_at timestamp with time zone default current_timestamp not null,
  kind        varchar(40) not null,
  subject     uuid,
  body_json   varchar(40000) not null,
  prev_hash   bytea not null,
  leaf_hash   bytea not null,
  primary key (writer_id, writer_seq)
);
create index audit_entry_subject_ix on audit_entry (subject);

create table intake_refusal (
  place      varchar(1000) not null,
  reason     varchar(1000) not null,
  refused_at timestamp with time zone default current_timestamp not null,
  primary key (place)
);

create table model_version (
  model_id   varchar(80) not null,
  version    varchar(40) not null,
  stage      varchar(12) not null,
  sha256     bytea not null,
  parent     varchar(121),
  dataset_sha256 bytea,
  thresholds_json varchar(20000) not null,
  card_json  varchar(100000) not null,
  added_at   timestamp with time zone not null,
  promoted_no int not null,
  primary key (model_id, version)
);

create table embedding (
  sha256      bytea not null,
  backbone_id bytea not null,
  vector      bytea not null,
  primary key (sha256, backbone_id)
);
