package lingbao.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lingbao.catalogue.Form;
import lingbao.domain.Directory;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row says of itself, in a column that the form does not know, that it is of another registered institution than
 * the sheet. A name or code that nobody registered says nothing, and a form that keeps such a column has its own rules.
 */
final class UnreadSenders {

    /** Who reports. */
    private static final Set<String> HEADINGS = Set.of(
            "填报单位", "填报单位名称", "填报机构", "填报学校", "报送单位", "上报单位", "报告单位", "机构", "机构名称", "机构全称", "机构编码", "机构代码", "机构编号",
            "单位编码", "单位代码", "单位编号", "学校编码", "学校代码", "学校编号");

    /** Who reports too, unless it is where a person of the row comes from. */
    private static final Set<String> PERHAPS_OF_A_PERSON =
            Set.of("单位", "单位名称", "单位全称", "学校", "学校名称", "学校全称", "园所", "园所名称", "幼儿园", "幼儿园名称");

    private final @Nullable String sheet;
    private final @Nullable Supplier<Directory> institutions;
    private final Form form;
    private final @Nullable Institution sender;
    private final UnreadColumns columns;

    /** Built when the first such cell is met, for most sheets have none. */
    private @Nullable SenderMentions mentions;

    UnreadSenders(Form form, @Nullable String sheet, Attribution attribution, HeldAgainst heldAgainst) {
        this.form = form;
        this.sheet = sheet;
        institutions = heldAgainst.institutions();
        Set<String> headings = new HashSet<>(HEADINGS);
        headings.addAll(PERHAPS_OF_A_PERSON);
        boolean keepsTheSender = form.columns().stream()
                .anyMatch(column -> headings.contains(column.heading())
                        || column.aliases().stream().anyMatch(headings::contains));
        sender = attribution.sender() instanceof Institution institution && !keepsTheSender ? institution : null;
        if (form.person() != null && sender != null && !teachesItsOwn(sender.kind())) {
            headings.removeAll(PERHAPS_OF_A_PERSON);
        }
        columns = new UnreadColumns(headings);
    }

    /** Whose persons belong to no other school. */
    private static boolean teachesItsOwn(InstitutionKind kind) {
        return kind == InstitutionKind.SCHOOL || kind == InstitutionKind.KINDERGARTEN;
    }

    /** A further table begins. */
    void beginTable() {
        columns.beginTable();
    }

    /** A row that nobody answered: what it says may stand for those below it. */
    void listen(TypedRow row) {
        columns.in(row);
    }

    /** An error at the first cell that names another institution. */
    Optional<Finding> other(TypedRow row) {
        List<UnreadColumns.Said> said = columns.in(row);
        Institution own = sender;
        if (said.isEmpty() || own == null || institutions == null) {
            return Optional.empty();
        }
        SenderMentions known = mentions == null ? new SenderMentions(institutions.get(), form) : mentions;
        mentions = known;
        return said.stream()
                .flatMap(each -> other(row, each, own, known).stream())
                .findFirst();
    }

    private Optional<Finding> other(TypedRow row, UnreadColumns.Said said, Institution own, SenderMentions known) {
        String text = Writing.trimmed(said.cell().text());
        Set<String> codes = known.named(text);
        if (codes.isEmpty() || codes.contains(own.code())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingCode.INSTITUTION_CONFLICT,
                FindingCode.INSTITUTION_CONFLICT.severity(),
                sheet,
                row.number(),
                said.place(),
                null,
                text,
                List.of("本表 %s（%s）、%s %s".formatted(own.name(), own.code(), said.heading(), text))));
    }
}
