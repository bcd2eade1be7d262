package lingbao.store;

import java.time.Instant;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;

/** How every mapper reads and writes, in the program and in the tests alike. */
public final class MapperSettings {

    private MapperSettings() {}

    /** A fresh configuration without mappers or environment. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.setMapUnderscoreToCamelCase(true);
        // Records are filled by the names of their components.
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setJdbcTypeForNull(JdbcType.NULL);
        // A row whose columns are all null is a row.
        configuration.setReturnInstanceForEmptyRow(true);
        // A finding must never be older than the row it speaks of.
        configuration.setCacheEnabled(false);
        configuration.getTypeHandlerRegistry().register(Instant.class, new InstantTypeHandler());
        return configuration;
    }
}
