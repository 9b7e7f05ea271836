-- What a lead should look at of the models in use, until one of them has.
create table model_alert (
  alert_id  uuid primary key,
  model     varchar(130) not null,            -- id@version
  cause     varchar(20) not null,
  sentence  varchar(500) not null,
  raised_at timestamp with time zone not null,
  seen_by   uuid,
  seen_at   timestamp with time zone,
  constraint model_alert_cause_ck check (cause in ('DRIFT', 'CALIBRATION', 'OVERRIDES'))
);
create index model_alert_seen_ix on model_alert (seen_at);
