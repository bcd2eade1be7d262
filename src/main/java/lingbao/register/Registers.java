package lingbao.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.validate.CheckedRow;
import org.apache.ibatis.session.SqlSession;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The registers of regions, institutions and companies, kept as dated rows. A register is loaded again to change it: a row that says
 * something else ends the old one on the day of the load and begins a new one, a row that is absent stays. Loading a
 * register for the first time says what was always so; an institution that a later load brings is there from its opening
 * on, or from the day of the load where that is earlier or no opening is told.
 */
public final class Registers {

    /** The day from which the first load of a register is true; any database takes it, and no sheet is older. */
    static final LocalDate SINCE_EVER = LocalDate.of(1000, 1, 1);

    private final Form regionLayout;
    private final Form institutionLayout;
    private final Form companyLayout;
    private final RegionRegister regions;
    private final InstitutionRegister institutions;
    private final CompanyRegister companies;
    private final TransactionOperations transaction;

    /**
     * @param sql a session that takes part in the transaction
     * @param seal encrypts a personal value
     * @param unseal gives back what {@code seal} encrypted
     */
    public Registers(
            Catalogue catalogue,
            SqlSession sql,
            TransactionOperations transaction,
            UnaryOperator<String> seal,
            UnaryOperator<String> unseal) {
        this.regionLayout = Objects.requireNonNull(catalogue.registers().get("regions"));
        this.institutionLayout = Objects.requireNonNull(catalogue.registers().get("institutions"));
        this.companyLayout = Objects.requireNonNull(catalogue.registers().get("companies"));
        this.regions = new RegionRegister(
                sql.getMapper(RegionMapper.class), catalogue.policies().keySet());
        this.institutions = new InstitutionRegister(
                sql.getMapper(InstitutionMapper.class), sql.getMapper(OpeningMapper.class), regions, seal, unseal);
        this.companies = new CompanyRegister(sql.getMapper(CompanyMapper.class), regions);
        this.transaction = transaction;
    }

    /**
     * Loads all rows or none.
     *
     * @param rows of the layout {@code regions}
     * @param today the day of the load, from which changes are true
     */
    public LoadResult loadRegions(List<CheckedRow> rows, LocalDate today) {
        return inTransaction(() -> regions.load(of(regionLayout, rows), today));
    }

    /**
     * Loads all rows or none. What {@code openedOn} and {@code closedOn} mean for an institution that is known: a blank
     * {@code openedOn} speaks of its last opening, the same one changes that opening's closing (a blank {@code closedOn}
     * takes the closing back), one on or after the last closing is a reopening. {@code closedOn} is the first day on
     * which it is not open.
     *
     * @param rows of the layout {@code institutions}
     * @param today the day of the load, from which changes are true
     */
    public LoadResult loadInstitutions(List<CheckedRow> rows, LocalDate today) {
        return inTransaction(() -> institutions.load(of(institutionLayout, rows), today));
    }

    /**
     * Loads all rows or none. A company that is new to the register was always there; a name or a region that changes is
     * another from the day of the load on.
     *
     * @param rows of the layout {@code companies}
     * @param today the day of the load, from which changes are true
     */
    public LoadResult loadCompanies(List<CheckedRow> rows, LocalDate today) {
        return inTransaction(() -> companies.load(of(companyLayout, rows), today));
    }

    /** The companies as they stood on the day; none where no register of them was loaded. */
    public Companies companiesOn(LocalDate day) {
        return companies.on(day);
    }

    /**
     * What is wrong with the rows of a file in which others can't be read; nothing is loaded. What may stand in these others
     * is not missed.
     *
     * @param rows of the layout {@code regions}
     */
    public List<RegisterProblem> problemsOfSomeRegions(List<CheckedRow> rows, LocalDate today) {
        return regions.problemsOfSome(of(regionLayout, rows), today);
    }

    /**
     * The same of the institutions.
     *
     * @param rows of the layout {@code institutions}
     */
    public List<RegisterProblem> problemsOfSomeInstitutions(List<CheckedRow> rows, LocalDate today) {
        return institutions.problemsOf(of(institutionLayout, rows), today);
    }

    /**
     * The same of the companies.
     *
     * @param rows of the layout {@code companies}
     */
    public List<RegisterProblem> problemsOfSomeCompanies(List<CheckedRow> rows) {
        return companies.problemsOf(of(companyLayout, rows));
    }

    /** The registers as they stood on the day, each region with the policy that it has or inherits. */
    public Directory on(LocalDate day) {
        return new Directory(
                day, regions.on(day), institutions.on(day), institutions.openOn(day), institutions.formerNamesOn(day));
    }

    private LoadResult inTransaction(Supplier<LoadResult> load) {
        return Objects.requireNonNull(transaction.execute(status -> load.get()));
    }

    private static List<RegisterRow> of(Form layout, List<CheckedRow> rows) {
        return rows.stream().map(row -> new RegisterRow(layout, row)).toList();
    }
}
