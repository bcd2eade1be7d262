-- What was decided about this home before its first use, and can't be changed afterwards.
create table home_setting (
  name varchar(32) not null,
  setting varchar(200) not null,
  primary key (name)
) ${tableOptions};
