package lingbao.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import lingbao.catalogue.Form;
import lingbao.store.FormTable.TableColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Brings the tables of the forms to what the forms declare. It only adds: tables, columns, room in a text column, and room
 * for several rows of one row of a sheet; what a form no longer names stays.
 */
public final class DerivedTables {

    /** What MySQL allows; held on the embedded database too, so that a form that runs on one runs on the other. */
    private static final int MOST_ROW_BYTES = 65_535;

    private final Database database;
    private final DataSource dataSource;

    public DerivedTables(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /**
     * Makes what is missing. Not to be called within a transaction.
     *
     * @throws TablesDifferException where the stored columns are not what the forms declare; nothing was made then
     */
    public void prepare(Collection<Form> forms) {
        List<FormTable> tables =
                forms.stream().map(form -> new FormTable(form, database)).toList();
        // The lock has a connection of its own: on MySQL each DDL statement commits what its connection has open.
        try (Connection working = dataSource.getConnection();
                Connection locking = dataSource.getConnection()) {
            if (missing(working, tables).isEmpty()) {
                return;
            }
            locking.setAutoCommit(false);
            try (Statement lock = locking.createStatement()) {
                lock.execute("select name from schema_lock where name = 'derived-tables' for update");
                for (String ddl : missing(working, tables)) {
                    execute(working, ddl);
                }
            } finally {
                locking.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("报表的数据表没有全部建好，下次启动会接着建", e);
        }
    }

    private static void execute(Connection connection, String ddl) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ddl);
        }
    }

    private static List<String> missing(Connection connection, List<FormTable> tables) throws SQLException {
        List<String> ddl = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (FormTable table : tables) {
            if (table.rowBytes() > MOST_ROW_BYTES) {
                differences.add(table.name() + " 各列合计 " + table.rowBytes() + " 字节，最多 " + MOST_ROW_BYTES
                        + " 字节，请减小文本列的 maxLength");
            }
            Map<String, TableColumn> present = columnsOf(connection, table.name());
            if (present.isEmpty()) {
                ddl.add(table.create());
            } else {
                for (TableColumn declared : table.columns()) {
                    compare(table, declared, present, ddl, differences);
                }
                if (!table.hasRowKey()) {
                    makeRoomForGroups(connection, table, ddl);
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new TablesDifferException(differences);
        }
        return ddl;
    }

    private static void compare(
            FormTable table,
            TableColumn declared,
            Map<String, TableColumn> present,
            List<String> ddl,
            List<String> differences) {
        @Nullable TableColumn stored = present.get(declared.name());
        if (stored == null && present.containsKey(declared.otherName())) {
            differences.add(table.name() + "." + declared.otherName() + " 已有数据，列的 personal 不可再改；请停用这一列，另加新列");
        } else if (stored == null) {
            ddl.add(table.add(declared));
        } else if (!declared.hasTypeOf(stored)) {
            differences.add(table.name() + "." + declared.name() + " 在数据库中是 " + stored.sqlType() + "，报表声明的是 "
                    + declared.sqlType() + "；请停用这一列，另加新列");
        } else if (declared.isWiderThan(stored)) {
            ddl.add(table.widen(declared));
        }
    }

    /** The index first: whoever dies in between leaves no table without both. */
    private static void makeRoomForGroups(Connection connection, FormTable table, List<String> ddl)
            throws SQLException {
        boolean indexed = false;
        try (ResultSet indexes = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table.name(), false, true)) {
            while (indexes.next()) {
                indexed |= table.rowIndex().equalsIgnoreCase(indexes.getString("INDEX_NAME"));
            }
        }
        if (!indexed) {
            ddl.add(table.indexRows());
        }
        try (ResultSet key = connection
                .getMetaData()
                .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table.name())) {
            if (key.next()) {
                ddl.add(table.dropRowKey());
            }
        }
    }

    private static Map<String, TableColumn> columnsOf(Connection connection, String table) throws SQLException {
        Map<String, TableColumn> columns = new HashMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table.replace("_", "\\_"), null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                int jdbcType = rows.getInt("DATA_TYPE");
                int size = rows.getInt("COLUMN_SIZE");
                int decimals = rows.getInt("DECIMAL_DIGITS");
                String sqlType = rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                columns.put(
                        name,
                        switch (jdbcType) {
                            case Types.VARCHAR -> TableColumn.text(name, size, "", 0);
                            case Types.DECIMAL, Types.NUMERIC -> TableColumn.decimal(name, size, decimals);
                            default -> TableColumn.plain(name, jdbcType, sqlType);
                        });
            }
        }
        return columns;
    }
}
