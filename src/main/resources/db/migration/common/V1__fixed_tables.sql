-- The tables that no form declares. Times are UTC. Register rows are dated: valid_from is the first day on which the row
-- is true, valid_to the first on which it no longer is (null: still true). Columns named sealed_… are encrypted.

create table region (
  code varchar(32) not null,
  name varchar(100) not null,
  parent varchar(32),
  level varchar(16) not null,
  policy varchar(64),
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from)
) ${tableOptions};

create table institution (
  code varchar(32) not null,
  name varchar(200) not null,
  kind varchar(32) not null,
  region varchar(32) not null,
  sealed_principal varchar(1000),
  sealed_reporter varchar(1000),
  sealed_phone varchar(1000),
  sealed_email varchar(1000),
  classrooms int,
  offices int,
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from)
) ${tableOptions};
create index institution_region on institution (region);

-- One row for each time an institution was open; closed_on is the first day on which it was not (null: still open).
create table institution_opening (
  institution varchar(32) not null,
  opened_on date not null,
  closed_on date,
  primary key (institution, opened_on)
) ${tableOptions};

-- One row for each time that a file came. judged_at is null from the moment its bytes are safe until it has been answered.
create table received_file (
  id bigint not null auto_increment,
  receipt varchar(32) not null,
  sha256 char(64) not null,
  sealed_file_name varchar(4000) not null,
  bytes bigint not null,
  received_at datetime(3) not null,
  migrated smallint not null,
  judged_at datetime(3),
  state varchar(16),
  primary key (id),
  constraint received_file_receipt unique (receipt)
) ${tableOptions};
create index received_file_sha256 on received_file (sha256);

-- One row for each sheet that was recognised, refused ones too. A version counts from received_at until superseded_at.
-- version and region are null on a refused sheet; institution and period_start also where they are not known.
create table submission (
  id bigint not null auto_increment,
  received_file bigint not null,
  sheet_name varchar(200),
  form varchar(64) not null,
  institution varchar(32),
  region varchar(32),
  period_start date,
  version int,
  state varchar(16) not null,
  rows_seen int not null,
  rows_accepted int not null,
  rows_rejected int not null,
  rows_ignored int not null,
  answered_rows int not null,
  case_rows int not null,
  highest decimal(8, 2),
  received_at datetime(3) not null,
  superseded_at datetime(3),
  primary key (id),
  constraint submission_version unique (form, period_start, institution, version),
  constraint submission_received_file foreign key (received_file) references received_file (id)
) ${tableOptions};
create index submission_sender on submission (institution, form, period_start);
create index submission_region on submission (form, period_start, region);

-- row_no is 0 for a finding of the whole file or sheet, which has no cell. details are parted by the unit separator, U+001F.
create table finding (
  id bigint not null auto_increment,
  received_file bigint not null,
  submission_id bigint,
  code varchar(64) not null,
  severity varchar(8) not null,
  sheet_name varchar(200),
  row_no int not null,
  column_no int not null,
  column_id varchar(64),
  typed varchar(1000),
  details varchar(4000) not null,
  primary key (id),
  constraint finding_received_file foreign key (received_file) references received_file (id)
) ${tableOptions};
create index finding_submission on finding (submission_id);

create table ignored_row (
  submission_id bigint not null,
  row_no int not null,
  reason varchar(32) not null,
  primary key (submission_id, row_no),
  constraint ignored_row_submission foreign key (submission_id) references submission (id)
) ${tableOptions};

-- Whoever files a sheet of an institution writes its row first and so holds it to the end of the transaction: two sheets of
-- one sender are filed one after the other.
create table sender_lock (
  institution varchar(32) not null,
  primary key (institution)
) ${tableOptions};

-- Issued reports: a row never changes. figures is what the page says, to tell what a later edition changed.
create table edition (
  report varchar(64) not null,
  period_start date not null,
  region varchar(32) not null,
  number int not null,
  cut_off datetime(3) not null,
  issued_at datetime(3) not null,
  figures_hash char(64) not null,
  figures longtext not null,
  pdf_sha256 char(64) not null,
  xlsx_sha256 char(64) not null,
  primary key (report, period_start, region, number)
) ${tableOptions};

-- Held for update while derived tables are made, so that two processes never do it at once.
create table schema_lock (
  name varchar(32) not null,
  primary key (name)
) ${tableOptions};
insert into schema_lock (name) values ('derived-tables');

-- What was decided about this home before its first use, and can't be changed afterwards.
create table home_setting (
  name varchar(32) not null,
  setting varchar(200) not null,
  primary key (name)
) ${tableOptions};
