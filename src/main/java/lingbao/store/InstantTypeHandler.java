package lingbao.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** An instant is a datetime in UTC. A java.sql.Timestamp would be moved by the zone of the process. */
public final class InstantTypeHandler extends BaseTypeHandler<Instant> {

    /** As it is handed to JDBC. */
    static LocalDateTime toColumn(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant toInstant(@Nullable LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, Instant instant, @Nullable JdbcType jdbcType) throws SQLException {
        statement.setObject(index, toColumn(instant));
    }

    @Override
    public @Nullable Instant getNullableResult(ResultSet rows, String column) throws SQLException {
        return toInstant(rows.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Instant getNullableResult(ResultSet rows, int column) throws SQLException {
        return toInstant(rows.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Instant getNullableResult(CallableStatement call, int column) throws SQLException {
        return toInstant(call.getObject(column, LocalDateTime.class));
    }
}
