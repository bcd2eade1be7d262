-- The companies whose people are trained, by the region that they stand in. Dated like the other registers.
create table company (
  credit_code varchar(32) not null,
  name varchar(200) not null,
  region varchar(32) not null,
  valid_from date not null,
  valid_to date,
  primary key (credit_code, valid_from)
) ${tableOptions};
create index company_name on company (name);
create index company_region on company (region);
