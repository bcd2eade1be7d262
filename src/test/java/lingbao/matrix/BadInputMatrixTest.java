package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Each variant of each row is answered with its codes at their cells, its values and its action. */
@ExtendWith(MatrixAnswers.Once.class)
class BadInputMatrixTest {

    @TestFactory
    Stream<DynamicTest> isAnswered(MatrixAnswers answers) {
        return Matrix.cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> judge(each, answers.to(each))));
    }

    static void judge(MatrixCase each, List<JsonNode> answers) {
        List<String> findings = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        Map<Integer, JsonNode> rows = new TreeMap<>();
        Map<Integer, String> ignored = new TreeMap<>();
        int accepted = 0;
        int rejected = 0;
        List<Action> actions = new ArrayList<>();
        for (JsonNode answer : answers) {
            actions.add(Action.of(answer));
            accepted += answer.at("/rows/accepted").asInt();
            rejected += answer.at("/rows/rejected").asInt();
            answer.path("findings")
                    .forEach(finding -> findings.add(finding.path("cell").asString("-") + " "
                            + finding.path("code").asString()));
            answer.path("findings")
                    .forEach(finding -> said.append(finding.path("message").asString())
                            .append(finding.path("remedy").asString()));
            answer.path("data").forEach(row -> rows.put(row.path("row").asInt(), row));
            answer.path("ignored")
                    .forEach(row -> ignored.put(
                            row.path("row").asInt(), row.path("reason").asString()));
            assertThat(answer.at("/rows/seen").asInt())
                    .isEqualTo(answer.at("/rows/accepted").asInt()
                            + answer.at("/rows/rejected").asInt()
                            + answer.at("/rows/ignored").asInt());
        }
        assertThat(findings).as("findings").containsExactlyInAnyOrderElementsOf(each.findings());
        each.words().forEach(words -> assertThat(said).as("what is said").contains(words));
        each.unsaid().forEach(unsaid -> assertThat(answers.toString()).doesNotContain(unsaid));
        assertThat(actions).as("actions").contains(each.action());
        assertThat(actions.stream().max(Action::compareTo))
                .as("the gravest action")
                .contains(each.action());
        if (each.state() != null) {
            assertThat(answers)
                    .extracting(answer -> answer.path("state").asString())
                    .containsOnly(each.state());
        }
        if (each.acceptedRows() != null) {
            assertThat(accepted).as("accepted").isEqualTo(each.acceptedRows());
        }
        if (each.rejectedRows() != null) {
            assertThat(rejected).as("rejected").isEqualTo(each.rejectedRows());
        }
        each.ignored()
                .forEach((row, reason) -> assertThat(ignored).as("ignored").containsEntry(row, reason.name()));
        each.reads()
                .forEach((row, values) -> values.forEach((column, value) -> {
                    assertThat(rows).as("accepted rows").containsKey(row);
                    assertThat(plain(Objects.requireNonNull(rows.get(row)).path(column)))
                            .as(row + " " + column)
                            .isEqualTo(expected(value));
                }));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
        }
        return node.asString();
    }

    private static @Nullable Object expected(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
