-- Four eyes on thresholds: a pack with another threshold is asked for by one lead and signed by a second before anybody puts it in force. A request
-- and its answer are added once and never changed.
create table pack_request (
  request_id  uuid primary key,
  pack_id     varchar(100) not null,
  version     varchar(100) not null,
  sha256      bytea not null,                  -- of the text that is signed
  body        varchar(1000000) not null,
  based_on    bytea not null,                  -- SHA-256 of the pack it changes
  model       varchar(130) not null,
  model_label varchar(120) not null,
  threshold_was double precision not null,
  threshold   double precision not null,
  asked_by    uuid not null,
  asked_at    timestamp with time zone not null
);
create index pack_request_sha256_ix on pack_request (sha256);
create table pack_answer (
  request_id uuid primary key references pack_request,
  approved   boolean not null,
  signed_by  uuid not null,
  signed_at  timestamp with time zone not null
);
