-- What upstream systems show when they hand items in: only the hash of each token, and the feed that it is for.
create table intake_token (
  token_hash bytea primary key,              -- SHA-256 of 256 random bits and a prefix
  source     varchar(60) not null,
  made_at    timestamp with time zone default current_timestamp not null,
  revoked_at timestamp with time zone
);
