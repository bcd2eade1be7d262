package lingbao.catalogue;

import java.util.Set;

/** The names that a column of a derived table can't bear. */
final class ReservedWords {

    /** Words that H2 2.4, MySQL 8.4 or MariaDB 11.4 takes for its own where a column is named without quotes. */
    private static final Set<String> OF_A_DATABASE = Set.of("""
            accessible add all alter analyze and any array as asc asensitive asymmetric authorization before
            between bigint binary blob both by call cascade case cast change char character check collate column
            condition constraint continue convert create cross cube cume_dist current_catalog current_date
            current_path current_role current_schema current_time current_timestamp current_user cursor database
            databases day day_hour day_microsecond day_minute day_second dec decimal declare default delayed
            delete delete_domain_id dense_rank desc describe deterministic distinct distinctrow div
            do_domain_ids double drop dual each else elseif empty enclosed end escaped except exists exit
            explain false fetch first_value float float4 float8 for force foreign from full fulltext function
            general generated get grant group grouping groups having high_priority hour hour_microsecond
            hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids ilike in index infile inner
            inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids
            io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead leading leave
            left like limit linear lines load localtime localtimestamp lock long longblob longtext loop
            low_priority manual master_bind master_demote_to_replica master_demote_to_slave
            master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext
            middleint minus minute minute_microsecond minute_second mod modifies month natural
            no_write_to_binlog not nth_value ntile null numeric of offset on optimize optimizer_costs option
            optionally or order out outer outfile over page_checksum parallel parse_vcol_expr partition
            percent_rank portion precision primary procedure purge qualify range rank read read_write reads real
            recursive ref_system_id references regexp release rename repeat replace require resignal restrict
            return returning revoke right rlike row row_number rownum rows schema schemas second
            second_microsecond select sensitive separator session_user set show signal slow smallint some
            spatial specific sql sql_after_gtids sql_before_gtids sql_big_result sql_calc_found_rows
            sql_small_result sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent
            stats_sample_pages stored straight_join symmetric system system_user table tablesample terminated
            then tinyblob tinyint tinytext to top trailing trigger true uescape undo union unique unknown unlock
            unsigned update usage use user using utc_date utc_time utc_timestamp value values varbinary varchar
            varcharacter varying vector virtual when where while window with write xor year year_month zerofill
            """.strip().split("\\s+"));

    private static final Set<String> OF_THE_ENGINE =
            Set.of("submission_id", "source_row", "institution", "period_start", "person_key");

    private ReservedWords() {}

    /** Whether a name, in snake case, is a database's or one that each derived table has already. */
    static boolean contain(String name) {
        return OF_A_DATABASE.contains(name) || OF_THE_ENGINE.contains(name) || name.startsWith("sealed_");
    }
}
