-- Decisions that were drawn for a second look, with what a statistic has to weigh them by.
create table review_sample (
  verdict_id  uuid primary key,               -- the first decision
  item_id     uuid not null,
  task_id     uuid not null,                  -- the second look
  rule        varchar(20) not null,           -- the gravest that drew it
  probability double precision not null,      -- of being drawn by any rule that applied
  drawn_at    timestamp with time zone not null,
  constraint review_sample_rule_ck check (rule in ('SEVERITY', 'MODEL', 'NEW_REVIEWER', 'RANDOM')),
  constraint review_sample_probability_ck check (probability > 0 and probability <= 1)
);
create index review_sample_item_ix on review_sample (item_id);

-- Calibration sessions: everybody who is asked answers blind, then all answers are shown at once.
create table calibration_session (
  session_id  uuid primary key,
  title       varchar(120) not null,
  opened_by   uuid not null,
  opened_at   timestamp with time zone not null,
  revealed_by uuid,
  revealed_at timestamp with time zone
);
create table calibration_item (
  session_id uuid not null references calibration_session,
  item_id    uuid not null references item,
  position   int not null,
  outcome    varchar(12),                     -- null: not settled
  note       varchar(500),                    -- what the policy is to say from now on
  settled_by uuid,
  settled_at timestamp with time zone,
  primary key (session_id, item_id),
  constraint calibration_item_outcome_ck check (outcome in ('NOTE', 'GOLDEN', 'OPEN'))
);
create index calibration_item_item_ix on calibration_item (item_id);
create table calibration_person (
  session_id uuid not null references calibration_session,
  person_id  uuid not null,
  primary key (session_id, person_id)
);
create table calibration_answer (
  session_id  uuid not null,
  item_id     uuid not null,
  person_id   uuid not null,
  label       varchar(60) not null,
  sure        smallint not null,
  why         varchar(500) not null,          -- may be empty
  answered_at timestamp with time zone not null,
  primary key (session_id, item_id, person_id),
  constraint calibration_answer_item_fk foreign key (session_id, item_id) references calibration_item (session_id, item_id),
  constraint calibration_answer_person_fk foreign key (session_id, person_id) references calibration_person (session_id, person_id)
);

-- How far each person is: never what they said.
create view calibration_progress as
  select session_id, person_id, count(*) as answered from calibration_answer group by session_id, person_id;
