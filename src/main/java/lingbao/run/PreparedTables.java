package lingbao.run;

import java.util.List;
import javax.sql.DataSource;
import lingbao.aggregate.StatementCheck;
import lingbao.catalogue.Catalogue;
import lingbao.store.Database;
import lingbao.store.DerivedTables;
import org.apache.ibatis.session.SqlSessionFactory;

/** Proof that every form has its table and that every declared statement is one that the database takes. */
final class PreparedTables {

    private PreparedTables() {}

    /** @throws CommandFault naming every statement that is missing or does not prepare */
    static PreparedTables of(
            Catalogue catalogue, Database database, DataSource dataSource, SqlSessionFactory sessions) {
        new DerivedTables(database, dataSource).prepare(catalogue.forms().values());
        List<String> faults = new StatementCheck(catalogue, sessions).faults();
        if (!faults.isEmpty()) {
            throw new CommandFault("声明的语句有 " + faults.size() + " 处错误，程序没有启动，数据没有改动：\n" + String.join("\n", faults));
        }
        return new PreparedTables();
    }
}
