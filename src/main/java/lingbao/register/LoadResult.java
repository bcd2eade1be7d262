package lingbao.register;

import java.util.List;

/**
 * What became of a register that was loaded. With a problem in it nothing was changed, and the counts are 0.
 *
 * @param added codes that the register did not know
 * @param changed codes whose row, or whose opening, is another now
 * @param unchanged codes that say what was known
 * @param absent codes known and not in the file; they stay as they are
 */
public record LoadResult(int added, int changed, int unchanged, int absent, List<RegisterProblem> problems) {

    public LoadResult {
        problems = List.copyOf(problems);
    }

    static LoadResult refused(List<RegisterProblem> problems) {
        return new LoadResult(0, 0, 0, 0, problems);
    }

    public boolean loaded() {
        return problems.isEmpty();
    }
}
